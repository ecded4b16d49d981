using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Data.History;

/// <summary>Keeps the past of the register: before a household or member changes, its row is copied into the twin table with the time it held.</summary>
internal static class RegisterHistory
{
    public static bool IsRegisterRow(EntityEntry entry) => entry.Entity is Household or Person;

    /// <summary>Answers the persons whose words must wait for this save, since their household gets its id only with it.</summary>
    public static async Task<List<Person>> KeepAsync(PortalDbContext db, List<EntityEntry> rows, DateTime now, List<EntityEntry> made, CancellationToken ct)
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
        await MakeRoomForHeadsAsync(db, past, ct);
        var newHouseholds = rows.Where(row => row is { Entity: Household, State: EntityState.Added }).SelectMany(row => ((Household)row.Entity).Members).ToHashSet();
        foreach (var row in rows.Where(row => row is { Entity: Person, State: EntityState.Modified } && IsSoughtElsewise(row)))
            await db.NameTokens.Where(token => token.PersonId == ((Person)row.Entity).Id).ExecuteDeleteAsync(ct);
        var sought = rows.Where(row => row.Entity is Person && (row.State is EntityState.Added || (row.State is EntityState.Modified && IsSoughtElsewise(row))))
            .Select(row => (Person)row.Entity).ToList();
        AddNameTokens(db, sought.Where(person => !newHouseholds.Contains(person)), made);
        return sought.FindAll(newHouseholds.Contains);
    }

    public static void AddNameTokens(PortalDbContext db, IEnumerable<Person> persons, List<EntityEntry> made)
    {
        foreach (var person in persons)
        {
            made.AddRange(NameWords.KeptOf(person.Name).Select(word => db.Add(new NameToken
            {
                Word = word,
                AreaCode = person.AreaCode,
                HouseholdId = person.HouseholdId,
                PersonId = db.Entry(person).Property(p => p.Id).CurrentValue,
            })));
        }
    }

    private static bool IsSoughtElsewise(EntityEntry row) =>
        row.Property(nameof(Person.Name)).IsModified || row.Property(nameof(Person.AreaCode)).IsModified || row.Property(nameof(Person.HouseholdId)).IsModified;

    // The index allows one head at any moment: whoever stops being it steps down before the rows are written in the order of their keys. One
    // who goes on as the head of another household is written as that again.
    private static async Task MakeRoomForHeadsAsync(PortalDbContext db, List<EntityEntry> past, CancellationToken ct)
    {
        var leaving = past.FindAll(row => row.Entity is Person && row.Property(nameof(Person.Relationship)).OriginalValue is Relationship.Head
            && (row.State is EntityState.Deleted || row.Property(nameof(Person.Relationship)).IsModified || row.Property(nameof(Person.HouseholdId)).IsModified));
        if (leaving.Count == 0)
            return;
        var ids = leaving.ConvertAll(row => ((Person)row.Entity).Id);
        await db.Persons.Where(person => ids.Contains(person.Id)).ExecuteUpdateAsync(person => person.SetProperty(p => p.Relationship, Relationship.Other), ct);
        foreach (var row in leaving.Where(row => row.State is EntityState.Modified))
            row.Property(nameof(Person.Relationship)).IsModified = true;
    }
}
