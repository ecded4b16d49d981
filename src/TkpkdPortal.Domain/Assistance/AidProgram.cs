using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>The three official strategies that every program serves (Inpres 4/2022 and 8/2025).</summary>
public enum AidStrategy
{
    ReduceExpenses = 1,
    RaiseIncome = 2,
    ReducePockets = 3,
}

/// <summary>Where the money of a program comes from; Dana Desa exists only where the village is a desa.</summary>
public enum FundSource
{
    Apbn = 1,
    ProvincialApbd = 2,
    RegionalApbd = 3,
    DanaDesa = 4,
    DanaKelurahan = 5,
    Dak = 6,
    Dbh = 7,
    Csr = 8,
    Baznas = 9,
    BankOrKur = 10,
    SelfHelp = 11,
}

/// <summary>The words for strategy and fund source.</summary>
public static class AidWords
{
    public static CodedValues<AidStrategy> Strategies { get; } = new(
        (AidStrategy.ReduceExpenses, "Pengurangan beban pengeluaran"),
        (AidStrategy.RaiseIncome, "Peningkatan pendapatan"),
        (AidStrategy.ReducePockets, "Pengurangan kantong kemiskinan"));

    public static CodedValues<FundSource> FundSources { get; } = new(
        (FundSource.Apbn, "APBN"), (FundSource.ProvincialApbd, "APBD Provinsi"), (FundSource.RegionalApbd, "APBD Kabupaten/Kota"),
        (FundSource.DanaDesa, "Dana Desa"), (FundSource.DanaKelurahan, "Dana Kelurahan"), (FundSource.Dak, "DAK"), (FundSource.Dbh, "DBH"),
        (FundSource.Csr, "CSR/TJSL"), (FundSource.Baznas, "BAZNAS/LAZ"), (FundSource.BankOrKur, "Perbankan/KUR"), (FundSource.SelfHelp, "Swadaya dan lainnya"));
}

/// <summary>A program of one OPD in one budget year, with its strategy and fund source.</summary>
public sealed class AidProgram : IHasPublicId, IHasVersion
{
    public const int NameMaxLength = 200, FirstYear = 2015, LastYear = 2100;

    private AidProgram() => Name = "";

    public AidProgram(string name, long opdId, AidStrategy strategy, FundSource fundSource, int year)
    {
        PublicId = Guid.CreateVersion7();
        (Name, OpdId, Strategy, FundSource, Year) = (name.Trim(), opdId, strategy, fundSource, year);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string Name { get; private set; }

    public long OpdId { get; private set; }

    public AidStrategy Strategy { get; private set; }

    public FundSource FundSource { get; private set; }

    public int Year { get; private set; }

    public int Version { get; private set; }

    /// <summary>Dana Desa reaches only families that live in a desa (UU 6/2014); a plan elsewhere is refused.</summary>
    public Outcome CanReach(AreaCode household, string villageName) =>
        FundSource is FundSource.DanaDesa && household.VillageKind is VillageKind.Kelurahan
            ? Outcome.Refuse($"{AidWords.FundSources.Label(FundSource)} hanya untuk desa. {villageName} adalah kelurahan; pilih program dengan sumber dana lain.")
            : Outcome.Accepted;
}
