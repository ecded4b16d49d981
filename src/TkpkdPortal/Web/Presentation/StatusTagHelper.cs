using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>A state as word, shape and colour.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>ok, info, warn, bad, final, or nothing for neutral.</summary>
    public string? Kind { get; set; }

    public string Icon { get; set; } = "circle";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Kind is null ? "tk-status" : $"tk-status is-{Kind}");
        output.PreContent.SetHtmlContent(IconTagHelper.Markup(Icon));
    }
}
