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

/// <summary>Whom a program counts: families (KK) or persons (orang).</summary>
public enum AidTarget
{
    Household = 1,
    Person = 2,
}

/// <summary>The words for strategy, fund source and target.</summary>
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

    /// <summary>The codes under which files name a fund source (domain list of sumber dana).</summary>
    public static CodedValues<FundSource> FundSourceCodes { get; } = new(
        (FundSource.Apbn, "APBN"), (FundSource.ProvincialApbd, "APBD_PROV"), (FundSource.RegionalApbd, "APBD_KABKOTA"), (FundSource.DanaDesa, "DANA_DESA"),
        (FundSource.DanaKelurahan, "DANA_KELURAHAN"), (FundSource.Dak, "DAK"), (FundSource.Dbh, "DBH"), (FundSource.Csr, "CSR_TJSL"), (FundSource.Baznas, "BAZNAS_LAZ"),
        (FundSource.BankOrKur, "PERBANKAN_KUR"), (FundSource.SelfHelp, "SWADAYA_LAIN"));

    public static CodedValues<AidTarget> Targets { get; } = new((AidTarget.Household, "Keluarga"), (AidTarget.Person, "Orang"));

    /// <summary>Money that is not the state's: it stands in the same ledger, under the partner's name.</summary>
    public static bool IsPartnerFund(this FundSource source) => source is FundSource.Csr or FundSource.Baznas or FundSource.BankOrKur or FundSource.SelfHelp;
}

/// <summary>The words for what is odd about aid.</summary>
public static class AidMarkWords
{
    public static IEnumerable<string> Of(AidMark marks)
    {
        if (marks.HasFlag(AidMark.DanaDesaInKelurahan))
            yield return "Dana Desa di kelurahan";
        if (marks.HasFlag(AidMark.NameDiffers))
            yield return "nama di daftar OPD berbeda";
    }
}
