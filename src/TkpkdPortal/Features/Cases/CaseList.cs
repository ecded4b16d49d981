using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Security;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Cases;

/// <summary>One case as a line: whose, who owns it, when it is looked at, and what of its plan is open or overdue.</summary>
public sealed record CaseRow
{
    public required Guid Id { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public required Guid Household { get; init; }

    public required long CaseId { get; init; }

    public string? Owner { get; init; }

    public DateOnly OpenedOn { get; init; }

    public DateOnly ReviewOn { get; init; }

    public CaseEnding? Ending { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public int OpenSteps { get; init; }

    public int OverdueSteps { get; init; }

    public DateOnly? NextDue { get; init; }
}

/// <summary>Cases that the reader sees, those with something overdue first.</summary>
public sealed record CaseList(string? Show, ListAsk ListAsk, IReadOnlyList<CaseRow> Rows, Paging Paging)
{
    public const string Path = "/kasus", Overdue = "lewat", Closed = "selesai", StepDue = "langkah", ToReview = "tinjau";

    private const int PageSize = 50;

    public int OpenCount { get; init; }

    public int OverdueCount { get; init; }

    public ListTools Tools => new(Path, ListAsk, "Cari nama kepala keluarga", ("tenggat", "Lewat tenggat dulu")) { Kept = [("tampil", Show)] };

    public static async Task<CaseList> ForAsync(PortalDbContext db, ActingUser user, string? show, ListAsk list, DateOnly today, CancellationToken ct)
    {
        var all = RowsOf(db, CaseReach.Of(db, user), today);
        var open = all.Where(row => row.Ending == null);
        var late = open.Where(row => row.OverdueSteps > 0 || row.ReviewOn < today);
        var rows = show switch
        {
            Overdue => late,
            Closed => all.Where(row => row.Ending != null),
            StepDue => RowsOf(db, WaitingRows.CasesWithStepDue(db, user.Id, user.OpdOf(Permission.SettleCaseSteps), today), today),
            ToReview => RowsOf(db, WaitingRows.CasesToReview(db, user.Id, today), today),
            _ => open,
        };
        rows = list.IsSearch ? list.Patterns.Aggregate(rows, (found, word) => found.Where(row => EF.Functions.Like(row.HeadName, word, LikePatterns.Escape))) : rows;
        var paging = list.Paging(await rows.CountAsync(ct), PageSize);
        var shown = await rows.OrderBy(row => row.OverdueSteps > 0 || row.ReviewOn < today ? 0 : 1).ThenBy(row => row.ReviewOn).ThenBy(row => row.CaseId).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return new CaseList(show, list, shown, paging) { OpenCount = await open.CountAsync(ct), OverdueCount = await late.CountAsync(ct) };
    }

    // A case outlives the household's place in the register: somebody still has to close it.
    private static IQueryable<CaseRow> RowsOf(PortalDbContext db, IQueryable<FamilyCase> cases, DateOnly today) =>
        from one in cases.AsNoTracking()
        join household in db.Households.IgnoreQueryFilters(CasePage.AlsoClosed) on one.HouseholdId equals household.Id
        select new CaseRow
        {
            Id = one.PublicId,
            CaseId = one.Id,
            HeadName = household.HeadName,
            AreaCode = one.AreaCode,
            Household = household.PublicId,
            Owner = db.Users.Where(user => user.Id == one.OwnerId).Select(user => user.FullName).FirstOrDefault(),
            OpenedOn = one.OpenedOn,
            ReviewOn = one.ReviewOn,
            Ending = one.Ending,
            ClosedOn = one.ClosedOn,
            OpenSteps = db.CaseSteps.Count(step => step.CaseId == one.Id && step.State == CaseStepState.Open),
            OverdueSteps = db.CaseSteps.Count(step => step.CaseId == one.Id && step.State == CaseStepState.Open && step.DueOn < today),
            NextDue = db.CaseSteps.Where(step => step.CaseId == one.Id && step.State == CaseStepState.Open).Min(step => (DateOnly?)step.DueOn),
        };
}
