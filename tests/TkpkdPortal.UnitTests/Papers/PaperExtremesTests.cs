using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Features.FollowUps;
using TkpkdPortal.Features.Profiles;
using TkpkdPortal.Features.Rakor.Attendance;
using TkpkdPortal.Features.Rakor.Invitations;
using TkpkdPortal.Features.Rakor.Minutes;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Rakor.PublicPack;
using TkpkdPortal.Features.Rakor.Reports;
using TkpkdPortal.Papers;
using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Papers;

/// <summary>
/// Every paper of the rakor with nothing in it, with one row, and with three hundred, on both sheets, with names that no column was made for: sound, with its own fonts, tagged, nothing cut, nothing on another, no page nearly empty.
/// TKPKD_PAPERS names a folder that keeps them for eyes.
/// </summary>
public sealed class PaperExtremesTests
{
    private static readonly FontLibrary Fonts = FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "fonts"));

    private static readonly Dictionary<string, Func<ManyRows, byte[]>> Papers = new(StringComparer.Ordinal)
    {
        ["bahan"] = rows => RakorPack.Write(rows.Figures, Fonts),
        ["bahan-publik"] = rows => PublicPaper.Write(PublicFigures.Of(rows.Figures), Fonts),
        ["inpres"] = rows => ReportPaper.Write(rows.Report(ReportKind.Instruction), Fonts),
        ["lp2kd"] = rows => ReportPaper.Write(rows.Report(ReportKind.Implementation), Fonts),
        ["rpkd"] = rows => ReportPaper.Write(rows.Report(ReportKind.Plan), Fonts),
        ["rat"] = rows => ReportPaper.Write(rows.Report(ReportKind.Action), Fonts),
        ["undangan"] = rows => new InvitationPaper(rows.Meeting, rows.Decisions, isTestData: true, rows.Office, rows.Areas).Write(Fonts),
        ["daftar-hadir"] = rows => new AttendancePaper(rows.Meeting, rows.Present, "https://portal.uji.invalid/hadir/ABCDEFGHJKMN", isTestData: true, rows.Office).Write(Fonts),
        ["notula"] = rows => new MinutesOfMeeting(rows.Minutes, rows.Present, isTestData: true, rows.Office, ManyRows.Today).Write(Fonts),
        ["matriks"] = rows => new MatrixPaper(rows.Decisions, ManyRows.Today.AddMonths(-6), ManyRows.Today.ToDateTime(new TimeOnly(9, 0)), isTestData: true, rows.Office).Write(Fonts),
        ["profil"] = rows => new ProfilePaper(rows.Profile, isTestData: true, rows.Office, rows.Areas).Write(Fonts),
    };

    public static TheoryData<string, int, bool, SheetSize> Cases()
    {
        var cases = new TheoryData<string, int, bool, SheetSize>();
        foreach (var paper in Papers.Keys)
        {
            cases.Add(paper, 0, false, SheetSize.A4);
            cases.Add(paper, 1, true, SheetSize.F4);
            cases.Add(paper, 300, false, SheetSize.F4);
            // Half as many pages again, and nothing that the others do not try one by one.
            if (Environment.GetEnvironmentVariable("TKPKD_FULL") == "1")
                cases.Add(paper, 300, true, SheetSize.A4);
        }
        return cases;
    }

    [PaperTheory, MemberData(nameof(Cases))]
    public async Task A_paper_can_be_read_whatever_it_holds(string name, int rows, bool isLong, SheetSize sheet)
    {
        using var folder = new TempDirectory();
        var path = Path.Combine(Environment.GetEnvironmentVariable("TKPKD_PAPERS") ?? folder[""], $"{name}-{rows}-{(isLong ? "panjang" : "biasa")}-{sheet}.pdf");

        var paper = await PaperFile.SavedAsync(Papers[name](new ManyRows(rows, isLong, sheet)), path);

        paper.AssertSound();
        Assert.Equal(("yes", "u:id-ID"), (paper.Information("Tagged"), paper.Catalog.GetProperty("/Lang").GetString()));
        Assert.All(paper.Fonts, font => Assert.Matches(@"^[A-Z]{6}\+Arimo-\w+ CID TrueType Identity-H yes yes yes ", font));
        var layout = new PaperLayout(path);
        layout.AssertNothingLeavesTheSheet();
        layout.AssertNothingLiesOnAnother();
        layout.AssertNoPageIsNearlyEmpty();
        var tables = paper.Tables;
        layout.AssertNoTitleEndsAPage([.. tables.Select(table => table.Caption), .. paper.Bookmarks]);
        AssertReadInOrder(tables, rows);
        Assert.DoesNotMatch(@"\b\d+- \d*\.", paper.Text);
    }

    [PaperTheory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Rows_taller_than_half_a_page_lose_none_beside_them(int seed)
    {
        using var folder = new TempDirectory();
        var random = new Random(seed);
        var heights = Enumerable.Range(0, 300).Select(_ => random.Next(3) == 0 ? random.Next(30, 90) : random.Next(1, 12)).ToList();
        var bytes = Document.Create(document => document.Page(page =>
        {
            PaperSheet.Compose(page, SheetSize.A4, "Uji", "Uji", []);
            page.Content().Table(table =>
            {
                table.Look(TableLook.Dense);
                table.ColumnsDefinition(columns =>
                {
                    columns.ConstantColumn(20.Mm());
                    columns.RelativeColumn();
                });
                PaperBlocks.Caption(table, "Baris tinggi");
                table.Header(header => header.Cells("No.", "Isi"));
                foreach (var (index, lines) in heights.Index())
                    table.Cells($"{index + 1}", string.Join('\n', Enumerable.Range(1, lines).Select(line => $"b{index + 1}k{line}")));
                PaperBlocks.Closing(table, null, "Sumber: uji");
            });
        })).WithMetadata(new DocumentMetadata { Title = "Uji", Author = "Uji", CreatedAt = DateTimeOffset.UnixEpoch, Identity = "uji" }).GeneratePdf(Fonts);

        var text = (await PaperFile.SavedAsync(bytes, folder["uji.pdf"])).Text.Split(' ').ToHashSet(StringComparer.Ordinal);

        Assert.Subset(text, heights.SelectMany((lines, row) => Enumerable.Range(1, lines).Select(line => $"b{row + 1}k{line}")).ToHashSet(StringComparer.Ordinal));
    }

    // A screen reader hears what an eye reads, all of it: tags lose no word, and rows come in their order.
    private static void AssertReadInOrder(IReadOnlyList<PaperTable> tables, int rows)
    {
        Assert.All(tables, table => Assert.All(table.Rows, row => Assert.True(row.Count == 1 || row.Count == table.Rows[0].Count, $"{table.Caption}: {string.Join(" | ", row)}")));
        var numbered = tables.Where(table => table.Rows.Count > 1 && table.Rows[0][0] == "No.").ToList();
        Assert.All(numbered, table => Assert.Equal(Enumerable.Range(1, NumbersOf(table).Count).Select(i => $"{i}"), NumbersOf(table)));
        Assert.True(rows < 300 || tables.Any(table => table.Rows.Count >= 40));
    }

    // Rows that are one sentence, and totals, bear no number.
    private static List<string> NumbersOf(PaperTable table) => [.. table.Rows.Skip(1).Where(row => row.Count > 1 && row[0].Length > 0 && row[0].All(char.IsDigit)).Select(row => row[0])];
}
