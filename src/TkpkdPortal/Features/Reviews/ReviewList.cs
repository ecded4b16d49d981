using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Reviews;

/// <summary>Visits that wait for this reviewer, the longest waiting first; what the reviewer wrote is not among them.</summary>
public sealed record ReviewList(ListAsk Ask, IReadOnlyList<ReviewRow> Rows, Paging Paging, int OwnWork)
{
    public ListTools Tools => new("/periksa", Ask, "Cari nama kepala keluarga", ("lama", "Paling lama menunggu"), ("baru", "Terbaru diajukan"), ("wilayah", "RT dan wilayah"));

    public static IQueryable<Visit> WaitingFor(PortalDbContext db, long reviewerId) =>
        WaitingRows.ToDecide(db, reviewerId).AsNoTracking().OrderBy(v => v.SubmittedAt).ThenBy(v => v.Id);

    public static async Task<ReviewList> ForAsync(PortalDbContext db, long reviewerId, ListAsk ask, CancellationToken ct)
    {
        var waiting = ask.Patterns.Aggregate(WaitingRows.ToDecide(db, reviewerId).AsNoTracking(), (found, word) =>
            found.Where(v => db.Households.Any(h => h.Id == v.HouseholdId && EF.Functions.Like(h.HeadName, word, LikePatterns.Escape))));
        var paging = ask.Paging(await waiting.CountAsync(ct));
        var ordered = ask.Order switch
        {
            "baru" => waiting.OrderByDescending(v => v.SubmittedAt).ThenBy(v => v.Id),
            "wilayah" => waiting.OrderBy(v => v.AreaCode).ThenBy(v => v.SubmittedAt).ThenBy(v => v.Id),
            _ => waiting.OrderBy(v => v.SubmittedAt).ThenBy(v => v.Id),
        };
        var rows = await ordered.Skip(paging.Skip).Take(paging.PageSize).Select(v => new ReviewRow(v.PublicId,
            db.Households.Where(h => h.Id == v.HouseholdId).Select(h => h.HeadName).First(), v.AreaCode, v.Presence, v.Eligibility, v.SubmittedAt!.Value,
            db.Users.Where(u => u.Id == v.EnumeratorId).Select(u => u.FullName).First())).ToListAsync(ct);
        return new ReviewList(ask, rows, paging, await db.Visits.CountAsync(v => v.Status == VisitStatus.Submitted && (v.EnumeratorId == reviewerId || v.TypedById == reviewerId), ct));
    }
}

public sealed record ReviewRow(Guid Id, string HeadName, string AreaCode, Presence? Presence, Eligibility? Eligibility, DateTime SubmittedAt, string Enumerator);
