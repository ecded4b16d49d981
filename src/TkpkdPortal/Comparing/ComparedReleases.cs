using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Comparing;

/// <summary>Two releases and what tells them apart, over the whole office.</summary>
public sealed record ComparedReleases(ListRelease First, ListRelease Second, ReleaseComparison Comparison)
{
    /// <summary>
    /// Reads past the own area: a family that the second release has in another village would else seem to have left. Whoever shows a difference
    /// shows only those about families of the own area (<see cref="Differences"/>).
    /// </summary>
    public static async Task<ComparedReleases> OfAsync(PortalDbContext db, ListRelease first, ListRelease second, CancellationToken ct) => new(first, second,
        ReleaseComparison.Of(await FamiliesAsync(db, first, ct), await FamiliesAsync(db, second, ct), first.List == second.List));

    /// <summary>Those about a family that either release has in one of the areas.</summary>
    public IEnumerable<ListDifference> Differences(IReadOnlyCollection<AreaRange> areas) => Comparison.Differences
        .Where(difference => areas.Any(area => (difference.First is { } family && area.Contains(family.AreaCode)) || difference.Second.Any(other => area.Contains(other.AreaCode))));

    private static async Task<IReadOnlyList<StatedFamily>> FamiliesAsync(PortalDbContext db, ListRelease release, CancellationToken ct)
    {
        var persons = (await db.ListedPersons.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(row => row.ReleaseId == release.Id && row.SupersededById == null).OrderBy(row => row.RowNumber)
            .Select(row => new { row.FamilyListId, row.HouseholdId, row.AreaCode, row.DecileCode, row.Name, row.BirthDate, row.NikIndex, row.Relationship, Mask = row.Relationship == Relationship.Head && row.Nik != null ? row.Nik.Mask : null }).ToListAsync(ct))
            .GroupBy(row => row.FamilyListId, StringComparer.Ordinal)
            .ToDictionary(family => family.Key, family => new
            {
                family.First().HouseholdId,
                family.First().AreaCode,
                family.First().DecileCode,
                Persons = family.Select(row => new StatedPerson(row.Name, row.BirthDate, NumberOf(row.NikIndex), row.Relationship is Relationship.Head) { Mask = row.Mask }).ToList(),
            }, StringComparer.Ordinal);
        var families = await db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(row => row.ReleaseId == release.Id && row.SupersededById == null).OrderBy(row => row.RowNumber)
            .Select(row => new { row.FamilyListId, row.HouseholdId, row.AreaCode, row.DecileCode, row.Name, row.BirthDate, row.NikIndex, Mask = row.Nik != null ? row.Nik.Mask : null, Card = row.FamilyCard != null ? row.FamilyCard.Mask : null }).ToListAsync(ct);
        var compared = families.ConvertAll(row => new StatedFamily(row.FamilyListId, row.HouseholdId, row.AreaCode, row.DecileCode,
            persons.Remove(row.FamilyListId, out var members) ? members.Persons : [new StatedPerson(row.Name, row.BirthDate, NumberOf(row.NikIndex), true) { Mask = row.Mask }], members is not null)
        { Label = LabelOf(release.List, row.FamilyListId, row.Card) });
        // Families of which only the members have come.
        compared.AddRange(persons.Select(family => new StatedFamily(family.Key, family.Value.HouseholdId, family.Value.AreaCode, family.Value.DecileCode, family.Value.Persons, true) { Label = LabelOf(release.List, family.Key, null) }));
        return compared;
    }

    // DTSEN calls a family by its KK number, of which only the mask leaves the program.
    private static string LabelOf(SourceList list, string id, string? cardMask) => list is SourceList.Dtsen ? cardMask ?? "KK belum ada" : id;

    private static ulong? NumberOf(byte[]? index) => index is null ? null : BinaryPrimitives.ReadUInt64LittleEndian(index);
}

/// <summary>Finds a release by what a person calls it: its title, its name where only one list uses it, or its id.</summary>
public static class NamedReleases
{
    public static async Task<(ListRelease? Release, string? Refusal)> FindAsync(PortalDbContext db, string name, CancellationToken ct)
    {
        var releases = await db.ListReleases.AsNoTracking().OrderBy(release => release.List).ThenBy(release => release.ReleasedOn).ToListAsync(ct);
        var wanted = name.Trim();
        var byTitle = releases.FindAll(release => release.Title.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || $"{release.List.Label()} {release.Name}".Equals(wanted, StringComparison.OrdinalIgnoreCase) || release.PublicId.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase));
        var found = byTitle.Count == 1 ? byTitle : releases.FindAll(release => release.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        var titles = string.Join("; ", releases.Select(release => release.Title));
        return found.Count switch
        {
            1 => (found[0], null),
            0 => (null, releases.Count == 0 ? $"Rilis {wanted} tidak ada: belum ada daftar yang dimuat." : $"Rilis {wanted} tidak ada. Yang ada: {titles}."),
            _ => (null, $"Rilis {wanted} ada pada lebih dari satu daftar. Tulis dengan nama daftarnya: {string.Join("; ", found.Select(release => release.Title))}."),
        };
    }
}
