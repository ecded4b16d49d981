namespace TkpkdPortal.Testing;

/// <summary>The form of a visit with photos, as a browser sends it.</summary>
public static class VisitUpload
{
    /// <summary>Sends what stands in the form that the answers do not replace, and the chosen files; one without a name is a field in which nothing was chosen.</summary>
    public static async Task<Page> SendVisitAsync(this Visitor visitor, Guid visit, IReadOnlyList<(string Name, string Value)> answers, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var page = await visitor.GetAsync($"/kunjungan/{visit}");
        using var form = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "Form.Version", "Form.NoticeNumber", "Form.VisitedOn" })
            form.Add(new StringContent(page.Find($"form.tk-numbered input[name='{name}']").GetAttribute("value") ?? ""), name);
        foreach (var (name, value) in answers)
            form.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), field, name.Length == 0 ? "\"\"" : name);
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri($"/kunjungan/{visit}", UriKind.Relative)) { Content = form });
    }
}
