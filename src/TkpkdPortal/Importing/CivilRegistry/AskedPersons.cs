using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports.CivilRegistry;

namespace TkpkdPortal.Importing.CivilRegistry;

/// <summary>Persons of the register that a chunk of answers is about: by the id under which they went out, else by their NIK.</summary>
internal sealed class AskedPersons
{
    private readonly Dictionary<Guid, AskedPerson> _byId = [];
    private readonly ILookup<string, AskedPerson> _byNumber;

    private AskedPersons(IReadOnlyList<AskedPerson> found)
    {
        foreach (var person in found)
            _byId.TryAdd(person.PublicId, person);
        _byNumber = _byId.Values.Where(person => person.NikIndex is not null).ToLookup(person => Convert.ToHexString(person.NikIndex!)); // Asked for in the line itself.
    }

    public static async Task<AskedPersons> FindAsync(PortalDbContext db, IReadOnlyList<JudgedAnswer> answers, IReadOnlyList<byte[]?> indexes, CancellationToken ct)
    {
        var (ids, wanted) = (answers.Select(answer => answer.PersonId).OfType<Guid>().ToList(), indexes.OfType<byte[]>().ToList());
        return new AskedPersons(await (from person in db.Persons.AsNoTracking()
                                       join household in db.Households on person.HouseholdId equals household.Id
                                       where ids.Contains(person.PublicId) || wanted.Contains(person.NikIndex!)
                                       orderby person.Id
                                       select new AskedPerson(person.Id, person.PublicId, person.NikIndex, household.Id, household.AreaCode)).ToListAsync(ct));
    }

    public AskedPerson? Of(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>All persons with the number: more than one cannot be told apart by it.</summary>
    public IReadOnlyList<AskedPerson> With(byte[] index) => [.. _byNumber[Convert.ToHexString(index)]];
}

internal sealed record AskedPerson(long Id, Guid PublicId, byte[]? NikIndex, long HouseholdId, string AreaCode);
