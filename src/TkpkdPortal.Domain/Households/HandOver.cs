using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Households;

/// <summary>How far a hand-over is; only an offered one can still be answered.</summary>
public enum HandOverState
{
    Offered = 1,
    Accepted = 2,
    Declined = 3,
    Withdrawn = 4,
}

/// <summary>
/// Serah terima: a household that moves to another village of the office. The head of the village it leaves offers it, the head of the village
/// it goes to accepts or declines; until then it stays where it is. Both see this row, which holds no more than the receiver needs.
/// </summary>
public sealed class HandOver : IHasPublicId, IHasVersion, IHoldsPersonalData
{
    public const int ReasonMaxLength = 300;

    private HandOver() => (FromAreaCode, ToAreaCode, HeadName, Reason) = ("", "", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Village that the household leaves.</summary>
    public string FromAreaCode { get; private set; }

    /// <summary>Village that it is offered to.</summary>
    public string ToAreaCode { get; private set; }

    public string HeadName { get; private set; }

    public int MemberCount { get; private set; }

    public string Reason { get; private set; }

    public DateOnly MovedOn { get; private set; }

    public HandOverState State { get; private set; }

    public long OfferedById { get; private set; }

    public DateTime OfferedAt { get; private set; }

    public long? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    public int Version { get; private set; }

    public static Outcome Offer(Household household, AreaCode to, DateOnly movedOn, string? reason, DateOnly today, long userId, DateTime utc, out HandOver? handOver)
    {
        handOver = null;
        var from = AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village);
        if (household.Closure is not null)
            return Outcome.Refuse("Keluarga ini sudah ditutup.");
        if (to.Level is not AreaLevel.Village || to == from)
            return Outcome.Refuse("Pilih desa atau kelurahan lain sebagai tujuan.");
        if (movedOn > today)
            return Outcome.Refuse("Tanggal pindah belum lewat.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis alasan pindah.");
        handOver = new HandOver
        {
            PublicId = Guid.CreateVersion7(),
            HouseholdId = household.Id,
            FromAreaCode = from.Stored,
            ToAreaCode = to.Stored,
            HeadName = household.HeadName,
            MemberCount = household.MemberCount,
            Reason = reason.Trim(),
            MovedOn = movedOn,
            State = HandOverState.Offered,
            OfferedById = userId,
            OfferedAt = utc,
        };
        return Outcome.Accepted;
    }

    public Outcome Accept(long userId, DateTime utc) => Decide(HandOverState.Accepted, userId, null, utc);

    public Outcome Decline(long userId, string? note, DateTime utc) => string.IsNullOrWhiteSpace(note)
        ? Outcome.Refuse("Tulis alasan menolak, supaya desa atau kelurahan asal tahu apa yang perlu diperiksa.")
        : Decide(HandOverState.Declined, userId, note.Trim(), utc);

    public Outcome Withdraw(long userId, DateTime utc) => Decide(HandOverState.Withdrawn, userId, null, utc);

    private Outcome Decide(HandOverState state, long userId, string? note, DateTime utc)
    {
        if (State is not HandOverState.Offered)
            return Outcome.Refuse($"Serah terima ini sudah selesai: {HandOverWords.Values.Label(State).ToLowerInvariant()}.");
        (State, DecidedById, DecidedAt, DecisionNote) = (state, userId, utc, note);
        return Outcome.Accepted;
    }
}

/// <summary>The words for <see cref="HandOverState"/>.</summary>
public static class HandOverWords
{
    public static CodedValues<HandOverState> Values { get; } = new(
        (HandOverState.Offered, "Menunggu jawaban"), (HandOverState.Accepted, "Diterima"), (HandOverState.Declined, "Ditolak"), (HandOverState.Withdrawn, "Ditarik kembali"));
}
