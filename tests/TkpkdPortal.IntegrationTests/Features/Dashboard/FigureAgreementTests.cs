using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>Whatever is asked, at whatever level, by whomever: one number.</summary>
public sealed class FigureAgreementTests(FigureOffice office, ITestOutputHelper output) : IClassFixture<FigureOffice>
{
    private static readonly int Questions = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 1_000 : 60;

    private static readonly Dictionary<string, string> AnswerOf = new()
    {
        ["rumah"] = "Housing_Tenure",
        ["simpanan"] = "CASE Housing_HasSavings WHEN 1 THEN 1 WHEN 0 THEN 2 END",
        ["atap"] = "Housing_Roof",
        ["dinding"] = "Housing_Wall",
        ["lantai"] = "Housing_Floor",
        ["penerangan"] = "Housing_Lighting",
        ["bahan-bakar"] = "Housing_CookingFuel",
        ["air"] = "Housing_DrinkingWater",
        ["jamban"] = "Housing_Toilet",
        ["jenis-kelamin"] = "Sex",
        ["pekerjaan"] = "Occupation",
        ["pendidikan"] = "Education",
        ["pkh"] = "CASE WHEN Aid & 8 THEN 1 ELSE 2 END",
    };

    private readonly Random _chance = new(FigureOffice.Seed);

    [Fact]
    public async Task Any_filter_at_any_level_the_parts_add_up_and_page_files_and_SQL_say_the_same()
    {
        var looked = 0;
        for (var i = 0; i < Questions; i++)
        {
            var question = NextQuestion();
            var (table, link) = await OnPageAsync(office.Analyst, question);
            var files = await FilesAsync(question);
            Assert.All(files, file => Assert.Equal(Texts(table), Texts(file)));
            AddsUp(question, table);
            if (question.Day is null)
                await CountedAsync(question, table);
            if (link is null)
                continue;
            var below = await OnPageAsync(office.Analyst, question with { Area = AreaOf(link.Link!) });
            Assert.Equal((question.At(), link.Numbers), (question.At(), below.Table.IsEmpty ? link.Nothing : below.Table.Total.Numbers));
            looked++;
        }
        output.WriteLine($"{Questions} questions, {looked} looked into one level further");
        Assert.True(looked > Questions / 4);
    }

    [Fact]
    public async Task The_head_of_an_area_reads_there_what_the_office_reads()
    {
        foreach (var area in office.Villages.Select(village => village.AtLevel(AreaLevel.District)).Distinct().Concat(office.Villages))
        {
            var head = await office.Portal.SignInAsync(await office.Portal.Scenario.AccountAsync(area.Level is AreaLevel.District ? Role.DistrictHead : Role.VillageHead, area.Official));
            foreach (var question in new[] { new Question("verval", area), new Question("desil", area), new Question("karakteristik", area) { Characteristic = "atap" } })
                Assert.Equal(Texts((await OnPageAsync(office.Analyst, question)).Table), Texts((await OnPageAsync(head, question)).Table));
        }
    }

    [Fact]
    public async Task An_OPD_reads_its_own_aid_only()
    {
        var all = (await OnPageAsync(office.Analyst, new Question("opd", office.Portal.Office))).Table;
        var own = (await OnPageAsync(office.Opd, new Question("opd", office.Portal.Office))).Table;

        Assert.Equal(3, all.Parts.Count());
        Assert.Contains(Assert.Single(own.Parts).Text, Texts(all));
    }

    private Question NextQuestion()
    {
        var area = _chance.Next(5) switch
        {
            0 => office.Portal.Office,
            1 => office.Villages[_chance.Next(office.Villages.Count)].AtLevel(AreaLevel.District),
            2 => AreaCode.Parse(office.Villages[_chance.Next(office.Villages.Count)].Stored + "00" + _chance.Next(3) + "."),
            _ => office.Villages[_chance.Next(office.Villages.Count)],
        };
        return new Question(One("verval", "desil", "karakteristik", "karakteristik", "wilayah", "opd", "strategi", "dana"), area)
        {
            Characteristic = One([.. AnswerOf.Keys]),
            Decile = One(null, "1", "2", "4+"),
            Year = One(FigureOffice.FirstYear, FigureOffice.SecondYear),
            Day = _chance.Next(3) == 0 ? office.PastDays[_chance.Next(office.PastDays.Count)] : null,
        };
    }

