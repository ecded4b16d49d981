using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Where the lists disagree, by field and by kecamatan.</summary>
internal sealed class DifferencesChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Differences is not { Differing: > 0 } differences)
            return;
        var source = $"Sumber: {differences.First} dan {differences.Second} · {words.DataLine}";
        column.Item().SemanticSection().Table(table => ByField(table, differences, source));
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(table => ByDistrict(table, differences, source));
    }

    private static void ByField(TableDescriptor table, PackDifferences differences, string source)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[30, 30, 30])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Isian yang berbeda dan belum diputus");
        table.Header(header =>
        {
            header.Cell("Isian");
            header.Cell("Berbeda\u00a0▼", "KK");
            header.Cell("Bagian", "%");
            header.Cell("Di antaranya besar", "KK");
        });
        foreach (var line in differences.ByField)
            table.Cells(line.Name, PaperNumbers.Cell(line.Families), PaperNumbers.Share(line.Families, differences.InBoth), PaperNumbers.Cell(line.Large));
        PaperBlocks.Closing(table, $"Bagian dari {Indonesian.Number(differences.InBoth)} KK yang disebut keduanya. Satu KK dapat berbeda dalam beberapa isian, sehingga baris tidak dijumlahkan. Besar: nama lain, desa lain, atau layak menurut yang satu dan tidak layak menurut yang lain.", source);
    }

    private void ByDistrict(TableDescriptor table, PackDifferences differences, string source)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[30, 30, 30, 30])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Keluarga yang berbeda menurut kecamatan");
        table.Header(header =>
        {
            header.Cell("Kecamatan");
            header.Cell("Disebut keduanya", "KK");
            header.Cell("Berbeda", "KK");
            header.Cell("Bagian", "%");
            header.Cell("Di antaranya besar", "KK");
        });
        foreach (var line in differences.ByDistrict)
            table.Cells(Row(line));
        if (differences.ByDistrict.Count > 1)
            table.Total(total => total.Cells(Row(new PackDifferenceLine(figures.Office.RegionKind, differences.InBoth, differences.Differing, differences.ByDistrict.Sum(line => line.Large)))));
        PaperBlocks.Closing(table, "Setiap KK dihitung sekali, menurut tempat tinggalnya dalam register.", source);
    }

    private static string[] Row(PackDifferenceLine line) => [line.Name, PaperNumbers.Cell(line.InBoth), PaperNumbers.Cell(line.Families), PaperNumbers.Share(line.Families, line.InBoth), PaperNumbers.Cell(line.Large)];
}
