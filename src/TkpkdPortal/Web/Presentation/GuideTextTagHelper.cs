using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>
/// The few marks of Markdown in which the guide is written: titles, paragraphs, lists, bold, links within the portal, pictures.
/// Everything else is text, and remarks are left out.
/// </summary>
[HtmlTargetElement("guide-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class GuideTextTagHelper(HtmlEncoder encoder) : TagHelper
{
    public required string Page { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(ToHtml(Page, encoder));
    }

    internal static string ToHtml(string page, HtmlEncoder encoder)
    {
        var html = new StringBuilder();
        var list = "";
        foreach (var line in page.Split('\n').Select(line => RemarkPattern().Replace(line, "").Trim()).Where(line => line.Length > 0))
        {
            var (kind, text) = KindOf(line);
            if (list != kind)
                html.Append(Close(list)).Append(kind.Length == 0 ? "" : $"<{kind}>");
            list = kind;
            html.Append(kind.Length > 0 ? $"<li>{Words(text, encoder)}</li>" : Block(text, encoder));
        }
        return html.Append(Close(list)).ToString();
    }

    private static string Close(string list) => list.Length == 0 ? "" : $"</{list}>";

    private static (string List, string Text) KindOf(string line) =>
        StepPattern().IsMatch(line) ? ("ol", StepPattern().Replace(line, "")) : line.StartsWith("- ", StringComparison.Ordinal) ? ("ul", line[2..]) : ("", line);

    // The page itself has the h1.
    private static string Block(string line, HtmlEncoder encoder) => line switch
    {
        ['#', '#', ' ', .. var title] => $"<h3>{Words(title, encoder)}</h3>",
        ['#', ' ', .. var title] => $"<h2>{Words(title, encoder)}</h2>",
        _ when PicturePattern().Match(line) is { Success: true } picture =>
            string.Create(CultureInfo.InvariantCulture, $"<p><img src=\"/panduan/gambar/{picture.Groups[2].Value}.png\" alt=\"{encoder.Encode(picture.Groups[1].Value)}\" loading=\"lazy\"></p>"),
        _ => $"<p>{Words(line, encoder)}</p>",
    };

    private static string Words(string text, HtmlEncoder encoder) =>
        LinkPattern().Replace(BoldPattern().Replace(encoder.Encode(text), "<b>$1</b>"), "<a href=\"$2\">$1</a>");

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex RemarkPattern();

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex StepPattern();

    [GeneratedRegex(@"^!\[(.+?)\]\(gambar/([a-z0-9-]+)\.png\)$")]
    private static partial Regex PicturePattern();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex BoldPattern();

    [GeneratedRegex(@"\[([^\]]+)\]\((/[a-z/-]*)\)")]
    private static partial Regex LinkPattern();
}