    private async Task<(ReadTable Table, ReadLine? Link)> OnPageAsync(Visitor reader, Question question)
    {
        var page = await reader.GetAsync(question.At());
        Assert.True(page.StatusCode is HttpStatusCode.OK, question.At());
        if (page.Document.QuerySelectorAll(question.Selector).ElementAtOrDefault(question.Index) is not { } element)
            return (ReadTable.Empty, null);
        var table = ReadTable.OfPage(element);
        var links = table.Lines.Where(line => line.Link is not null).ToList();
        return (table, links.Count == 0 ? null : links[_chance.Next(links.Count)]);
    }

    private async Task<IReadOnlyList<ReadTable>> FilesAsync(Question question)
    {
        if ((await OnPageAsync(office.Analyst, question)).Table.IsEmpty)
            return [];
        var form = await office.Analyst.GetAsync(question.File());
        var csv = await form.SubmitAsync("form[data-download]", ("Purpose", "Bahan rapat uji"), ("Format", "Csv"));
        var workbook = await form.SubmitAsync("form[data-download]", ("Purpose", "Bahan rapat uji"), ("Format", "Xlsx"));
        return [ReadTable.OfCsv(csv.Bytes), ReadTable.OfWorkbook(workbook.Bytes)];
    }

    // A family that two programs reach stands in the line of each and once in the total; everything else adds up in every table.
    private static void AddsUp(Question question, ReadTable table)
    {
        for (var i = question.CountsFamiliesInSeveralLines ? 1 : 0; i < table.Total.Values.Count; i++)
            Assert.True(table.Total.Values[i] == (table.Total.Values[i] is null ? null : table.Parts.Sum(line => line.Values[i])), $"{question.At()}, column {i}: {string.Join("; ", Texts(table))}");
    }

    private async Task CountedAsync(Question question, ReadTable table)
    {
        var counted = await CountAsync(question);
        var shown = table.Total.Values.Select(value => value ?? -1).Take(counted.Count).ToList();
        Assert.Equal((question.At(), string.Join(' ', counted)), (question.At(), string.Join(' ', table.IsEmpty ? counted.Select(_ => 0m) : shown)));
    }

