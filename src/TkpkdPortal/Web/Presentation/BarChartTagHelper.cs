using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>One bar: its label, its length, and what is written at its end.</summary>
public sealed record Bar(string Label, double Value, string Text);

/// <summary>Horizontal bars from zero, drawn on the server so that they are there without script; the page puts the table beside them.</summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper : TagHelper
{
    // Lengths across are shares of the page, those down are pixels: on a phone the bars shrink and the letters do not.
    private const int LabelPercent = 21, BarPercent = 54, Pitch = 40, Thickness = 26;

    public required IReadOnlyList<Bar> Bars { get; set; }

    /// <summary>The message and its figures for those who do not see the drawing.</summary>
    public required string Message { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var culture = CultureInfo.InvariantCulture;
        var most = Math.Max(1, Bars.Max(bar => bar.Value));
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tk-chart");
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", (Bars.Count * Pitch).ToString(culture));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Message);
        var svg = new StringBuilder();
        for (var i = 0; i < Bars.Count; i++)
        {
            var length = Bars[i].Value / most * BarPercent;
            var middle = (i * Pitch) + (Pitch / 2) + 5;
            svg.Append(culture, $"<text x=\"0\" y=\"{middle}\">{WebUtility.HtmlEncode(Bars[i].Label)}</text>");
            svg.Append(culture, $"<rect class=\"c1\" x=\"{LabelPercent}%\" y=\"{(i * Pitch) + ((Pitch - Thickness) / 2)}\" width=\"{length:0.##}%\" height=\"{Thickness}\"/>");
            svg.Append(culture, $"<text class=\"b\" x=\"{LabelPercent + length:0.##}%\" dx=\"6\" y=\"{middle}\">{WebUtility.HtmlEncode(Bars[i].Text)}</text>");
        }
        output.Content.SetHtmlContent(svg.ToString());
    }
}
