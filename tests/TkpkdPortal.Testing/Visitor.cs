using AngleSharp.Html.Parser;

namespace TkpkdPortal.Testing;

/// <summary>A browser without script: keeps cookies, reads pages, sends the forms that it was shown.</summary>
public sealed class Visitor(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client => client;

    public async Task<Page> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Signs in through the form.</summary>
    public async Task SignInAsync(Account account)
    {
        var answer = await (await GetAsync("/masuk")).SubmitAsync("form", ("Email", account.Email), ("Password", Account.Password));
        if (answer.StatusCode is not System.Net.HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{account.Email} could not sign in: {(int)answer.StatusCode}");
    }

    /// <summary>Uploads a file as the form would: its token and answers first, the file last.</summary>
    public Task<Page> UploadAsync(string formPage, string fileName, HttpContent file, params (string Name, string Value)[] fields) =>
        UploadAsync(formPage, fileName, file, CancellationToken.None, fields);

    /// <summary>The same for a visitor who may cancel it.</summary>
    public async Task<Page> UploadAsync(string formPage, string fileName, HttpContent file, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(formPage)).Token ?? throw new InvalidOperationException($"{formPage} shows no form.");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Prepend(("__RequestVerificationToken", token)))
            content.Add(new StringContent(value), name);
        content.Add(file, "File", fileName);
        return await ReadAsync(await client.PostAsync(new Uri(formPage, UriKind.Relative), content, ct));
    }

    /// <summary>Posts fields as a form would, with the antiforgery token of the page that shows the form.</summary>
    public async Task<Page> PostAsync(string path, string formPage, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(formPage)).Token ?? throw new InvalidOperationException($"{formPage} shows no form.");
        return await PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public async Task<Page> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public async Task<Page> SendAsync(HttpRequestMessage request) => await ReadAsync(await client.SendAsync(request));

    private async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        return new Page(this, response, bytes, isHtml ? Parser.ParseDocument(System.Text.Encoding.UTF8.GetString(bytes)) : null);
    }
}
