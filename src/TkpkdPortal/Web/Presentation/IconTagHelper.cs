using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>A line drawing on a 16 px grid; always beside a word, so it is hidden from screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["check"] = "<path d=\"M3 8.5 6.5 12 13 4.5\"/>",
        ["cross"] = "<path d=\"M4 4l8 8M12 4l-8 8\"/>",
        ["circle"] = "<circle cx=\"8\" cy=\"8\" r=\"5.5\"/>",
        ["half"] = "<circle cx=\"8\" cy=\"8\" r=\"5.5\"/><path class=\"f\" d=\"M8 2.5a5.5 5.5 0 0 1 0 11z\"/>",
        ["clock"] = "<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M8 4.75V8l2.25 1.5\"/>",
        ["arrow"] = "<path d=\"M2.5 8h10M9 4.5 12.5 8 9 11.5\"/>",
        ["return"] = "<path d=\"M6 3.5 2.75 6.75 6 10M3 6.75h6.5a3.5 3.5 0 0 1 0 7H8\"/>",
        ["warn"] = "<path d=\"M8 2.25 14.5 13.5h-13zM8 6.5v3\"/><circle class=\"f\" cx=\"8\" cy=\"11.5\" r=\".9\"/>",
        ["swap"] = "<path d=\"M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13\"/>",
        ["question"] = "<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M6.3 6.3a1.75 1.75 0 1 1 2.6 1.6c-.6.35-.9.6-.9 1.2\"/><circle class=\"f\" cx=\"8\" cy=\"11.2\" r=\".85\"/>",
        ["info"] = "<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M8 7.25v4\"/><circle class=\"f\" cx=\"8\" cy=\"5\" r=\".9\"/>",
        ["next"] = "<path d=\"M6 3.5 10.5 8 6 12.5\"/>",
        ["menu"] = "<path d=\"M2 4.5h12M2 8h12M2 11.5h12\"/>",
        ["search"] = "<circle cx=\"7\" cy=\"7\" r=\"4.5\"/><path d=\"m10.5 10.5 3.5 3.5\"/>",
        ["download"] = "<path d=\"M8 2.5v8M4.5 7.5 8 11l3.5-3.5M2.5 13.5h11\"/>",
        ["upload"] = "<path d=\"M8 11V3M4.5 6 8 2.5 11.5 6M2.5 13.5h11\"/>",
        ["plus"] = "<path d=\"M8 3v10M3 8h10\"/>",
        ["eye"] = "<path d=\"M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z\"/><circle cx=\"8\" cy=\"8\" r=\"1.9\"/>",
        ["file"] = "<path d=\"M4 1.75h5.5L12.5 5v9.25H4zM9.25 2v3.25h3\"/>",
        ["no-signal"] = "<path d=\"M1.5 6a9.2 9.2 0 0 1 13 0M4 9a5.6 5.6 0 0 1 8 0M2.5 13.5l11-11\"/><circle class=\"f\" cx=\"8\" cy=\"12\" r=\"1.1\"/>",
        ["minus"] = "<path d=\"M4 8h8\"/>",
    };

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup(Name));
    }

    internal static string Markup(string name) => $"<svg class=\"tk-i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Drawings[name]}</svg>";
}
