using System.Text.RegularExpressions;
using TkpkdPortal.Features.Guide;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Guide;

/// <summary>A page of the guide as it is written: what each line says stands on which page of the portal.</summary>
internal sealed partial class GuidePage
{
    private GuidePage(IReadOnlyList<Line> lines) => Lines = lines;

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "panduan");

    public IReadOnlyList<Line> Lines { get; }

    public static GuidePage Of(Role role) => new([.. File.ReadLines(Path.Combine(Folder, $"{GuideBook.NameOf(role)}.md")).Select(Read)]);

    private static Line Read(string line)
    {
        var remark = RemarkPattern().Match(line);
        var picture = PicturePattern().Match(line);
        return new Line(line, remark.Success ? remark.Groups[1].Value.Split(' ') : [], [.. BoldPattern().Matches(line).Select(bold => bold.Groups[1].Value)],
            [.. LinkPattern().Matches(line).Select(link => link.Groups[1].Value)], picture.Success ? picture.Groups[1].Value : null);
    }

    [GeneratedRegex("<!-- (.+) -->$")]
    private static partial Regex RemarkPattern();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex BoldPattern();

    [GeneratedRegex(@"\]\((/[^)]*)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^!\[.+\]\(gambar/(.+)\.png\)")]
    private static partial Regex PicturePattern();

    /// <summary>The pages that a line is about ("/keluarga/ID"), the words of the screen in it, its links, and its picture.</summary>
    internal sealed record Line(string Text, IReadOnlyList<string> Pages, IReadOnlyList<string> Words, IReadOnlyList<string> Links, string? Picture);
}
