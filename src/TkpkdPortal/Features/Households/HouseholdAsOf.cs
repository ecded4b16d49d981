using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Features.Households;

/// <summary>What the register said at an instant: the current row where it was known by then, else the past version that held.</summary>
internal static class HouseholdAsOf
{
    public static async Task<HouseholdFacts?> FactsAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct)
    {
        var later = db.ChangesAfter(at);
        HouseholdFacts? now = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().SingleOrDefaultAsync(h => h.Id == householdId && !later.Contains(h.ChangeSetId), ct);
        // The caller has seen the household through all filters; its past may lie where the filter would hide it.
        return now ?? await db.HouseholdVersions.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
            .SingleOrDefaultAsync(v => v.HouseholdId == householdId && v.KnownFrom <= at && v.KnownTo > at, ct);
    }

    public static async Task<IReadOnlyList<PersonFacts>> MembersAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct)
    {
        var later = db.ChangesAfter(at);
        var now = await db.Persons.AsNoTracking().Where(p => p.HouseholdId == householdId && !later.Contains(p.ChangeSetId)).ToListAsync(ct);
        var then = await db.PersonVersions.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
            .Where(v => v.HouseholdId == householdId && v.KnownFrom <= at && v.KnownTo > at).ToListAsync(ct);
        return [.. now.Cast<PersonFacts>().Concat(then).OrderBy(p => p.Relationship is Relationship.Head ? 0 : 1).ThenBy(p => p.Relationship)
            .ThenBy(p => p.BirthDate ?? DateOnly.MaxValue).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }
}
