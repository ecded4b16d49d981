using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor;

/// <summary>All meetings, the latest first.</summary>
public sealed record MeetingList(IReadOnlyList<MeetingRow> Rows, Paging Paging)
{
    public static async Task<MeetingList> ForAsync(PortalDbContext db, int? page, CancellationToken ct)
    {
        var paging = Paging.Of(page, await db.Meetings.CountAsync(ct));
        return new MeetingList(await db.Meetings.AsNoTracking().OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Skip(paging.Skip).Take(paging.PageSize)
            .Select(m => new MeetingRow(m.PublicId, m.Title, m.On, m.From, m.Place)).ToListAsync(ct), paging);
    }
}

public sealed record MeetingRow(Guid Id, string Title, DateOnly On, TimeOnly From, string Place);

/// <summary>One meeting beside the figures that its pack would print now.</summary>
public sealed record MeetingDetails(CoordinationMeeting Meeting, string SnapshotId, string? ListTitle, int Families, int? Persons, int Visited);
