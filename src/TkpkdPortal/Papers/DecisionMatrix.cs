using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Papers;

/// <summary>Matriks tindak lanjut: ten columns on a sheet that lies, as it is annexed to the minutes and taken from the board.</summary>
public static class DecisionMatrix
{
    public static void Compose(TableDescriptor table, string title, IReadOnlyList<DecisionLine> lines, DateOnly today, string source)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(9.Mm()).AlignRight();
            columns.RelativeColumn(5);
            columns.RelativeColumn(5);
            columns.ConstantColumn(25.Mm());
            columns.ConstantColumn(25.Mm());
            columns.ConstantColumn(20.Mm());
            columns.RelativeColumn(3);
            columns.ConstantColumn(24.Mm());
            columns.ConstantColumn(13.Mm()).AlignRight();
            columns.RelativeColumn(4);
        });
        PaperBlocks.Caption(table, title);
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Keputusan", "rakor");
            header.Cell("Tindak lanjut");
            header.Cell("Penanggung jawab", "OPD");
            header.Cell("Pendukung", "OPD");
            header.Cell("Tenggat");
            header.Cell("Indikator");
            header.Cell("Status");
            header.Cell("Kema\u00adjuan", "%");
            header.Cell("Kemajuan, kendala, dan bukti terakhir");
        });
        foreach (var (index, line) in lines.Index())
        {
            table.Cells(Indonesian.Number(index + 1), $"{line.Text} (rakor {Indonesian.ShortDate(line.MeetingOn)})", line.Action, line.Opd, line.Support.Count == 0 ? "–" : Indonesian.List(line.Support), Indonesian.ShortDate(line.DueOn),
                line.Indicator, State(line, today), line.Percent == 0 ? "–" : Indonesian.Number(line.Percent), Last(line));
        }
        table.WhenEmpty("Belum ada keputusan rakor.");
        PaperBlocks.Closing(table, lines.Count == 0 ? null : "Keputusan yang belum selesai dan lewat tenggat bertanda LEWAT.", source);
    }

    /// <summary>"LEWAT 12 hari (Proses)": read in black and white, too.</summary>
    public static string State(DecisionLine line, DateOnly today) => line switch
    {
        _ when line.IsOverdue(today) => $"LEWAT {Indonesian.Number(today.DayNumber - line.DueOn.DayNumber)} hari ({DecisionStateWords.Values.Label(line.State)})",
        { SettledOn: { } on } => $"{DecisionStateWords.Values.Label(line.State)} {Indonesian.ShortDate(on)}{(on > line.DueOn ? ", terlambat" : "")}",
        _ => DecisionStateWords.Values.Label(line.State),
    };

    private static string Last(DecisionLine line)
    {
        string[] parts = [line.Progress ?? "Belum ada laporan.", .. line.Obstacle is { } obstacle ? [$"Kendala: {obstacle}"] : Array.Empty<string>(), .. line.Evidence is { } evidence ? [$"Bukti: {evidence}"] : Array.Empty<string>()];
        return string.Join('\n', parts);
    }
}
