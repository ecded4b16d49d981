using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Features.Households.Members;

/// <summary>
/// One person across households: the same person of the register before and after an event, or the same NIK. Only households that the user sees
/// are named. Of the others just the number is told, and only where the register itself has recorded that this person came from there or went there.
/// </summary>
public sealed record PersonPage(Guid Id, PersonFacts Facts, IReadOnlyList<PersonStation> Stations)
{
    /// <summary>Recorded stations outside what the user sees.</summary>
    public int Elsewhere { get; init; }

    public bool IsMember { get; init; }

    public static async Task<PersonPage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        var current = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.PublicId == id, ct);
        PersonFacts? facts = current is not null ? current
            : await db.PersonVersions.AsNoTracking().Where(v => v.PublicId == id).OrderByDescending(v => v.KnownTo).FirstOrDefaultAsync(ct);
        if (facts is null)
            return null;
        var rows = await RowsAsync(db, id, facts.NikIndex, ct);
        var households = rows.Select(row => row.HouseholdId).Distinct().ToList();
        // A household that has moved away is gone from here, whatever its past versions say.
        var seen = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => households.Contains(h.Id))
            .Select(h => new { h.Id, h.PublicId, h.HeadName, h.AreaCode, h.Closure }).ToDictionaryAsync(h => h.Id, ct);
        var stations = rows.Where(row => seen.ContainsKey(row.HouseholdId)).GroupBy(row => (row.HouseholdId, row.IsSame)).Select(group =>
        {
            var (household, last) = (seen[group.Key.HouseholdId], group.MaxBy(row => row.KnownTo ?? DateTime.MaxValue)!);
            return new PersonStation(household.PublicId, household.HeadName, household.AreaCode, last.Relationship, group.Min(row => row.KnownFrom), last.KnownTo, group.Key.IsSame);
        }).OrderByDescending(station => station.Until ?? DateTime.MaxValue).ToList();
        return stations.Count == 0 ? null : new PersonPage(id, facts, stations)
        {
            IsMember = current is not null,
            Elsewhere = rows.Where(row => row.IsSame && !seen.ContainsKey(row.HouseholdId)).Select(row => row.HouseholdId).Distinct().Count(),
        };
    }

    private static async Task<List<Row>> RowsAsync(PortalDbContext db, Guid id, byte[]? nikIndex, CancellationToken ct)
    {
        // Stations of the same person are read across areas, to be counted; those of the same NIK only where the user sees.
        var same = await db.Persons.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty]).AsNoTracking().Where(p => p.PublicId == id)
            .Select(p => new Row(p.HouseholdId, p.Relationship, db.ChangeSets.Where(c => c.Id == p.ChangeSetId).Select(c => c.KnownFrom!.Value).First(), null, true)).ToListAsync(ct);
        same.AddRange(await db.PersonVersions.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty]).AsNoTracking().Where(v => v.PublicId == id)
            .Select(v => new Row(v.HouseholdId, v.Relationship, v.KnownFrom, v.KnownTo, true)).ToListAsync(ct));
        if (nikIndex is null)
            return same;
        same.AddRange(await db.Persons.AsNoTracking().Where(p => p.NikIndex == nikIndex && p.PublicId != id)
            .Select(p => new Row(p.HouseholdId, p.Relationship, db.ChangeSets.Where(c => c.Id == p.ChangeSetId).Select(c => c.KnownFrom!.Value).First(), null, false)).ToListAsync(ct));
        same.AddRange(await db.PersonVersions.AsNoTracking().Where(v => v.NikIndex == nikIndex && v.PublicId != id)
            .Select(v => new Row(v.HouseholdId, v.Relationship, v.KnownFrom, v.KnownTo, false)).ToListAsync(ct));
        return same;
    }

    private sealed record Row(long HouseholdId, Relationship Relationship, DateTime KnownFrom, DateTime? KnownTo, bool IsSame);
}

/// <summary>A household that the person belongs or belonged to, as far as the register knows.</summary>
public sealed record PersonStation(Guid HouseholdId, string HeadName, string AreaCode, Relationship Relationship, DateTime From, DateTime? Until, bool IsSamePerson);
