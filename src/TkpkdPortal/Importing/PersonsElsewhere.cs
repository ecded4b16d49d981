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
    public static async Task<HashSet<long>> OfAsync(PortalDbContext db, IEnumerable<Household> households, Func<Household, IEnumerable<ListedPerson>> said, CancellationToken ct)
    {
        // Of each household its own members: who is known next door is a stranger here.
        var strangers = households.SelectMany(household => said(household).Select(row => row.PersonId).Where(id => household.Members.All(member => member.Id != id))).Distinct().ToList();
        return [.. await db.Persons.Where(person => strangers.Contains(person.Id)).Select(person => person.Id)
            .Union(db.PersonVersions.Where(version => strangers.Contains(version.PersonId)).Select(version => version.PersonId)).ToListAsync(ct)];
    }
}
