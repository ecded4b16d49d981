using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Features.Households;

/// <summary>One piece of aid as the household's page lists it.</summary>
public sealed record AidLine(Guid Id, string Program, string Opd, FundSource FundSource, DateOnly On, decimal? Amount, string? Goods, InterventionState State)
{
    /// <summary>The member it is for; null for the whole family.</summary>
    public string? Member { get; init; }

    public required AidPeriod Period { get; init; }

    public string? Partner { get; init; }

    public AidMark Marks { get; init; }

    /// <summary>The OPD of the user, whose page of this aid is open to them; the others are seen here and nowhere else.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Why it may be double or odd, by the rule's name: for a person to look at.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public static async Task<IReadOnlyList<AidLine>> OfAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct)
    {
        var (isDutyBound, ownOpd) = (db.Scope.IsDutyBound, db.Scope.OpdId);
        // An OPD sees what others give to a household that is its duty: that is how double aid is avoided. What was given where the household
        // lived before belongs to it as well.
        var rows = await (from aid in db.Interventions.IgnoreQueryFilters([FilterNames.Duty, FilterNames.Area]).AsNoTracking()
                          join program in db.AidPrograms on aid.ProgramId equals program.Id
                          join opd in db.Opds on program.OpdId equals opd.Id
                          where aid.HouseholdId == householdId && aid.RecordedAt <= at
                          orderby aid.On descending, aid.Id descending
                          select new
                          {
                              Aid = aid,
                              Program = program.Name,
                              Opd = opd.Name,
                              program.FundSource,
                              Member = db.Persons.Where(p => p.Id == aid.PersonId).Select(p => p.Name).FirstOrDefault()
                              ?? db.PersonVersions.Where(v => v.PersonId == aid.PersonId).OrderByDescending(v => v.KnownTo).Select(v => v.Name).FirstOrDefault()
                          })
            .ToListAsync(ct);
        var rules = await db.OverlapRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(ct);
        var overlaps = AidOverlaps.Find(rows.Where(row => !row.Aid.State.IsDropped())
            .Select(row => new AidFact(row.Aid.Id, row.Aid.PersonId?.ToString(System.Globalization.CultureInfo.InvariantCulture), householdId, row.Program, row.Aid.Period)), rules);
        return [.. rows.Select(row => new AidLine(row.Aid.PublicId, row.Program, row.Opd, row.FundSource, row.Aid.On, row.Aid.Amount, row.Aid.Goods, StateAt(row.Aid, at))
        {
            Member = row.Member,
            Period = row.Aid.Period,
            Partner = row.Aid.Partner,
            Marks = row.Aid.Marks,
            IsOpen = !isDutyBound || row.Aid.OpdId == ownOpd,
            Questions = [.. overlaps.Where(overlap => overlap.Keys.Contains(row.Aid.Id)).Select(overlap => OverlapWords.Of(overlap.Kind)), .. AidMarkWords.Of(row.Aid.Marks)],
        })];
    }

    // What arrived or was dropped later was still a plan then; which of its steps it had taken is not kept.
    private static InterventionState StateAt(Intervention aid, DateTime at) => aid.ArrivedAt > at || aid.DroppedAt > at ? InterventionState.Planned : aid.State;
}
