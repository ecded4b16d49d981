using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing.Dtsen;

/// <summary>What the register has of the persons and cards that a chunk of listed families names.</summary>
internal sealed class KnownFamilies
{
    private readonly PortalDbContext _db;
    private readonly ILookup<string, (long Person, long Household)> _byNumber;
    private readonly Dictionary<long, long> _byPerson;
    private readonly ILookup<string, long> _byCard;
    private readonly Dictionary<long, Household> _households;
    private readonly bool _isEmpty;

    private KnownFamilies(PortalDbContext db, ILookup<string, (long, long)> byNumber, Dictionary<long, long> byPerson, ILookup<string, long> byCard, Dictionary<long, Household> households, bool isEmpty) =>
        (_db, _byNumber, _byPerson, _byCard, _households, _isEmpty) = (db, byNumber, byPerson, byCard, households, isEmpty);

    public static async Task<KnownFamilies> ForAsync(PortalDbContext db, List<ListedFamily> families, CancellationToken ct)
    {
        var numbers = families.SelectMany(family => family.Members).Select(row => row.NikIndex).OfType<byte[]>().ToList();
        var byNumber = await db.Persons.AsNoTracking().Where(person => numbers.Contains(person.NikIndex!)).Select(person => new { person.NikIndex, person.Id, person.HouseholdId }).ToListAsync(ct);
        // Whoever died or moved away stays that person: a list that still has them brings nobody back.
        var former = await db.PersonVersions.AsNoTracking().Where(person => numbers.Contains(person.NikIndex!)).Select(person => new { person.NikIndex, person.PersonId, person.HouseholdId }).Distinct().ToListAsync(ct);
        var ids = families.SelectMany(family => family.Members).Select(row => row.PersonId).ToList();
        var byPerson = await db.Persons.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.HouseholdId, ct);
        var cards = families.Select(family => family.Row.FamilyCardIndex).OfType<byte[]>().ToList();
        var byCard = await db.Households.AsNoTracking().Where(household => cards.Contains(household.FamilyCardIndex!)).Select(household => new { household.FamilyCardIndex, household.Id }).ToListAsync(ct);
        var now = byNumber.Select(person => person.Id).ToHashSet();
        var all = byNumber.Select(person => (person.NikIndex, person.Id, person.HouseholdId))
            .Concat(former.Where(person => !now.Contains(person.PersonId)).Select(person => (person.NikIndex, Id: person.PersonId, person.HouseholdId))).ToList();
        var found = all.Select(person => person.HouseholdId).Concat(byPerson.Values).Concat(byCard.Select(card => card.Id)).Distinct().ToList();
        var households = await db.Households.AsNoTracking().Include(household => household.Members).Where(household => found.Contains(household.Id)).ToDictionaryAsync(household => household.Id, ct);
        return new KnownFamilies(db, all.ToLookup(person => Convert.ToHexString(person.NikIndex!), person => (person.Id, person.HouseholdId)), byPerson,
            byCard.ToLookup(card => Convert.ToHexString(card.FamilyCardIndex!), card => card.Id), households, !await db.Households.AnyAsync(ct));
    }

    /// <summary>The household that the family means, or null; notes which of its rows are persons of the register.</summary>
    public async Task<Household?> FindAsync(ListedFamily family, CancellationToken ct)
    {
        if (_isEmpty)
            return null;
        var votes = new List<long>();
        foreach (var row in family.Members)
        {
            if (PersonOf(row) is not { } known)
                continue;
            family.Known.Add((row, known.Person));
            votes.Add(known.Household);
        }
        var head = family.Known.Find(pair => pair.Row == family.Head).Person;
        var byNumber = votes.Where(_households.ContainsKey).GroupBy(id => id).OrderByDescending(group => group.Count())
            .ThenByDescending(group => _households[group.Key].Members.Any(member => member.Id == head)).ThenBy(group => group.Key).Select(group => (long?)group.Key).FirstOrDefault();
        if (byNumber is { } id)
            return _households[id];
        if (family.Row.FamilyCardIndex is { } card && _byCard[Convert.ToHexString(card)].ToList() is [var holder])
            return _households[holder];
        return await ByNameAsync(family, ct);
    }

    private (long Person, long Household)? PersonOf(Domain.Lists.ListedPerson row)
    {
        if (_byPerson.TryGetValue(row.PersonId, out var household))
            return (row.PersonId, household);
        var known = row.NikIndex is null ? [] : _byNumber[Convert.ToHexString(row.NikIndex)].ToList();
        return known.Count == 0 ? null : known[0];
    }

    // One look into the index of words for each family that no number finds: the longest word of the head's name, in the family's village.
    private async Task<Household?> ByNameAsync(ListedFamily family, CancellationToken ct)
    {
        if (family.Head.BirthDate is not { } born || NameWords.Of(family.Head.Name).MaxBy(word => word.Length) is not { } word)
            return null;
        var village = AreaCode.Parse(family.Row.AreaCode).AtLevel(AreaLevel.Village);
        var namesakes = await _db.NameTokens.AsNoTracking().Where(token => token.Word == word).In(village)
            .Join(_db.Persons, token => token.PersonId, person => person.Id, (token, person) => person).Where(person => person.BirthDate == born)
            .Select(person => new { person.Name, person.HouseholdId }).Distinct().ToListAsync(ct);
        var ids = namesakes.Where(person => SamePerson.Is(person.Name, born, family.Head.Name, born)).Select(person => person.HouseholdId).Distinct().ToList();
        return ids is [var only] ? await _db.Households.AsNoTracking().Include(household => household.Members).SingleOrDefaultAsync(household => household.Id == only, ct) : null;
    }
}
