using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>
/// Since when a need of a household is known: from the change with which the register began to have it, without a gap until now. Read from the past rows of the few households that a page shows.
/// </summary>
public sealed class NeedAge
{
    private readonly Dictionary<(long Household, Need Need), DateTime> _since = [];

    public static async Task<NeedAge> OfAsync(PortalDbContext db, IReadOnlyCollection<long> households, CancellationToken ct)
    {
        var now = await db.Households.AsNoTracking().Where(household => households.Contains(household.Id))
            .Select(household => new { household.Id, household.Needs, From = db.ChangeSets.Where(change => change.Id == household.ChangeSetId).Select(change => change.KnownFrom).FirstOrDefault() }).ToListAsync(ct);
        var before = (await db.HouseholdVersions.AsNoTracking().Where(version => households.Contains(version.HouseholdId))
            .Select(version => new { version.HouseholdId, version.Needs, version.KnownFrom, version.KnownTo }).ToListAsync(ct)).ToLookup(version => version.HouseholdId);
        var age = new NeedAge();
        foreach (var household in now)
        {
            foreach (var need in NeedWords.Of(household.Needs))
            {
                var since = household.From ?? DateTime.UnixEpoch;
                foreach (var version in before[household.Id].OrderByDescending(version => version.KnownTo).TakeWhile(version => version.Needs.HasFlag(need)))
                    since = version.KnownFrom < since ? version.KnownFrom : since;
                age._since[(household.Id, need)] = since;
            }
        }
        return age;
    }

    public DateTime? Since(DutyLine line) => _since.TryGetValue((line.HouseholdId, line.Need), out var since) ? since : null;
}
