using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Budgets;

/// <summary>Dana Desa is for desa: a plan elsewhere is refused and says why, what was handed out all the same is loaded with a warning, and in a desa both go their way.</summary>
public sealed class DanaDesaRuleTests
{
    private const string City = "62.71", Kelurahan = "62.71.04.1004", Regency = "64.08", Desa = "64.08.01.2003";

    [Fact]
    public async Task In_a_city_what_a_file_says_was_delivered_is_loaded_with_a_warning_and_a_plan_under_it_is_refused_on_every_page()
    {
        await using var portal = TestPortal.Start(City);
        var household = await RecipientAsync(portal, Kelurahan);
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var dinsos = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"));

        var batch = await portal.Scenario.ImportRecipientsAsync("2026", Recipient(portal, Kelurahan));
        var (program, aid, marks) = await LoadedAsync(portal);

        Assert.Equal((InterventionState.Delivered, AidMark.DanaDesaInKelurahan), marks);
        Assert.Contains("BLT Dana Desa di kelurahan", (await analyst.GetAsync($"/impor/{batch.PublicId}")).Text, StringComparison.Ordinal);
        Assert.Contains("Dana Desa di kelurahan", (await dinsos.GetAsync($"/intervensi/{aid}")).Text, StringComparison.Ordinal);
        foreach (var refused in new[] { await PlanOneAsync(dinsos, household, program), await PlanManyAsync(dinsos, program), await BudgetAsync(dinsos, program, Kelurahan) })
            Assert.Contains("Dana Desa hanya untuk desa. ", refused.Text, StringComparison.Ordinal);
        Assert.Contains("wilayah kantor ini hanya kelurahan", (await (await dinsos.GetAsync("/program/baru")).SubmitAsync("form[action='/program/baru']", ("Name", "BLT Dana Desa"), ("Strategy", "ReduceExpenses"), ("FundSource", "DanaDesa"))).Text,
            StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(portal));
        var page = await analyst.GetAsync("/anggaran/dana-desa");
        Assert.Contains("Dana Desa hanya untuk desa (UU 6/2014), dan Kota Palangka Raya hanya punya kelurahan.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task In_a_desa_the_same_is_loaded_without_a_warning_and_the_plan_is_recorded()
    {
        await using var portal = TestPortal.Start(Regency);
        var household = await RecipientAsync(portal, Desa);
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var dinsos = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"));

        var batch = await portal.Scenario.ImportRecipientsAsync("2026", Recipient(portal, Desa));
        var (program, _, marks) = await LoadedAsync(portal);

        Assert.Equal((InterventionState.Delivered, AidMark.None), marks);
        Assert.DoesNotContain("BLT Dana Desa di kelurahan", (await analyst.GetAsync($"/impor/{batch.PublicId}")).Text, StringComparison.Ordinal);
        var planned = await PlanOneAsync(dinsos, household, program);
        Assert.True(planned.StatusCode is HttpStatusCode.Redirect, planned.StatusCode is HttpStatusCode.Redirect ? "" : planned.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await BudgetAsync(dinsos, program, Desa)).StatusCode);
        Assert.Equal(2, await CountAsync(portal));
    }

    [Fact]
    public async Task The_verb_names_the_warning_too()
    {
        using var data = new TempDirectory();
        var file = Path.Combine(data.FullPath, "penerima.csv");
        await File.WriteAllBytesAsync(file, RecipientsFile.Of([new RecipientLine("6271990302800001", Digits(Kelurahan)) { Program = "BLT Dana Desa", FundSource = "DANA_DESA" }]));

        var answer = (await Verb.RunAsync(data["data"], City, "import", "recipients", file, "--release", "2024", "--released-on", "2024-12-31", "--json")).Succeeded().Json;

        Assert.Contains("BLT_DD_DI_KELURAHAN", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, answer.GetProperty("rejected").GetInt32());
    }

    private static string Digits(string village) => village.Replace(".", "", StringComparison.Ordinal);

    private static async Task<Guid> RecipientAsync(TestPortal portal, string village)
    {
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow($"{Digits(village)[..4]}23000001", Digits(village)) { Nik = Nik(village) });
        return await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.Select(h => h.PublicId).SingleAsync());
    }

    private static string Nik(string village) => $"{Digits(village)[..4]}990302800001";

    private static RecipientLine Recipient(TestPortal portal, string village) => new(Nik(village), Digits(village))
    {
        Program = "BLT Dana Desa",
        FundSource = "DANA_DESA",
        Year = portal.Services.GetRequiredService<Settings.OfficeClock>().Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static Task<(Guid Program, Guid Aid, (InterventionState, AidMark) Marks)> LoadedAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var aid = await db.Interventions.SingleAsync();
        return (await db.AidPrograms.Where(p => p.Id == aid.ProgramId).Select(p => p.PublicId).SingleAsync(), aid.PublicId, (aid.State, aid.Marks));
    });

    private static async Task<Page> PlanOneAsync(Visitor who, Guid household, Guid program) => await (await who.GetAsync($"/intervensi/baru?keluarga={household}"))
        .SubmitAsync("form[action='/intervensi/baru']", ("Form.ProgramId", program.ToString()), ("Form.State", "Planned"), ("Form.Amount", "300.000"));

    private static async Task<Page> PlanManyAsync(Visitor who, Guid program) =>
        await (await who.GetAsync($"/program/{program}/sasaran")).SubmitAsync("form[method=post]", ("Form.All", "true"), ("Form.Amount", "300.000"), ("Form.Period", "T4"));

    private static Task<Page> BudgetAsync(Visitor who, Guid program, string village) => who.PostAsync($"/program/{program}/anggaran-desa", "/program/baru",
        ("Form.Area", village[..8]), ("Form.Rows[0].Village", village), ("Form.Rows[0].Amount", "36.000.000"), ("Form.Rows[0].Source", "Perkades 1/2026"));

    private static Task<int> CountAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => services.GetRequiredService<PortalDbContext>().Interventions.CountAsync());
}
