using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Features.Quality.Releases;

/// <summary>How much of a release lies in the own area: families (KK), members (jiwa), and families that wait for their other file.</summary>
public sealed record ReleaseSize(int Households, int Persons, int Waiting)
{
    public static Task<ReleaseSize> OfAsync(PortalDbContext db, CountCache counts, ListRelease release, CancellationToken ct) => counts.GetAsync((nameof(ReleaseSize), release.Id), async () =>
    {
        var families = db.ListedHouseholds.Where(row => row.ReleaseId == release.Id && row.SupersededById == null);
        var persons = db.ListedPersons.Where(row => row.ReleaseId == release.Id && row.SupersededById == null);
        return new ReleaseSize(await families.CountAsync(ct), await persons.CountAsync(ct), await families.CountAsync(row => row.HouseholdId == 0, ct)
            + await persons.Where(row => row.HouseholdId == 0 && !families.Any(family => family.FamilyListId == row.FamilyListId)).Select(row => row.FamilyListId).Distinct().CountAsync(ct));
    }, ct);
}

/// <summary>The lists, each with its releases, the newest first.</summary>
public sealed record SourcesPage(IReadOnlyList<(SourceList List, IReadOnlyList<(ListRelease Release, ReleaseSize Size)> Releases)> Lists)
{
    public static async Task<SourcesPage> ForAsync(PortalDbContext db, CountCache counts, CancellationToken ct)
    {
        var releases = new List<(ListRelease Release, ReleaseSize Size)>();
        foreach (var release in await ReleasePair.AllAsync(db, ct))
            releases.Add((release, await ReleaseSize.OfAsync(db, counts, release, ct)));
        return new SourcesPage([.. Enum.GetValues<SourceList>().Select(list => (list, (IReadOnlyList<(ListRelease, ReleaseSize)>)[.. releases.Where(row => row.Release.List == list)]))]);
    }
}

/// <summary>One release: where it comes from, how it came into the office, what its columns became.</summary>
public sealed record ReleasePage(ListRelease Release, ReleaseSize Size, IReadOnlyList<ImportBatch> Imports, IReadOnlyList<ListRelease> Others)
{
    public static async Task<ReleasePage?> ForAsync(PortalDbContext db, CountCache counts, Guid id, CancellationToken ct)
    {
        if (await db.ListReleases.AsNoTracking().SingleOrDefaultAsync(release => release.PublicId == id, ct) is not { } release)
            return null;
        var imports = await db.ImportBatches.AsNoTracking().Where(batch => batch.ReleaseId == release.Id && batch.State == ImportState.Published).OrderByDescending(batch => batch.Id).ToListAsync(ct);
        var others = (await ReleasePair.AllAsync(db, ct)).FindAll(other => other.Id != release.Id);
        return new ReleasePage(release, await ReleaseSize.OfAsync(db, counts, release, ct), imports, others);
    }
}
