using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Accessibility;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>The dashboard's drawings: beside the tables, and never instead of them.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ChartTests(Chromium chromium, DemoOffice office) : IClassFixture<DemoOffice>
{
    private static readonly string[] Pages = ["/dasbor", "/dasbor/karakteristik?ciri=pekerjaan", "/dasbor/bantuan"];

    [BrowserTheory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public Task A_chart_is_drawn_from_its_table_and_says_its_figures(int width, int height) => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var window = await desk.SignInAsync("bappeda@demo.invalid", new WindowOptions(width, height));
        foreach (var path in Pages)
        {
            await window.GoAsync(path);
            var chart = window.Main.Locator("[data-chart][role=img]").First;
            await Assertions.Expect(chart.Locator("canvas")).ToBeVisibleAsync();
            var box = await chart.BoundingBoxAsync();
            Assert.True(box is { Width: > 250, Height: > 40 } && box.X + box.Width <= width, $"{path}: {box?.Width} × {box?.Height}");
            var words = await chart.GetAttributeAsync("aria-label") ?? "";
            foreach (var row in await window.Main.Locator($"#{await chart.GetAttributeAsync("data-chart")} tbody tr:has(td[data-value])").AllAsync())
            {
                var name = (await row.Locator("th").InnerTextAsync()).Trim();
                var isDrawn = await chart.GetAttributeAsync("data-of") is null && await row.Locator("td[data-value]").First.GetAttributeAsync("data-value") is not "0";
                if (isDrawn)
                    Assert.Contains(name, words, StringComparison.Ordinal);
            }
            Assert.Matches(@"\d (KK|jiwa)|Rp\d", words);
        }
        Assert.Empty(window.Complaints);
    });

    [BrowserFact]
    public Task Without_script_the_tables_say_it_all() => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var window = await desk.SignInAsync("bappeda@demo.invalid", new WindowOptions(HasScript: false));
        foreach (var path in Pages)
        {
            await window.GoAsync(path);
            foreach (var chart in await window.Main.Locator("[data-chart]").AllAsync())
            {
                await Assertions.Expect(window.Main.Locator($"#{await chart.GetAttributeAsync("data-chart")}")).ToBeVisibleAsync();
                await Assertions.Expect(chart.Locator("canvas")).ToHaveCountAsync(0);
            }
        }
        Assert.Empty(window.Complaints);
    });
}
