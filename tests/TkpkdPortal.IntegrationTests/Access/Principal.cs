using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>Somebody who asks: a column of the table.</summary>
public sealed record Principal(string Name, Account? Account, Visitor Visitor, bool IsElsewhere = false)
{
    public const string Anonymous = "anonymous", Closed = "closed account", Ended = "ended assignment";

    /// <summary>Holds a role today in the area that the requests are about.</summary>
    public bool HoldsRoleHere => Account is not null && Name is not (Closed or Ended) && !IsElsewhere;
}
