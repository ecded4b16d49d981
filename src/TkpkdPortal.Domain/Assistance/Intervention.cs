using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>State of an intervention: DIRENCANAKAN to TERVERIFIKASI, with the side states BATAL and TIDAK_TERSALUR.</summary>
public enum InterventionState
{
    Planned = 1,
    Budgeted = 2,
    InProgress = 3,
    Delivered = 4,
    Verified = 5,
    Cancelled = 6,
    NotDelivered = 7,
}

/// <summary>The words for <see cref="InterventionState"/>.</summary>
public static class InterventionStateWords
{
    public static CodedValues<InterventionState> Values { get; } = new(
        (InterventionState.Planned, "Direncanakan"), (InterventionState.Budgeted, "Dianggarkan"), (InterventionState.InProgress, "Diproses"),
        (InterventionState.Delivered, "Tersalur"), (InterventionState.Verified, "Terverifikasi"), (InterventionState.Cancelled, "Batal"),
        (InterventionState.NotDelivered, "Tidak tersalur"));

    /// <summary>The aid has reached the household.</summary>
    public static bool HasArrived(this InterventionState state) => state is InterventionState.Delivered or InterventionState.Verified;
}

/// <summary>Intervensi: one piece of aid for one household, in money (rupiah) or goods, with its day and state.</summary>
public sealed class Intervention : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int GoodsMaxLength = 200, NoteMaxLength = 500;

    /// <summary>Highest amount for one household, in rupiah: a slip of the keyboard is caught here.</summary>
    public const decimal AmountMax = 1_000_000_000m;

    private Intervention() => AreaCode = "";

    private Intervention(AidProgram program, Household household, InterventionTerms terms)
    {
        PublicId = terms.Id;
        (ProgramId, OpdId, HouseholdId, AreaCode) = (program.Id, program.OpdId, household.Id, household.AreaCode);
        (State, On, Amount, Goods, Note) = (terms.State, terms.On, terms.Amount, terms.Goods?.Trim(), terms.Note?.Trim());
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long ProgramId { get; private set; }

    /// <summary>OPD of the program, carried here so that the Duty filter needs no join.</summary>
    public long OpdId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Area of the household when the aid was recorded.</summary>
    public string AreaCode { get; private set; }

    public InterventionState State { get; private set; }

    /// <summary>Day of delivery, or the planned day.</summary>
    public DateOnly On { get; private set; }

    public decimal? Amount { get; private set; }

    public string? Goods { get; private set; }

    public string? Note { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Records aid, or refuses with what to mend: money or goods, no delivery in the future, Dana Desa only in a desa.</summary>
    public static Outcome Record(AidProgram program, Household household, InterventionTerms terms, string villageName, DateOnly today, DateTime at,
        out Intervention? intervention)
    {
        intervention = null;
        if (terms.Amount is null && string.IsNullOrWhiteSpace(terms.Goods))
            return Outcome.Refuse("Isi nilai rupiah atau barang yang diberikan.");
        if (terms.Amount is <= 0 or > AmountMax)
            return Outcome.Refuse($"Nilai berkisar antara Rp1 dan {Indonesian.Rupiah(AmountMax)}.");
        if (terms.State.HasArrived() && terms.On > today)
            return Outcome.Refuse("Bantuan yang sudah tersalur tidak bisa bertanggal di depan. Pilih keadaan Direncanakan atau ubah tanggalnya.");
        if (program.CanReach(AreaCodeOf(household), villageName) is { IsAccepted: false } refused)
            return refused;
        intervention = new Intervention(program, household, terms) { RecordedAt = at };
        return Outcome.Accepted;
    }

    private static AreaCode AreaCodeOf(Household household) => Areas.AreaCode.Parse(household.AreaCode);
}

/// <summary>What an OPD states of one piece of aid: its state, day, and money in rupiah or goods in words.</summary>
public sealed record InterventionTerms(InterventionState State, DateOnly On, decimal? Amount, string? Goods, string? Note)
{
    /// <summary>Given when the form was opened, so that the same form sent twice cannot be recorded twice.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
}
