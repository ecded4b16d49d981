using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Access;

/// <summary>A role to give, as a page, a file or a verb asks for it.</summary>
public record NewAssignment(Role Role, AreaCode Area)
{
    /// <summary>Short name of the OPD.</summary>
    public string? Opd { get; init; }

    /// <summary>First day; today where nothing is said.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public StandIn? StandIn { get; init; }

    public string? LetterNumber { get; init; }
}

/// <summary>A person to give an account and a role in an area.</summary>
public sealed record NewAccount(string Email, Role Role, AreaCode Area) : NewAssignment(Role, Area)
{
    public string? FullName { get; init; }
}
