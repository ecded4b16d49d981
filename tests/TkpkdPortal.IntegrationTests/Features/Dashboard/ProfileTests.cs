using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>The two-sided profile of a village on paper.</summary>
public sealed class ProfileTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", Digits = "6271041004", Empty = "62.71.04.1003";

    private readonly TestPortal _portal = TestPortal.Start();

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, 3).Select(i => new FamilyRow($"62712300000{i}", Digits) { Nik = $"627199030280000{i}", Decile = i == 3 ? "2" : "1", Occupation = "Tidak/belum bekerja" })]);
        await _portal.Scenario.HeldMeetingAsync("Disnaker", named: [Village]);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task A_profile_counts_the_village_of_its_head_and_says_what_meetings_decided_about_it()
    {
        var lurah = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
        Assert.Contains("Unduh profil (PDF)", (await lurah.GetAsync("/dasbor")).Text, StringComparison.Ordinal);

        var profile = await PaperAsync(lurah, Village);

        Assert.Contains("Register memuat 3 KK", profile.Text, StringComparison.Ordinal);
        Assert.Contains("2 KK berada pada desil 1 menurut P3KE 2023", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Menyerahkan daftar penerima.", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("UJI ", profile.Text.Replace("DATA UJI", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // The office's figures beside the own ones are for whoever sees the office.
        Assert.DoesNotContain("Seluruh kota", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Seluruh kota", (await PaperAsync(await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership)), Village)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lurah.GetAsync($"/dasbor/profil/{Empty}/profil.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lurah.GetAsync("/dasbor/profil/99/profil.pdf")).StatusCode);
    }

    [PaperFact]
    public async Task A_village_without_families_reads_so_on_two_sides()
    {
        var profile = await PaperAsync(await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst)), Empty);

        Assert.Contains("Belum ada keluarga dalam register.", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada keputusan rakor yang menyebut wilayah ini.", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Halaman 2 dari 2", profile.Text, StringComparison.Ordinal);
    }

    private async Task<PaperFile> PaperAsync(Visitor visitor, string village)
    {
        var paper = await PaperFile.SavedAsync((await visitor.GetAsync($"/dasbor/profil/{village}/profil.pdf")).Bytes, Path.Combine(_portal.DataDirectory, "profil.pdf"));
        paper.AssertSound();
        return paper;
    }
}
