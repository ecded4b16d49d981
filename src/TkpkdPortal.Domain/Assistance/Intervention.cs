using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>What is odd about aid that was handed out all the same: it is recorded and marked, since it has happened.</summary>
[Flags]
public enum AidMark
{
    None = 0,

    /// <summary>Dana Desa in a kelurahan (BLT_DD_DI_KELURAHAN).</summary>
    DanaDesaInKelurahan = 1 << 0,

    /// <summary>The OPD's file names the person otherwise than the register (NAMA_BEDA).</summary>
    NameDiffers = 1 << 1,
}

/// <summary>Intervensi: one piece of aid for one household or one of its members, in money (rupiah) or goods, with its day, period and state.</summary>
public sealed class Intervention : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int GoodsMaxLength = 200, UnitMaxLength = 40, NoteMaxLength = 500, EvidenceMaxLength = 200, PartnerMaxLength = 150, ReasonMaxLength = 300;

    /// <summary>Highest amount for one household, in rupiah: a slip of the keyboard is caught here.</summary>
    public const decimal AmountMax = 1_000_000_000m;

    public const decimal QuantityMax = 100_000m;

    private Intervention() => (AreaCode, Period) = ("", new AidPeriod(AidProgram.FirstYear));

    private Intervention(AidProgram program, long householdId, long? personId, string areaCode, InterventionTerms terms, DateTime at)
    {
        PublicId = terms.Id;
        (ProgramId, OpdId, HouseholdId, PersonId, AreaCode) = (program.Id, program.OpdId, householdId, personId, areaCode);
        (State, On, Period, RecordedAt) = (terms.State, terms.On, terms.Period ?? new AidPeriod(program.Year), at);
        ArrivedAt = terms.State.HasArrived() ? at : null;
        Take(terms);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long ProgramId { get; private set; }

    /// <summary>OPD of the program, carried here so that the Duty filter needs no join.</summary>
    public long OpdId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>The member it is for; null where it is for the whole family.</summary>
    public long? PersonId { get; private set; }

    /// <summary>Area of the household when the aid was recorded.</summary>
    public string AreaCode { get; private set; }

    public InterventionState State { get; private set; }

    /// <summary>Day of delivery, or the planned day.</summary>
    public DateOnly On { get; private set; }

    public AidPeriod Period { get; private set; }

    public decimal? Amount { get; private set; }

    public string? Goods { get; private set; }

    public decimal? Quantity { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>Number of the paper that proves it: BAST, SP2D, receipt.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Who gave it where that is not the OPD itself.</summary>
    public string? Partner { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Why it was cancelled or not delivered.</summary>
    public string? DropReason { get; private set; }

    public AidMark Marks { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>When it was recorded as delivered: a question about a past day counts it from here.</summary>
    public DateTime? ArrivedAt { get; private set; }

    /// <summary>When it was recorded as cancelled or not delivered.</summary>
    public DateTime? DroppedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// Records aid, or refuses with what to mend. A plan keeps every rule; what has been handed out already is a fact and is recorded with a mark.
    /// </summary>
    public static Outcome Record(AidProgram program, Household household, InterventionTerms terms, string villageName, DateOnly today, DateTime at,
        out Intervention? intervention)
    {
        intervention = null;
        if (Judge(terms, today) is { IsAccepted: false } incomplete)
            return incomplete;
        if (terms.Person is { } person && person.HouseholdId != household.Id)
            return Outcome.Refuse("Orang yang dipilih bukan anggota keluarga ini.");
        if (program.Target is AidTarget.Person && terms.Person is null)
            return Outcome.Refuse("Program ini untuk perorangan. Pilih anggota keluarga yang menerimanya.");
        var reach = program.CanReach(Areas.AreaCode.Parse(household.AreaCode), villageName);
        if (!terms.State.HasArrived() && JudgePlan(program, terms, reach) is { IsAccepted: false } refused)
            return refused;
        intervention = new Intervention(program, household.Id, terms.Person?.Id, household.AreaCode, terms, at)
        {
            Marks = terms.Marks | (reach.IsAccepted ? AidMark.None : AidMark.DanaDesaInKelurahan),
        };
        return Outcome.Accepted;
    }

    /// <summary>Aid that an OPD's file reports as handed out: a fact, so that no rule stops it; what is odd about it is marked.</summary>
    public static Intervention OfFile(AidProgram program, long householdId, long personId, string areaCode, InterventionTerms terms, DateTime at) =>
        new(program, householdId, personId, areaCode, terms, at) { Marks = terms.Marks };

    /// <summary>Takes the next step. Delivery needs a day that has come, a verified delivery its evidence, and what is dropped its reason.</summary>
    public Outcome MoveTo(InterventionStep step, DateOnly today, DateTime at)
    {
        if (!State.Next().Contains(step.State))
            return Outcome.Refuse($"Dari {Label(State)} tidak bisa langsung ke {Label(step.State)}.{Allowed()}");
        if (step.State.IsDropped() && string.IsNullOrWhiteSpace(step.Reason))
            return Outcome.Refuse("Tulis alasannya: keluarga dan OPD lain perlu tahu mengapa bantuan ini tidak jadi.");
        if (step.State.HasArrived() && step.On > today)
            return Outcome.Refuse("Bantuan yang sudah tersalur tidak bisa bertanggal di depan.");
        if (step.State is InterventionState.Verified && string.IsNullOrWhiteSpace(step.Evidence ?? Evidence))
            return Outcome.Refuse("Isi nomor bukti, misalnya nomor BAST atau SP2D.");
        (State, Evidence) = (step.State, TypedText.OrNull(step.Evidence) ?? Evidence);
        // Without a day it was handed out today at the latest, also where the plan named a later one.
        On = step.State is InterventionState.Delivered ? step.On ?? (On < today ? On : today) : On;
        DropReason = step.State.IsDropped() ? TypedText.OrNull(step.Reason) : null;
        ArrivedAt = step.State is InterventionState.Delivered ? at : ArrivedAt;
        DroppedAt = step.State.IsDropped() ? at : null;
        return Outcome.Accepted;
    }

    /// <summary>The paper that proves a delivery proves the steps before it: they are taken with it.</summary>
    public Outcome Realise(DateOnly? on, string? evidence, DateOnly today, DateTime at)
    {
        if (!State.IsPlan())
            return Outcome.Refuse($"Catatan ini sudah {Label(State).ToLowerInvariant()}.");
        if (string.IsNullOrWhiteSpace(evidence))
            return Outcome.Refuse("Isi nomor bukti, misalnya nomor BAST atau SP2D.");
        if (on is null || on > today)
            return Outcome.Refuse("Isi tanggal tersalur: hari ini atau sebelumnya.");
        while (State is not InterventionState.Delivered)
        {
            var next = State switch { InterventionState.Planned => InterventionState.Budgeted, InterventionState.Budgeted => InterventionState.InProgress, _ => InterventionState.Delivered };
            if (MoveTo(new InterventionStep(next, on, evidence), today, at) is { IsAccepted: false } refused)
                return refused;
        }
        return Outcome.Accepted;
    }

    /// <summary>An OPD delivers the same fact of its file again with other content.</summary>
    public void CorrectTo(InterventionTerms terms)
    {
        (On, Marks) = (terms.On, terms.Marks | (Marks & AidMark.DanaDesaInKelurahan));
        Take(terms);
    }

    /// <summary>A bulk load reserves the keys of its rows.</summary>
    public Intervention WithId(long id)
    {
        Id = id;
        return this;
    }

    private void Take(InterventionTerms terms)
    {
        (Amount, Goods, Quantity, Unit) = (terms.Amount, TypedText.OrNull(terms.Goods), terms.Quantity, TypedText.OrNull(terms.Unit));
        (Evidence, Partner, Note) = (TypedText.OrNull(terms.Evidence), TypedText.OrNull(terms.Partner), TypedText.OrNull(terms.Note));
    }

    private static Outcome Judge(InterventionTerms terms, DateOnly today)
    {
        if (terms.Amount is null && string.IsNullOrWhiteSpace(terms.Goods))
            return Outcome.Refuse("Isi nilai rupiah atau barang yang diberikan.");
        if (terms.Amount is <= 0 or > AmountMax)
            return Outcome.Refuse($"Nilai berkisar antara Rp1 dan {Indonesian.Rupiah(AmountMax)}.");
        if (terms.Quantity is <= 0 or > QuantityMax)
            return Outcome.Refuse($"Jumlah barang berkisar antara 1 dan {Indonesian.Number((long)QuantityMax)}.");
        if (terms.Period is { IsPossible: false })
            return Outcome.Refuse("Pilih triwulan atau bulan, bukan keduanya.");
        if (terms.State.IsDropped())
            return Outcome.Refuse("Bantuan yang tidak jadi dicatat dari rencananya: buka rencana itu, lalu batalkan.");
        return terms.State.HasArrived() && terms.On > today
            ? Outcome.Refuse("Bantuan yang sudah tersalur tidak bisa bertanggal di depan. Pilih keadaan Direncanakan atau ubah tanggalnya.")
            : Outcome.Accepted;
    }

    private static Outcome JudgePlan(AidProgram program, InterventionTerms terms, Outcome reach)
    {
        if (program.ClosedOn is { } closed)
            return Outcome.Refuse($"Program ini sudah ditutup pada {Indonesian.Date(closed)}. Pilih program yang masih berjalan.");
        if ((terms.Period?.Year ?? terms.On.Year) != program.Year)
            return Outcome.Refuse($"Anggaran program ini untuk tahun {program.Year}. Ubah tanggalnya, atau pilih program tahun {terms.Period?.Year ?? terms.On.Year}.");
        return reach;
    }

    private string Allowed() => State.Next() is { Count: > 0 } next
        ? $" Langkah berikutnya: {string.Join(" atau ", next.Select(Label))}."
        : " Catatan ini sudah selesai.";

    private static string Label(InterventionState state) => InterventionStateWords.Values.Label(state);
}

/// <summary>What an OPD states of one piece of aid: its state, day, and money in rupiah or goods in words.</summary>
public sealed record InterventionTerms(InterventionState State, DateOnly On, decimal? Amount, string? Goods, string? Note)
{
    /// <summary>Given when the form was opened, so that the same form sent twice cannot be recorded twice.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public AidPeriod? Period { get; init; }

    /// <summary>The member it is for.</summary>
    public Person? Person { get; init; }

    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }

    public string? Evidence { get; init; }

    public string? Partner { get; init; }

    public AidMark Marks { get; init; }
}

/// <summary>The next step of an intervention and what has to be said with it.</summary>
public sealed record InterventionStep(InterventionState State, DateOnly? On = null, string? Evidence = null, string? Reason = null);
