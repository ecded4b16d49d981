using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Comparing;

/// <summary>The two sources that are compared where nobody says which: the newest of two lists, else the only list beside the register.</summary>
internal static class NewestSources
{
    public static async Task<Misalignments?> OfAsync(PortalDbContext db, CancellationToken ct) => Among(await ReleasesAsync(db, ct));

    public static Misalignments? Among(IReadOnlyList<ListRelease> releases)
    {
        var newest = releases.Where(release => release.List is SourceList.P3ke or SourceList.Dtsen).GroupBy(release => release.List).Select(list => list.First()).ToList();
        return newest.Count == 0 ? null : new Misalignments(new ComparedSource(newest[0], null), new ComparedSource(newest.Count > 1 ? newest[1] : null, null));
    }

    /// <summary>Every release, of each list the newest first.</summary>
    public static Task<List<ListRelease>> ReleasesAsync(PortalDbContext db, CancellationToken ct) =>
        db.ListReleases.AsNoTracking().OrderBy(release => release.List).ThenByDescending(release => release.ReleasedOn).ThenByDescending(release => release.Id).ToListAsync(ct);
}

/// <summary>Counts between two sources over the own area, kept until anything is saved.</summary>
internal static class KeptCounts
{
    public static Task<MisalignmentCounts> OfAsync(PortalDbContext db, CountCache cache, Misalignments between, CancellationToken ct) =>
        cache.GetAsync((nameof(MisalignmentCounts), between.First.Release?.Id, between.Second.Release?.Id, between.First.At), () => between.CountAsync(db, ct), ct);
}
