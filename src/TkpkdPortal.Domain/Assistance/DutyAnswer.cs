using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>What an OPD says of a need that is its duty: it will act by a day, or it will not, for a reason.</summary>
public enum DutyVerdict
{
    Accepted = 1,
    Refused = 2,
}

/// <summary>The words for <see cref="DutyVerdict"/>.</summary>
public static class DutyVerdictWords
{
    public static CodedValues<DutyVerdict> Values { get; } = new((DutyVerdict.Accepted, "Diterima"), (DutyVerdict.Refused, "Ditolak"));
}

/// <summary>A need of a household that an OPD is asked about: by its duty, or because another OPD referred it; with the answer that stands.</summary>
public sealed record DutyQuestion(Opd Opd, Household Household, Need Need, DutyAnswer? Before = null, bool IsReferred = false);

/// <summary>What somebody of the OPD answers: until which day it will act, or why it will not.</summary>
public sealed record DutyReply(DutyVerdict Verdict, DateOnly? DueOn, string? Reason);

/// <summary>
/// Jawaban OPD: what one OPD says of one need of one household, by whom and when. One stands at a time; an OPD that thinks again answers anew, and the answers before it stay. Neither the household nor
/// its need changes by it, and that aid is planned or has arrived is read from the aid itself.
/// </summary>
public sealed class DutyAnswer : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int ReasonMaxLength = 300;

    /// <summary>Farthest promise: the budget year after this one.</summary>
    public const int MostDays = 731;

    private DutyAnswer() => AreaCode = "";

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long OpdId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Area of the household when it was answered.</summary>
    public string AreaCode { get; private set; }

    public Need Need { get; private set; }

    /// <summary>1 is the first answer of this OPD to this need of this household; no two have the same.</summary>
    public int Number { get; private set; }

    /// <summary>No later one has replaced it.</summary>
    public bool IsInForce { get; private set; }

    public DutyVerdict Verdict { get; private set; }

    /// <summary>Day by which the OPD will act; null for a refusal.</summary>
    public DateOnly? DueOn { get; private set; }

    public string? Reason { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public int Version { get; private set; }

    /// <summary>Answers, or refuses with what to mend; the answer that stood until now is replaced and stays.</summary>
    public static Outcome Give(DutyQuestion question, DutyReply reply, long userId, DateOnly today, DateTime at, out DutyAnswer? answer)
    {
        answer = null;
        if (Judge(question) is { IsAccepted: false } unasked)
            return unasked;
        if (Judge(reply, today) is { IsAccepted: false } incomplete)
            return incomplete;
        var reason = string.IsNullOrWhiteSpace(reply.Reason) ? null : reply.Reason.Trim();
        var dueOn = reply.Verdict is DutyVerdict.Accepted ? reply.DueOn : null;
        if (question.Before is { } stands && (stands.Verdict, stands.DueOn, stands.Reason) == (reply.Verdict, dueOn, reason))
            return Outcome.Refuse("Jawabannya sudah demikian.");
        if (question.Before is { } before)
            before.IsInForce = false;
        answer = new DutyAnswer
        {
            PublicId = Guid.CreateVersion7(),
            OpdId = question.Opd.Id,
            HouseholdId = question.Household.Id,
            AreaCode = question.Household.AreaCode,
            Need = question.Need,
            Number = (question.Before?.Number ?? 0) + 1,
            IsInForce = true,
            Verdict = reply.Verdict,
            DueOn = dueOn,
            Reason = reason,
            UserId = userId,
            At = at,
        };
        return Outcome.Accepted;
    }

    /// <summary>Whether the need is there and asks this OPD.</summary>
    public static Outcome Judge(DutyQuestion question)
    {
        var word = NeedWords.Values.Label(question.Need);
        if (question.Household.Closure is not null)
            return Outcome.Refuse("Keluarga ini tidak lagi ada dalam register.");
        return question.Household.NeedProfile.Of(question.Need) switch
        {
            NeedState.Unknown => Outcome.Refuse($"{word}: belum diketahui apakah keluarga ini membutuhkannya. Tanyakan pada kunjungan berikutnya."),
            NeedState.Absent => Outcome.Refuse($"{word} tidak lagi menjadi kebutuhan keluarga ini."),
            _ => question.IsReferred || (question.Opd.Duty & question.Need) != 0 ? Outcome.Accepted
                : Outcome.Refuse($"{word} bukan tugas {question.Opd.ShortName}. Rujuk ke OPD yang bertugas."),
        };
    }

    /// <summary>Whether the answer says what an answer has to say, whatever is asked.</summary>
    public static Outcome Judge(DutyReply reply, DateOnly today) => reply switch
    {
        { Verdict: DutyVerdict.Refused } => string.IsNullOrWhiteSpace(reply.Reason) ? Outcome.Refuse("Tulis alasan penolakan: sekretariat mencari OPD lain dengan alasan itu.") : Outcome.Accepted,
        { DueOn: null } => Outcome.Refuse("Isi tanggal: sampai kapan OPD Anda akan bertindak."),
        { DueOn: { } due } when due < today => Outcome.Refuse($"Tenggat {Indonesian.Date(due)} sudah lewat. Isi hari ini atau sesudahnya."),
        { DueOn: { } due } when due > today.AddDays(MostDays) => Outcome.Refuse($"Tenggat paling lambat {Indonesian.Date(today.AddDays(MostDays))}."),
        _ => Outcome.Accepted,
    };
}
