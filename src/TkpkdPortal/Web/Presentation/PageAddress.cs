namespace TkpkdPortal.Web.Presentation;

/// <summary>An address with what a page was asked for; what was not asked leaves no trace in it.</summary>
public static class PageAddress
{
    public static string Of(string path, IEnumerable<(string Name, string? Value)> values)
    {
        var query = string.Join('&', values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
