using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TkpkdPortal.Testing;

/// <summary>An answer of the portal, read as its user does.</summary>
public sealed class Page(Visitor visitor, HttpResponseMessage response, byte[] bytes, IHtmlDocument? document)
{
    public HttpStatusCode StatusCode => response.StatusCode;

    public HttpResponseMessage Response => response;

    public byte[] Bytes => bytes;

    public string Source => Encoding.UTF8.GetString(bytes);

    public string? Location => response.Headers.Location?.OriginalString;

    public IHtmlDocument Document => document ?? throw new InvalidOperationException($"{response.RequestMessage!.RequestUri} answered {(int)StatusCode} and no page.");

    /// <summary>What stands in the page's own part, runs of white space made one.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? Token => document?.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");

    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{selector} is not on the page: {Text}");

    /// <summary>Fills in the form and sends it, with everything that the page itself had put into it; a null value takes a field out.</summary>
    public Task<Page> SubmitAsync(string formSelector, params (string Name, string? Value)[] values)
    {
        var form = (IHtmlFormElement)Find(formSelector);
        return SubmitToAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : response.RequestMessage!.RequestUri!.PathAndQuery, formSelector, values);
    }

    /// <summary>The same by a button that sends the form elsewhere.</summary>
    public Task<Page> SubmitToAsync(string path, string formSelector, params (string Name, string? Value)[] values)
    {
        var form = (IHtmlFormElement)Find(formSelector);
        var fields = new List<(string Name, string Value)>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.IsDisabled() || values.Any(value => value.Name == name))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice when !choice.IsChecked:
                case IHtmlInputElement { Type: "submit" or "file" }:
                case IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add((name, input.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add((name, select.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add((name, area.Value));
                    break;
            }
        }
        fields.AddRange(values.Where(value => value.Value is not null).Select(value => (value.Name, value.Value!)));
        return visitor.PostAsync(path, fields);
    }

    /// <summary>Goes where a redirect points.</summary>
    public Task<Page> FollowAsync() => visitor.GetAsync(Location ?? throw new InvalidOperationException($"No redirect: {(int)StatusCode} {Text}"));
}
