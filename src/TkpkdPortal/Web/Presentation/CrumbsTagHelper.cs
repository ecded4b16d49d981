using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Web.Presentation;

/// <summary>Where the page lies: the areas from the office down, then the things, the last without a link. An area that is not the user's own is only named.</summary>
[HtmlTargetElement("crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTagHelper(AreaDirectory areas, OfficeSettings office, ActingUser user, HtmlEncoder encoder) : TagHelper
{
    /// <summary>Stored code of the area that the page is about.</summary>
    public string? Area { get; set; }

    /// <summary>Address that an area links to, the code is put behind it: "/keluarga?wilayah=".</summary>
    public string AreaLink { get; set; } = "/keluarga?wilayah=";

    public string? ParentText { get; set; }

    public string? ParentLink { get; set; }

    public required string Here { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tk-crumbs tk-wrap");
        output.Attributes.SetAttribute("aria-label", "Letak halaman");
        var html = new StringBuilder("<ol>");
        var code = AreaCode.TryParse(Area, out var parsed) ? parsed : office.Area;
        foreach (var area in AreaDirectory.Path(code, office.Area.Level))
            Append(html, areas.ShortNameOf(area), IsOwn(area) ? AreaLink + area.Official : null);
        if (ParentText is not null)
            Append(html, ParentText, ParentLink!);
        html.Append("<li aria-current=\"page\">").Append(encoder.Encode(Here)).Append("</li></ol>");
        output.Content.SetHtmlContent(html.ToString());
    }

    // The list of families there: whoever may not see it would only be turned away.
    private bool IsOwn(AreaCode area) => user.CanAt(Permission.ViewHouseholds, area.Stored);

    private void Append(StringBuilder html, string text, string? link)
    {
        if (link is null)
            html.Append("<li>").Append(encoder.Encode(text)).Append("</li>");
        else
            html.Append("<li><a href=\"").Append(encoder.Encode(link)).Append("\">").Append(encoder.Encode(text)).Append("</a></li>");
    }
}
