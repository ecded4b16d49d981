using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Overlaps;

/// <summary>Aid of several OPDs that a rule takes for double: found, valued, decided and taken back, while every piece goes on.</summary>
public sealed class OverlapTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", Path = "/tumpang-tindih", Why = "Keluarga sudah menerima PKH.";

    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _analyst = null!;
    private int _year;

    public async Task InitializeAsync()
    {
        _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        _year = await _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => Task.FromResult(services.GetRequiredService<OfficeClock>().Today.Year));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Two_OPDs_that_a_rule_forbids_together_are_found_valued_decided_and_the_decision_is_taken_back_while_both_go_on()
    {
        var (household, pkh, cash) = await PlantAsync();
        await _portal.Scenario.AidAsync(await _portal.Scenario.ProgramAsync("Dinsos", "Sembako"), await _portal.Scenario.HouseholdInAsync(Village, "LAIN UJI"));
        var list = await _analyst.GetAsync(Path);
        var page = await _analyst.GetAsync(FormattableString.Invariant($"{Path}/{_year}/keluarga/{household}"));

        Assert.Contains("1 temuan terbuka pada 1 KK", list.Text, StringComparison.Ordinal);
        Assert.Contains("Rp900.000", list.Find("tfoot").TextContent, StringComparison.Ordinal);
        Assert.Contains("BLT Dana Desa dan PKH tidak diterima bersama dalam satu periode.", page.Text, StringComparison.Ordinal);

        var without = await page.SubmitAsync("form[action*='/keluarga/']", ("Form.Verdict", "Surplus"), ("Form.Reason", Why));
        var decided = await page.SubmitAsync("form[action*='/keluarga/']", ("Form.Verdict", "Surplus"), ("Form.Surplus", cash.ToString()), ("Form.Reason", Why));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.StatusCode, decided.StatusCode));
        Assert.Contains("Pilih bantuan mana yang lebih", without.Text, StringComparison.Ordinal);
        Assert.Contains(Why, without.Find("textarea[name='Form.Reason']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Tidak ada temuan terbuka", (await _analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Contains("1 temuan yang sudah diputuskan", (await _analyst.GetAsync(Path + "?keadaan=diputus")).Text, StringComparison.Ordinal);
        var opd = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"));
        Assert.Contains("bantuan ini yang lebih", (await opd.GetAsync($"/intervensi/{cash}")).Text, StringComparison.Ordinal);
        Assert.Contains("/intervensi/" + cash, (await opd.GetAsync("/intervensi?ganda=true")).Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal([InterventionState.Planned, InterventionState.Planned], await AskAsync(db => db.Interventions.Where(aid => aid.PublicId == pkh || aid.PublicId == cash).Select(aid => aid.State).ToListAsync()));

        var again = await _analyst.GetAsync(FormattableString.Invariant($"{Path}/{_year}/keluarga/{household}"));
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync("form[action$='/cabut']", ("Withdraw.Reason", "Keliru."))).StatusCode);
        Assert.Contains("1 temuan terbuka", (await _analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal("Keliru.", await AskAsync(db => db.OverlapDecisions.Select(decision => decision.WithdrawnReason).SingleAsync()));
    }

    [Fact]
    public async Task A_decision_is_about_the_pieces_that_were_seen_and_another_piece_is_asked_about_anew()
    {
        var (household, _, _) = await PlantAsync();
        var path = FormattableString.Invariant($"{Path}/{_year}/keluarga/{household}");
        var (page, stale) = (await _analyst.GetAsync(path), await _analyst.GetAsync(path));
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action*='/keluarga/']", ("Form.Verdict", "Rightful"), ("Form.Reason", Why))).StatusCode);
        var second = await stale.SubmitAsync("form[action*='/keluarga/']", ("Form.Verdict", "Rightful"), ("Form.Reason", Why));
        await _portal.Scenario.AidAsync(await ProgramIdAsync("PKH"), household, amount: 100_000m);

        Assert.Contains("sudah diputuskan orang lain", second.Text, StringComparison.Ordinal);
        // Three pieces that nobody has decided of, and one program twice.
        Assert.Contains("2 temuan terbuka pada 1 KK", (await _analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Contains("Temuan ini berubah", (await stale.SubmitAsync("form[action*='/keluarga/']", ("Form.Verdict", "Rightful"), ("Form.Reason", Why))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_ended_finds_nothing_in_later_years_and_none_is_set_against_one_that_holds()
    {
        await PlantAsync();
        var rules = await _analyst.GetAsync(Path + "/aturan");
        var against = await rules.SubmitAsync("form[action$='/aturan']", ("Form.Kind", "Completing"), ("Form.First", "Pkh"), ("Form.Second", "DanaDesaCash"), ("Form.FromYear", FormattableString.Invariant($"{_year}")), ("Form.Source", "Perbup uji"));
        var rule = await AskAsync(db => db.OverlapRules.Where(one => one.Kind == OverlapKind.Exclusive && one.Second == ProgramGroup.Pkh).Select(one => one.PublicId).SingleAsync());
        var ended = await rules.SubmitAsync($"form[action$='{rule}/akhiri']", ("Ending.Year", FormattableString.Invariant($"{_year - 1}")));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (against.StatusCode, ended.StatusCode));
        Assert.Contains("sudah ada aturan", against.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada temuan terbuka", (await _analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_NIK_in_two_families_that_both_receive_aid_is_found_and_in_two_that_do_not_it_is_not()
    {
        var (first, second) = (await _portal.Scenario.HouseholdInAsync(Village, "SATU UJI"), await _portal.Scenario.HouseholdInAsync(Village, "DUA UJI"));
        await AskAsync(async db =>
        {
            var nik = new byte[32];
            return await db.Persons.ExecuteUpdateAsync(person => person.SetProperty(p => p.NikIndex, nik));
        });
        var program = await _portal.Scenario.ProgramAsync("Dinsos", "PKH");
        await _portal.Scenario.AidAsync(program, first);
        Assert.Contains("Tidak ada temuan terbuka", (await _analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
        await _portal.Scenario.AidAsync(program, second);

        var list = await _analyst.GetAsync(Path);
        var page = await _analyst.GetAsync(FormattableString.Invariant($"{Path}/{_year}/keluarga/{second}"));

        Assert.Contains("1 temuan terbuka pada 2 KK", list.Text, StringComparison.Ordinal);
        Assert.Contains("Satu NIK pada dua keluarga", page.Text, StringComparison.Ordinal);
        Assert.Contains("SATU UJI", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Guid Household, Guid Pkh, Guid Cash)> PlantAsync()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village, "TUMPANG UJI");
        return (household, await _portal.Scenario.AidAsync(await _portal.Scenario.ProgramAsync("Dinsos", "PKH"), household, amount: 600_000m),
            await _portal.Scenario.AidAsync(await _portal.Scenario.ProgramAsync("Disnaker", "BLT Dana Desa"), household, amount: 300_000m));
    }

    private Task<Guid> ProgramIdAsync(string name) => AskAsync(db => db.AidPrograms.Where(program => program.Name == name).Select(program => program.PublicId).SingleAsync());

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => ask(services.GetRequiredService<PortalDbContext>()));
}
