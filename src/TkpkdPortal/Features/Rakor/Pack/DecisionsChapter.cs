using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>With what the meeting opens: earlier decisions, those that are overdue first, with what was reported last.</summary>
internal sealed class DecisionsChapter(RakorFigures figures, PackWords words)
{
    private IReadOnlyList<DecisionLine> Lines => figures.Decisions;

    private DateOnly Today => figures.DataDay;

    public void Compose(ColumnDescriptor column)
    {
        if (Lines.Count > 0)
            column.Item().SemanticSection().Table(Table);
    }

    private void Table(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(8.Mm()).AlignRight();
            columns.RelativeColumn(5);
            columns.ConstantColumn(27.Mm());
            columns.ConstantColumn(20.Mm());
            columns.ConstantColumn(24.Mm());
            columns.ConstantColumn(12.Mm()).AlignRight();
            columns.RelativeColumn(4);
        });
        PaperBlocks.Caption(table, "Keputusan, penanggung jawab, dan keadaannya");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Tindak lanjut", "rakor");
            header.Cell("Penanggung jawab", "OPD");
            header.Cell("Tenggat");
            header.Cell("Status");
            header.Cell("Kema\u00adjuan", "%");
            header.Cell("Kemajuan dan kendala terakhir");
        });
        foreach (var (index, line) in Lines.OrderByDescending(line => line.IsOverdue(Today)).Index())
        {
            table.Cells(Indonesian.Number(index + 1), $"{line.Action} ({Indonesian.ShortDate(line.MeetingOn)})", line.Support.Count == 0 ? line.Opd : $"{line.Opd}; {Indonesian.List(line.Support)}", Indonesian.ShortDate(line.DueOn),
                DecisionMatrix.State(line, Today), line.Percent == 0 ? "–" : Indonesian.Number(line.Percent), (line.Progress ?? "Belum ada laporan.") + (line.Obstacle is { } obstacle ? $" Kendala: {obstacle}" : ""));
        }
        PaperBlocks.Closing(table, "Nama OPD pertama bertanggung jawab, yang lain mendukung.", words.DecisionSource);
    }
}
