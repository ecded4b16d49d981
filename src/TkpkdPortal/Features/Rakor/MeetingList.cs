using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor;

/// <summary>All meetings, the latest first.</summary>
public sealed record MeetingList(ListAsk Ask, IReadOnlyList<MeetingRow> Rows, Paging Paging)
{
    public ListTools Tools => new("/rakor", Ask, "Cari judul atau tempat", ("terbaru", "Terbaru"), ("terlama", "Terlama"), ("judul", "Judul")) { IsPersonal = false };

    public static async Task<MeetingList> ForAsync(PortalDbContext db, ListAsk ask, CancellationToken ct)
    {
        var sought = ask.Patterns.Aggregate(db.Meetings.AsNoTracking(), (found, word) =>
            found.Where(m => EF.Functions.Like(m.Title, word, LikePatterns.Escape) || EF.Functions.Like(m.Place, word, LikePatterns.Escape)));
        var paging = ask.Paging(await sought.CountAsync(ct));
        var ordered = ask.Order switch
        {
            "terlama" => sought.OrderBy(m => m.On).ThenBy(m => m.Id),
            "judul" => sought.OrderBy(m => m.Title).ThenBy(m => m.Id),
            _ => sought.OrderByDescending(m => m.On).ThenByDescending(m => m.Id),
        };
        return new MeetingList(ask, await ordered.Skip(paging.Skip).Take(paging.PageSize)
            .Select(m => new MeetingRow(m.PublicId, m.Title, m.On, m.From, m.Place, m.ClosedAt != null)).ToListAsync(ct), paging);
    }
}

public sealed record MeetingRow(Guid Id, string Title, DateOnly On, TimeOnly From, string Place, bool IsClosed);

/// <summary>One meeting beside the figures that its pack would print now.</summary>
public sealed record MeetingDetails(CoordinationMeeting Meeting, string SnapshotId, string? ListTitle, int Families, int? Persons, int Visited)
{
    /// <summary>Decisions with which it opens.</summary>
    public IReadOnlyList<DecisionLine> Before { get; init; } = [];

    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    public int Present { get; init; }

    /// <summary>Packs that wait to be composed at this moment.</summary>
    public int PacksWaiting { get; init; }

    /// <summary>Published packs, the latest first.</summary>
    public IReadOnlyList<MeetingSnapshot> Snapshots { get; init; } = [];
}
