using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Exporting;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>The tables of the dashboard by the names that an address gives them; the file is filled from the very table that the page shows.</summary>
public static class FigureExports
{
    public const string Deciles = "desil", Verification = "verval", Characteristics = "karakteristik", AidByArea = "wilayah", AidByOpd = "opd", AidByStrategy = "strategi", AidByFundSource = "dana";

    public static async Task<FigureTable?> TableAsync(FigureDesk desk, AreaDirectory areas, DashboardFrame frame, CancellationToken ct) => frame.Filter.Table switch
    {
        Deciles => (await desk.DecilesAsync(frame.Scope, ct)).Table(areas, frame.Area),
        Verification => (await desk.VerificationAsync(frame.Scope, ct)).Table(areas, frame.Area),
        Characteristics => (await CharacteristicPage.ForAsync(desk, areas, frame, ct))?.Table,
        _ => null,
    };

    public static async Task<FigureTable?> AidTableAsync(FigureDesk desk, AreaDirectory areas, DashboardFrame frame, CancellationToken ct)
    {
        var at = Array.IndexOf([AidByArea, AidByOpd, AidByStrategy, AidByFundSource], frame.Filter.Table);
        return at < 0 ? null : (await AidPage.ForAsync(desk, areas, frame, ct)).Tables[at];
    }

    public static IReadOnlyList<string> Headings(FigureTable table) =>
        [char.ToUpperInvariant(table.LineWord[0]) + table.LineWord[1..], "Kode wilayah", .. table.Columns.Select(column => $"{column.Name} ({column.Unit})")];

    public static async IAsyncEnumerable<IReadOnlyList<ExportCell>> RowsAsync(FigureTable table)
    {
        foreach (var line in table.Lines)
            yield return [ExportCell.Of(line.Label), ExportCell.Code(line.Area?.Official), .. line.Values.Select(value => ExportCell.Of(value))];
        yield return [ExportCell.Of("Jumlah"), ExportCell.Of(""), .. table.Total.Select(value => ExportCell.Of(value))];
        await Task.CompletedTask;
    }

    /// <summary>"Desil 1, semua tahun": what narrows the figures, in words.</summary>
    public static string FilterWords(DashboardFilter filter) => string.Join(", ", new[]
    {
        filter.DecileCode is { } code ? $"desil {WelfareDecile.FromCode(code).Label}" : "semua desil", filter.Year is { } year ? $"tahun anggaran {year}" : "",
    }.Where(part => part.Length > 0));
}
