using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>What an OPD states of a program; money in rupiah.</summary>
public sealed record ProgramTerms(string Name, AidStrategy Strategy, FundSource FundSource, int Year)
{
    public AidTarget Target { get; init; } = AidTarget.Household;

    /// <summary>Code of the subkegiatan in the nomenclature of the budget, urusan to subkegiatan: "1.06.05.2.02.0001".</summary>
    public string? BudgetCode { get; init; }

    public string? BudgetName { get; init; }

    /// <summary>Pagu: what the budget allows the program to spend in its year.</summary>
    public decimal? Ceiling { get; init; }

    public decimal? UnitCost { get; init; }

    /// <summary>What is handed out, counted: "paket", "unit rumah".</summary>
    public string? Unit { get; init; }

    /// <summary>Needs that the program meets.</summary>
    public Need Needs { get; init; }

    /// <summary>For whose work it is meant; none is for everybody.</summary>
    public AidTargetGroup Groups { get; init; }

    /// <summary>Who pays where it is not the state.</summary>
    public string? Partner { get; init; }
}

/// <summary>A program of one OPD in one budget year, with its strategy, fund source and budget line.</summary>
public sealed class AidProgram : IHasPublicId, IHasVersion
{
    public const int NameMaxLength = 200, BudgetCodeMaxLength = 40, BudgetNameMaxLength = 300, UnitMaxLength = 40, PartnerMaxLength = 150, FirstYear = 2015, LastYear = 2100;

    /// <summary>Highest ceiling of one program, in rupiah: a slip of the keyboard is caught here.</summary>
    public const decimal CeilingMax = 10_000_000_000_000m;

    private AidProgram() => Name = "";

    public AidProgram(string name, long opdId, AidStrategy strategy, FundSource fundSource, int year)
        : this(opdId, new ProgramTerms(name, strategy, fundSource, year))
    {
    }

