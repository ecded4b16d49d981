using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Rounds;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Visits;

/// <summary>Households of the own area by what is to be done there: the returned first, then drafts, the unvisited, the waiting, the approved.</summary>
public sealed record VisitList(string? Status, bool IsOwn, ListAsk Ask, IReadOnlyList<VisitRow> Rows, Paging Paging, IReadOnlyDictionary<string, int> Counts)
{
    public const string NotVisited = "belum";

    public const int MostMissed = 10;

    /// <summary>Families that heads of RT and RW miss on the list, for whoever records visits.</summary>
    public IReadOnlyList<HintLine> Missed { get; init; } = [];

    public ListTools Tools => new("/kunjungan", Ask, "Cari nama kepala keluarga", ("mendesak", "Paling mendesak"), ("nama", "Nama"), ("wilayah", "RT dan wilayah"), ("terbaru", "Kunjungan terbaru"))
    {
        Kept = [("status", Status), ("saya", IsOwn ? "true" : null)],
    };

    public static async Task<VisitList> ForAsync(PortalDbContext db, string? status, long? enumeratorId, ListAsk ask, CancellationToken ct)
    {
        var all = enumeratorId is { } own ? VisitRow.Of(db, WaitingRows.OwnVisits(db, own)) : VisitRow.Of(db);
        var counts = await all.GroupBy(row => row.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var byStatus = counts.ToDictionary(group => group.Key?.ToString() ?? NotVisited, group => group.Count, StringComparer.Ordinal);
        VisitStatus? wanted = Enum.TryParse<VisitStatus>(status, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        var chosen = ask.Patterns.Aggregate(status == NotVisited ? all.Where(row => row.Status == null) : wanted is null ? all : all.Where(row => row.Status == wanted), (found, word) => found.Where(row => EF.Functions.Like(row.HeadName, word, LikePatterns.Escape)));
        var paging = ask.Paging(await chosen.CountAsync(ct));
        // Of the own visits a household may have two.
        var ordered = enumeratorId is null ? Ordered(chosen, ask.Order) : Ordered(chosen, ask.Order).ThenBy(row => row.VisitId);
        var rows = await ordered.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return new VisitList(wanted is null && status != NotVisited ? null : status, enumeratorId is not null, ask, rows, paging, byStatus);
    }

    private static IOrderedQueryable<VisitRow> Ordered(IQueryable<VisitRow> rows, string? order) => order switch
    {
        "nama" => rows.OrderBy(row => row.HeadName).ThenBy(row => row.HouseholdKey),
        "wilayah" => rows.OrderBy(row => row.AreaCode).ThenBy(row => row.HouseholdKey),
        "terbaru" => rows.OrderByDescending(row => row.VisitedOn).ThenBy(row => row.HouseholdKey),
        // Returned first: it waits for the enumerator.
        _ => rows.OrderBy(row => row.Status == VisitStatus.Returned ? 0 : row.Status == VisitStatus.Draft ? 1 : row.Status == null ? 2 : row.Status == VisitStatus.Submitted ? 3 : 4)
            .ThenBy(row => row.AreaCode).ThenBy(row => row.HouseholdKey),
    };
}

/// <summary>A household with a visit: its latest, or of the own ones also what came back before a later one.</summary>
public sealed record VisitRow
{
    public long HouseholdKey { get; init; }

    public Guid HouseholdId { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public required string Address { get; init; }

    public int MemberCount { get; init; }

    public Guid? VisitId { get; init; }

    public VisitStatus? Status { get; init; }

    public DateOnly? VisitedOn { get; init; }

    public string? ReturnNote { get; init; }

    public long? EnumeratorId { get; init; }

    /// <summary>The visits with their households.</summary>
    public static IQueryable<VisitRow> Of(PortalDbContext db, IQueryable<Visit> visits) => db.Households.AsNoTracking().Join(visits, household => household.Id, visit => visit.HouseholdId, (household, visit) => new VisitRow
    {
        HouseholdKey = household.Id,
        HouseholdId = household.PublicId,
        HeadName = household.HeadName,
        AreaCode = household.AreaCode,
        Address = household.Address,
        MemberCount = household.MemberCount,
        VisitId = visit.PublicId,
        Status = visit.Status,
        VisitedOn = visit.VisitedOn,
        ReturnNote = visit.ReturnNote,
        EnumeratorId = visit.EnumeratorId,
    });

    /// <summary>Every household with its latest visit, or none.</summary>
    public static IQueryable<VisitRow> Of(PortalDbContext db) =>
        db.Households.AsNoTracking().LeftJoin(db.LatestVisits, household => household.Id, visit => visit.HouseholdId, (household, visit) => new VisitRow
        {
            HouseholdKey = household.Id,
            HouseholdId = household.PublicId,
            HeadName = household.HeadName,
            AreaCode = household.AreaCode,
            Address = household.Address,
            MemberCount = household.MemberCount,
            VisitId = visit!.PublicId,
            Status = visit!.Status,
            VisitedOn = visit!.VisitedOn,
            ReturnNote = visit!.ReturnNote,
            EnumeratorId = visit!.EnumeratorId,
        });
}
