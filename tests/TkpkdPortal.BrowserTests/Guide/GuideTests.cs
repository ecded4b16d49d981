using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Accessibility;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Features.Guide;
using TkpkdPortal.Security;

namespace TkpkdPortal.BrowserTests.Guide;

/// <summary>
/// Follows each role's page of the guide in the demo office: every word it prints in bold stands on the page it names, every picture is there.
/// With TKPKD_WRITE_GUIDE=1 the pictures are taken anew.
/// </summary>
[Collection(ChromiumCollection.Name)]
public sealed class GuideTests(Chromium chromium, DemoOffice office) : IClassFixture<DemoOffice>
{
    private static readonly bool IsToBeWritten = Environment.GetEnvironmentVariable("TKPKD_WRITE_GUIDE") == "1";

    [BrowserTheory]
    [InlineData("admin", Role.Admin)]
    [InlineData("bappeda", Role.Analyst)]
    [InlineData("dinsos", Role.SocialService)]
    [InlineData("disdukcapil", Role.CivilRegistry)]
    [InlineData("opd", Role.Opd)]
    [InlineData("camat", Role.DistrictHead)]
    [InlineData("lurah", Role.VillageHead)]
    [InlineData("petugas", Role.Enumerator)]
    [InlineData("pimpinan", Role.Leadership)]
    [InlineData("auditor", Role.Auditor)]
    [InlineData("dpo", Role.DataProtectionOfficer)]
    public Task What_the_guide_says_of_a_role_stands_on_its_pages(string account, Role role) => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var size = role is Role.Enumerator ? new WindowOptions(360, 640) : new WindowOptions(1280, 720);
        var tour = new Tour(await desk.SignInAsync($"{account}@demo.invalid", size));
        var faults = new List<string>();
        foreach (var line in GuidePage.Of(role).Lines)
        {
            if (line.Words.Count + (line.Picture is null ? 0 : 1) > 0 && line.Pages.Count == 0)
                faults.Add($"no page is named for: {line.Text}");
            foreach (var link in line.Links.Where(link => !tour.Knows(link)))
                faults.Add($"{link} is not a page of this role");
            if (line.Pages.Count > 0 && await tour.MissingAsync(line.Pages, line.Words) is { Count: > 0 } missing)
                faults.Add($"{string.Join(' ', line.Pages)} does not say {string.Join(", ", missing)}");
            if (line.Picture is { } picture)
                faults.AddRange(await FaultsOfAsync(tour.Window, picture));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }, $"{nameof(GuideTests)}-{account}");

    [Fact]
    public void The_index_names_a_page_for_every_role_and_no_picture_is_left_over()
    {
        var index = File.ReadAllText(Path.Combine(GuidePage.Folder, "README.md"));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains($"({GuideBook.NameOf(role)}.md)", index, StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<Role>().SelectMany(role => GuidePage.Of(role).Lines).Select(line => line.Picture).OfType<string>().Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(GuidePage.Folder, "gambar")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
    }

    // The page is on the screen: the words beside the picture were looked for there.
    private static async Task<IReadOnlyList<string>> FaultsOfAsync(Window window, string picture)
    {
        var file = Path.Combine(GuidePage.Folder, "gambar", $"{picture}.png");
        if (IsToBeWritten)
            await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        return File.Exists(file) ? [] : [$"{picture}.png is missing"];
    }
}
