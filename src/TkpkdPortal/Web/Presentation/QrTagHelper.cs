using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace TkpkdPortal.Web.Presentation;

/// <summary>A QR code drawn into the page, for a wall or a second telephone; the text it holds is written beside it by whoever uses it.</summary>
[HtmlTargetElement("qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : TagHelper
{
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tk-qr");
        output.Attributes.SetAttribute("viewBox", FormattableString.Invariant($"0 0 {modules.Count} {modules.Count}"));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"Kode QR yang membuka {Text}");
        output.Content.SetHtmlContent($"<path d=\"{path}\"/>");
    }
}
