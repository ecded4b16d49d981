using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.IntegrationTests.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Imports;

/// <summary>A deliberation's sheet with names of villages that are in no list: they wait, a person chooses, and the rows are loaded.</summary>
public sealed class AreaChoiceTests
{
    private const string Good = "627123000001", Misspelt = "627123000002", Unknown = "627123000003";

    [Fact]
    public async Task A_name_that_is_in_no_list_waits_until_a_person_has_chosen_its_village()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var first = await LoadAsync(analyst);

        var choice = await analyst.GetAsync($"{first.Path}/wilayah");
        var chosen = await choice.SubmitAsync("form[action$='/wilayah']", ("Villages[kamelohbaroe]", "62.71.04.1004"));
        var continued = await ImportPage.PublishedAsync(analyst, chosen.Location ?? "");
        var after = await analyst.GetAsync(first.Path);

        Assert.Contains("Ada nama desa atau kelurahan yang belum pasti", first.Page.Text, StringComparison.Ordinal);
        Assert.Contains("Mirip: Kelurahan Kameloh Baru", choice.Text, StringComparison.Ordinal);
        Assert.Equal("", choice.Find("select[name='Villages[kamelohbaroe]'] option[selected], select[name='Villages[kamelohbaroe]'] option").GetAttribute("value"));
        Assert.Contains("Memuat baris yang menunggu di impor sebelumnya", continued.Text, StringComparison.Ordinal);
        Assert.Equal([(Good, 6), (Misspelt, 7)], await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services => (await services.GetRequiredService<PortalDbContext>().ListedPersons
            .OrderBy(row => row.RowNumber).Select(row => new { row.FamilyListId, row.RowNumber }).ToListAsync()).ConvertAll(row => (row.FamilyListId, row.RowNumber))));
        Assert.All(await portal.Scenario.AsConsoleAsync(Permission.ImportLists, services => services.GetRequiredService<PortalDbContext>().SheetStatements.Select(said => said.HeldOn).ToListAsync()),
            day => Assert.Equal(new DateOnly(2024, 2, 14), day));
        Assert.Equal("1", after.Find("dl.tk-figs > div:nth-child(5) dd").TextContent);
        Assert.Equal("2", after.Find("dl.tk-figs > div:nth-child(2) dd").TextContent);
        Assert.DoesNotContain("kamelohbaroe", (await analyst.GetAsync($"{first.Path}/wilayah")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_of_nothing_or_of_a_village_of_elsewhere_is_refused_and_kept()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var first = await LoadAsync(analyst);
        var choice = await analyst.GetAsync($"{first.Path}/wilayah");

        var nothing = await choice.SubmitAsync("form[action$='/wilayah']");
        var elsewhere = await choice.SubmitAsync("form[action$='/wilayah']", ("Villages[kamelohbaroe]", "64.72.03.1001"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("Pilih wilayah untuk paling sedikit satu nama", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("bukan desa atau kelurahan yang boleh dipilih", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_the_register_has_is_not_changed_by_a_sheet_and_its_page_says_what_the_sheet_says()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow(Good, "6271041004") { HeadName = "SITI DAFTAR", Decile = "2" });
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        await LoadAsync(analyst);
        var id = await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.Select(household => household.PublicId).SingleAsync());
        var page = await analyst.GetAsync($"/keluarga/{id}");

        Assert.Contains("Keluarga SITI DAFTAR", page.Text, StringComparison.Ordinal);
        Assert.Contains("Desil 2 menurut P3KE 2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hasil musdes/muskel 2024", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tetap dalam daftar, 14 Februari 2024", page.Text, StringComparison.Ordinal);
    }

    private static async Task<(string Path, Page Page)> LoadAsync(Visitor analyst)
    {
        using var file = new ByteArrayContent(SheetFile.Deliberation("SABANGAU", new SheetLine(Good, "KAMELOH BARU"), new SheetLine(Misspelt, "Kameloh Baroe"), new SheetLine(Unknown, "Seberang")));
        var answer = await analyst.UploadAsync("/impor/baru", "musdes.csv", file, ("Kind", "Deliberation"), ("ReleaseName", "2024"), ("ReleasedOn", "15/02/2024"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (answer.Location ?? "", await ImportPage.PublishedAsync(analyst, answer.Location ?? ""));
    }
}
