using Microsoft.AspNetCore.Razor.TagHelpers;
using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Web.Presentation;

/// <summary>State of a data subject's request.</summary>
[HtmlTargetElement("request-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RequestStateTagHelper : TagHelper
{
    public SubjectRequestState Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, icon) = Value switch
        {
            SubjectRequestState.InProgress => (" is-info", "half"),
            SubjectRequestState.Answered => (" is-ok", "check"),
            SubjectRequestState.Refused => ("", "cross"),
            _ => (" is-warn", "clock"),
        };
        State.Write(output, kind, icon, SubjectRequestWords.States.Label(Value));
    }
}
