using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>What BPS published and the office confirmed, of the region and of the larger ones, each with its month and source.</summary>
internal sealed class MacroChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Macro.Count > 0)
            column.Item().SemanticSection().Table(Table);
    }

    private void Table(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.ConstantColumn(28.Mm());
            columns.ConstantColumn(42.Mm()).AlignRight();
            columns.ConstantColumn(26.Mm());
            columns.RelativeColumn(2);
        });
        PaperBlocks.Caption(table, "Angka BPS yang dikonfirmasi kantor");
        table.Header(header =>
        {
            header.Cell("Angka");
            header.Cell("Wilayah");
            header.Cell("Nilai");
            header.Cell("Keadaan");
            header.Cell("Sumber", "terbit");
        });
        foreach (var figure in figures.Macro.OrderBy(figure => figure.Indicator).ThenBy(figure => figure.Scope))
            table.Cells(figure.Name, figures.Office.RegionOf(figure.Scope), figure.Written, figure.Period, $"{figure.Source}, {Indonesian.ShortDate(figure.PublishedOn)}");
        PaperBlocks.Closing(table, "Dari survei. Angka dengan bulan yang berbeda tidak dibandingkan, dan tidak ada yang dibandingkan dengan desil daftar.", $"Sumber: BPS, dikonfirmasi Sekretariat {figures.Office.TeamShortName} · {words.DataLine}");
    }
}
