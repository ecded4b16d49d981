using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>What a person says of aid that a rule took for double.</summary>
public enum OverlapVerdict
{
    /// <summary>Double: one piece is too many and should not go on.</summary>
    Surplus = 1,

    /// <summary>Rightful, for the reason given.</summary>
    Rightful = 2,

    /// <summary>The OPDs are asked; it stays open.</summary>
    Asked = 3,
}

/// <summary>The words for <see cref="OverlapVerdict"/>.</summary>
public static class OverlapVerdictWords
{
    public static CodedValues<OverlapVerdict> Values { get; } = new(
        (OverlapVerdict.Surplus, "Ganda"), (OverlapVerdict.Rightful, "Sah"), (OverlapVerdict.Asked, "Ditanyakan ke OPD"));
}

/// <summary>
/// Putusan tumpang tindih: what was decided of pieces of aid that a rule took for double, by whom and why. No aid stops by it: the OPD whose piece is named as the one too many decides what follows.
/// It holds for exactly these pieces; another one beside them is asked about anew. It can be taken back, and both acts stay.
/// </summary>
public sealed class OverlapDecision : IHasPublicId, IHasVersion, IHoldsPersonalData
{
    public const int ReasonMaxLength = 300, MarkLength = 32;

    private OverlapDecision() => (Kind, Mark, Reason) = ("", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Code of the kind, as <see cref="OverlapWords"/> has it.</summary>
    public string Kind { get; private set; }

    /// <summary>Which pieces of aid were seen together; nothing can be read from it.</summary>
    public string Mark { get; private set; }

    public OverlapVerdict Verdict { get; private set; }

    /// <summary>The piece that is one too many; null for any other verdict.</summary>
    public long? SurplusAidId { get; private set; }

    public string Reason { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public long? WithdrawnById { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Decides of the pieces that were seen; the surplus one must be among them.</summary>
    public static Outcome Take(SeenOverlap seen, OverlapVerdict verdict, long? surplusAidId, string? reason, long userId, DateTime at, out OverlapDecision? decision)
    {
        decision = null;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis alasan: peraturan, jawaban OPD, atau hasil kunjungan yang mendasarinya.");
        if (verdict is OverlapVerdict.Surplus && (surplusAidId is not { } surplus || !seen.AidIds.Contains(surplus)))
            return Outcome.Refuse("Pilih bantuan mana yang lebih: OPD pemberinya yang akan diminta menyesuaikan.");
        decision = new OverlapDecision
        {
            PublicId = Guid.CreateVersion7(),
            HouseholdId = seen.HouseholdId,
            Kind = seen.Kind,
            Mark = seen.Mark,
            Verdict = verdict,
            SurplusAidId = verdict is OverlapVerdict.Surplus ? surplusAidId : null,
            Reason = reason.Trim(),
            UserId = userId,
            At = at,
        };
        return Outcome.Accepted;
    }

    public Outcome Withdraw(string? reason, long userId, DateTime at)
    {
        if (WithdrawnAt is { } before)
            return Outcome.Refuse($"Putusan ini sudah dicabut pada {Indonesian.Date(DateOnly.FromDateTime(before))}.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis mengapa putusan ini dicabut.");
        (WithdrawnById, WithdrawnAt, WithdrawnReason) = (userId, at, reason.Trim());
        return Outcome.Accepted;
    }
}

/// <summary>Pieces of aid of a household that a rule took for double, as a page showed them.</summary>
public sealed record SeenOverlap(string Kind, long HouseholdId, string Mark, IReadOnlyList<long> AidIds);
