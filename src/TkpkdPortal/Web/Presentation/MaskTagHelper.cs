using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>A masked number as one unit that does not break, read aloud as what it is.</summary>
[HtmlTargetElement("masked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MaskTagHelper : TagHelper
{
    /// <summary>NIK or KK.</summary>
    public string Kind { get; set; } = "NIK";

    public string? Value { get; set; }

    /// <summary>Shown where there is no number.</summary>
    public string Otherwise { get; set; } = "Belum ada";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup(Kind, Value, Otherwise));
    }

    /// <summary>The same for a list, where a tag for each row would cost more than all else of the row.</summary>
    public static IHtmlContent Markup(string kind, string? value, string otherwise) => value is not { Length: > 6 } mask
        ? new HtmlContentBuilder().AppendHtml("<span>").Append(otherwise).AppendHtml("</span>")
        : new HtmlContentBuilder().AppendHtml("<span class=\"tk-mask\"><span aria-hidden=\"true\">").AppendHtml(WebUtility.HtmlEncode(mask)).AppendHtml("</span><span class=\"visually-hidden\">")
            .Append($"{kind}, enam angka pertama {string.Join(' ', mask[..6].ToCharArray())}").AppendHtml("</span></span>");
}
