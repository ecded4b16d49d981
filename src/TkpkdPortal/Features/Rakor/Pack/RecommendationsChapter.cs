using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>What the meeting might decide, with room to write what it did.</summary>
internal sealed class RecommendationsChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        var proposed = PackRecommendations.Of(figures);
        if (proposed.Count > 0)
            column.Item().SemanticSection().Table(table => Compose(table, proposed));
    }

    private void Compose(TableDescriptor table, IReadOnlyList<PackRecommendation> proposed)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(9.Mm()).AlignRight();
            columns.RelativeColumn(5);
            columns.RelativeColumn(4);
            columns.RelativeColumn(3);
            columns.RelativeColumn(3);
        });
        PaperBlocks.Caption(table, "Usulan untuk diputuskan");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Usulan");
            header.Cell("Dasar");
            header.Cell("Penanggung jawab", "usulan");
            header.Cell("Putusan dan tenggat", "diisi rapat");
        });
        foreach (var (index, one) in proposed.Index())
            table.Cells(Indonesian.Number(index + 1), one.Text, one.Basis, one.Responsible, "");
        PaperBlocks.Closing(table, "Dasar setiap usulan adalah angka bab yang bersangkutan.", $"Sumber: angka bahan ini · {words.DataLine}");
    }
}
