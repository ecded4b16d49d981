using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Privacy;

/// <summary>Requests, the unanswered first and among them the one that is due first.</summary>
public sealed record SubjectRequestList(bool OnlyOpen, ListAsk Ask, IReadOnlyList<SubjectRequest> Rows, Paging Paging, int Open, int Overdue)
{
    public ListTools Tools => new("/privasi/permohonan", Ask, "Cari nama pemohon", ("batas", "Batas waktu terdekat"), ("terbaru", "Terbaru"), ("nama", "Nama")) { Kept = [("keadaan", OnlyOpen ? "terbuka" : null)] };

    public static async Task<SubjectRequestList> ForAsync(PortalDbContext db, DateTime now, bool onlyOpen, ListAsk ask, CancellationToken ct)
    {
        var requests = (onlyOpen ? WaitingRows.OpenRequests(db) : db.SubjectRequests).AsNoTracking();
        var late = now - SubjectRequest.TimeToAnswer;
        var sought = ask.Patterns.Aggregate(requests, (found, word) => found.Where(request => EF.Functions.Like(request.RequesterName, word, LikePatterns.Escape)));
        var paging = ask.Paging(await sought.CountAsync(ct));
        var ordered = ask.Order switch
        {
            "terbaru" => sought.OrderByDescending(request => request.ReceivedAt).ThenBy(request => request.Id),
            "nama" => sought.OrderBy(request => request.RequesterName).ThenBy(request => request.Id),
            _ => sought.OrderBy(request => request.ClosedAt == null ? 0 : 1).ThenBy(request => request.ClosedAt == null ? request.ReceivedAt : DateTime.MaxValue)
                .ThenByDescending(request => request.ReceivedAt).ThenBy(request => request.Id),
        };
        return new SubjectRequestList(onlyOpen, ask, await ordered.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging, await requests.CountAsync(request => request.ClosedAt == null, ct),
            await requests.CountAsync(request => request.ClosedAt == null && request.ReceivedAt < late, ct));
    }
}

/// <summary>One request with the names around it.</summary>
public sealed record SubjectRequestPage(SubjectRequest Request, RequestDecisionForm Form)
{
    public required string RecordedBy { get; init; }

    public string? HandledBy { get; init; }

    public Guid? HouseholdId { get; init; }

    public string? HouseholdName { get; init; }

    public static async Task<SubjectRequestPage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.SubjectRequests.SingleOrDefaultAsync(request => request.PublicId == id, ct) is not { } request)
            return null;
        var household = await db.Households.AsNoTracking().Where(h => h.Id == request.HouseholdId).Select(h => new { h.PublicId, h.HeadName }).SingleOrDefaultAsync(ct);
        return new SubjectRequestPage(request, new RequestDecisionForm { Version = request.Version })
        {
            RecordedBy = await db.Users.Where(u => u.Id == request.RecordedById).Select(u => u.FullName).SingleAsync(ct),
            HandledBy = await db.Users.Where(u => u.Id == request.HandledById).Select(u => u.FullName).SingleOrDefaultAsync(ct),
            HouseholdId = household?.PublicId,
            HouseholdName = household?.HeadName,
        };
    }
}

/// <summary>"tersisa 51 jam", "terlambat 3 jam": where a request stands on its 72 hours.</summary>
public static class RequestTime
{
    public static string Of(SubjectRequest request, DateTime now)
    {
        if (!request.IsOpen)
            return request.IsOverdue(now) ? "Dijawab terlambat" : "Tepat waktu";
        var left = request.DueAt - now;
        return left < TimeSpan.Zero ? $"Terlambat {Length(-left)}" : $"Tersisa {Length(left)}";
    }

    private static string Length(TimeSpan time) => time.TotalHours < 1 ? $"{(int)time.TotalMinutes} menit" : $"{(int)time.TotalHours} jam";
}
