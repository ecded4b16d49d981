using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Cases;

/// <summary>
/// How far somebody reaches into cases beyond area and duty: whoever goes from house to house sees the families that they accompany and nothing of another's, whatever else they hold elsewhere.
/// </summary>
internal static class CaseReach
{
    /// <summary>Cases that the person sees.</summary>
    public static IQueryable<FamilyCase> Of(PortalDbContext db, ActingUser user)
    {
        if (user.Grants.All(grant => grant.Role is not Role.Enumerator))
            return db.Cases;
        return db.Cases.AccompaniedOrIn(user.Id, [.. user.Grants.Where(grant => grant.Role is not Role.Enumerator && grant.Role.Grants(Permission.ViewCases)).SelectMany(grant => grant.Areas)]);
    }

    /// <summary>Reads and writes what is written of the family: as its companion, or from the owner's side where the case lies.</summary>
    public static bool WorksOn(ActingUser user, FamilyCase one) => Holds(user, Permission.WorkOnCases, one) || (one.CompanionId == user.Id && user.CanAt(Permission.WorkOnCases, one.AreaCode));

    public static bool Manages(ActingUser user, FamilyCase one) => Holds(user, Permission.ManageCases, one);

    /// <summary>An OPD's step is the OPD's to settle, and the owner's; the companion settles the others.</summary>
    public static bool MaySettle(ActingUser user, FamilyCase one, CaseStep step) =>
        Manages(user, one) || (step.OpdId is { } opd ? opd == user.OpdOf(Permission.SettleCaseSteps) : WorksOn(user, one));

    private static bool Holds(ActingUser user, Permission permission, FamilyCase one) =>
        user.Grants.Any(grant => grant.Role is not Role.Enumerator && grant.Role.Grants(permission) && grant.Covers(one.AreaCode));
}
