using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Charts;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

internal sealed class VerificationChapter(RakorFigures figures, PackWords words)
{
    private const string Sum = "Dikunjungi: kunjungan yang sudah diajukan petugas. Disetujui = layak + tidak layak + lainnya. Lainnya: pindah, meninggal, ganda, tidak ditemukan, belum ditemui. – berarti nol; <20 berarti dasar kurang dari 20 KK, digambar satu kotak per KK.";

    public void Compose(ColumnDescriptor column)
    {
        if (figures.Verification.Target == 0)
            return;
        Districts(column);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(VillageTable);
    }

    /// <summary>Without the villages, for a report that goes out of the region.</summary>
    public void Districts(ColumnDescriptor column)
    {
        if (figures.Verification.Target > 0)
            column.Item().SemanticSection().Table(table => DistrictTable(table,
                [.. figures.Districts.OrderByDescending(d => d.Figure.Target == 0 ? -1 : (double)d.Figure.Visited / d.Figure.Target).ThenByDescending(d => d.Figure.Target).Select(d => (d.Name, d.Figure))]));
    }

    private void DistrictTable(TableDescriptor table, IReadOnlyList<(string Name, VerificationFigure Figure)> rows)
    {
        var isOrdered = rows.Count > 1;
        table.Look(TableLook.Dense);
        Columns(table);
        PaperBlocks.Caption(table, "Kunjungan dan hasilnya menurut kecamatan" + (isOrdered ? ", diurutkan menurut cakupan" : ""));
        Header(table, "Kecamatan", isOrdered);
        foreach (var (name, figure) in rows)
            Row(table, name, figure);
        if (isOrdered)
            table.Total(total => Total(total, figures.Office.RegionKind, figures.Verification));
        PaperBlocks.Closing(table, Sum, words.FieldSource);
    }

    private void VillageTable(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        Columns(table);
        PaperBlocks.Caption(table, "Kunjungan dan hasilnya menurut desa dan kelurahan");
        Header(table, "Desa/kelurahan", isOrdered: false);
        foreach (var district in figures.Villages.Where(v => v.Figure.Target > 0).GroupBy(v => v.District))
        {
            var heading = $"Kecamatan {district.Key}: {Indonesian.Number(district.Sum(v => v.Figure.Target))} KK";
            table.Group(first => first.Text(heading), again => again.Text($"Kecamatan {district.Key} (lanjutan)"));
            foreach (var village in district)
                Row(table, village.Name, village.Figure);
        }
        PaperBlocks.Closing(table, Sum, words.FieldSource);
    }

    private static void Columns(TableDescriptor table) => table.ColumnsDefinition(columns =>
    {
        columns.RelativeColumn();
        foreach (var width in (int[])[16, 18, 19])
            columns.ConstantColumn(width.Mm()).AlignRight();
        columns.ConstantColumn(23.Mm());
        foreach (var width in (int[])[16, 13, 13, 15])
            columns.ConstantColumn(width.Mm()).AlignRight();
    });

    private static void Header(TableDescriptor table, string head, bool isOrdered) => table.Header(header =>
    {
        header.Cell(head);
        header.Cell("Sasaran", "KK");
        header.Cell("Dikun\u00adjungi", "KK");
        header.Cell(isOrdered ? "Cakupan\u00a0▼" : "Cakupan", "%");
        header.Cell("Kemajuan", "0–100 %");
        header.Cell("Disetujui", "KK");
        header.Cell("Layak", "KK");
        header.Cell("Tidak layak", "KK");
        header.Cell("Lainnya", "KK");
    });

    private static void Row(TableDescriptor table, string name, VerificationFigure f)
    {
        table.Cells(name, PaperNumbers.Cell(f.Target), PaperNumbers.Cell(f.Visited), PaperNumbers.Share(f.Visited, f.Target));
        table.Cell().CellChart(Bar(f));
        table.Cells(PaperNumbers.Cell(f.Approved), PaperNumbers.Cell(f.Eligible), PaperNumbers.Cell(f.NotEligible), PaperNumbers.Cell(f.Others));
    }

    private static void Total(TableRowsDescriptor total, string name, VerificationFigure f)
    {
        total.Cells([name, PaperNumbers.Cell(f.Target), PaperNumbers.Cell(f.Visited), PaperNumbers.Share(f.Visited, f.Target)]);
        total.Cell().CellChart(Bar(f));
        total.Cells([PaperNumbers.Cell(f.Approved), PaperNumbers.Cell(f.Eligible), PaperNumbers.Cell(f.NotEligible), PaperNumbers.Cell(f.Others)]);
    }

    private static Chart Bar(VerificationFigure f) =>
        f.Target < PaperNumbers.SmallestBase ? new UnitSquares(f.Target, f.Visited) : new ProgressBar((double)f.Visited / f.Target) { Width = 19 };
}
