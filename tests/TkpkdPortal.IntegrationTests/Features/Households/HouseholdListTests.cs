using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

public sealed class HouseholdListTests
{
    private const string Village = "62.71.04.1004";

    [Fact]
    public async Task A_family_is_found_in_another_spelling_of_its_name()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync(Village, "MOCHAMAD NOERHAJATI UJI");
        await portal.Scenario.HouseholdInAsync(Village, "AHMAD SALIM UJI");
        var clerk = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));

        var found = await clerk.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Muhammad Nur Hayati"));

        Assert.Contains("MOCHAMAD NOERHAJATI UJI", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AHMAD SALIM UJI", found.Text, StringComparison.Ordinal);
    }

    /// <summary>Whatever leads the search, the answer is that of reading every name.</summary>
    [Fact]
    public async Task A_search_finds_the_families_whose_names_have_all_its_words()
    {
        string[] given = ["SITI", "SITTI", "MUHAMMAD", "MOH.", "NURHAYATI", "ST", "JUSUF"], family = ["NOER", "YUSUF", "RAHMAN", "SITINJAK", "UJI"];
        var names = Enumerable.Range(0, 320).Select(n => $"{given[n % given.Length]} {family[n / 7 % family.Length]} {(n == 300 ? "LANGKA " : "")}UJI").ToList();
        await using var portal = TestPortal.Start();
        await portal.Scenario.ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2025", new DateOnly(2025, 9, 15)),
            FamiliesFile.Of(names.Select((name, n) => new FamilyRow($"627104{n:000000}", "6271041004") { HeadName = name, Nik = $"627199{n % 28 + 1:00}0180{n + 1:0000}" })));
        var clerk = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var token = (await clerk.GetAsync("/keluarga")).Token!;

        foreach (var sought in (string[])["siti", "siti uji", "yusuf", "m. nur", "langka uji siti", "uji langka", "sit rah", "tidak ada"])
        {
            var words = NameWords.Of(sought);
            var expected = names.Count(name => words.All(word => NameWords.KeptOf(name).Any(kept => kept.StartsWith(word, StringComparison.Ordinal))));
            var found = await clerk.PostAsync("/keluarga/cari", [("Name", sought), ("__RequestVerificationToken", token)]);
            Assert.Contains(expected == 0 ? "Belum ada keluarga yang cocok" : $"{expected} keluarga cocok", found.Text, StringComparison.Ordinal);
        }
        var all = await clerk.PostAsync("/keluarga/cari", [("Name", "uji"), ("Page", "20"), ("__RequestVerificationToken", token)]);
        Assert.Contains("Lebih dari 200 keluarga cocok", all.Text, StringComparison.Ordinal);
        Assert.Contains("176–200 dari 200 keluarga pertama", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_narrowed_to_what_is_missing_shows_the_family_whose_page_says_so()
    {
        await using var portal = TestPortal.Start();
        var family = await portal.Scenario.HouseholdInAsync(Village, "SITI UJI");
        var clerk = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var missing = await clerk.GetAsync($"/keluarga/{family}");

        var lacking = await clerk.GetAsync($"/keluarga?kurang={MissingFact.Nik}");
        var withoutDecile = await clerk.GetAsync($"/keluarga?kurang={MissingFact.Decile}");
        var complete = await clerk.GetAsync("/keluarga?kurang=lengkap");

        Assert.Contains("NIK SITI UJI", missing.Find("#kurang").TextContent, StringComparison.Ordinal);
        Assert.Contains("SITI UJI", lacking.Text, StringComparison.Ordinal);
        Assert.Contains("Kurang: NIK anggota", lacking.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SITI UJI", withoutDecile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SITI UJI", complete.Text, StringComparison.Ordinal);
    }
}
