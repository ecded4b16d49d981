using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>The version of a published pack that may be handed to anybody.</summary>
public sealed class PublicPackTests
{
    [PaperFact]
    public async Task It_tells_the_large_counts_keeps_the_small_ones_and_stays_as_it_was_published()
    {
        await using var portal = TestPortal.Start();
        // Of three kecamatan one has 3 families; the smallest of the others goes with it.
        FamilyRow[] rows = [.. Families("6271041004", 30, from: 1), .. Families("6271011001", 12, from: 100), .. Families("6271051001", 3, from: 200)];
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), rows);
        var id = await portal.Scenario.PublishedMeetingAsync();
        var leader = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Leadership));

        var page = await leader.GetAsync($"/rakor/{id}/potret/1");
        var file = await leader.GetAsync($"/rakor/{id}/potret/1/bahan-publik.pdf");
        var paper = await PaperFile.SavedAsync(file.Bytes, Path.Combine(portal.DataDirectory, "publik.pdf"));

        Assert.NotNull(page.Find($"a[href='/rakor/{id}/potret/1/bahan-publik.pdf']"));
        paper.AssertSound();
        Assert.Equal("yes", paper.Information("Tagged"));
        Assert.DoesNotContain("TERBATAS", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DRAF", paper.Text, StringComparison.Ordinal);
        var deciles = paper.Tables.Single(table => table.Caption == "Keluarga menurut desil dan kecamatan");
        Assert.Equal([["Kecamatan", "Desil 1 KK", "Jumlah KK"], ["Sabangau", "30", "30"], ["2 kecamatan lain", "15", "15"], ["Kota", "45", "45"]], deciles.Rows);
        Assert.Contains("Digabung Pahandut dan Rakumpit.", paper.Text, StringComparison.Ordinal);
        // The hash of the internal figures would let a guess be tried.
        Assert.DoesNotContain(page.Find(".tk-code").TextContent.Trim()[..9], paper.Text, StringComparison.Ordinal);

        await portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), rows[0]);
        Assert.Equal(file.Bytes, (await leader.GetAsync($"/rakor/{id}/potret/1/bahan-publik.pdf")).Bytes);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/rakor/{id}/potret/2/bahan-publik.pdf")).StatusCode);
    }

    private static IEnumerable<FamilyRow> Families(string village, int count, int from) =>
        Enumerable.Range(from, count).Select(i => new FamilyRow($"6271{i:00000000}", village) { Nik = $"627199030280{i:0000}" });
}
