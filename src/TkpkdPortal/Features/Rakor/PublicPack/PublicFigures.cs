using System.Security.Cryptography;
using System.Text.Json;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Features.Rakor.Pack;

namespace TkpkdPortal.Features.Rakor.PublicPack;

/// <summary>
/// What the public reads of a published pack, and nothing else: every count of families is nil or at least five, and so is every difference of two counts of one row. Rows of kecamatan that would break this stand
/// together, in the same way in every table, so that no two tables give back what one of them withholds.
/// </summary>
public sealed record PublicFigures
{
    public required PackOffice Office { get; init; }

    public PackMeeting? Meeting { get; init; }

    public PackRelease? Release { get; init; }

    public required DateTime DataLocal { get; init; }

    public required string SnapshotId { get; init; }

    public required IReadOnlyList<PackChapter> Chapters { get; init; }

    /// <summary>The whole region; a table prints its row last.</summary>
    public required PublicRow Total { get; init; }

    /// <summary>Kecamatan, each by itself or together with others.</summary>
    public required IReadOnlyList<PublicRow> Rows { get; init; }

    /// <summary>Names of the deciles that are told apart, from the poorest on; empty where even together they are small.</summary>
    public required IReadOnlyList<string> Deciles { get; init; }

    public required IReadOnlyList<PublicNeed> Needs { get; init; }

    public required IReadOnlyList<PublicAid> Aid { get; init; }

    public required PublicPlaces Places { get; init; }

    public DateOnly DataDay => DateOnly.FromDateTime(DataLocal);

    /// <summary>SHA-256 over what is told; that of the internal figures would let a guess be tried.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, FiguresJson.Options)));

    public static PublicFigures Of(RakorFigures figures)
    {
        var areas = PublicAreas.Of(figures);
        return new PublicFigures
        {
            Office = figures.Office,
            Meeting = figures.Meeting,
            Release = figures.Release,
            DataLocal = figures.DataLocal,
            SnapshotId = figures.SnapshotId,
            Chapters = [.. figures.Chapters.Select(chapter => chapter.Chapter)],
            Total = areas.Total,
            Rows = areas.Rows,
            Deciles = areas.Deciles,
            Needs = [.. (figures.Needs?.ByNeed ?? []).Select(line => new PublicNeed(line.Name, SmallCount.IsSmall(line.Needing) || SmallCount.IsSmall(figures.Needs!.Households - line.Needing) ? null : line.Needing))],
            Aid = [.. figures.Aid.Select(aid => PublicAid.Of(aid, figures.Verification.Target)).OfType<PublicAid>()],
            Places = PublicPlaces.Of(figures),
        };
    }
}

/// <summary>Counts of families (KK) of one row; a count that no row may tell is null in all of them.</summary>
public sealed record PublicRow(string Name)
{
    /// <summary>Kecamatan that the row speaks of.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    public IReadOnlyList<int> Deciles { get; init; } = [];

    public int? Listed => Deciles.Count == 0 ? null : Deciles.Sum();

    public int? Target { get; init; }

    public int? Visited { get; init; }

    public int? Approved { get; init; }

    public int? Eligible { get; init; }

    public int? Water { get; init; }

    public int? Sanitation { get; init; }

    public int? Floor { get; init; }

    public int? Electricity { get; init; }
}

/// <summary>A need in the whole region, null where those with or without it are few. What is met of it is not told: beside a program that answers it, and beside other needs, the rest would be known.</summary>
public sealed record PublicNeed(string Name, int? Needing);

/// <summary>A program with the families it reached; null where they, or those it did not reach, are few.</summary>
public sealed record PublicAid(string Program, int Year, string Opd, int Reached, decimal Amount)
{
    public static PublicAid? Of(Figures.AidFigure aid, int families) => aid.Reached == 0 || SmallCount.IsSmall(aid.Reached) || SmallCount.IsSmall(families - aid.Reached) ? null
        : new PublicAid(aid.Program, aid.Year, aid.Opd, aid.Reached, aid.Amount);
}

/// <summary>The loci of one kecamatan by name.</summary>
public sealed record PublicLoci(string District, IReadOnlyList<string> Villages);

/// <summary>Loci by name alone, since whoever knows which villages they are could subtract; and counts that stand alone, null where they are few.</summary>
public sealed record PublicPlaces(IReadOnlyList<PublicLoci> Loci, int? OpenCases, int? Graduated)
{
    public static PublicPlaces Of(RakorFigures figures) => new([.. (figures.Loci?.Loci ?? []).GroupBy(line => line.District).Select(district => new PublicLoci(district.Key, [.. district.Select(line => line.Name)]))],
        Told(figures.Cases?.Open), Told(figures.Cases?.Graduated.Sum(kind => kind.Count)));

    private static int? Told(int? count) => count is { } number && !SmallCount.IsSmall(number) ? number : null;
}
