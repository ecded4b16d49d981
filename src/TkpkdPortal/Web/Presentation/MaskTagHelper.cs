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
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { Length: > 6 } mask)
        {
            output.Content.SetContent(Otherwise);
            return;
        }
        output.Attributes.SetAttribute("class", "tk-mask");
        output.Content.SetHtmlContent($"<span aria-hidden=\"true\">{System.Net.WebUtility.HtmlEncode(mask)}</span>"
            + $"<span class=\"visually-hidden\">{Kind}, enam angka pertama {string.Join(' ', mask[..6].ToCharArray())}</span>");
    }
}
