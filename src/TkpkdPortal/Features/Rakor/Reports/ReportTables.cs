using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Reports;

/// <summary>The tables that only reports have: what programs did in a period, what the team did, and what stands in its way.</summary>
internal sealed class ReportTables(ReportFigures figures)
{
    private IReadOnlyList<ProgramRealisation> Programs => figures.Programs;

    private string AidSource => $"Sumber: catatan OPD dalam portal · keadaan {Indonesian.Date(figures.Today)}";

    /// <summary>For every table of what meetings decided.</summary>
    public string DecisionSource => $"Sumber: keputusan rakor dan laporan OPD dalam portal · keadaan {Indonesian.Date(figures.Today)}";

    private string Period => figures.Period.Name;

    public void Strategies(ColumnDescriptor column)
    {
        PaperBlocks.Lead(column, Programs.Count == 0 ? $"Belum ada program {figures.Period.From.Year} yang dicatat OPD."
            : $"Dari *{Indonesian.Number(Programs.Count)} program* {figures.Period.From.Year}, *{Indonesian.Number(Programs.Count(program => program.Reached > 0))}* sudah menyalurkan bantuan dalam {Period}, senilai *{Indonesian.Rupiah(Programs.Sum(program => program.Amount))}*.");
        if (Programs.Count > 0)
            column.Item().SemanticSection().Table(ByStrategy);
    }

