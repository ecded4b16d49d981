using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Guide;

/// <summary>Finds a role's pages of a kind ("/keluarga/ID") by the links that lead to them, from the menu on.</summary>
internal sealed class Tour(Window window)
{
    private const int MostOfAKind = 20;

    private readonly Dictionary<string, List<string>> _known = [];
    private readonly HashSet<string> _read = [];

    public Window Window => window;

    public bool Knows(string path) => _known.ContainsKey(path) || path == "/";

    /// <summary>The words that no page of these kinds shows; the page that shows most of them is left on the screen.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<string> kinds, IReadOnlyList<string> words)
    {
        var missing = words;
        foreach (var kind in kinds)
        {
            var best = missing;
            foreach (var path in await PagesOfAsync(kind))
            {
                await OpenAsync(path);
                var seen = await window.Page.EvaluateAsync<string[]>(WordsOfTheScreen);
                best = [.. missing.Where(word => !seen.Any(text => text.StartsWith(word, StringComparison.Ordinal)))];
                if (best.Count == 0)
                    break;
            }
            missing = best;
        }
        return missing;
    }

    private async Task<IReadOnlyList<string>> PagesOfAsync(string kind)
    {
        if (_known.Count == 0)
            await OpenAsync("/");
        while (!_known.ContainsKey(kind))
        {
            // One page of each kind first; only then its neighbours, of which some offer more.
            var next = _known.Values.OrderBy(paths => _read.Contains(paths[0]) ? 1 : 0).SelectMany(paths => paths).FirstOrDefault(path => !_read.Contains(path))
                ?? throw new InvalidOperationException($"no link leads to {kind}");
            await OpenAsync(next);
        }
        return [.. _known[kind]];
    }

    private async Task OpenAsync(string path)
    {
        var answer = await window.GoAsync(path);
        Assert.True(answer is { Ok: true }, $"{path} answered {answer?.Status}");
        _read.Add(path);
        Learn(path);
        foreach (var link in await Links.OfAsync(window.Page.Locator("#menu a, main a, footer a")))
            Learn(link);
    }

    private void Learn(string link)
    {
        var path = link.Split('#')[0];
        if (!_known.TryGetValue(Links.KindOf(path), out var paths))
            _known[Links.KindOf(path)] = paths = [];
        if (paths.Count < MostOfAKind && !paths.Contains(path))
            paths.Add(path);
    }

    // What a reader takes for a word of the screen: controls, labels and headings, not running text.
    private const string WordsOfTheScreen = """
        () => [...document.querySelectorAll('a, button, label, legend, summary, h1, h2, h3, dt, th, caption, b')]
            .map(element => element.textContent.replace(/\s+/g, ' ').trim())
        """;
}
