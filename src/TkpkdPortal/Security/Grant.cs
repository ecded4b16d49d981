using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Security;

/// <summary>An assignment that holds today, as the request needs it.</summary>
public sealed record Grant(Role Role, IReadOnlyList<AreaCode> Areas, long? OpdId, Need Duty, StandIn? StandIn = null)
{
    /// <summary>"Lurah", "Plt. Lurah".</summary>
    public string Title => StandIn.Before(Role.Title(Areas[0]));

    public bool Covers(string storedAreaCode) => Areas.Any(area => AreaRange.Of(area).Contains(storedAreaCode));
}
