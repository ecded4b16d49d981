using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;

namespace TkpkdPortal.Photos;

/// <summary>Removes sealed photos that no row names: what a process left that died between writing the file and the row, or between removing the row and the file.</summary>
public sealed class PhotoSweep(PortalDbContext db, PhotoStore store, TimeProvider clock)
{
    /// <summary>A file that is younger may still get its row.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Answers how many files were looked at, and how many of them are gone.</summary>
    public async Task<(int Seen, int Removed)> RunAsync(CancellationToken ct)
    {
        // The files first: a row that is written from now on names a younger one.
        var files = store.WrittenBefore(clock.GetUtcNow().UtcDateTime - Patience);
        if (files.Count == 0)
            return (0, 0);
        var named = await db.VisitPhotos.IgnoreQueryFilters().Where(photo => photo.FileId != null).Select(photo => photo.FileId!.Value).ToHashSetAsync(ct);
        var left = files.Where(file => !named.Contains(file)).ToList();
        left.ForEach(store.Delete);
        return (files.Count, left.Count);
    }
}
