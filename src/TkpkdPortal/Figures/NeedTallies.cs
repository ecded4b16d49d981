using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>What is kept of a budget year, for all requests of this process: the tally of every village that somebody has asked for, and as of which line of the audit it holds.</summary>
public sealed class NeedTallyStore : IDisposable
{
    private readonly ConcurrentDictionary<int, Year> _years = [];

    internal Year Of(int year) => _years.GetOrAdd(year, _ => new Year());

    public void Dispose()
    {
        foreach (var year in _years.Values)
            year.Gate.Dispose();
    }

    internal sealed class Year
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long End { get; set; }

        public long ChangeSet { get; set; }

        public HashSet<string> Villages { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, NeedTally> Known { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>
/// Needs and aid by village as they are now. Counted from the households and the aid themselves, whoever gave it, and counted anew only for villages in which something changed: after a visit or a
/// delivery in a province of a million families one village is read, not all.
/// </summary>
public sealed class NeedTallies(PortalDbContext db, NeedTallyStore store)
{
    /// <summary>The villages of an area that are the asker's own, with their tallies: the area may lie around several of them.</summary>
    public async Task<IReadOnlyDictionary<string, NeedTally>> OfAsync(int year, AreaCode area, CancellationToken ct)
    {
        var kept = store.Of(year);
        await kept.Gate.WaitAsync(ct);
        try
        {
            await FollowAsync(kept, ct);
            var programs = await db.AidPrograms.AsNoTracking().ToDictionaryAsync(program => program.Id, program => program.Needs, ct);
            var own = kept.Villages.Where(village => village.StartsWith(area.Stored, StringComparison.Ordinal) && db.Scope.Covers(village)).ToList();
            foreach (var village in own.Where(village => !kept.Known.ContainsKey(village)))
                kept.Known[village] = await CountAsync(village, year, programs, ct);
            return own.Where(village => kept.Known[village].Households > 0).ToDictionary(village => village, village => kept.Known[village], StringComparer.Ordinal);
        }
        finally
        {
            kept.Gate.Release();
        }
    }

    internal static string VillageOf(string area) => area.Length > AreaCode.LengthAt(AreaLevel.Village) ? area[..AreaCode.LengthAt(AreaLevel.Village)] : area;

    private async Task FollowAsync(NeedTallyStore.Year kept, CancellationToken ct)
    {
        var changed = await ChangedVillages.SinceAsync(db, kept.End, kept.ChangeSet, ct);
        (kept.End, kept.ChangeSet) = (changed.End, changed.ChangeSet);
        if (changed.Villages is { } some)
        {
            foreach (var village in some)
                kept.Known.Remove(village);
            kept.Villages.UnionWith(some);
            return;
        }
        kept.Known.Clear();
        kept.Villages.Clear();
        var length = AreaCode.LengthAt(AreaLevel.Village);
        kept.Villages.UnionWith(await db.Households.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty]).AsNoTracking().Select(household => household.AreaCode.Substring(0, length)).Distinct().ToListAsync(ct));
    }

    private async Task<NeedTally> CountAsync(string village, int year, Dictionary<long, Need> programs, CancellationToken ct)
    {
        // Whoever gave it: whether a need is met does not depend on who asks. The village was chosen from the asker's own.
        var households = db.Households.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty]).AsNoTracking().In(AreaCode.Parse(village));
        var aid = await (from given in db.AidGiven.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty])
                         join household in households on given.HouseholdId equals household.Id
                         where given.Year == year
                         select new { given.HouseholdId, given.ProgramId, given.State }).ToListAsync(ct);
        var answered = new Dictionary<long, (Need Met, Need Planned, bool IsHelped)>();
        foreach (var given in aid.Where(given => !given.State.IsDropped()))
        {
            var (before, needs) = (answered.GetValueOrDefault(given.HouseholdId), programs[given.ProgramId]);
            answered[given.HouseholdId] = given.State.HasArrived() ? (before.Met | needs, before.Planned, true) : before with { Planned = before.Planned | needs };
        }
        var tally = new NeedTally();
        foreach (var household in await households.Select(household => new { household.Id, household.Needs, household.UnknownNeeds, household.Eligibility }).ToListAsync(ct))
        {
            var (met, planned, isHelped) = answered.GetValueOrDefault(household.Id);
            tally.Add(new NeedCase(household.Needs, household.UnknownNeeds, met, planned, household.Eligibility, isHelped));
        }
        return tally;
    }
}
