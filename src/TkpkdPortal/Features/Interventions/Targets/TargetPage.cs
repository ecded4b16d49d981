using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Interventions.Targets;

/// <summary>Households that may be planned for under one program, with the shared terms.</summary>
public sealed record TargetPage(AidProgram Program, TargetFilter Filter, AreaCode Area, IReadOnlyList<TargetRow> Rows, int Total, TargetForm Form)
{
    /// <summary>As many as are listed to tick, and as many as go in one go; both are said on the page.</summary>
    public const int ListMax = 100, GoMax = 500;

    public required IReadOnlyList<AreaCode> SubAreas { get; init; }

    public static async Task<TargetPage> ForAsync(PortalDbContext db, AreaDirectory areas, AidProgram program, TargetFilter filter, AreaCode area, TargetForm form, CancellationToken ct)
    {
        var fitting = Fitting(db, filter, area);
        return new TargetPage(program, filter, area, await TargetRow.From(db, fitting.Take(ListMax), program.Id).ToListAsync(ct), await fitting.CountAsync(ct), form)
        {
            SubAreas = [.. area.Level < AreaLevel.Village ? areas.Children(area) : []],
        };
    }

    /// <summary>Who has graduated is no target any more, unless it fell back.</summary>
    public static IQueryable<Household> Targets(PortalDbContext db) => db.Households.AsNoTracking().Where(h => !GraduationLines.InForce(db).Any(one => one.HouseholdId == h.Id));

    /// <summary>The poorest first.</summary>
    public static IQueryable<Household> Fitting(PortalDbContext db, TargetFilter filter, AreaCode area)
    {
        var households = Targets(db).In(area);
        if (filter.Decile is { } decile)
            households = households.Where(h => h.DecileCode <= decile);
        if (filter.Need is { } need and not Need.None)
            households = households.Where(h => (h.Needs & need) != 0);
        return households.OrderBy(h => h.DecileCode ?? 100).ThenBy(h => h.AreaCode).ThenBy(h => h.Id);
    }
}

public sealed record TargetRow(Guid Id, string HeadName, string AreaCode, byte? DecileCode, Need Needs, bool HasAid)
{
    public static IQueryable<TargetRow> From(PortalDbContext db, IQueryable<Household> households, long programId) => households.Select(h => new TargetRow(h.PublicId, h.HeadName, h.AreaCode,
        h.DecileCode, h.Needs, db.Interventions.Any(i => i.HouseholdId == h.Id && i.ProgramId == programId && i.State != InterventionState.Cancelled && i.State != InterventionState.NotDelivered)));
}

/// <summary>What would be recorded and what would not, by name and reason; nothing is saved yet.</summary>
public sealed record TargetPreview(AidProgram Program, TargetForm Form, IReadOnlyList<TargetLine> Accepted, IReadOnlyList<TargetLine> Refused)
{
    /// <summary>Households that were meant and not looked at, since one go takes no more.</summary>
    public int BeyondCap { get; init; }
}

public sealed record TargetLine(Guid HouseholdId, string HeadName, string AreaCode, string? Reason);