    private void ByStrategy(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.ConstantColumn(38.Mm());
            columns.ConstantColumn(34.Mm());
            foreach (var width in (int[])[18, 16, 20])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, $"Realisasi program menurut strategi, {Period}");
        table.Header(header =>
        {
            header.Cell("Program");
            header.Cell("OPD");
            header.Cell("Sumber dana");
            header.Cell("Sasaran setahun", "KK");
            header.Cell("Tersalur", "KK");
            header.Cell("Nilai tersalur", "Rp juta");
        });
        foreach (var strategy in Programs.GroupBy(program => program.Strategy))
        {
            var label = AidWords.Strategies.Label(strategy.Key);
            table.Group(first => first.Text($"{label}: {Indonesian.Rupiah(strategy.Sum(program => program.Amount))}"), again => again.Text($"{label} (lanjutan)"));
            foreach (var program in strategy)
                table.Cells(program.Program, program.Opd, AidWords.FundSources.Label(program.FundSource), PaperNumbers.Cell(program.Meant), PaperNumbers.Cell(program.Reached), Millions(program.Amount));
        }
        PaperBlocks.Closing(table, "Menurut hari bantuan disalurkan. KK dihitung sekali per program; satu KK dapat menerima beberapa program.", AidSource);
    }

    public void Funds(ColumnDescriptor column)
    {
        var funds = Programs.GroupBy(program => program.FundSource).OrderBy(fund => fund.Key).ToList();
        if (funds.Count == 0)
        {
            PaperBlocks.Lead(column, "Belum ada program yang dicatat OPD.");
            return;
        }
        column.Item().SemanticSection().Table(table =>
        {
            table.Look(TableLook.Normal);
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn();
                foreach (var width in (int[])[24, 34, 34, 22])
                    columns.ConstantColumn(width.Mm()).AlignRight();
            });
            PaperBlocks.Caption(table, $"Pagu dan realisasi menurut sumber dana, {Period}");
            table.Header(header =>
            {
                header.Cell("Sumber dana");
                header.Cell("Program");
                header.Cell("Pagu setahun", "Rp juta");
                header.Cell("Realisasi", "Rp juta");
                header.Cell("Serapan", "%");
            });
            foreach (var fund in funds)
                table.Cells(Row(AidWords.FundSources.Label(fund.Key), [.. fund]));
            if (funds.Count > 1)
                table.Total(total => total.Cells(Row("Jumlah", Programs)));
            PaperBlocks.Closing(table, "Serapan hanya dari program yang pagunya dicatat. … berarti pagu belum dicatat. Bantuan berupa barang tidak dinilai dalam rupiah.", AidSource);
        });
    }

    private static string[] Row(string name, IReadOnlyList<ProgramRealisation> programs)
    {
        var budgeted = programs.Where(program => program.Ceiling > 0).ToList();
        var ceiling = budgeted.Sum(program => program.Ceiling!.Value);
        return [name, PaperNumbers.Cell(programs.Count), ceiling == 0 ? "…" : Millions(ceiling), Millions(programs.Sum(program => program.Amount)), ceiling == 0 ? "…" : Indonesian.Number(100m * budgeted.Sum(program => program.Amount) / ceiling, 1)];
    }

    public void Obstacles(ColumnDescriptor column)
    {
        var hindered = figures.Decisions.Where(line => line.IsOpen && line.Obstacle is not null).ToList();
        var open = figures.Decisions.Count(line => line.IsOpen);
        PaperBlocks.Lead(column, figures.Decisions.Count == 0 ? $"Tidak ada keputusan rakor dalam {Period}."
            : $"Dari *{Indonesian.Number(figures.Decisions.Count)} keputusan rakor* dalam {Period}, {Indonesian.Number(open)} belum selesai; {(hindered.Count == 0 ? "tidak ada kendala yang dilaporkan" : $"{Indonesian.Number(hindered.Count)} di antaranya melaporkan kendala")}.");
        if (hindered.Count == 0)
            return;
        column.Item().SemanticSection().Table(table =>
        {
            table.Look(TableLook.Normal);
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn(4);
                columns.ConstantColumn(26.Mm());
                columns.RelativeColumn(4);
                columns.ConstantColumn(22.Mm());
            });
            PaperBlocks.Caption(table, "Kendala yang dilaporkan");
            table.Header(header =>
            {
                header.Cell("Tindak lanjut");
                header.Cell("OPD");
                header.Cell("Kendala");
                header.Cell("Tenggat");
            });
            foreach (var line in hindered)
                table.Cells(line.Action, line.Opd, line.Obstacle!, Indonesian.ShortDate(line.DueOn));
            PaperBlocks.Closing(table, null, DecisionSource);
        });
    }

    public void Institution(ColumnDescriptor column)
    {
        PaperBlocks.Lead(column, figures.Meetings.Count == 0 ? $"Tidak ada rakor yang ditutup dalam {Period}."
            : $"{figures.Pack.Office.TeamName} mengadakan *{Indonesian.Number(figures.Meetings.Count)} rakor* dalam {Period}, dengan *{Indonesian.Number(figures.Meetings.Sum(meeting => meeting.Decisions))} keputusan*; {Indonesian.Number(figures.Meetings.Sum(meeting => meeting.Done))} sudah selesai.",
            figures.ObjectionsReceived == 0 ? "Tidak ada sanggahan warga yang diterima." : $"Sanggahan warga yang diterima: {Indonesian.Number(figures.ObjectionsReceived)}, {(figures.ObjectionsOpen == 0 ? "semua sudah diputus" : $"{Indonesian.Number(figures.ObjectionsOpen)} belum diputus")}.");
        if (figures.Meetings.Count == 0)
            return;
        column.Item().SemanticSection().Table(table =>
        {
            table.Look(TableLook.Normal);
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(30.Mm());
                columns.RelativeColumn();
                foreach (var width in (int[])[22, 24, 24])
                    columns.ConstantColumn(width.Mm()).AlignRight();
            });
            PaperBlocks.Caption(table, $"Rakor yang diadakan, {Period}");
            table.Header(header =>
            {
                header.Cell("Tanggal");
                header.Cell("Rapat");
                header.Cell("Hadir", "orang");
                header.Cell("Keputusan");
                header.Cell("Selesai");
            });
            foreach (var meeting in figures.Meetings)
                table.Cells(Indonesian.ShortDate(meeting.On), meeting.Title, PaperNumbers.Cell(meeting.Present), PaperNumbers.Cell(meeting.Decisions), PaperNumbers.Cell(meeting.Done));
            PaperBlocks.Closing(table, null, DecisionSource);
        });
    }

    public void Plans(ColumnDescriptor column) => PaperBlocks.Lead(column, Programs.Count == 0 ? $"Belum ada program {figures.Period.From.Year} yang dicatat OPD."
        : $"*{Indonesian.Number(Programs.Count)} program* {figures.Period.From.Year} dengan pagu yang dicatat *{Indonesian.Rupiah(Programs.Sum(program => program.Ceiling ?? 0m))}*; {Indonesian.Number(Programs.Count(program => program.Ceiling is null))} program belum mencatat pagunya. Tabelnya pada halaman berikut.");

    /// <summary>The table of the RAT, on a sheet that lies.</summary>
    public void Actions(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(9.Mm()).AlignRight();
            columns.RelativeColumn(4);
            columns.RelativeColumn(4);
            columns.RelativeColumn(4);
            columns.ConstantColumn(20.Mm()).AlignRight();
            columns.ConstantColumn(24.Mm()).AlignRight();
            columns.ConstantColumn(24.Mm()).AlignRight();
            columns.ConstantColumn(28.Mm());
            columns.RelativeColumn(4);
        });
        PaperBlocks.Caption(table, $"Rencana aksi {figures.Period.From.Year}");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Program");
            header.Cell("Kegiatan", "menurut anggaran");
            header.Cell("Indikator", "kebutuhan yang dijawab");
            header.Cell("Target", "KK");
            header.Cell("Lokasi", "desa/kel.");
            header.Cell("Pagu", "Rp juta");
            header.Cell("Sumber dana");
            header.Cell("OPD");
        });
        foreach (var strategy in Programs.Select((program, index) => (program, index)).GroupBy(one => one.program.Strategy))
        {
            var label = AidWords.Strategies.Label(strategy.Key);
            table.Group(first => first.Text(label), again => again.Text($"{label} (lanjutan)"));
            foreach (var (program, index) in strategy)
                table.Cells(Indonesian.Number(index + 1), program.Program, program.Activity ?? "…", Indonesian.List([.. NeedWords.Of(program.Needs).Select(NeedWords.Values.Label)]), PaperNumbers.Cell(program.Meant), PaperNumbers.Cell(program.Villages),
                    program.Ceiling is { } ceiling ? Millions(ceiling) : "…", AidWords.FundSources.Label(program.FundSource), program.Opd);
        }
        table.WhenEmpty("Belum ada program yang dicatat OPD.");
        PaperBlocks.Closing(table, Programs.Count == 0 ? null : "Target: KK yang direncanakan atau sudah menerima. … berarti belum dicatat.", AidSource);
    }

    private static string Millions(decimal rupiah) => rupiah == 0 ? "–" : Indonesian.Number(rupiah / 1_000_000m, 1);
}
