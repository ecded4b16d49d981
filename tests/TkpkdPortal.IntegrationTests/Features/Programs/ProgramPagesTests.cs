using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Programs;

/// <summary>Programs as their OPD opens, changes and closes them, in an office that has only kelurahan.</summary>
public sealed class ProgramPagesTests : IAsyncLifetime
{
    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _opd = null!;

    public async Task InitializeAsync() => _opd = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task An_OPD_opens_a_program_with_its_budget_line()
    {
        var form = await _opd.GetAsync("/program/baru");

        var answer = await form.SubmitAsync("form[action='/program/baru']", ("Name", "Pelatihan kerja"), ("Strategy", "RaiseIncome"), ("FundSource", "RegionalApbd"), ("BudgetCode", "2.07.03.2.01.0001"),
            ("Ceiling", "250.000.000"), ("UnitCost", "2.500.000"), ("Needs", "Work"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Rp250.000.000", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(("2.07.03.2.01.0001", 250_000_000m, Domain.Welfare.Need.Work), await ReadAsync(program => (program.BudgetCode, program.Ceiling, program.Needs)));
    }

    [Fact]
    public async Task Dana_Desa_in_an_office_without_desa_is_refused_and_the_form_keeps_what_was_typed()
    {
        var form = await _opd.GetAsync("/program/baru");

        var answer = await form.SubmitAsync("form[action='/program/baru']", ("Name", "BLT Dana Desa"), ("Strategy", "ReduceExpenses"), ("FundSource", "DanaDesa"), ("Ceiling", "10.000.000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("wilayah kantor ini hanya kelurahan", answer.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(("BLT Dana Desa", "10.000.000"), (answer.Find("[name=Name]").GetAttribute("value"), answer.Find("[name=Ceiling]").GetAttribute("value")));
    }

    [Fact]
    public async Task Money_that_does_not_read_is_said_at_its_field()
    {
        var answer = await (await _opd.GetAsync("/program/baru")).SubmitAsync("form[action='/program/baru']", ("Name", "Uji"), ("Strategy", "RaiseIncome"), ("FundSource", "RegionalApbd"), ("Ceiling", "seratus juta"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("#Ceiling", answer.Find(".tk-summary").InnerHtml, StringComparison.Ordinal);
        Assert.Equal("seratus juta", answer.Find("[name=Ceiling]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_change_beside_a_later_one_shows_both_and_keeps_what_was_typed()
    {
        var program = await _portal.Scenario.ProgramAsync("Disnaker", "Pelatihan las");
        var stale = await _opd.GetAsync($"/program/{program}/ubah");
        Assert.Equal(HttpStatusCode.Redirect, (await (await _opd.GetAsync($"/program/{program}/ubah")).SubmitAsync("main form", ("Name", "Pelatihan las dan listrik"))).StatusCode);

        var answer = await stale.SubmitAsync("main form", ("Name", "Pelatihan las saja"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Anda menulis “Pelatihan las saja”, yang tersimpan “Pelatihan las dan listrik”", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await answer.SubmitAsync("main form")).StatusCode);
        Assert.Equal("Pelatihan las saja", await ReadAsync(stored => stored.Name));
    }

    [Fact]
    public async Task A_program_with_open_plans_is_not_closed()
    {
        var program = await _portal.Scenario.ProgramAsync("Disnaker");
        await _portal.Scenario.AidAsync(program, await _portal.Scenario.HouseholdInAsync("62.71.04.1004"));

        var answer = await (await _opd.GetAsync($"/program/{program}")).SubmitAsync($"form[action='/program/{program}/tutup']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Masih ada 1 bantuan", answer.Text, StringComparison.Ordinal);
        Assert.Null(await ReadAsync(stored => stored.ClosedOn));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_its_link_and_a_part_of_a_name()
    {
        await _portal.Scenario.ProgramAsync("Disnaker", "Pelatihan las 100%");
        await _portal.Scenario.ProgramAsync("Dinsos", "Paket sembako");

        Assert.Contains("Pelatihan las", (await _opd.GetAsync("/program?cari=LAS")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Paket sembako", (await _opd.GetAsync("/program?cari=LAS")).Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang cocok", (await _opd.GetAsync("/program?cari=las_1")).Text, StringComparison.Ordinal);
        Assert.Contains("Pelatihan las", (await _opd.GetAsync("/program?cari=100%25&urut=nama&dana=RegionalApbd&strategi=RaiseIncome")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_program_counts_its_aid_by_state()
    {
        var program = await _portal.Scenario.ProgramAsync("Disnaker");
        var household = await _portal.Scenario.HouseholdInAsync("62.71.04.1004");
        await _portal.Scenario.AidAsync(program, household, InterventionState.Delivered, 300_000m);
        await _portal.Scenario.AidAsync(program, household, InterventionState.Delivered, 200_000m);
        await _portal.Scenario.AidAsync(program, household);

        var page = await _opd.GetAsync($"/program/{program}?keadaan=Delivered");

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Contains("Tersalur|2|1|0|Rp500.000", rows);
        Assert.Contains("Direncanakan|1|1|0|Rp200.000", rows);
        Assert.Contains("2 catatan bantuan", page.Text, StringComparison.Ordinal);
    }

    private Task<T> ReadAsync<T>(Func<AidProgram, T> read) => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms,
        async services => read(await services.GetRequiredService<PortalDbContext>().AidPrograms.AsNoTracking().SingleAsync()));
}
