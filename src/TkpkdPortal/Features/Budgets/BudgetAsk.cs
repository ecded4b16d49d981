using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Budgets;

/// <summary>Which budgets are asked for; the address holds all of it and can be sent to a colleague.</summary>
public sealed record BudgetAsk
{
    public const string Path = "/anggaran", DanaDesaPath = "/anggaran/dana-desa";

    public static IReadOnlyList<(BudgetSplit Split, string Key, string Label)> Splits { get; } =
    [
        (BudgetSplit.ByProgram, "program", "program"), (BudgetSplit.ByVillage, "desa", "desa/kelurahan"), (BudgetSplit.ByFundSource, "dana", "sumber dana"), (BudgetSplit.ByOpd, "opd", "OPD"),
    ];

    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "opd")]
    public Guid? Opd { get; init; }

    [FromQuery(Name = "dana")]
    public FundSource? FundSource { get; init; }

    [FromQuery(Name = "menurut")]
    public string? By { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    /// <summary>Null where the word is none of them.</summary>
    public BudgetSplit? Split => string.IsNullOrWhiteSpace(By) ? BudgetSplit.ByProgram : Splits.Where(one => one.Key == By).Select(one => (BudgetSplit?)one.Split).FirstOrDefault();

    public bool HasPossibleYear => Year is null or (>= AidProgram.FirstYear and <= AidProgram.LastYear);

    public string Link => Address(Path);

    public string DanaDesaLink => (this with { Opd = null, FundSource = null, By = null }).Address(DanaDesaPath);

    private string Address(string path) => PageAddress.Of(path,
        [("tahun", Year?.ToString(CultureInfo.InvariantCulture)), ("wilayah", Area), ("menurut", By), ("dana", FundSource?.ToString()), ("opd", Opd?.ToString()), ("halaman", Page is > 1 ? Page?.ToString(CultureInfo.InvariantCulture) : null)]);
}
