using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Aid that rules take for double, until somebody decides.</summary>
internal sealed class OverlapsChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Overlaps is not { } overlaps)
            return;
        if (overlaps.Findings > 0)
            column.Item().SemanticSection().Table(table => Compose(table, overlaps));
    }

    private void Compose(TableDescriptor table, PackOverlaps overlaps)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.RelativeColumn(2);
            foreach (var width in (int[])[22, 20, 30])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Temuan yang belum diputus menurut OPD dan sumber dana");
        table.Header(header =>
        {
            header.Cell("OPD");
            header.Cell("Sumber dana");
            header.Cell("Temuan");
            header.Cell("Keluarga", "KK");
            header.Cell("Nilai", "Rp juta");
        });
        foreach (var line in overlaps.ByOpd)
            table.Cells(line.Opd, line.FundSource, PaperNumbers.Cell(line.Findings), PaperNumbers.Cell(line.Families), line.Amount == 0 ? "–" : Indonesian.Number(line.Amount / 1_000_000m, 1));
        PaperBlocks.Closing(table, "Temuan antara dua OPD ada di baris keduanya; baris tidak dijumlahkan. Temuan adalah bahan pemeriksaan, bukan keputusan menghentikan bantuan.", words.AidSource);
    }
}
