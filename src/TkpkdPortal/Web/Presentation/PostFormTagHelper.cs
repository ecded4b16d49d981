using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>
/// The antiforgery token of every posting form. The framework's own helper leaves it out where a form names its address
/// (it might post to a stranger); every form of the portal posts to the portal, so `_ViewImports` puts this one in its place.
/// It comes first in the form: an upload is read part by part, and nothing of it is taken before its token.
/// A form that names no address posts to the one of its page, and says so: else the browser adds the part of the page that was
/// last jumped to, and shows that instead of the summary of errors.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostFormTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PreContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
        if (!output.Attributes.ContainsName("action"))
            output.Attributes.SetAttribute("action", ViewContext.HttpContext.Request.GetEncodedPathAndQuery());
    }
}
