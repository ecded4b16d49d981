using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Needs;

/// <summary>What households need against what they are given: right after every write, the same for the page, the names behind it and a count of its own.</summary>
public sealed class NeedGapTests : IAsyncLifetime
{
    private const string Kameloh = "62.71.04.1004", Danau = "62.71.04.1005";

    private readonly TestPortal _portal = TestPortal.Start();
    private int _year;

    public async Task InitializeAsync()
    {
        _year = await _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => Task.FromResult(services.GetRequiredService<OfficeClock>().Today.Year));
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, 6).Select(number => new FamilyRow($"6271230000{number:00}", number % 2 == 0 ? "6271041004" : "6271041005")
        {
            HeadName = $"BUTUH {number}",
            Others = new Dictionary<string, string> { ["jenis_lantai"] = number > 3 ? "Tanah" : "Semen", ["memiliki_fasilitas_buang_air_besar"] = "Ya, tanpa Septic Tank" },
        })]);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task After_every_write_the_matrix_is_what_a_count_of_its_own_says()
    {
        var houses = await ProgramAsync("Disperkim", "RTLH", Need.DecentHouse);
        var toilets = await ProgramAsync("Disnaker", "Jambanisasi", Need.Sanitation);
        await AssertSameAsync();
        var households = await AskAsync(db => db.Households.OrderBy(household => household.Id).Select(household => household.PublicId).ToListAsync());

        var planned = await _portal.Scenario.AidAsync(houses, households[4]);
        await AssertSameAsync();
        await _portal.Scenario.AidAsync(toilets, households[0], InterventionState.Delivered);
        await _portal.Scenario.AidAsync(toilets, households[1], InterventionState.Delivered);
        await AssertSameAsync();
        await AskAsync(async db =>
        {
            var aid = await db.Interventions.SingleAsync(one => one.PublicId == planned);
            Assert.True(aid.MoveTo(new InterventionStep(InterventionState.Cancelled, Reason: "Uji"), DateOnly.MaxValue, DateTime.UtcNow).IsAccepted);
            return await db.SaveChangesAsync();
        });
        await AssertSameAsync();
        await _portal.Scenario.VerifyAsync(households[5], new Housing { Floor = FloorMaterial.Cement, Toilet = ToiletFacility.OwnWithSepticTank });
        await AssertSameAsync();
        await _portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), new FamilyRow("627123000099", "6271041004") { HeadName = "BARU", Others = new Dictionary<string, string> { ["jenis_lantai"] = "Tanah" } });
        var now = await AssertSameAsync();
        Assert.Equal(1, now[("62.71.04.1005.", Need.Sanitation, NeedAid.Met)]);
    }

    [Fact]
    public async Task Names_behind_a_count_are_as_many_and_an_OPD_sees_its_own_duty_alone_and_leadership_no_names()
    {
        var toilets = await ProgramAsync("DPUPR", "Jambanisasi", Need.Sanitation);
        var household = await AskAsync(db => db.Households.OrderBy(one => one.Id).Select(one => one.PublicId).FirstAsync());
        await _portal.Scenario.AidAsync(toilets, household, InterventionState.Delivered);
        var analyst = await SignInAsync(Role.Analyst);
        var page = await analyst.GetAsync("/kebutuhan");
        foreach (var link in page.Document.QuerySelectorAll("td a[href*='bantuan=']"))
        {
            var names = await analyst.GetAsync(link.GetAttribute("href")!);
            Assert.Matches($"\\b{link.FirstChild!.TextContent.Trim()} (dari 6 )?KK", names.Text);
        }
        Assert.Contains("Galat eksklusi", page.Text, StringComparison.Ordinal);

        var housing = await SignInAsync(Role.Opd, "Disperkim");
        var own = await housing.GetAsync("/kebutuhan");
        var needs = own.Document.QuerySelectorAll("section:first-of-type tbody th").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.NotEmpty(needs);
        Assert.DoesNotContain(needs, need => need.StartsWith("Sanitasi", StringComparison.Ordinal) || need.StartsWith("Pangan", StringComparison.Ordinal));
        var leader = await (await SignInAsync(Role.Leadership)).GetAsync("/kebutuhan");
        Assert.Empty(leader.Document.QuerySelectorAll("a[href^='/keluarga']"));
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync("/kebutuhan?wilayah=64.08")).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_two_villages_sees_the_sum_of_both_and_no_third()
    {
        var account = await _portal.Scenario.AccountAsync(Role.VillageHead, Kameloh);
        await _portal.Scenario.AssignAsync(account, Role.VillageHead, Danau);
        await _portal.Scenario.ImportFamiliesAsync("2025", new DateOnly(2025, 9, 15), new FamilyRow("627123000077", "6271041003") { HeadName = "LAIN" });

        Assert.Contains("6 dari 6 KK punya kebutuhan", (await (await _portal.SignInAsync(account)).GetAsync("/kebutuhan")).Text, StringComparison.Ordinal);
    }

    // What the page counts, beside SQL over households and interventions with no code of the portal between.
    private Task<Dictionary<(string, Need, NeedAid), int>> AssertSameAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
    {
        var (db, tallies) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<NeedTallies>());
        var counted = (await tallies.OfAsync(_year, AreaCode.Parse("62.71"), default)).SelectMany(village => NeedWords.Of((Need)~0).SelectMany(need => Enum.GetValues<NeedAid>().Select(state => (village.Key, need, state, Count: village.Value.Of(need, state)))))
            .Where(line => line.Count > 0).ToDictionary(line => (line.Key, line.need, line.state), line => line.Count);
        var expected = new Dictionary<(string, Need, NeedAid), int>();
        foreach (var need in NeedWords.Of((Need)~0))
        {
            foreach (var state in Enum.GetValues<NeedAid>())
            {
                var sql = FormattableString.Invariant($"SELECT substr(h.AreaCode, 1, 14) AS Village, count(*) AS Count FROM Households h WHERE h.Closure IS NULL AND {Condition(need, state)} GROUP BY 1");
                foreach (var line in await db.Database.SqlQueryRaw<VillageCount>(sql).ToListAsync())
                    expected[(line.Village, need, state)] = line.Count;
            }
        }
        Assert.NotEmpty(expected);
        Assert.Equal(expected.OrderBy(line => line.Key), counted.OrderBy(line => line.Key));
        return counted;
    });

    private string Condition(Need need, NeedAid state)
    {
        string Given(string states) => FormattableString.Invariant($"EXISTS (SELECT 1 FROM Interventions i JOIN AidPrograms p ON p.Id = i.ProgramId WHERE i.HouseholdId = h.Id AND i.Period_Year = {_year} AND (p.Needs & {(int)need}) <> 0 AND i.State IN ({states}))");
        var needed = FormattableString.Invariant($"(h.Needs & {(int)need}) <> 0");
        return state switch
        {
            NeedAid.Met => $"{needed} AND {Given("4, 5")}",
            NeedAid.Planned => $"{needed} AND NOT {Given("4, 5")} AND {Given("1, 2, 3")}",
            NeedAid.Nobody => $"{needed} AND NOT {Given("1, 2, 3, 4, 5")}",
            _ => FormattableString.Invariant($"(h.UnknownNeeds & {(int)need}) <> 0"),
        };
    }

    private sealed record VillageCount(string Village, int Count);

    private Task<Guid> ProgramAsync(string opd, string name, Need needs) => AskAsync(async db =>
    {
        Assert.True(AidProgram.Open(await db.Opds.Where(one => one.ShortName == opd).Select(one => one.Id).SingleAsync(), new ProgramTerms(name, AidStrategy.ReducePockets, FundSource.RegionalApbd, _year) { Needs = needs, UnitCost = 5_000_000m }, false, out var program).IsAccepted);
        db.AidPrograms.Add(program!);
        await db.SaveChangesAsync();
        return program!.PublicId;
    });

    private async Task<Visitor> SignInAsync(Role role, string? opd = null) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, opd: opd));

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => ask(services.GetRequiredService<PortalDbContext>()));
}
