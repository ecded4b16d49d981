using System.Globalization;
using Deque.AxeCore.Commons;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Accessibility;

/// <summary>What holds on every page, whoever looks: it can be used by everybody, fits a phone, and says where it lies.</summary>
public static class PageCheck
{
    /// <summary>Pages that stand beside the areas and things: no crumbs lead to them.</summary>
    private static readonly string[] WithoutCrumbs = ["/", "/masuk", "/keluar", "/lapangan", "/rt", "/rt/buka"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that is wrong with the page on the screen, each with its address.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Window window)
    {
        var page = window.Page;
        var faults = new List<string>();
        void Expect(bool holds, string fault)
        {
            if (!holds)
                faults.Add($"{window.Path} at {page.ViewportSize?.Width} px: {fault}");
        }
        Expect(await page.EvaluateAsync<string>("() => document.documentElement.lang") == "id", "the language is not Indonesian");
        Expect((await page.TitleAsync()).EndsWith(" · TKPK Kota Palangka Raya", StringComparison.Ordinal), "the title does not name page and office");
        Expect(await page.Locator("h1").CountAsync() == 1, "there is not exactly one h1");
        Expect(await page.Locator("a.tk-skip[href='#isi']").CountAsync() == 1 && await page.Locator("main#isi").CountAsync() == 1, "no link jumps to the content");
        Expect(await page.GetByText("DATA UJI", new() { Exact = true }).CountAsync() == 1, "synthetic data are not marked");
        Expect(WithoutCrumbs.Contains(window.Path) || await NamesAreaAsync(window), "the crumbs do not name the area");
        // A drawing sets its size by script, which the content policy lets through; what the server writes has none.
        Expect(await page.Locator("[style]:not([data-chart], [data-chart] *)").CountAsync() == 0, "there is a style attribute");
        var sideways = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Expect(sideways <= 0, string.Create(CultureInfo.InvariantCulture, $"it scrolls {sideways} px sideways"));
        var small = await page.EvaluateAsync<string[]>(SmallText);
        Expect(small.Length == 0, $"text below 14 px: {string.Join(" | ", small)}");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        foreach (var violation in await page.EvaluateAsync<string[]>(Violations))
            Expect(false, $"axe {violation}");
        return faults;
    }

    // axe in the page itself: what goes through a second page, as the package for Playwright does, takes three times as long, and the portal has no frames.
    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
            .violations.map(found => `${found.id}: ${found.help} at ${found.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)
        """;

    // Text that is seen and smaller than 14 px; the skip link and words for screen readers are not seen.
    private const string SmallText = """
        () => [...document.querySelectorAll('body *')]
            .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
            .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, .tk-skip') && element.getClientRects()[0]?.width > 1)
            .filter(element => parseFloat(getComputedStyle(element).fontSize) * (element.ownerSVGElement ? element.getScreenCTM().a : 1) < 13.9)
            .map(element => element.textContent.trim().slice(0, 40))
        """;

    private static async Task<bool> NamesAreaAsync(Window window)
    {
        var crumbs = window.Page.Locator("nav.tk-crumbs li");
        return await crumbs.CountAsync() >= 2 && await crumbs.First.TextContentAsync() is "Palangka Raya";
    }
}
