using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>A word where it stands on its page, in points from the left and the top.</summary>
public sealed record PaperWord(int Page, string Text, double Left, double Top, double Right, double Bottom);

/// <summary>
/// What an eye sees at once and a text does not tell: a paper whose words leave the sheet, lie on each other, or stand nearly alone on a page. As poppler places them.
/// </summary>
public sealed partial class PaperLayout
{
    private const double PointsPerMillimetre = 72 / 25.4, Edge = 9.9 * PointsPerMillimetre, Frame = 18 * PointsPerMillimetre;

    /// <summary>Fewer lines than these between header and footer are a page that should not be one; a paper may end with a heading and its sentence.</summary>
    private const int FewestLines = 4, FewestAtTheEnd = 2;

    private readonly List<(double Width, double Height)> _pages = [];
    private readonly List<PaperWord> _words = [];

    public PaperLayout(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-bbox", path, "-"]) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (PageLine().Match(line) is { Success: true } page)
                _pages.Add((Number(page, 1), Number(page, 2)));
            else if (WordLine().Match(line) is { Success: true } word)
                _words.Add(new PaperWord(_pages.Count, System.Net.WebUtility.HtmlDecode(word.Groups[5].Value), Number(word, 1), Number(word, 2), Number(word, 3), Number(word, 4)));
        }
        process.WaitForExit();
        Assert.NotEmpty(_words);
    }

    public void AssertNothingLeavesTheSheet() => Assert.Empty(_words.Where(word => word.Left < Edge || word.Top < Edge || word.Right > _pages[word.Page - 1].Width - Edge || word.Bottom > _pages[word.Page - 1].Height - Edge)
        .Select(word => $"{word.Text} on page {word.Page}"));

    /// <summary>A quarter of the smaller word: boxes hold the height of all letters, and lines stand close.</summary>
    public void AssertNothingLiesOnAnother()
    {
        foreach (var page in _words.GroupBy(word => word.Page))
        {
            var words = page.OrderBy(word => word.Top).ToList();
            foreach (var (index, word) in words.Index())
            {
                var hit = words.Skip(index + 1).TakeWhile(other => other.Top < word.Bottom).FirstOrDefault(other => Common(word, other) > Math.Min(Area(word), Area(other)) / 4);
                Assert.True(hit is null, $"“{word.Text}” lies on “{hit?.Text}” on page {page.Key}");
            }
        }
    }

    public void AssertNoPageIsNearlyEmpty()
    {
        for (var page = 1; page <= _pages.Count; page++)
            Assert.True(LinesOf(page).Count >= (page < _pages.Count ? FewestLines : FewestAtTheEnd), $"page {page} of {_pages.Count} holds no more than: {string.Join(" / ", LinesOf(page))}");
    }

    /// <summary>No page ends with the title of a table or a chapter: what it is the title of would stand on the next.</summary>
    public void AssertNoTitleEndsAPage(IEnumerable<string> titles)
    {
        var ends = titles.Select(Bare).Where(title => title.Length > 0).ToHashSet(StringComparer.Ordinal);
        for (var page = 1; page < _pages.Count; page++)
            Assert.False(LinesOf(page) is [.., var last] && ends.Contains(Bare(last)), $"page {page} ends with its title: {LinesOf(page)[^1]}");
    }

    public static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private List<string> LinesOf(int page)
    {
        var height = _pages[page - 1].Height;
        var lines = new List<(double Bottom, string Text)>();
        foreach (var word in _words.Where(word => word.Page == page && word.Top > Frame && word.Bottom < height - Frame).OrderBy(word => word.Bottom).ThenBy(word => word.Left))
        {
            if (lines.Count > 0 && word.Bottom - lines[^1].Bottom < 3)
                lines[^1] = (lines[^1].Bottom, $"{lines[^1].Text} {word.Text}");
            else
                lines.Add((word.Bottom, word.Text));
        }
        return lines.ConvertAll(line => line.Text);
    }

    private static double Area(PaperWord word) => (word.Right - word.Left) * (word.Bottom - word.Top);

    private static double Common(PaperWord one, PaperWord other) =>
        Math.Max(0, Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left)) * Math.Max(0, Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top));

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<page width=\"([\\d.]+)\" height=\"([\\d.]+)\"")]
    private static partial Regex PageLine();

    [GeneratedRegex("<word xMin=\"(-?[\\d.]+)\" yMin=\"(-?[\\d.]+)\" xMax=\"(-?[\\d.]+)\" yMax=\"(-?[\\d.]+)\">(.*)</word>")]
    private static partial Regex WordLine();
}
