using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Security;

/// <summary>An assignment that holds today, as the request needs it.</summary>
public sealed record Grant(Role Role, IReadOnlyList<AreaCode> Areas, long? OpdId, Need Duty);
