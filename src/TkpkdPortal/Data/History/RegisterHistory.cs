using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Data.History;

/// <summary>Keeps the past of the register: before a household or member changes, its row is copied into the twin table with the time it held.</summary>
internal static class RegisterHistory
{
    public static bool IsRegisterRow(EntityEntry entry) => entry.Entity is Household or Person;

    public static async Task KeepAsync(PortalDbContext db, List<EntityEntry> rows, DateTime now, List<EntityEntry> made, CancellationToken ct)
    {
        var past = rows.Where(row => row.State is EntityState.Modified or EntityState.Deleted).ToList();
        var changeIds = past.Select(row => (long)row.Property(nameof(Household.ChangeSetId)).OriginalValue!).Distinct().ToList();
        var knownFrom = await db.ChangeSets.Where(change => changeIds.Contains(change.Id))
            .ToDictionaryAsync(change => change.Id, change => change.KnownFrom, ct);
        foreach (var row in past)
        {
            var from = knownFrom[(long)row.Property(nameof(Household.ChangeSetId)).OriginalValue!]!.Value;
            made.Add(row.OriginalValues.ToObject() is Household before
                ? db.Add(new HouseholdVersion(before, from, now))
                : db.Add(new PersonVersion((Person)row.OriginalValues.ToObject(), from, now)));
        }
        foreach (var row in rows.Where(row => row.Entity is Person && (row.State is EntityState.Added || row.Property(nameof(Person.Name)).IsModified)))
            await RenewNameTokensAsync(db, (Person)row.Entity, row.State is EntityState.Modified, made, ct);
    }

    private static async Task RenewNameTokensAsync(PortalDbContext db, Person person, bool hasOld, List<EntityEntry> made, CancellationToken ct)
    {
        if (hasOld)
            await db.NameTokens.Where(token => token.PersonId == person.Id).ExecuteDeleteAsync(ct);
        foreach (var word in NameWords.KeptOf(person.Name))
        {
            made.Add(db.Add(new NameToken
            {
                Word = word,
                AreaCode = person.AreaCode,
                HouseholdId = person.HouseholdId,
                PersonId = db.Entry(person).Property(p => p.Id).CurrentValue,
            }));
        }
    }
}
