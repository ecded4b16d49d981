using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Budgets;

/// <summary>
/// Budgets of villages and what became of them in a regency with desa. In desa A live two farmers and a fisher, in desa B two families for whom nobody plans anything, in desa C one of decile 2.
/// </summary>
public sealed class BudgetTests : IAsyncLifetime
{
    private const string A = "64.08.01.2001", B = "64.08.01.2002", C = "64.08.03.2001", District = "64.08.01", Kelurahan = "64.08.04.1010";

    private readonly TestPortal _portal = TestPortal.Start("64.08");
    private Visitor _dpmd = null!;
    private Visitor _analyst = null!;
    private Guid _cash;

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), Family(1, A), Family(2, A), Family(3, A) with { Occupation = "Nelayan" }, Family(4, B),
            Family(5, B) with { Occupation = "Tidak/belum bekerja" }, Family(6, C) with { Decile = "2" });
        _dpmd = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "DPMD"));
        _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        _cash = await ProgramAsync("DPMD", new("BLT Dana Desa", AidStrategy.ReduceExpenses, FundSource.DanaDesa, 0) { Ceiling = 100_000_000m });
        await AidAsync(_cash, 1, InterventionState.Delivered, 300_000m);
        await AidAsync(_cash, 2, InterventionState.Planned, 300_000m);
        await AidAsync(_cash, 6, InterventionState.Delivered, 300_000m);
        var seeds = await ProgramAsync("Distan", new("Bibit", AidStrategy.RaiseIncome, FundSource.RegionalApbd, 0) { Groups = AidTargetGroup.Farmers });
        await AidAsync(seeds, 1, InterventionState.Delivered, 500_000m);
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(_dpmd, (A, "40.000.000"), (B, "10.000.000"))).StatusCode);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Budget_and_realisation_stand_by_program_village_fund_source_and_OPD_and_a_family_counts_once()
    {
        Assert.Equal(["BLT Dana Desa|Rp100.000.000|Rp50.000.000|Rp300.000|Rp600.000|1|2|0,6 %", "Bibit|–|–|–|Rp500.000|0|1|–", "Semua|Rp100.000.000|Rp50.000.000|Rp300.000|Rp1.100.000|1|2|0,6 %"], await RowsAsync("/anggaran"));
        Assert.Equal(["Dana Desa|Rp100.000.000|Rp50.000.000|Rp300.000|Rp600.000|1|2|0,6 %"], (await RowsAsync("/anggaran?menurut=dana")).Where(row => row.StartsWith("Dana Desa", StringComparison.Ordinal)));
        Assert.Equal(["Dinas Pertanian dan Ketahanan Pangan|–|–|–|Rp500.000|0|1|–"], (await RowsAsync("/anggaran?menurut=opd")).Where(row => row.StartsWith("Dinas Pertanian", StringComparison.Ordinal)));
        // 300.000 of 40 million under the budget of A; what Distan gave there has none, nor has what came to C.
        Assert.Equal([$"{NameOf(A)}|Rp40.000.000|Rp300.000|Rp800.000|1|1|0,8 %", $"{NameOf(B)}|Rp10.000.000|–|–|0|0|0,0 %", $"{NameOf(C)}|–|–|Rp300.000|0|1|–", "Semua|Rp50.000.000|Rp300.000|Rp1.100.000|1|2|0,6 %"],
            await RowsAsync("/anggaran?menurut=desa"));
        Assert.Equal(["Bibit|–|–|–|Rp500.000|0|1|–", "Semua|–|–|–|Rp500.000|0|1|–"], await RowsAsync("/anggaran?dana=RegionalApbd"));
        Assert.Contains("Belum ada anggaran di sini", (await _analyst.GetAsync("/anggaran?tahun=2019")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync("/anggaran?menurut=apa")).StatusCode);
    }

    [Fact]
    public async Task Desa_whose_poorest_nobody_plans_for_come_first_and_are_counted_whatever_money_they_have()
    {
        var page = await _analyst.GetAsync("/anggaran/dana-desa?wilayah=" + District);

        Assert.Contains("1 desa punya KK desil 1 tetapi belum merencanakan Dana Desa untuk satu pun dari mereka. Di sana ada 2 KK desil 1. 1 di antaranya sudah punya anggaran.", page.Text, StringComparison.Ordinal);
        Assert.Equal([$"{NameOf(B, false)}|2|0|Rp10.000.000|0|0|–", $"{NameOf(A, false)}|3|2|Rp40.000.000|1|1|Rp300.000"], Rows(page).Take(2));
        // Whoever plans sees the same count of families, whatever duty its own OPD has.
        Assert.Equal(Rows(page).Take(2), Rows(await _dpmd.GetAsync("/anggaran/dana-desa?wilayah=" + District)).Take(2));
        Assert.Contains("OPD Anda tidak punya program Dana Desa", (await (await OpdAsync("Distan")).GetAsync("/anggaran/dana-desa")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_groups_are_counted_by_occupation_with_those_that_a_program_for_them_has_reached()
    {
        string[] expected = ["Petani|1|3|1|4|1", "Nelayan|0|1|0|1|0", "Pelaku UMKM|0|0|0|0|0"];

        Assert.Equal(expected, Rows(await _analyst.GetAsync("/anggaran"), 1));
        Assert.Equal(expected, Rows(await (await OpdAsync("Distan")).GetAsync("/anggaran"), 1));
    }

    [Fact]
    public async Task A_program_says_for_whom_it_is_meant_and_none_is_for_everybody()
    {
        var open = await (await _dpmd.GetAsync("/program/baru")).SubmitAsync("form[action='/program/baru']", ("Name", "Modal usaha"), ("Strategy", "RaiseIncome"), ("FundSource", "RegionalApbd"), ("Groups", "Fishers"), ("Groups", "SmallTraders"));

        Assert.Contains("Kelompok sasaranNelayan, Pelaku UMKM", (await open.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Kelompok sasaranSemua", (await _dpmd.GetAsync($"/program/{_cash}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_as_a_whole_and_what_was_typed_stays()
    {
        var beyond = await SetAsync(_dpmd, (A, "95.000.000"), (B, "10.000.000"));
        var below = await SetAsync(_dpmd, (A, "100.000"), (B, "20.000.000"));
        var unread = await SetAsync(_dpmd, (A, "empat puluh juta"));
        var removed = await SetAsync(_dpmd, (A, ""));

        Assert.All([beyond, below, unread, removed], page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode));
        Assert.Contains("Pagu program Rp100.000.000 terlampaui", beyond.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("95.000.000", beyond.Find($"[name='{Field(beyond, A)}.Amount']").GetAttribute("value"));
        Assert.Contains("lebih kecil daripada yang sudah tersalur di sana (Rp300.000)", below.Text, StringComparison.Ordinal);
        Assert.Equal("empat puluh juta", unread.Find($"[name='{Field(unread, A)}.Amount']").GetAttribute("value"));
        Assert.Contains("tidak bisa dihapus", removed.Text, StringComparison.Ordinal);
        Assert.Equal([40_000_000m, 10_000_000m], await BudgetsAsync());
        // Money goes from one village to the other in one go, and a budget that nothing came from is taken away.
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(_dpmd, (A, "100.000.000"), (B, ""))).StatusCode);
        Assert.Equal([100_000_000m], await BudgetsAsync());
    }

    [Fact]
    public async Task A_ceiling_does_not_fall_below_what_villages_have() =>
        Assert.Contains("lebih kecil daripada jumlah anggaran desa/kelurahan program ini (Rp50.000.000)",
            (await (await _dpmd.GetAsync($"/program/{_cash}/ubah")).SubmitAsync($"form[action='/program/{_cash}/ubah']", ("Ceiling", "49.000.000"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Dana_Desa_for_a_kelurahan_has_no_field_and_is_refused_with_the_reason()
    {
        var page = await _dpmd.GetAsync($"/program/{_cash}/anggaran-desa?wilayah=64.08.04");
        var answer = await _dpmd.PostAsync($"/program/{_cash}/anggaran-desa", $"/program/{_cash}/anggaran-desa", ("Form.Area", "64.08.04"), ("Form.Rows[0].Village", Kelurahan), ("Form.Rows[0].Amount", "1.000.000"), ("Form.Rows[0].Source", "SK 1"));

        Assert.Contains("jadi tidak ada isian untuk kelurahan", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Dana Desa hanya untuk desa", answer.Find(".tk-summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_came_too_late_is_told_and_saving_it_once_more_is_meant()
    {
        var stale = await _dpmd.GetAsync(PathOf(District));
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(_dpmd, (B, "11.000.000"))).StatusCode);

        var late = await stale.SubmitAsync("form[method=post]", ($"{Field(stale, B)}.Amount", "12.000.000"));
        var again = await late.SubmitAsync("form[method=post]");

        Assert.Contains("diubah orang lain sejak Anda membukanya; yang tersimpan Rp11.000.000", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal([40_000_000m, 12_000_000m], await BudgetsAsync());
        Assert.Equal((2, 2), await _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
        {
            var lines = services.GetRequiredService<PortalDbContext>().AuditEntries;
            return (await lines.CountAsync(line => line.Action == "VillageBudget.Added"), await lines.CountAsync(line => line.Action == "VillageBudget.Modified"));
        }));
    }

    [Fact]
    public async Task Another_OPD_another_village_and_who_has_no_right_get_nothing()
    {
        var (distan, head) = (await OpdAsync("Distan"), await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, B)));
        var (leader, enumerator) = (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership)), await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Enumerator, B)));

        Assert.Equal(["Bibit|–|–|–|Rp500.000|0|1|–", "Semua|–|–|–|Rp500.000|0|1|–"], Rows(await distan.GetAsync("/anggaran")));
        Assert.Equal(HttpStatusCode.NotFound, (await distan.GetAsync(PathOf(District))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await distan.PostAsync($"/program/{_cash}/anggaran-desa", "/program/baru", ("Form.Area", District))).StatusCode);
        Assert.Equal(["BLT Dana Desa|Rp100.000.000|Rp10.000.000|–|–|0|0|0,0 %", "Semua|Rp100.000.000|Rp10.000.000|–|–|0|0|0,0 %"], Rows(await head.GetAsync("/anggaran")));
        foreach (var path in new[] { "/anggaran?wilayah=" + A, "/anggaran/dana-desa?wilayah=" + A })
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(path)).StatusCode);
        Assert.Equal([$"{NameOf(B, false)}|2|0|Rp10.000.000|0|0|–"], Rows(await head.GetAsync("/anggaran/dana-desa")));
        foreach (var path in new[] { "/anggaran", "/anggaran?menurut=desa", "/anggaran/dana-desa" })
            Assert.Empty((await leader.GetAsync(path)).Document.QuerySelectorAll("main a[href^='/keluarga'], main a[href^='/program/']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await enumerator.GetAsync("/anggaran")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync(PathOf(District))).StatusCode);
    }

    private static FamilyRow Family(int number, string village) => new($"64082300000{number}", AreaCode.Parse(village).Digits) { HeadName = $"ANGGARAN {number}" };

    private async Task<Visitor> OpdAsync(string opd) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: opd));

    private string PathOf(string district) => $"/program/{_cash}/anggaran-desa?wilayah={district}";

    // The place of a village in the form.
    private static string Field(Page page, string village) => page.Find($"input[name$='.Village'][value='{village}']").GetAttribute("name")![..^".Village".Length];

    private async Task<Page> SetAsync(Visitor who, params (string Village, string Amount)[] budgets)
    {
        var form = await who.GetAsync(PathOf(District));
        return await form.SubmitAsync("form[method=post]", [.. budgets.SelectMany(budget => new (string, string?)[] { ($"{Field(form, budget.Village)}.Amount", budget.Amount), ($"{Field(form, budget.Village)}.Source", "APBDes 1/2026") })]);
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string path) => Rows(await _analyst.GetAsync(path));

    private static IReadOnlyList<string> Rows(Page page, int table = 0) => [.. page.Document.QuerySelectorAll("main table")[table].QuerySelectorAll("tbody tr, tfoot tr")
        .Select(row => string.Join('|', row.Children.Select(cell => (cell.ChildElementCount > 0 && cell.QuerySelector("small") is { } small ? cell.TextContent.Replace(small.TextContent, "", StringComparison.Ordinal) : cell.TextContent).Trim())))];

    private string NameOf(string village, bool hasKind = true)
    {
        var areas = _portal.Services.GetRequiredService<AreaDirectory>();
        return hasKind ? areas.TitleOf(AreaCode.Parse(village)) : areas.NameOf(AreaCode.Parse(village));
    }

    private Task<decimal[]> BudgetsAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services =>
        services.GetRequiredService<PortalDbContext>().VillageBudgets.OrderBy(budget => budget.AreaCode).Select(budget => budget.Amount).ToArrayAsync());

    private Task<Guid> ProgramAsync(string opd, ProgramTerms terms) => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var outcome = AidProgram.Open(await db.Opds.Where(o => o.ShortName == opd).Select(o => o.Id).SingleAsync(), terms with { Year = services.GetRequiredService<OfficeClock>().Today.Year }, officeHasDesa: true, out var program);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.AidPrograms.Add(program!);
        await db.SaveChangesAsync();
        return program!.PublicId;
    });

    private async Task AidAsync(Guid program, int family, InterventionState state, decimal amount) => await _portal.Scenario.AidAsync(program, await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
        services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName == $"ANGGARAN {family}").Select(h => h.PublicId).SingleAsync()), state, amount);
}
