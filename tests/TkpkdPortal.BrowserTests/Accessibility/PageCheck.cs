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
    public static async Task<IReadOnlyList<string>> FaultsAsync(Window window, bool asksAxe = true)
    {
        var page = window.Page;
        var faults = new List<string>();
        void Expect(bool holds, string fault)
        {
            if (!holds)
                faults.Add($"{window.Path} at {page.ViewportSize?.Width} px: {fault}");
        }
        // A page that was just sent shows its text before its style has come.
        await window.LoadedAsync();
        // One question for all of it: each costs a way to the browser and back, thousands of times in a run.
        var seen = await page.EvaluateAsync<Seen>(Looked);
        Expect(seen.Language == "id", "the language is not Indonesian");
        Expect(seen.Title.EndsWith(" · TKPK Kota Palangka Raya", StringComparison.Ordinal), "the title does not name page and office");
        Expect(seen.Headings == 1, "there is not exactly one h1");
        Expect(seen.Skips, "no link jumps to the content");
        Expect(seen.TestMarks == 1, "synthetic data are not marked");
        Expect(WithoutCrumbs.Contains(window.Path) || seen.Crumbs is ["Palangka Raya", _, ..], "the crumbs do not name the area");
        // A drawing sets its size by script, which the content policy lets through; what the server writes has none.
        Expect(seen.Styled == 0, "there is a style attribute");
        Expect(seen.Sideways <= 0, string.Create(CultureInfo.InvariantCulture, $"it scrolls {seen.Sideways} px sideways"));
        Expect(seen.Small.Length == 0, $"text below 14 px: {string.Join(" | ", seen.Small)}");
        if (!asksAxe)
            return faults;
        if (!seen.HasAxe)
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

    // Small is text that is seen and smaller than 14 px; the skip link and words for screen readers are not seen.
    private const string Looked = """
        () => ({
            language: document.documentElement.lang,
            title: document.title,
            headings: document.querySelectorAll('h1').length,
            skips: document.querySelectorAll("a.tk-skip[href='#isi']").length === 1 && document.querySelectorAll('main#isi').length === 1,
            testMarks: [...document.querySelectorAll('body *')].filter(element => element.textContent.trim() === 'DATA UJI' && element.children.length === 0).length,
            crumbs: [...document.querySelectorAll('nav.tk-crumbs li')].map(crumb => crumb.textContent),
            styled: document.querySelectorAll('[style]:not([data-chart], [data-chart] *)').length,
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            small: [...document.querySelectorAll('body *')]
                .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
                .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, .tk-skip') && element.getClientRects()[0]?.width > 1)
                .filter(element => parseFloat(getComputedStyle(element).fontSize) * (element.ownerSVGElement ? element.getScreenCTM().a : 1) < 13.9)
                .map(element => element.textContent.trim().slice(0, 40)),
            hasAxe: 'axe' in window,
        })
        """;

    // What the script above answers, by its names.
    private sealed record Seen
    {
        public string Language { get; init; } = "";

        public string Title { get; init; } = "";

        public int Headings { get; init; }

        public bool Skips { get; init; }

        public int TestMarks { get; init; }

        public string[] Crumbs { get; init; } = [];

        public int Styled { get; init; }

        public int Sideways { get; init; }

        public string[] Small { get; init; } = [];

        public bool HasAxe { get; init; }
    }
}
