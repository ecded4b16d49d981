using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Desa that plan nothing for their poorest first; what the others do as totals.</summary>
internal sealed class DanaDesaChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.DanaDesa is not { } funds)
            return;
        if (funds.FirstDecile > 0)
            column.Item().SemanticSection().Table(table => Compose(table, funds));
    }

    private void Compose(TableDescriptor table, PackDanaDesa funds)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn();
            columns.RelativeColumn();
            columns.ConstantColumn(26.Mm()).AlignRight();
            columns.ConstantColumn(34.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, $"Desa yang belum merencanakan Dana Desa {funds.Year} untuk keluarga desil 1");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Desa");
            header.Cell("Kecamatan");
            header.Cell("Desil 1", "KK");
            header.Cell("Anggaran dicatat", "Rp juta");
        });
        foreach (var (index, desa) in funds.WithoutPlan.Index())
            table.Cells(Indonesian.Number(index + 1), desa.Name, desa.District, PaperNumbers.Cell(desa.FirstDecile), desa.Budget is { } budget ? Indonesian.Number(budget / 1_000_000m, 1) : "…");
        table.WhenEmpty("Setiap desa dengan keluarga desil 1 sudah merencanakan sesuatu bagi mereka.");
        PaperBlocks.Closing(table, funds.WithoutPlan.Count == 0 ? null : "… berarti anggarannya belum dicatat. Anggaran saja belum berarti rencana bagi keluarga itu.", words.AidSource);
    }
}
