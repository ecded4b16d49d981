using TkpkdPortal.Documents;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Cases and graduations as counts of KK.</summary>
internal sealed class CasesChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Cases is not { } cases)
            return;
        if (!cases.IsEmpty)
            column.Item().SemanticSection().Table(table => Compose(table, cases));
    }

    private void Compose(TableDescriptor table, PackCases cases)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.ConstantColumn(30.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Kasus dan graduasi");
        table.Header(header =>
        {
            header.Cell("Keadaan");
            header.Cell("Keluarga", "KK");
        });
        foreach (var line in (PackCount[])[new("Kasus terbuka", cases.Open), new("Kasus terbuka dengan langkah atau tinjauan lewat tenggat", cases.Overdue), .. cases.Ended.Select(ending => ending with { Name = $"Kasus ditutup: {ending.Name}" }), .. cases.Graduated,
            new("Graduasi yang dipantau", cases.Watched), new("Graduasi yang mungkin kambuh", cases.Suspected), new("Kambuh dan menjadi sasaran lagi", cases.Relapsed)])
            table.Cells(line.Name, PaperNumbers.Cell(line.Count));
        PaperBlocks.Closing(table, "Satu KK dapat muncul di beberapa baris; baris tidak dijumlahkan.", words.CaseSource);
    }
}
