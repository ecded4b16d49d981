using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Households;

/// <summary>What a list is narrowed to. The address holds all of it and can be sent to a colleague, who sees the same within the own area.</summary>
public sealed record HouseholdFilter
{
    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    /// <summary>Name of an area as somebody remembers it: answered with areas to choose from, since only a code decides.</summary>
    [FromQuery(Name = "cari")]
    public string? AreaName { get; init; }

    /// <summary>Decile codes parted by a comma: "1,2".</summary>
    [FromQuery(Name = "desil")]
    public string? Deciles { get; init; }

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public IReadOnlyList<byte> DecileCodes => [.. (Deciles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => WelfareDecile.TryParse(text.Trim(), out var decile) ? decile.Code : (byte)0).Where(code => code > 0).Distinct().Order()];

    /// <summary>"belum", or the name of a <see cref="VisitStatus"/>.</summary>
    public VisitStatus? VisitStatus => Enum.TryParse<VisitStatus>(Status, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    public bool NotVisited => Status == "belum";

    public bool IsActive => DecileCodes.Count > 0 || VisitStatus is not null || NotVisited;

    /// <summary>The area asked for; null when it is unknown or lies outside the user's own.</summary>
    public AreaCode? AreaWithin(AreaDirectory areas, AreaCode home) =>
        string.IsNullOrEmpty(Area) ? home : areas.TryFind(Area, out var code) && home.Contains(code.Value) ? code : null;

    public string With(string? area = null, byte? toggleDecile = null, string? status = null, bool clear = false, string? order = null, int? page = null)
    {
        var deciles = clear ? [] : toggleDecile is { } code ? DecileCodes.Contains(code) ? DecileCodes.Where(c => c != code) : DecileCodes.Append(code) : DecileCodes;
        var parts = new (string Name, string? Value)[]
        {
            ("wilayah", area ?? Area),
            ("desil", string.Join(',', deciles.Order().Select(c => WelfareDecile.FromCode(c).Label))),
            ("status", clear ? null : status is null ? Status : status == Status ? null : status),
            ("urut", order ?? Order),
            ("halaman", page is > 1 ? page.Value.ToString(CultureInfo.InvariantCulture) : null),
        };
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return "/keluarga" + (query.Length == 0 ? "" : "?" + query);
    }
}
