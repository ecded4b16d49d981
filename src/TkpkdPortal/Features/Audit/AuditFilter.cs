using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Audit;

/// <summary>What the audit is narrowed to; the address holds all of it, and no person of the register.</summary>
public sealed record AuditFilter
{
    /// <summary>Part of the name or e-mail of a colleague.</summary>
    [FromQuery(Name = "siapa")]
    public string? Who { get; init; }

    [FromQuery(Name = "apa")]
    public string? Action { get; init; }

    [FromQuery(Name = "objek")]
    public string? Thing { get; init; }

    /// <summary>Public id of one record: everything that was done to it.</summary>
    [FromQuery(Name = "id")]
    public Guid? Id { get; init; }

    [FromQuery(Name = "dari")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "sampai")]
    public DateOnly? Until { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    /// <summary>"terlama" turns the list round.</summary>
    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public bool IsActive => !string.IsNullOrWhiteSpace(Who) || !string.IsNullOrEmpty(Action) || !string.IsNullOrEmpty(Thing) || Id is not null || From is not null || Until is not null
        || !string.IsNullOrEmpty(Area);

    public string AtPage(int page)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("siapa", Who?.Trim()), ("apa", Action), ("objek", Thing), ("id", Id?.ToString()), ("dari", From?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)),
            ("sampai", Until?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)), ("wilayah", Area), ("urut", Order),
            ("halaman", FormattableString.Invariant($"{page}")),
        };
        return PageAddress.Of("/audit", parts);
    }
}
