using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Misalignments.Decisions;

/// <summary>A decision beside the household that it is about.</summary>
public sealed record FieldDecisionRow
{
    public required FieldDecision Decision { get; init; }

    public required Guid Household { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public required string By { get; init; }
}

/// <summary>Decisions about households of the own area, the newest first; those that were taken back among them.</summary>
public sealed record FieldDecisionList(MisalignmentAsk Ask, AreaCode? Area, ListAsk ListAsk, IReadOnlyList<FieldDecisionRow> Rows, Paging Paging)
{
    public const string Path = MisalignmentAsk.Path + "/putusan";

    public ListTools Tools => new(Path, ListAsk, "Cari nama kepala keluarga", ("baru", "Terbaru")) { Kept = Ask.Kept };

    public static async Task<FieldDecisionList> ForAsync(PortalDbContext db, MisalignmentAsk ask, AreaCode? area, ListAsk list, CancellationToken ct)
    {
        var rows = RowsOf(db, area is { } place ? db.Households.In(place) : db.Households);
        if (ask.Field is { } field)
            rows = rows.Where(row => row.Decision.Field == field);
        rows = list.Patterns.Aggregate(rows, (found, word) => found.Where(row => EF.Functions.Like(row.HeadName, word, LikePatterns.Escape)));
        var paging = list.Paging(await rows.CountAsync(ct));
        return new FieldDecisionList(ask, area, list, await rows.OrderByDescending(row => row.Decision.Id).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }

    internal static IQueryable<FieldDecisionRow> RowsOf(PortalDbContext db, IQueryable<Domain.Households.Household> households) =>
        from decision in db.FieldDecisions.AsNoTracking()
        join household in households on decision.HouseholdId equals household.Id
        join user in db.Users on decision.UserId equals user.Id
        select new FieldDecisionRow { Decision = decision, Household = household.PublicId, HeadName = household.HeadName, AreaCode = household.AreaCode, By = user.FullName };
}

/// <summary>One decision with all that is known of it.</summary>
public sealed record FieldDecisionPage(FieldDecisionRow Row, string? WithdrawnBy, FieldRule? Rule)
{
    public FieldDecision Decision => Row.Decision;

    public WithdrawForm Form { get; init; } = new();

    public static async Task<FieldDecisionPage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        if (await FieldDecisionList.RowsOf(db, db.Households).SingleOrDefaultAsync(row => row.Decision.PublicId == id, ct) is not { } row)
            return null;
        var decision = row.Decision;
        return new FieldDecisionPage(row, await db.Users.Where(user => user.Id == decision.WithdrawnById).Select(user => user.FullName).SingleOrDefaultAsync(ct),
            await db.FieldRules.AsNoTracking().SingleOrDefaultAsync(rule => rule.Id == decision.RuleId, ct))
        {
            Form = new WithdrawForm { Version = decision.Version },
        };
    }
}
