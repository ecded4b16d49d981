using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>
/// The antiforgery token of every posting form. The framework's own helper leaves it out where a form names its address
/// (it might post to a stranger); every form of the portal posts to the portal, so `_ViewImports` puts this one in its place.
/// It comes first in the form: an upload is read part by part, and nothing of it is taken before its token.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostFormTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PreContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
}
