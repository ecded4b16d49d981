using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>How far a referral is.</summary>
public enum ReferralState
{
    Sent = 1,
    Accepted = 2,
    Declined = 3,
}

/// <summary>The words for <see cref="ReferralState"/>.</summary>
public static class ReferralStateWords
{
    public static CodedValues<ReferralState> Values { get; } = new((ReferralState.Sent, "Menunggu jawaban"), (ReferralState.Accepted, "Diterima"), (ReferralState.Declined, "Ditolak"));
}

/// <summary>Which need of which household one OPD asks another to take, why, and until when it wants an answer.</summary>
public sealed record ReferralTerms(Opd From, Opd To, Household Household, Need Need, string? Reason, DateOnly? DueOn);

/// <summary>
/// Rujukan: one OPD asks another to take a need of a household, also one that is not the other's duty. The other sees the household from then on, until it declines; by accepting it answers the need
/// as if it were its own duty. An answer after the day that was asked for is marked late and counts.
/// </summary>
public sealed class Referral : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int ReasonMaxLength = 300;

    /// <summary>Days to answer where the sender names no day.</summary>
    public const int UsualDays = 14;

    private Referral() => (AreaCode, Reason) = ("", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Area of the household when it was referred.</summary>
    public string AreaCode { get; private set; }

    public Need Need { get; private set; }

    public long FromOpdId { get; private set; }

    public long ToOpdId { get; private set; }

    public string Reason { get; private set; }

    public ReferralState State { get; private set; }

    public long SentById { get; private set; }

    public DateTime SentAt { get; private set; }

    /// <summary>Last day to answer in time.</summary>
    public DateOnly DueOn { get; private set; }

    public long? AnsweredById { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Day of the answer, at the office.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Why it was declined, or what was said with the acceptance.</summary>
    public string? Answer { get; private set; }

    public int Version { get; private set; }

    /// <summary>Answered after the day that was asked for.</summary>
    public bool IsLate => AnsweredOn > DueOn;

    public bool IsOverdue(DateOnly today) => State is ReferralState.Sent && DueOn < today;

    public static Outcome Send(ReferralTerms terms, long userId, DateOnly today, DateTime at, out Referral? referral)
    {
        referral = null;
        var due = terms.DueOn ?? today.AddDays(UsualDays);
        if (terms.From.Id == terms.To.Id)
            return Outcome.Refuse("Pilih OPD lain: rujukan ke OPD sendiri tidak ada gunanya.");
        if (DutyAnswer.Judge(new DutyQuestion(terms.To, terms.Household, terms.Need, IsReferred: true)) is { IsAccepted: false } unasked)
            return unasked;
        if (string.IsNullOrWhiteSpace(terms.Reason))
            return Outcome.Refuse("Tulis alasan rujukan: OPD yang dituju memutuskan dengan alasan itu.");
        if (due < today)
            return Outcome.Refuse($"Batas jawaban {Indonesian.Date(due)} sudah lewat. Isi hari ini atau sesudahnya.");
        referral = new Referral
        {
            PublicId = Guid.CreateVersion7(),
            HouseholdId = terms.Household.Id,
            AreaCode = terms.Household.AreaCode,
            Need = terms.Need,
            FromOpdId = terms.From.Id,
            ToOpdId = terms.To.Id,
            Reason = terms.Reason.Trim(),
            State = ReferralState.Sent,
            SentById = userId,
            SentAt = at,
            DueOn = due,
        };
        return Outcome.Accepted;
    }

    /// <summary>The OPD that was asked takes it, which answers the need, or declines it and answers nothing.</summary>
    public Outcome Reply(DutyQuestion question, DutyReply reply, long userId, DateOnly today, DateTime at, out DutyAnswer? answer)
    {
        answer = null;
        if (State is not ReferralState.Sent)
            return Outcome.Refuse($"Rujukan ini sudah dijawab pada {Indonesian.Date(AnsweredOn ?? today)}.");
        if (reply.Verdict is DutyVerdict.Refused && DutyAnswer.Judge(reply, today) is { IsAccepted: false } unreasoned)
            return unreasoned;
        if (reply.Verdict is DutyVerdict.Accepted && DutyAnswer.Give(question with { IsReferred = true }, reply, userId, today, at, out answer) is { IsAccepted: false } refused)
            return refused;
        State = reply.Verdict is DutyVerdict.Accepted ? ReferralState.Accepted : ReferralState.Declined;
        (AnsweredById, AnsweredAt, AnsweredOn, Answer) = (userId, at, today, string.IsNullOrWhiteSpace(reply.Reason) ? null : reply.Reason.Trim());
        return Outcome.Accepted;
    }
}
