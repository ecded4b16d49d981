using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>Where the links of a page lead, as far as they lead to pages.</summary>
public static partial class Links
{
    public static async Task<IEnumerable<string>> OfAsync(ILocator links) =>
        (await links.EvaluateAllAsync<string[]>("links => links.filter(link => !link.hasAttribute('download')).map(link => link.getAttribute('href'))"))
            .Where(href => href.StartsWith('/') && !href.EndsWith(".pdf", StringComparison.Ordinal) && href != "/keluar");

    /// <summary>"/keluarga/ID" for the page of any family, "/kualitas-data/kelurahan/CODE" for that of any village.</summary>
    public static string KindOf(string path) => CodePattern().Replace(IdPattern().Replace(path.Split('?', '#')[0], "ID"), "/CODE");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"/\d{2}(\.\d{2,4})+")]
    private static partial Regex CodePattern();
}
