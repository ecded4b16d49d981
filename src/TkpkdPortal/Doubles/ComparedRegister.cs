using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Security;

namespace TkpkdPortal.Doubles;

/// <summary>
/// The register as it is compared, family by family in the order of their keys. It is read past the area filter, so that SQLite walks along the keys, and what lies outside the
/// scope is left out here.
/// </summary>
public sealed class ComparedRegister(PortalDbContext db, UserScope scope)
{
    private const int KeysAtOnce = 2_000;

    /// <summary>Persons (jiwa) in the scope, for the progress.</summary>
    public Task<int> CountPersonsAsync(CancellationToken ct) => db.Persons.CountAsync(ct);

    /// <summary>Families, those that became known after the instant marked as fresh; without one all are.</summary>
    public async IAsyncEnumerable<(ComparedFamily Family, string AreaCode)> FamiliesAsync(DateTime? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var changes = since is { } after ? (await db.ChangeSets.Where(change => change.KnownFrom > after).Select(change => change.Id).ToListAsync(ct)).ToHashSet() : null;
        var last = await Households.MaxAsync(h => (long?)h.Id, ct) ?? 0;
        for (long from = 0; from < last; from += KeysAtOnce)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var family in await ChunkAsync(from, from + KeysAtOnce, changes, ct))
                yield return family;
        }
    }

    /// <summary>One family, as it is compared.</summary>
    public static ComparedFamily Of(Household household) => new(household.Id, household.AreaCode, household.Address, [.. household.Members.Select(Of)]) { FamilyCardIndex = household.FamilyCardIndex };

    private static ComparedPerson Of(Person person) => new(person.Id, person.Name, person.Relationship) { Sex = person.Sex, BirthDate = person.BirthDate, NikIndex = person.NikIndex };

    private IQueryable<Household> Households => db.Households.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking();

    private async Task<List<(ComparedFamily, string)>> ChunkAsync(long from, long to, HashSet<long>? changes, CancellationToken ct)
    {
        var households = await Households.Where(h => h.Id > from && h.Id <= to).OrderBy(h => h.Id)
            .Select(h => new { h.Id, h.AreaCode, h.Address, h.FamilyCardIndex, h.ChangeSetId }).ToListAsync(ct);
        var members = (await db.Persons.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(p => p.HouseholdId > from && p.HouseholdId <= to).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.HouseholdId, p.Name, p.Relationship, p.Sex, p.BirthDate, p.NikIndex, p.ChangeSetId }).ToListAsync(ct)).ToLookup(person => person.HouseholdId);
        return [.. households.Where(h => scope.Covers(h.AreaCode)).Select(h => (new ComparedFamily(h.Id, h.AreaCode, h.Address,
            [.. members[h.Id].Select(p => new ComparedPerson(p.Id, p.Name, p.Relationship) { Sex = p.Sex, BirthDate = p.BirthDate, NikIndex = p.NikIndex })])
            {
                FamilyCardIndex = h.FamilyCardIndex,
                IsFresh = changes is null || changes.Contains(h.ChangeSetId) || members[h.Id].Any(p => changes.Contains(p.ChangeSetId)),
            }, h.AreaCode))];
    }
}