    private AidProgram(long opdId, ProgramTerms terms)
    {
        (PublicId, OpdId, Name) = (Guid.CreateVersion7(), opdId, "");
        Take(terms);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string Name { get; private set; }

    public long OpdId { get; private set; }

    public AidStrategy Strategy { get; private set; }

    public FundSource FundSource { get; private set; }

    public int Year { get; private set; }

    public AidTarget Target { get; private set; }

    public string? BudgetCode { get; private set; }

    public string? BudgetName { get; private set; }

    public decimal? Ceiling { get; private set; }

    public decimal? UnitCost { get; private set; }

    public string? Unit { get; private set; }

    public Need Needs { get; private set; }

    public AidTargetGroup Groups { get; private set; }

    public string? Partner { get; private set; }

    /// <summary>Opened by a recipient file that named it first; its OPD has not confirmed the terms yet.</summary>
    public bool IsProposed { get; private set; }

    /// <summary>Since when nothing new is planned under it; null while it runs.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Opens a program, or refuses with what to mend.</summary>
    public static Outcome Open(long opdId, ProgramTerms terms, bool officeHasDesa, out AidProgram? program)
    {
        var outcome = Judge(terms, officeHasDesa, realised: 0);
        program = outcome.IsAccepted ? new AidProgram(opdId, terms) : null;
        return outcome;
    }

    /// <summary>A program that a recipient file names and nobody has opened: the money has gone out, so no rule stops it.</summary>
    public static AidProgram Propose(long opdId, ProgramTerms terms) => new(opdId, terms) { IsProposed = true };

    /// <summary>
    /// Changes the terms. What has been handed out and given to villages stands: the year cannot leave it, the ceiling cannot fall below it, and Dana Desa cannot become the source of what a
    /// kelurahan has.
    /// </summary>
    public Outcome Change(ProgramTerms terms, bool officeHasDesa, decimal realised, bool hasAid, VillageShares? shares = null)
    {
        var villages = shares ?? VillageShares.None;
        if (hasAid && terms.Year != Year)
            return Outcome.Refuse($"Tahun tidak bisa diubah karena sudah ada bantuan yang dicatat. Buka program baru untuk tahun {terms.Year}.");
        if (villages.Amount > 0 && terms.Year != Year)
            return Outcome.Refuse($"Tahun tidak bisa diubah karena sudah ada anggaran desa/kelurahan. Buka program baru untuk tahun {terms.Year}.");
        if (terms.Ceiling < villages.Amount)
            return Outcome.Refuse($"Pagu lebih kecil daripada jumlah anggaran desa/kelurahan program ini ({Indonesian.Rupiah(villages.Amount)}).");
        if (terms.FundSource is FundSource.DanaDesa && villages.HasKelurahan)
            return Outcome.Refuse("Program ini sudah punya anggaran di kelurahan, dan Dana Desa hanya untuk desa. Hapus dahulu anggaran kelurahannya, atau pilih sumber dana lain.");
        if (Judge(terms, officeHasDesa, realised) is { IsAccepted: false } refused)
            return refused;
        Take(terms);
        IsProposed = false;
        return Outcome.Accepted;
    }

    /// <summary>Ends the program. Plans that were neither carried out nor dropped would be lost from sight, so they are settled first.</summary>
    public Outcome Close(DateOnly on, int openPlans)
    {
        if (ClosedOn is { } closed)
            return Outcome.Refuse($"Program ini sudah ditutup pada {Indonesian.Date(closed)}.");
        if (openPlans > 0)
            return Outcome.Refuse($"Masih ada {Indonesian.Number(openPlans)} bantuan yang direncanakan atau diproses. Salurkan atau batalkan dahulu.");
        ClosedOn = on;
        return Outcome.Accepted;
    }

    /// <summary>Dana Desa reaches only families that live in a desa (UU 6/2014); a plan elsewhere is refused.</summary>
    public Outcome CanReach(AreaCode household, string villageName) =>
        FundSource is FundSource.DanaDesa && household.VillageKind is VillageKind.Kelurahan
            ? Outcome.Refuse($"{AidWords.FundSources.Label(FundSource)} hanya untuk desa. {villageName} adalah kelurahan; pilih program dengan sumber dana lain.")
            : Outcome.Accepted;

    /// <summary>A plan stays within the ceiling, counted with all that is planned and handed out already.</summary>
    public Outcome CanCommit(decimal committed, decimal? amount) =>
        Ceiling is { } ceiling && amount is { } more && committed + more > ceiling
            ? Outcome.Refuse($"Pagu {Indonesian.Rupiah(ceiling)} terlampaui: sudah {Indonesian.Rupiah(committed)} direncanakan dan tersalur. Naikkan pagu atau kurangi nilainya.")
            : Outcome.Accepted;

    private static Outcome Judge(ProgramTerms terms, bool officeHasDesa, decimal realised)
    {
        if (terms.FundSource is FundSource.DanaDesa && !officeHasDesa)
            return Outcome.Refuse("Dana Desa hanya untuk desa, dan wilayah kantor ini hanya kelurahan. Pilih sumber dana lain.");
        if (terms.Ceiling is <= 0 or > CeilingMax)
            return Outcome.Refuse($"Pagu berkisar antara Rp1 dan {Indonesian.Rupiah(CeilingMax)}.");
        if (terms.Ceiling < realised)
            return Outcome.Refuse($"Pagu lebih kecil daripada yang sudah tersalur ({Indonesian.Rupiah(realised)}).");
        if (terms.UnitCost is <= 0 or > Intervention.AmountMax)
            return Outcome.Refuse($"Biaya satuan berkisar antara Rp1 dan {Indonesian.Rupiah(Intervention.AmountMax)}.");
        if (terms.UnitCost > terms.Ceiling)
            return Outcome.Refuse("Biaya satuan lebih besar daripada pagu.");
        return terms.FundSource.IsPartnerFund() && string.IsNullOrWhiteSpace(terms.Partner)
            ? Outcome.Refuse($"Sebutkan mitra yang membiayai: sumber dananya {AidWords.FundSources.Label(terms.FundSource)}.")
            : Outcome.Accepted;
    }

    private void Take(ProgramTerms terms)
    {
        (Name, Strategy, FundSource, Year, Target, Needs) = (terms.Name.Trim(), terms.Strategy, terms.FundSource, terms.Year, terms.Target, terms.Needs);
        (Ceiling, UnitCost, Groups) = (terms.Ceiling, terms.UnitCost, terms.Groups);
        (BudgetCode, BudgetName, Unit, Partner) = (TypedText.OrNull(terms.BudgetCode), TypedText.OrNull(terms.BudgetName), TypedText.OrNull(terms.Unit), TypedText.OrNull(terms.Partner));
    }
}
