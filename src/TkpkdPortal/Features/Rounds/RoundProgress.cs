using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rounds;

/// <summary>How far a round is in an area and in each of its parts, down to the RT.</summary>
public sealed record RoundProgress(VerificationRound Round, AreaCode Area, IReadOnlyDictionary<VerificationState, int> ByState, IReadOnlyList<ProgressLine> Lines, ProgressLine Total)
{
    public required string ReleaseTitle { get; init; }

    /// <summary>"kecamatan", "desa dan kelurahan", "RT": what a line is.</summary>
    public string PartWord => Area.Level >= AreaLevel.Village ? "RT" : AreaParts.WordBelow(Area);

    public string? SignedOffBy { get; init; }

    public IReadOnlyList<Decree> Decrees { get; init; } = [];

    /// <summary>Decrees whose annexes are kept; one that was recorded before that was so has none.</summary>
    public IReadOnlySet<long> WithAnnexes { get; init; } = new HashSet<long>();

    public bool HasAnnexes(Decree decree) => WithAnnexes.Contains(decree.Id);

    public RoundTally? Tally { get; init; }

    public static async Task<RoundProgress> ForAsync(PortalDbContext db, AreaDirectory areas, VerificationRound round, AreaCode area, DateOnly today, CancellationToken ct)
    {
        var groups = await db.RoundTargets.AsNoTracking().In(area).Where(t => t.RoundId == round.Id).GroupBy(t => new { t.AreaCode, t.State })
            .Select(g => new TargetGroup(g.Key.AreaCode, g.Key.State, g.Count(), g.Count(t => t.DueOn < today), g.Max(t => t.VisitedOn))).ToListAsync(ct);
        var proposed = await db.Proposals.AsNoTracking().In(area).Where(p => p.RoundId == round.Id).GroupBy(p => p.AreaCode).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var level = area.Level >= AreaLevel.Village ? AreaLevel.Rt : area.Level + 1;
        var parts = groups.ToLookup(group => PartOf(group.AreaCode, level), StringComparer.Ordinal);
        var proposals = proposed.GroupBy(group => PartOf(group.Key, level)).ToDictionary(part => part.Key, part => part.Sum(group => group.Count), StringComparer.Ordinal);
        var known = area.Level is AreaLevel.Regency ? [.. round.Waves.Select(wave => wave.AreaCode).Where(AreaRange.Of(area).Contains)] : parts.Select(part => part.Key);
        return new RoundProgress(round, area, groups.GroupBy(group => group.State).ToDictionary(state => state.Key, state => state.Sum(group => group.Count)),
            [.. known.Concat(parts.Select(part => part.Key)).Concat(proposals.Keys).Distinct().Order(StringComparer.Ordinal).Select(part => Line(areas, area, part, parts[part]) with { Proposals = proposals.GetValueOrDefault(part) })],
            ProgressLine.Of("Jumlah", null, groups) with { Proposals = proposals.Values.Sum() })
        {
            ReleaseTitle = await db.ListReleases.Where(r => r.Id == round.ReleaseId).Select(r => r.Title).FirstAsync(ct),
            SignedOffBy = round.SignedOffById is { } by ? await db.Users.Where(u => u.Id == by).Select(u => u.FullName).SingleAsync(ct) : null,
            Decrees = await db.Decrees.AsNoTracking().Where(d => d.RoundId == round.Id).OrderBy(d => d.On).ThenBy(d => d.Id).ToListAsync(ct),
            WithAnnexes = await db.DecreePapers.Where(paper => paper.Annex == DecreeAnnex.Recap && db.Decrees.Any(d => d.Id == paper.DecreeId && d.RoundId == round.Id)).Select(paper => paper.DecreeId).ToHashSetAsync(ct),
        };
    }

    private static string PartOf(string areaCode, AreaLevel level) => AreaCode.Parse(areaCode).AtLevel(level).Stored;

    private static ProgressLine Line(AreaDirectory areas, AreaCode area, string part, IEnumerable<TargetGroup> groups)
    {
        var line = AreaParts.Line(areas, area, part, []);
        return ProgressLine.Of(line.Label, line.Area, [.. groups]);
    }
}

/// <summary>Targets of one place in one state.</summary>
internal sealed record TargetGroup(string AreaCode, VerificationState State, int Count, int PastDue, DateOnly? LastVisitedOn);

/// <summary>One part of the area: its targets, those that were visited, and how long ago the last visit was.</summary>
public sealed record ProgressLine(string Label, AreaCode? Area, int Targets, int Visited, int Overdue, DateOnly? LastVisitedOn)
{
    public int Unvisited => Targets - Visited;

    /// <summary>Families that were proposed here in this round, whatever became of them.</summary>
    public int Proposals { get; init; }

    /// <summary>In whole percent, never 100 before the last is visited.</summary>
    public int? Coverage => Targets == 0 ? null : (int)(100L * Visited / Targets);

    internal static ProgressLine Of(string label, AreaCode? area, IReadOnlyCollection<TargetGroup> groups) => new(label, area,
        groups.Where(group => group.State is not VerificationState.Cancelled).Sum(group => group.Count),
        groups.Where(group => group.State.IsVisited()).Sum(group => group.Count),
        groups.Where(group => group.State is VerificationState.NotVisited or VerificationState.Draft or VerificationState.Returned).Sum(group => group.PastDue),
        groups.Where(group => group.State.IsVisited()).Max(group => group.LastVisitedOn));
}
