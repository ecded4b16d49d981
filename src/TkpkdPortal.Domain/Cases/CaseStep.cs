using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Cases;

/// <summary>What is to be done by when, which need it meets, and which OPD does it; without an OPD it is the companion's or the owner's own.</summary>
public sealed record CaseStepTerms(string? Text, Need Need, Opd? Opd, DateOnly? DueOn);

/// <summary>Langkah: one thing of a case's plan with its due day. It is settled once, as done or as dropped with a reason, and stays in the plan.</summary>
public sealed class CaseStep : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int TextMaxLength = 300, NoteMaxLength = 300;

    /// <summary>Farthest due day: a plan that looks farther is reviewed before.</summary>
    public const int MostDays = 366;

    /// <summary>How many days before its due day a step is put before whoever has to do it.</summary>
    public const int ReminderDays = 7;

    private CaseStep() => (AreaCode, Text) = ("", "");

    internal CaseStep(FamilyCase family, CaseStepTerms terms, int number) : this()
    {
        (PublicId, HouseholdId, AreaCode, Number, State) = (Guid.CreateVersion7(), family.HouseholdId, family.AreaCode, number, CaseStepState.Open);
        // Judged before, so both are there.
        (Text, Need, OpdId, DueOn) = (terms.Text!.Trim(), terms.Need, terms.Opd?.Id, terms.DueOn!.Value);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long CaseId { get; private set; }

    public long HouseholdId { get; private set; }

    public string AreaCode { get; private set; }

    public int Number { get; private set; }

    public string Text { get; private set; }

    public Need Need { get; private set; }

    /// <summary>The OPD that does it; null where the companion or the owner does.</summary>
    public long? OpdId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public CaseStepState State { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    public long? SettledById { get; private set; }

    /// <summary>What was done, or why it was dropped.</summary>
    public string? SettledNote { get; private set; }

    public int Version { get; private set; }

    /// <summary>Done or dropped after its due day.</summary>
    public bool IsLate => SettledOn > DueOn;

    public bool IsOverdue(DateOnly today) => State is CaseStepState.Open && DueOn < today;

    public static Outcome Judge(CaseStepTerms terms, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(terms.Text))
            return Outcome.Refuse("Tulis langkahnya: siapa melakukan apa bagi keluarga ini.");
        if (!NeedWords.Values.All.Contains(terms.Need))
            return Outcome.Refuse("Pilih satu kebutuhan. Untuk kebutuhan lain, tambahkan langkah lain.");
        if (terms.Opd is { } opd && (terms.Need is Need.None || (opd.Duty & terms.Need) != terms.Need))
            return Outcome.Refuse($"Langkah untuk {opd.ShortName} perlu kebutuhan yang menjadi tugasnya{(opd.Duty is Need.None ? "" : $": {NeedWords.List(opd.Duty)}")}. Untuk kebutuhan lain, kirim rujukan.");
        return terms.DueOn switch
        {
            null => Outcome.Refuse("Isi tenggat langkah ini."),
            { } due when due < today => Outcome.Refuse($"Tenggat {Indonesian.Date(due)} sudah lewat. Isi hari ini atau sesudahnya."),
            { } due when due > today.AddDays(MostDays) => Outcome.Refuse($"Tenggat paling lambat {Indonesian.Date(today.AddDays(MostDays))}."),
            _ => Outcome.Accepted,
        };
    }

    public Outcome Settle(CaseStepState state, string? note, long userId, DateOnly today)
    {
        if (State is not CaseStepState.Open)
            return Outcome.Refuse($"Langkah ini sudah {CaseWords.StepStates.Label(State).ToLowerInvariant()} pada {Indonesian.Date(SettledOn ?? DueOn)}.");
        if (state is CaseStepState.Open)
            return Outcome.Refuse("Pilih: selesai atau dibatalkan.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse(state is CaseStepState.Done ? "Tulis hasilnya: apa yang terjadi." : "Tulis mengapa langkah ini dibatalkan.");
        (State, SettledNote, SettledOn, SettledById) = (state, note.Trim(), today, userId);
        return Outcome.Accepted;
    }

    internal void MoveTo(string areaCode) => AreaCode = areaCode;
}
