using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;

namespace TkpkdPortal.Importing.Recipients;

/// <summary>Persons of the register by the keyed index of their NIK.</summary>
internal sealed class RegisterMatch
{
    private readonly Dictionary<string, RegisterPerson> _persons = new(StringComparer.Ordinal);

    public static async Task<RegisterMatch> FindAsync(PortalDbContext db, IEnumerable<byte[]?> indexes, CancellationToken ct)
    {
        var match = new RegisterMatch();
        var wanted = indexes.OfType<byte[]>().ToList();
        var found = await (from person in db.Persons.AsNoTracking()
                           join household in db.Households on person.HouseholdId equals household.Id
                           where wanted.Contains(person.NikIndex!)
                           orderby person.Id
                           select new { person.NikIndex, Person = new RegisterPerson(person.Id, person.Name, household.Id, household.AreaCode) }).ToListAsync(ct);
        foreach (var row in found)
            match._persons.TryAdd(Convert.ToHexString(row.NikIndex!), row.Person);
        return match;
    }

    public RegisterPerson? Of(byte[]? index) => index is null ? null : _persons.GetValueOrDefault(Convert.ToHexString(index));
}

internal sealed record RegisterPerson(long Id, string Name, long HouseholdId, string AreaCode);
