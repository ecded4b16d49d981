using TkpkdPortal.Access;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Features.Quality.Misalignments;

namespace TkpkdPortal.Features.Quality;

/// <summary>What there is to see of the lists: the newest comparison in short, and the ways on.</summary>
public sealed record QualityPage(IReadOnlyList<ListRelease> Releases, ComparisonTally? Newest, SourcePair Sources, MisalignmentCounts Misalignments)
{
    public static async Task<QualityPage> ForAsync(PortalDbContext db, ActingUser user, CountCache counts, CancellationToken ct)
    {
        var releases = await ReleasePair.AllAsync(db, ct);
        var sources = await SourcePair.ForAsync(db, new MisalignmentAsk(), ct);
        return new QualityPage(releases, ReleasePair.Default(releases) is { } pair ? (await ReleasePair.ComparedAsync(db, counts, pair.First, pair.Second, ct)).TallyFor(user) : null,
            sources, sources.IsThere ? await KeptCounts.OfAsync(db, counts, sources.Between, ct) : new MisalignmentCounts([]));
    }
}

/// <summary>One line of the map for a village of the office; without a code its rows of DTSEN are turned away.</summary>
public sealed record BpsLine(AreaCode Village, BpsCode? Code);

public sealed record BpsCodesPage(AreaCode Area, IReadOnlyList<BpsLine> Lines)
{
    public int Missing => Lines.Count(line => line.Code is null);

    public static BpsCodesPage For(AreaDirectory areas, BpsCodes codes, AreaCode area) =>
        new(area, [.. areas.Villages(area).Select(village => new BpsLine(village, codes.TryFindOf(village, out var code) ? code : null))]);
}
