using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Importing;

/// <summary>
/// Persons that a list names in a household in which the register does not have them: it has them in another one, or they died or left. It knows better; a list moves nobody and brings nobody back.
/// </summary>
internal static class PersonsElsewhere
{
    public static async Task<HashSet<(long Household, long Person)>> OfAsync(PortalDbContext db, IEnumerable<Household> households, Func<Household, IEnumerable<ListedPerson>> said, CancellationToken ct)
    {
        // Of each household its own members: who is known next door is a stranger here.
        var strangers = households.SelectMany(household => said(household).Where(row => household.Members.All(member => member.Id != row.PersonId)).Select(row => (Household: household.Id, Person: row.PersonId))).ToHashSet();
        var ids = strangers.Select(stranger => stranger.Person).Distinct().ToList();
        var known = (await db.Persons.Where(person => ids.Contains(person.Id)).Select(person => person.Id)
            .Union(db.PersonVersions.Where(version => ids.Contains(version.PersonId)).Select(version => version.PersonId)).ToListAsync(ct)).ToHashSet();
        strangers.RemoveWhere(stranger => !known.Contains(stranger.Person));
        return strangers;
    }
}
