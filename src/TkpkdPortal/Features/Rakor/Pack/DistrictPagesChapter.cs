using TkpkdPortal.Documents;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>A page for every kecamatan, as its camat takes it along.</summary>
internal sealed class DistrictPagesChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        foreach (var (index, district) in (figures.DistrictPages ?? []).Index())
        {
            if (index > 0)
                column.Item().PageBreak();
            column.Item().PaddingBottom(2.Mm()).Bookmark($"Kecamatan {district.Name}", 2).SemanticHeader2().Text($"Kecamatan {district.Name}").Style(PaperStyle.H2);
            PaperBlocks.Lead(column, PackSentences.Of(district));
            column.Item().SemanticSection().Table(table => Compose(table, district));
        }
    }

    private void Compose(TableDescriptor table, PackDistrict district)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[18, 21, 19, 16, 27, 24])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, $"Desa dan kelurahan di Kecamatan {district.Name}");
        table.Header(header =>
        {
            header.Cell("Desa/kelurahan");
            header.Cell("Sasaran", "KK");
            header.Cell("Dikunjungi", "KK");
            header.Cell("Layak", "KK");
            header.Cell("Desil 1", "KK");
            header.Cell("Membutuhkan", "KK");
            header.Cell("Belum dibantu", "KK");
        });
        foreach (var village in district.Villages)
            table.Cells(Row(village));
        if (district.Villages.Count > 1)
            table.Total(total => total.Cells(Row(district.Total)));
        PaperBlocks.Closing(table, "Layak: disetujui sebagai miskin atau miskin ekstrem menurut kunjungan. Desil 1 menurut daftar. Belum dibantu: punya kebutuhan yang diketahui dan tahun ini tidak dibantu untuk satu pun.", words.RegisterSource);
    }

    private static string[] Row(PackVillage village) =>
    [
        village.Name, PaperNumbers.Cell(village.Target), PaperNumbers.Cell(village.Visited), PaperNumbers.Cell(village.Eligible), PaperNumbers.Cell(village.FirstDecile),
        PaperNumbers.Cell(village.InNeed), PaperNumbers.Cell(village.NotMet),
    ];
}