    private async Task<IReadOnlyList<decimal>> CountAsync(Question question)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(office.Portal.DataDirectory, "portal.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question.Table switch
        {
            "verval" => """
                WITH latest AS (SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY HouseholdId ORDER BY Number DESC) n FROM Visits WHERE FirstSubmittedAt IS NOT NULL) WHERE n = 1 AND AreaCode LIKE $area || '%')
                SELECT (SELECT COUNT(*) FROM Households WHERE AreaCode LIKE $area || '%'), (SELECT COUNT(*) FROM latest),
                    (SELECT COUNT(*) FROM latest WHERE HouseholdId NOT IN (SELECT HouseholdId FROM Visits WHERE Status = 4)), (SELECT COUNT(*) FROM latest WHERE HouseholdId IN (SELECT HouseholdId FROM Visits WHERE Status = 4))
                """,
            "desil" => $"SELECT COUNT(*) FILTER (WHERE AreaCode LIKE $area || '%') FROM ({ListedAnywhere}) GROUP BY DecileCode ORDER BY DecileCode",
            "karakteristik" => $"SELECT {string.Concat(Answers(question.Characteristic).Select(value => $"COUNT(*) FILTER (WHERE answer = {value}), "))}COUNT(*) FILTER (WHERE answer IS NULL), COUNT(*) "
                + $"FROM (SELECT {AnswerOf[question.Characteristic]} AS answer FROM ({Listed} AND ($decile IS NULL OR DecileCode = $decile)))",
            _ => """
                WITH aid AS (SELECT i.* FROM Interventions i JOIN AidPrograms p ON p.Id = i.ProgramId WHERE p.Year = $year),
                    here AS (SELECT * FROM aid WHERE AreaCode LIKE $area || '%')
                SELECT (SELECT COUNT(*) FROM (SELECT AreaCode, ROW_NUMBER() OVER (PARTITION BY HouseholdId ORDER BY Id DESC) n FROM aid WHERE ArrivedAt IS NOT NULL) WHERE n = 1 AND AreaCode LIKE $area || '%'),
                    (SELECT COUNT(*) FROM here WHERE ArrivedAt IS NOT NULL), (SELECT COALESCE(SUM(CAST(Amount AS INTEGER)), 0) FROM here WHERE ArrivedAt IS NOT NULL),
                    (SELECT COUNT(*) FROM here WHERE ArrivedAt IS NULL AND DroppedAt IS NULL), (SELECT COALESCE(SUM(CAST(Amount AS INTEGER)), 0) FROM here WHERE ArrivedAt IS NULL AND DroppedAt IS NULL)
                """,
        };
        command.Parameters.AddWithValue("$area", question.Area.Stored);
        command.Parameters.AddWithValue("$year", question.Year);
        command.Parameters.AddWithValue("$decile", question.Decile switch { null => DBNull.Value, "4+" => 99, var one => int.Parse(one, CultureInfo.InvariantCulture) });
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new List<decimal>();
        while (await reader.ReadAsync())
            counts.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetDecimal));
        return counts;
    }

    private const string ListedAnywhere = "SELECT * FROM ListedHouseholds WHERE ReleaseId = (SELECT Id FROM ListReleases ORDER BY ReleasedOn DESC LIMIT 1) AND SupersededById IS NULL";

    private const string Listed = $"{ListedAnywhere} AND AreaCode LIKE $area || '%'";

    private static IEnumerable<int> Answers(string characteristic) => Characteristic.Find(characteristic)!.Answers.Select(answer => answer.Value);

    private static IReadOnlyList<string> Texts(ReadTable table) => [.. table.Lines.Select(line => line.Text)];

    private static AreaCode AreaOf(string link) => AreaCode.Parse(System.Web.HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..])["wilayah"]!);

    private T One<T>(params IReadOnlyList<T> of) => of[_chance.Next(of.Count)];

    /// <summary>What somebody asks: one table, an area, and what narrows it.</summary>
    private sealed record Question(string Table, AreaCode Area)
    {
        private static readonly string[] AidTables = ["wilayah", "opd", "strategi", "dana"];

        public string Characteristic { get; init; } = "";

        public string? Decile { get; init; }

        public int Year { get; init; } = FigureOffice.SecondYear;

        public DateOnly? Day { get; init; }

        public bool CountsFamiliesInSeveralLines => Index > 0;

        /// <summary>Place of the table on its page.</summary>
        public int Index => Math.Max(0, Array.IndexOf(AidTables, Table));

        public string Selector => Table == "verval" ? "table.tk-four" : "table[data-figures]";

        private string Page => Table is "verval" or "desil" ? "/dasbor" : Table == "karakteristik" ? "/dasbor/karakteristik" : "/dasbor/bantuan";

        public string At() => $"{Page}?{Query}";

        public string File() => $"{(Page == "/dasbor/bantuan" ? Page : "/dasbor")}/unduh?tabel={Table}&{Query}";

        private string Query => $"wilayah={Area.Official}&tahun={Year}&ciri={Characteristic}" + (Decile is null ? "" : $"&desil={Uri.EscapeDataString(Decile)}") + (Day is { } day ? $"&per={day:dd'/'MM'/'yyyy}" : "");
    }
}
