using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Interventions.Targets;

/// <summary>Which households of the own area and duty are offered; the address holds all of it and no person.</summary>
public sealed record TargetFilter
{
    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    /// <summary>Highest decile that is offered.</summary>
    [FromQuery(Name = "desil")]
    public byte? Decile { get; init; }

    [FromQuery(Name = "kebutuhan")]
    public Need? Need { get; init; }

    /// <summary>The area asked for; null when it is unknown or lies outside the user's own.</summary>
    public AreaCode? AreaWithin(AreaDirectory areas, AreaCode home) =>
        string.IsNullOrEmpty(Area) ? home : areas.TryFind(Area, out var code) && home.Contains(code.Value) ? code : null;
}
