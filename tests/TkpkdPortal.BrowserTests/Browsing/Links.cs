using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>Where the links of a page lead, as far as they lead to pages.</summary>
public static partial class Links
{
    public static async Task<IEnumerable<string>> OfAsync(ILocator links) =>
        (await links.EvaluateAllAsync<string[]>("links => links.filter(link => !link.hasAttribute('download')).map(link => link.getAttribute('href'))"))
            .Where(href => href.StartsWith('/') && !href.EndsWith(".pdf", StringComparison.Ordinal) && href != "/keluar");

    /// <summary>"/keluarga/ID" for the page of any family.</summary>
    public static string KindOf(string path) => IdPattern().Replace(path.Split('?', '#')[0], "ID");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex IdPattern();
}
