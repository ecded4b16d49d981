using System.Text.Json.Serialization;

namespace TkpkdPortal.Features.Visits.Phone;

/// <summary>How the field app is called and drawn among the apps of a phone.</summary>
public sealed record InstalledApp(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("short_name")] string ShortName,
    [property: JsonPropertyName("lang")] string Language,
    [property: JsonPropertyName("start_url")] string StartUrl,
    [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("display")] string Display,
    [property: JsonPropertyName("background_color")] string BackgroundColor,
    [property: JsonPropertyName("theme_color")] string ThemeColor,
    [property: JsonPropertyName("icons")] IReadOnlyList<AppIcon> Icons)
{
    public static InstalledApp Of(string teamName) => new("/lapangan", $"Kunjungan {teamName}", "Kunjungan", "id", "/lapangan", "/", "standalone", "#ffffff", "#0b5563",
    [
        new("/lapangan/ikon-192.png", "192x192", "image/png", "any"), new("/lapangan/ikon-512.png", "512x512", "image/png", "any"),
        new("/lapangan/ikon-512.png", "512x512", "image/png", "maskable"), new("/portal.svg", "any", "image/svg+xml", "any"),
    ]);
}

public sealed record AppIcon(
    [property: JsonPropertyName("src")] string Source,
    [property: JsonPropertyName("sizes")] string Sizes,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("purpose")] string Purpose);
