using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkdPortal.Web.Presentation;

/// <summary>What is missing, on top of the form, each sentence a link to its field; it takes the focus when the page opens.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(HtmlEncoder encoder) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>"Belum bisa diajukan".</summary>
    public string Title { get; set; } = "Belum bisa disimpan";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.Where(entry => entry.Value is { ValidationState: ModelValidationState.Invalid })
            .SelectMany(entry => entry.Value!.Errors.Take(1).Select(error => (entry.Key, error.ErrorMessage)))
            .OrderBy(error => PlaceOf(error.Key), StringComparer.Ordinal).ToList();
        output.TagName = null;
        if (errors.Count == 0)
            return;
        var html = new StringBuilder("<div class=\"tk-summary\" role=\"alert\" tabindex=\"-1\" autofocus><h2>");
        html.Append(IconTagHelper.Markup("warn")).Append(encoder.Encode(Title));
        if (errors.Any(error => error.Key.Length > 0))
            html.Append(": ").Append(errors.Count).Append(" isian");
        html.Append("</h2><ul>");
        foreach (var (field, sentence) in errors)
        {
            html.Append("<li>").Append(field.Length == 0
                ? encoder.Encode(sentence)
                : $"<a href=\"#{FieldTagHelper.IdOf(field)}\">{encoder.Encode(sentence)}</a>").Append("</li>");
        }
        output.Content.SetHtmlContent(html.Append("</ul></div>").ToString());
    }

    // In the order of the form, which is that of the properties; the model state hands its entries out in an order of its own.
    private string PlaceOf(string key)
    {
        var place = new StringBuilder();
        var model = ViewContext.ViewData.ModelMetadata;
        foreach (var name in key.Split('.', '['))
        {
            var index = model.Properties.Index().FirstOrDefault(property => property.Item.PropertyName == name, (Index: model.Properties.Count, Item: model));
            place.Append(index.Index.ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
            model = index.Item;
        }
        return place.ToString();
    }
}
