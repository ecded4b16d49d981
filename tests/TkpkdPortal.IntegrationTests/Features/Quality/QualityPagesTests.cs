using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Quality;

/// <summary>Two releases of one list in Palangka Raya: who moved, who rose, who left, and who may see it.</summary>
public sealed class QualityPagesTests : IAsyncLifetime
{
    private const string Kameloh = "62.71.04.1004", Danau = "62.71.04.1005", Pahandut = "62.71.01.1001";

    private readonly TestPortal _portal = TestPortal.Start();

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2022", new DateOnly(2022, 9, 15),
            new("627123000001", "6271041004") { HeadName = "NAIK UJI", Nik = "6271990302800001" }, new("627123000002", "6271041004") { HeadName = "PINDAH UJI", Nik = "6271990302800002" },
            new("627123000003", "6271011001") { HeadName = "KELUAR UJI", Nik = "6271990302800003" });
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new("627123000001", "6271041004") { HeadName = "NAIK UJI", Nik = "6271990302800001", Decile = "3" }, new("627123000002", "6271041005") { HeadName = "PINDAH UJI", Nik = "6271990302800002" },
            new("627123000004", "6271011001") { HeadName = "MASUK UJI", Nik = "6271990302800004" });
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_analyst_sees_how_many_families_differ_in_what_and_follows_a_number_to_the_families_and_on_to_one_of_them()
    {
        var analyst = await SignInAsync(Role.Analyst);

        var start = await analyst.GetAsync("/kualitas-data");
        var page = await analyst.GetAsync("/kualitas-data/banding");
        var families = await analyst.GetAsync(page.Find("a[href*='jenis=DecileUp']").GetAttribute("href")!);
        var household = await analyst.GetAsync(families.Find("tbody a").GetAttribute("href")!);

        Assert.Contains("KK dari 2", start.Text, StringComparison.Ordinal);
        Assert.Contains("P3KE 2022 dan P3KE 2023", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Desil naik 1", "Desa/kelurahan berbeda 1", "Hanya di rilis pertama 1", "Hanya di rilis kedua 1"],
            page.Document.QuerySelectorAll("section:nth-of-type(1) tbody tr").Select(row => $"{row.Children[0].TextContent.Trim()} {row.Children[2].TextContent.Trim()}"));
        Assert.Contains("desil 1", families.Text, StringComparison.Ordinal);
        Assert.Contains("desil 3", families.Text, StringComparison.Ordinal);
        Assert.Contains("NAIK UJI", household.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(["P3KE 2022", "P3KE 2023"], household.Document.QuerySelectorAll("#daftar thead th").Skip(1).Take(2).Select(head => head.TextContent.Split("rilis")[0].Trim()));
    }

    [Fact]
    public async Task A_village_head_sees_only_families_that_either_release_has_in_the_own_village()
    {
        var (kameloh, danau, pahandut) = (await SignInAsync(Role.VillageHead, Kameloh), await SignInAsync(Role.VillageHead, Danau), await SignInAsync(Role.VillageHead, Pahandut));
        var path = await FamiliesPathAsync();

        var (here, there, elsewhere) = ((await kameloh.GetAsync(path)).Text, (await danau.GetAsync(path)).Text, (await pahandut.GetAsync(path)).Text);

        Assert.Contains("NAIK UJI", here, StringComparison.Ordinal);
        Assert.Contains("PINDAH UJI", here, StringComparison.Ordinal);
        Assert.DoesNotContain("KELUAR UJI", here, StringComparison.Ordinal);
        Assert.Contains("PINDAH UJI", there, StringComparison.Ordinal);
        Assert.DoesNotContain("NAIK UJI", there, StringComparison.Ordinal);
        Assert.DoesNotContain("PINDAH UJI", elsewhere, StringComparison.Ordinal);
        Assert.Contains("KELUAR UJI", elsewhere, StringComparison.Ordinal);
        Assert.Contains("MASUK UJI", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_release_twice_is_refused_and_one_that_is_not_there_is_not_found()
    {
        var analyst = await SignInAsync(Role.Analyst);
        var release = await ReleaseAsync("2023");

        var same = await analyst.GetAsync($"/kualitas-data/banding?a={release}&b={release}");

        Assert.Contains("Pilih dua rilis yang berbeda.", same.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/kualitas-data/banding/keluarga?a={release}&b={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/kualitas-data/rilis/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Who_loads_lists_states_where_a_release_comes_from_and_others_read_it()
    {
        var (analyst, lurah) = (await SignInAsync(Role.Analyst), await SignInAsync(Role.VillageHead, Kameloh));
        var path = $"/kualitas-data/rilis/{await ReleaseAsync("2023")}";
        var form = await analyst.GetAsync(path + "/ubah");
        var stale = await analyst.GetAsync(path + "/ubah");

        var halfway = await form.SubmitAsync("main form", ("HandOverNumber", "BAST/1/2023"));
        var future = await form.SubmitAsync("main form", ("HandOverNumber", "BAST/1/2023"), ("HandedOverOn", "01/01/2090"));
        var saved = await form.SubmitAsync("main form", ("HandOverNumber", "BAST/1/2023"), ("HandedOverOn", "20/09/2023"), ("Recipient", "Bappeda"), ("Purpose", "Verifikasi lapangan"));
        var overtaken = await stale.SubmitAsync("main form", ("Purpose", "Perencanaan"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, halfway.StatusCode);
        Assert.Contains("diisi bersama", halfway.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("BAST/1/2023", halfway.Find("[name=HandOverNumber]").GetAttribute("value"));
        Assert.Contains("belum lewat", future.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, overtaken.StatusCode);
        Assert.Equal("Perencanaan", overtaken.Find("[name=Purpose]").GetAttribute("value"));
        var page = await lurah.GetAsync(path);
        Assert.Contains("BAST/1/2023, 20 September 2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kepmenko PMK 30/2022", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href$='/ubah']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await lurah.GetAsync(path + "/ubah")).StatusCode);
        Assert.Contains("BAST/1/2023", (await lurah.GetAsync("/kualitas-data/rilis")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_without_a_code_of_BPS_are_named_with_what_to_do()
    {
        var page = await (await SignInAsync(Role.Analyst)).GetAsync("/kualitas-data/kode-bps");

        Assert.Contains("30 belum dipetakan", page.Text, StringComparison.Ordinal);
        Assert.Contains("kode-bps.csv", page.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> SignInAsync(Role role, string? area = null) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, area));

    private async Task<string> FamiliesPathAsync() => $"/kualitas-data/banding/keluarga?a={await ReleaseAsync("2022")}&b={await ReleaseAsync("2023")}";

    private Task<Guid> ReleaseAsync(string name) => _portal.Scenario.AsConsoleAsync(Permission.ViewDataQuality,
        services => services.GetRequiredService<PortalDbContext>().ListReleases.Where(release => release.List == SourceList.P3ke && release.Name == name).Select(release => release.PublicId).SingleAsync());
}
