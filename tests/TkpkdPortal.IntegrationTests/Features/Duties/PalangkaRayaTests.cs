using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Duties;

/// <summary>The demo office of Palangka Raya tells its news: 69 persons, every agency takes what is its duty, one refuses, and nobody is out of sight; the same numbers stand on every page and in the pack.</summary>
public sealed class PalangkaRayaTests : IAsyncLifetime, IDisposable
{
    private const string Office = "62.71";

    private static readonly string[] Agencies = ["Disperkim", "DPUPR", "Disnaker", "Diskan"];

    private readonly TempDirectory _data = new(), _papers = new();
    private TestPortal _portal = null!;

    public async Task InitializeAsync()
    {
        (await Verb.RunAsync(_data.FullPath, Office, "demo", "--office", Office)).Succeeded();
        (await Verb.RunAsync(_data.FullPath, Office, "report", "rakor", "--out", _papers["bahan.pdf"])).Succeeded();
        _portal = TestPortal.StartOn(_data.FullPath, Office);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    public void Dispose()
    {
        _data.Dispose();
        _papers.Dispose();
    }

    [Fact]
    public async Task Each_of_four_agencies_sees_exactly_its_duty()
    {
        foreach (var agency in Agencies)
        {
            var own = await AskAsync(async db => await db.Opds.SingleAsync(opd => opd.ShortName == agency));
            // From the tables alone: one line for each need of each family that is the agency's duty.
            var expected = await AskAsync(async db => (await db.Households.Select(household => new { household.HeadName, household.Needs }).ToListAsync())
                .SelectMany(household => Domain.Welfare.NeedWords.Of(household.Needs & own.Duty).Select(need => $"{household.HeadName}: {Domain.Welfare.NeedWords.Values.Label(need)}")).Order(StringComparer.Ordinal).ToList());
            var visitor = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: agency));
            var page = await visitor.GetAsync("/tugas-opd");
            var shown = page.Document.QuerySelectorAll("main tbody tr").Select(row => $"{row.QuerySelector("td a")!.TextContent}: {row.QuerySelector("th")!.TextContent.Split(',')[0].Trim()}").Order(StringComparer.Ordinal);

            Assert.NotEmpty(expected);
            Assert.Equal((agency, expected.Count), (agency, NumberIn(page.Find(".tk-title p").TextContent)));
            Assert.Equal(expected, shown);
        }
    }

    [Fact]
    public async Task What_an_agency_refuses_waits_with_the_secretariat_with_its_reason_and_its_days()
    {
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var refused = await AskAsync(db => db.DutyAnswers.Where(answer => answer.IsInForce && answer.Verdict == DutyVerdict.Refused)
            .Join(db.Households, answer => answer.HouseholdId, household => household.Id, (answer, household) => household.HeadName).ToListAsync());

        var page = await analyst.GetAsync("/tugas-opd?keadaan=Refused");

        Assert.NotEmpty(refused);
        Assert.Equal(refused.Order(StringComparer.Ordinal), page.Document.QuerySelectorAll("main tbody th a").Select(name => name.TextContent).Order(StringComparer.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("main tbody tr"), row => Assert.Contains("hari", row.TextContent, StringComparison.Ordinal));
        Assert.Contains("Disnaker: Kuota pelatihan tahun ini habis.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kebutuhan yang tidak diambil siapa pun", (await analyst.GetAsync("/menunggu")).Text, StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task Kameloh_Baru_is_the_locus_the_scattered_rest_is_listed_and_the_numbers_agree_on_every_page_and_in_the_pack()
    {
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var villages = await AskAsync(async db => (await db.Households.Select(household => new { household.AreaCode, household.MemberCount }).ToListAsync()).GroupBy(household => household.AreaCode[..14])
            .ToDictionary(group => group.Key, group => (Families: group.Count(), Persons: group.Sum(household => household.MemberCount))));
        var (kameloh, families) = (villages["62.71.04.1004."], villages.Values.Sum(village => village.Families));

        var locus = await analyst.GetAsync("/lokus");
        var loci = locus.Document.QuerySelectorAll("ol.tk-rows > li").Select(line => line.QuerySelector("b")!.TextContent).ToList();
        var tables = locus.Document.QuerySelectorAll(".tk-section table");
        var rest = tables[tables.Length - 1].QuerySelectorAll("tbody tr").Select(row => NumberIn(row.QuerySelectorAll("td")[1].TextContent)).ToList();
        var board = await analyst.GetAsync("/dasbor");
        var list = await analyst.GetAsync("/keluarga");
        var pack = new PaperFile(_papers["bahan.pdf"]).Text;

        Assert.Equal(69, villages.Values.Sum(village => village.Persons));
        Assert.StartsWith("Kelurahan Kameloh Baru", loci[0], StringComparison.Ordinal);
        Assert.Equal(families - kameloh.Families, rest.Where(count => count > 0).Sum());
        Assert.Contains($"{Indonesian.Number(families)} KK", board.Text, StringComparison.Ordinal);
        Assert.Contains($"{Indonesian.Number(families)} KK", list.Text, StringComparison.Ordinal);
        Assert.Contains($"Dari 69 jiwa ({Indonesian.Number(families)} KK), {Indonesian.Number(kameloh.Persons)} jiwa", pack, StringComparison.Ordinal);
        Assert.Contains($"{Indonesian.Number(kameloh.Families)} dari {Indonesian.Number(families)} KK desil 1", locus.Text, StringComparison.Ordinal);
    }

    private static int NumberIn(string text) => int.Parse(text.Trim().Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("id-ID"));

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> question) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => question(services.GetRequiredService<PortalDbContext>()));
}
