using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Files;

/// <summary>How the heading of a kind is found: by its known spellings, else by a profile that somebody has kept; by one profile alone where it was asked for.</summary>
public sealed class HeadingFinder(FileLayout layout, IReadOnlyList<ColumnProfile>? profiles = null)
{
    public FileLayout Layout => layout;

    /// <summary>The one profile that was asked for.</summary>
    public ColumnProfile? Only { get; init; }

    public ColumnMap? Find(IEnumerable<RawRecord> records)
    {
        var first = records.Take(ColumnMap.HeadingSearchDepth).ToList();
        if (Only is { } profile)
            return profile.Fit(layout, first);
        var known = ColumnMap.Find(layout, first);
        return known is not null && known.MissingOf(layout).Count == 0 ? known
            : (profiles ?? []).Select(kept => kept.Fit(layout, first)).FirstOrDefault(map => map is not null) ?? known;
    }
}
