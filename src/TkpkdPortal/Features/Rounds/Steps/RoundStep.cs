using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.Features.Rounds.Steps;

/// <summary>One of the steps that are taken for many targets at once: which of them wait for it, and what its two buttons do.</summary>
public sealed record RoundStep(string Path, string Title, string Waits, string Forward, string Back)
{
    public static RoundStep District { get; } = new("kecamatan", "Verifikasi kecamatan", "sudah disepakati musyawarah", "Verifikasi", "Kembalikan ke desa/kelurahan")
    {
        From = VerificationState.AgreedInDeliberation,
        GoOn = (target, by) => target.Verify(by.UserId, by.Round, by.At),
        GoBack = (target, by) => target.ReturnToVillage(by.UserId, by.Note, by.Round, by.At),
    };

    public static RoundStep Validation { get; } = new("validasi", "Validasi", "sudah diverifikasi kecamatan", "Validasi", "Kembalikan ke desa/kelurahan")
    {
        From = VerificationState.VerifiedByDistrict,
        GoOn = (target, by) => target.Validate(by.UserId, by.Head.Match, by.Round, by.At),
        GoBack = (target, by) => target.ReturnToVillage(by.UserId, by.Note, by.Round, by.At),
    };

    public static RoundStep Village { get; } = new("kembali", "Dikembalikan ke desa/kelurahan", "dikembalikan camat, Bappeda, atau Dinsos", "Hasil tetap", "Kunjungi lagi")
    {
        From = VerificationState.Returned,
        NeedsNote = true,
        GoOn = (target, by) => target.Uphold(by.UserId, by.Note, by.At),
        GoBack = (target, by) => target.SendToEnumerator(by.Note),
    };

    /// <summary>Out of the round for good; any household that is not decreed can be marked in the list of targets.</summary>
    public static RoundStep Cancellation { get; } = new("batal", "Batalkan sasaran", "belum dikunjungi", "Batalkan sasaran", "")
    {
        From = VerificationState.NotVisited,
        NeedsNote = true,
        GoOn = (target, by) => target.Cancel(by.Note, by.Round),
        GoBack = (target, by) => target.Cancel(by.Note, by.Round),
    };

    internal VerificationState From { get; private init; }

    /// <summary>Also the step forward is explained.</summary>
    public bool NeedsNote { get; private init; }

    internal Func<RoundTarget, StepBy, Outcome> GoOn { get; private init; } = null!;

    internal Func<RoundTarget, StepBy, Outcome> GoBack { get; private init; } = null!;

    internal IQueryable<RoundTarget> Waiting(PortalDbContext db, VerificationRound round) =>
        db.RoundTargets.Where(target => target.RoundId == round.Id && target.State == From && (From != VerificationState.Returned || target.IsWithVillage));
}

/// <summary>Who takes a step, when, with which words, for whom.</summary>
internal sealed record StepBy(long UserId, string? Note, VerificationRound Round, DateTime At, StepHead Head);
