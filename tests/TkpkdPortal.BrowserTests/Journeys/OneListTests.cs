using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>From a large file to a list that can be trusted, without a mouse: loaded by one, published by another, ten differences and ten doubles decided.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class OneListTests(Chromium chromium)
{
    private const int Families = 1_010, Planted = 10;

    private static readonly DateOnly Before = new(2022, 9, 15);

    [BrowserFact]
    public async Task A_large_list_is_loaded_left_and_published_by_a_second_person_and_ten_differences_and_ten_doubles_are_decided()
    {
        await using var portal = TestPortal.StartOnNetwork();
        await portal.Scenario.ImportFamiliesAsync("2022", Before, [.. Enumerable.Range(0, Families).Select(Family)]);
        var (first, second) = (await portal.Scenario.AccountAsync(Role.Analyst), await portal.Scenario.AccountAsync(Role.Analyst));
        var file = FamiliesFile.Of(Enumerable.Range(0, Families).Select(n => n < Planted ? Family(n) with { Others = new Dictionary<string, string> { [P3keColumn.Floor] = "Tanah" } } : Family(n)));
        await Desk.WorkAsync(chromium, portal, async desk =>
        {
            var clerk = await Keyboard.SignInAsync(desk, first, new WindowOptions());
            await UploadAsync(clerk, file);
            await clerk.Window.Page.GotoAsync("about:blank");

            var again = await Keyboard.SignInAsync(desk, first, new WindowOptions());
            await again.OpenMenuAsync("Impor");
            await again.FollowAsync("P3KE 2023");
            await ImportPage.WaitForAsync(again.Window, "Menunggu diterbitkan", hasScript: true, () => Task.CompletedTask);
            await again.Window.SeesAsync("Menunggu orang kedua");
            Assert.Equal(0, await again.Window.Main.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).CountAsync());

            var publisher = await Keyboard.SignInAsync(desk, second, new WindowOptions());
            await publisher.OpenMenuAsync("Impor");
            await publisher.FollowAsync("P3KE 2023");
            await publisher.Window.SeesAsync("Periksa, lalu terbitkan");
            await publisher.JumpToContentAsync();
            await publisher.PressAsync("Terbitkan 1.010 baris");
            await ImportPage.WaitForAsync(publisher.Window, "Dimuat", hasScript: true, () => Task.CompletedTask);

            await DecideDifferencesAsync(again, portal);
            await DecideDoublesAsync(again, portal);
            Assert.Empty(again.Window.Complaints);
        });
    }

    private static async Task UploadAsync(Keyboard clerk, byte[] file)
    {
        await clerk.OpenMenuAsync("Impor");
        await clerk.FollowAsync("Muat daftar");
        await clerk.Window.SeesAsync("Jenis berkas");
        await clerk.JumpToContentAsync();
        await clerk.PickAsync("P3KE keluarga");
        await clerk.TypeAsync("Nama rilis", "2023");
        await clerk.TypeAsync("Tanggal rilis", "15/09/2023");
        await clerk.ChooseFileAsync("Berkas", new FilePayload { Name = "keluarga.csv", MimeType = "text/csv", Buffer = file });
        await clerk.PressAsync("Unggah dan periksa");
        await Assertions.Expect(clerk.Window.Heading).ToContainTextAsync("Impor P3KE 2023");
    }

    // Six for the new list, four for the old one; then none is open.
    private static async Task DecideDifferencesAsync(Keyboard clerk, TestPortal portal)
    {
        var (a, b) = await portal.Scenario.AsConsoleAsync(Permission.ViewDataQuality, async services =>
        {
            var releases = await services.GetRequiredService<PortalDbContext>().ListReleases.OrderBy(release => release.ReleasedOn).Select(release => release.PublicId).ToListAsync();
            return (releases[0], releases[1]);
        });
        foreach (var (count, answer) in new[] { (6, "Menurut P3KE 2023"), (4, "Menurut P3KE 2022") })
        {
            await clerk.Window.GoAsync($"/kualitas-data/ketidakselarasan?a={a}&b={b}");
            await clerk.JumpToContentAsync();
            for (var n = 0; n < count; n++)
            {
                var box = clerk.Window.Main.GetByRole(AriaRole.Checkbox).Nth(n);
                await clerk.TabToAsync(box);
                await clerk.Window.Page.Keyboard.PressAsync("Space");
                await Assertions.Expect(box).ToBeCheckedAsync();
            }
            await clerk.PickAsync(answer);
            await clerk.TypeAsync("Alasan", "Ditanyakan kepada ketua RT.");
            await clerk.PressAsync("Simpan putusan");
            await clerk.Window.Page.GetByText($"{count} isian diputuskan.").WaitForAsync();
        }
        await clerk.Window.SeesAsync("Tidak ada perbedaan yang terbuka");
        Assert.Equal((6, 4), await portal.Scenario.AsConsoleAsync(Permission.ViewDataQuality, async services =>
        {
            var decisions = services.GetRequiredService<PortalDbContext>().FieldDecisions;
            return (await decisions.CountAsync(decision => decision.Value == "5"), await decisions.CountAsync(decision => decision.Value == "3"));
        }));
    }

    private static async Task DecideDoublesAsync(Keyboard clerk, TestPortal portal)
    {
        await clerk.OpenMenuAsync("Data ganda");
        await clerk.PressAsync("Cari data ganda");
        await Assertions.Expect(clerk.Window.Main).ToContainTextAsync("Pencarian terakhir", new() { Timeout = 60_000 });
        for (var n = 0; n < Planted; n++)
        {
            await clerk.Window.GoAsync("/kualitas-data/ganda");
            await clerk.JumpToContentAsync();
            await clerk.TabToAsync(clerk.Window.Main.Locator("tbody a").First);
            await clerk.Window.Page.Keyboard.PressAsync("Enter");
            await clerk.Window.SeesAsync("Keputusan Anda");
            await clerk.JumpToContentAsync();
            await clerk.PickAsync(n % 2 == 0 ? "Dua keluarga berbeda" : "Satu keluarga: gabungkan");
            if (n % 2 == 1)
                await clerk.PickAsync("catatan lebih lama");
            // Two answers mention a note as well.
            await clerk.TabToAsync(clerk.Window.Main.Locator("textarea").First);
            await clerk.Window.Page.Keyboard.TypeAsync("Ditanyakan kepada ketua RT.");
            await clerk.PressAsync("Simpan keputusan");
            await Assertions.Expect(clerk.Window.Main.GetByRole(AriaRole.Button, new() { Name = "Cabut keputusan" })).ToBeVisibleAsync();
        }
        Assert.Equal((Planted / 2, Planted / 2), await portal.Scenario.AsConsoleAsync(Permission.DecideDoubles, async services =>
        {
            var pairs = services.GetRequiredService<PortalDbContext>().DoublePairs;
            return (await pairs.CountAsync(pair => pair.State == DoubleState.Different), await pairs.CountAsync(pair => pair.State == DoubleState.Same));
        }));
    }

    // The last ten are the ten before them under another id.
    private static FamilyRow Family(int n)
    {
        var person = n >= Families - Planted ? n - Planted : n;
        return new FamilyRow($"627123{n:000000}", "6271041004")
        {
            HeadName = $"{Word(person)} {Word(person * 7 + 3)}",
            BirthDate = new DateOnly(1950, 1, 1).AddDays(person * 17).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Address = $"JL. {Word(person * 3 + 1)} RT {person % 9 + 1:00} RW 01",
        };
    }

    private static string Word(int n)
    {
        string[] syllables = ["BA", "KE", "LI", "MO", "SU", "TA", "RE", "NI", "DO", "JU", "PA"];
        return syllables[n % 11] + syllables[n / 11 % 11] + syllables[n / 121 % 11] + syllables[(n * 5) % 11];
    }
}
