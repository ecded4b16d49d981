using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Features.Interventions;

/// <summary>What the list of aid is narrowed to; the address holds all of it and no person.</summary>
public sealed record InterventionFilter
{
    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    [FromQuery(Name = "keadaan")]
    public InterventionState? State { get; init; }

    [FromQuery(Name = "program")]
    public Guid? Program { get; init; }

    /// <summary>Only aid with a mark: what was handed out against a rule, or under another name.</summary>
    [FromQuery(Name = "ditandai")]
    public bool OnlyMarked { get; init; }

    /// <summary>Only aid that somebody has called one too many.</summary>
    [FromQuery(Name = "ganda")]
    public bool OnlySurplus { get; init; }

    /// <summary>Only the own OPD's aid whose planned day has passed.</summary>
    [FromQuery(Name = "lewat")]
    public bool OnlyOverdue { get; init; }

    public bool IsActive => Year is not null || State is not null || Program is not null || OnlyMarked || OnlySurplus || OnlyOverdue;

    public IReadOnlyList<(string Name, string? Value)> Kept =>
    [
        ("tahun", Year is null ? null : FormattableString.Invariant($"{Year}")), ("keadaan", State?.ToString()), ("program", Program?.ToString()),
        ("ditandai", OnlyMarked ? "true" : null), ("ganda", OnlySurplus ? "true" : null), ("lewat", OnlyOverdue ? "true" : null),
    ];
}
