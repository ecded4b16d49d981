using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web.Presentation;

/// <summary>One question of a form, always the same way: label, hint, error, field; what was typed stays.</summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(HtmlEncoder encoder) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>text, date, email, password, number, area (several lines), select, radios, hidden digits as nik.</summary>
    public string Kind { get; set; } = "text";

    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>First entry of a select: "Pilih alasan".</summary>
    public string? Prompt { get; set; }

    public bool Optional { get; set; }

    /// <summary>The choice of a group under which the element's content stands: a question that follows it, near enough to be seen.</summary>
    public string? FollowAfter { get; set; }

    public int? MaxLength { get; set; }

    /// <summary>Lines of an area that are seen at once.</summary>
    public int Rows { get; set; } = 3;

    public string? Autocomplete { get; set; }

    /// <summary>Where the page is worked through by keyboard again and again, its first field has the focus.</summary>
    public bool Focus { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var following = FollowAfter is null ? "" : (await output.GetChildContentAsync()).GetContent();
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = IdOf(name);
        var error = ViewContext.ModelState.TryGetValue(name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        var isGroup = Kind == "radios";
        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "tk-field" : "tk-field is-invalid");
        var html = new StringBuilder();
        var label = encoder.Encode(Optional ? $"{Label} (bila perlu)" : Label);
        html.Append(isGroup ? $"<legend class=\"tk-legend\" id=\"{id}\" tabindex=\"-1\">{label}</legend>" : $"<label class=\"form-label\" for=\"{id}\">{label}</label>");
        if (Hint is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"tk-hint\" id=\"{id}-petunjuk\">{encoder.Encode(Hint)}</p>");
        if (error is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"tk-error\" id=\"{id}-galat\">{IconTagHelper.Markup("warn")}<span>{encoder.Encode(error)}</span></p>");
        AppendControl(html, name, id, state?.AttemptedValue ?? Written(For.Model), DescribedBy(id, error), following);
        output.Content.SetHtmlContent(html.ToString());
    }

    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private string DescribedBy(string id, string? error)
    {
        var ids = string.Join(' ', new[] { Hint is null ? null : id + "-petunjuk", error is null ? null : id + "-galat" }.Where(part => part is not null));
        return (ids.Length == 0 ? "" : $" aria-describedby=\"{ids}\"") + (error is null ? "" : " aria-invalid=\"true\"");
    }

    private void AppendControl(StringBuilder html, string name, string id, string value, string describedBy, string following)
    {
        var limit = MaxLength is { } most ? FormattableString.Invariant($" maxlength=\"{most}\"") : "";
        switch (Kind)
        {
            case "radios":
                AppendRadios(html, name, id, value, describedBy, following);
                break;
            case "select":
                AppendSelect(html, name, id, value, describedBy);
                break;
            case "area":
                html.Append(CultureInfo.InvariantCulture, $"<textarea class=\"form-control\" rows=\"{Rows}\" id=\"{id}\" name=\"{name}\"{limit}{describedBy}>\n{encoder.Encode(value)}</textarea>");
                break;
            default:
                html.Append(CultureInfo.InvariantCulture,
                    $"<input class=\"form-control\" id=\"{id}\" name=\"{name}\"{TypeAttributes()}{limit} value=\"{encoder.Encode(Kind == "password" ? "" : value)}\"{describedBy}>");
                break;
        }
    }

    private string TypeAttributes()
    {
        var complete = Autocomplete is null ? " autocomplete=\"off\"" : $" autocomplete=\"{encoder.Encode(Autocomplete)}\"";
        return complete + (Focus ? " autofocus" : "") + Kind switch
        {
            "email" => " type=\"email\"",
            "password" => " type=\"password\"",
            "date" => " type=\"text\" inputmode=\"numeric\" maxlength=\"10\"",
            "number" or "nik" => " type=\"text\" inputmode=\"numeric\"",
            _ => " type=\"text\"",
        };
    }

    private void AppendRadios(StringBuilder html, string name, string id, string value, string describedBy, string following)
    {
        for (var i = 0; i < Choices.Count; i++)
        {
            var choice = Choices[i];
            var isChosen = string.Equals(choice.Value, value, StringComparison.OrdinalIgnoreCase) ? " checked" : "";
            var hint = choice.Hint is null ? "" : $"<small>{encoder.Encode(choice.Hint)}</small>";
            html.Append(CultureInfo.InvariantCulture,
                $"<label class=\"tk-choice\"><input type=\"radio\" id=\"{id}_{i}\" name=\"{name}\" value=\"{encoder.Encode(choice.Value)}\"{isChosen}{describedBy}><span>{encoder.Encode(choice.Label)}{hint}</span></label>");
            if (choice.Value == FollowAfter)
                html.Append(following);
        }
    }

    private void AppendSelect(StringBuilder html, string name, string id, string value, string describedBy)
    {
        html.Append(CultureInfo.InvariantCulture, $"<select class=\"form-select\" id=\"{id}\" name=\"{name}\"{describedBy}>");
        if (Prompt is not null)
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"\">{encoder.Encode(Prompt)}</option>");
        foreach (var choice in Choices)
        {
            var isChosen = string.Equals(choice.Value, value, StringComparison.OrdinalIgnoreCase) ? " selected" : "";
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{encoder.Encode(choice.Value)}\"{isChosen}>{encoder.Encode(choice.Label)}</option>");
        }
        html.Append("</select>");
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        DateOnly day => Indonesian.TypedDate(day),
        TimeOnly time => Indonesian.Time(time),
        IFormattable number and not Enum => number.ToString(null, Indonesian.Culture),
        _ => value.ToString() ?? "",
    };
}
