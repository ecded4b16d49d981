using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Cases;

/// <summary>What somebody knows and plans of a family when its case begins or is reviewed, who owns it, who goes there, and when it is looked at again.</summary>
public sealed record CaseTerms(string? Assessment, long OwnerId, long? CompanionId, DateOnly? ReviewOn);

/// <summary>
/// Kasus: one family in extreme poverty that is helped step by step, with an owner at the office or village, perhaps a companion who goes there, and a day on which it is reviewed. A family has one open
/// case at a time; one whose list does not put it into decile 1 needs a reason. A case is closed with a reason and stays.
/// </summary>
public sealed class FamilyCase : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int AssessmentMaxLength = 2_000, ReasonMaxLength = 300;

    /// <summary>Days to the next review where nobody names a day, and at most.</summary>
    public const int UsualReviewDays = 30, MostReviewDays = 183;

    /// <summary>The decile of a list that asks for no reason.</summary>
    private const int FirstDecile = 1;

    private readonly List<CaseStep> _steps = [];
    private readonly List<CaseContact> _contacts = [];

    private FamilyCase() => (AreaCode, Assessment) = ("", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Where the household lives; a move takes the case along.</summary>
    public string AreaCode { get; private set; }

    /// <summary>1 is the first case of the household.</summary>
    public int Number { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    public long OpenedById { get; private set; }

    /// <summary>Why a family that no list puts into decile 1 has a case.</summary>
    public string? Reason { get; private set; }

    public long OwnerId { get; private set; }

    /// <summary>Who goes to the family: notes contacts and settles the steps that are not an OPD's.</summary>
    public long? CompanionId { get; private set; }

    /// <summary>What the family can do, what holds it back, what it wants: as of the latest review.</summary>
    public string Assessment { get; private set; }

    public DateOnly AssessedOn { get; private set; }

    public DateOnly ReviewOn { get; private set; }

    public CaseEnding? Ending { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public long? ClosedById { get; private set; }

    public string? EndingNote { get; private set; }

    public IReadOnlyList<CaseStep> Steps => _steps;

    public IReadOnlyList<CaseContact> Contacts => _contacts;

    public int Version { get; private set; }

    public bool IsOpen => Ending is null;

    public static Outcome Open(Household household, CaseTerms terms, string? reason, int number, long userId, DateOnly today, out FamilyCase? opened)
    {
        opened = null;
        if (household.Closure is not null)
            return Outcome.Refuse("Keluarga ini tidak lagi ada dalam register.");
        if (Judge(terms, today) is { IsAccepted: false } incomplete)
            return incomplete;
        if (household.DecileCode is not FirstDecile && string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Daftar tidak menempatkan keluarga ini di desil 1. Tulis mengapa kasusnya dibuka.");
        opened = new FamilyCase
        {
            PublicId = Guid.CreateVersion7(),
            HouseholdId = household.Id,
            AreaCode = household.AreaCode,
            Number = number,
            OpenedOn = today,
            OpenedById = userId,
            Reason = TypedText.OrNull(reason),
        };
        opened.Take(terms, today);
        return Outcome.Accepted;
    }

    /// <summary>Looks at the whole again: what is known now, who goes on with it, and when next.</summary>
    public Outcome Review(CaseTerms terms, DateOnly today)
    {
        if (Judge(terms, today) is { IsAccepted: false } incomplete)
            return incomplete;
        return WhileOpen(() => Take(terms, today));
    }

    /// <summary>Adds a step to the plan.</summary>
    public Outcome Plan(CaseStepTerms terms, DateOnly today) =>
        CaseStep.Judge(terms, today) is { IsAccepted: false } refused ? refused : WhileOpen(() => _steps.Add(new CaseStep(this, terms, _steps.Count + 1)));

    /// <summary>Notes that somebody was in touch with the family; a note is never changed.</summary>
    public Outcome Note(CaseContactTerms terms, long userId, DateOnly today, DateTime at) =>
        CaseContact.Judge(terms, today) is { IsAccepted: false } refused ? refused : WhileOpen(() => _contacts.Add(new CaseContact(this, terms, userId, at)));

    /// <summary>Ends the case. Steps that nobody has settled would be lost from sight, so they are settled first.</summary>
    public Outcome Close(CaseEnding ending, string? note, long userId, DateOnly today)
    {
        if (_steps.Count(step => step.State is CaseStepState.Open) is > 0 and var open)
            return Outcome.Refuse($"Masih ada {Indonesian.Number(open)} langkah yang belum selesai. Tandai selesai atau dibatalkan dahulu.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis hasilnya: apa yang berubah bagi keluarga ini.");
        return WhileOpen(() => (Ending, EndingNote, ClosedOn, ClosedById) = (ending, note.Trim(), today, userId));
    }

    /// <summary>Lies where the household lies, with its plan and its notes; whoever takes the family in owns it, and looks for a companion there.</summary>
    public void MoveTo(string areaCode, long ownerId)
    {
        AreaCode = areaCode;
        if (IsOpen)
            (OwnerId, CompanionId) = (ownerId, null);
        foreach (var step in _steps)
            step.MoveTo(areaCode);
        foreach (var contact in _contacts)
            contact.MoveTo(areaCode);
    }

    private static Outcome Judge(CaseTerms terms, DateOnly today) => terms switch
    {
        { Assessment: var text } when string.IsNullOrWhiteSpace(text) => Outcome.Refuse("Tulis asesmen: apa yang bisa keluarga ini lakukan sendiri, apa yang menghambat, apa yang mereka inginkan."),
        { ReviewOn: { } day } when day < today => Outcome.Refuse($"Tanggal tinjau {Indonesian.Date(day)} sudah lewat. Isi hari ini atau sesudahnya."),
        { ReviewOn: { } day } when day > today.AddDays(MostReviewDays) => Outcome.Refuse($"Tinjau kasus ini paling lambat {Indonesian.Date(today.AddDays(MostReviewDays))}."),
        _ => Outcome.Accepted,
    };

    private Outcome WhileOpen(Action change)
    {
        if (!IsOpen)
            return Outcome.Refuse($"Kasus ini sudah ditutup pada {Indonesian.Date(ClosedOn ?? OpenedOn)}. Buka kasus baru bila keluarga ini perlu ditangani lagi.");
        change();
        return Outcome.Accepted;
    }

    private void Take(CaseTerms terms, DateOnly today)
    {
        (Assessment, AssessedOn) = (terms.Assessment?.Trim() ?? "", today);
        (OwnerId, CompanionId, ReviewOn) = (terms.OwnerId, terms.CompanionId, terms.ReviewOn ?? today.AddDays(UsualReviewDays));
    }
}
