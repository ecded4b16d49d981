using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Figures;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>The board of decisions that the reader sees: what is overdue first.</summary>
public sealed record FollowUpList(string? Show, ListAsk Ask, IReadOnlyList<DecisionLine> Rows, Paging Paging)
{
    public const string Path = "/tindak-lanjut", Overdue = "lewat", Own = "kami", Due = "tempo", Settled = "selesai";

    public int OpenCount { get; init; }

    public int OverdueCount { get; init; }

    /// <summary>The reader reports for an OPD.</summary>
    public bool HasOwn { get; init; }

    public ListTools Tools => new(Path, Ask, "Cari keputusan atau OPD", ("tenggat", "Tenggat terdekat")) { Kept = [("tampil", Show)], IsPersonal = false };

    public static async Task<FollowUpList> ForAsync(PortalDbContext db, DecisionReach reach, string? show, ListAsk ask, DateOnly today, CancellationToken ct)
    {
        var open = reach.Seen.StillOpen();
        var late = open.Where(decision => decision.DueOn < today);
        var opdId = reach.OpdId;
        var asked = show switch
        {
            Overdue => late,
            Own => reach.Seen.Where(decision => decision.OpdId == opdId || decision.Support.Any(named => named.OpdId == opdId)),
            Due => WaitingRows.FollowUpsDue(db, opdId, reach.IsSecretariat, today),
            Settled => reach.Seen.Where(decision => decision.State == DecisionState.Done || decision.State == DecisionState.Cancelled),
            _ => open,
        };
        var lines = ask.Patterns.Aggregate(DecisionLines.Of(db, asked), (found, word) => found.Where(line => EF.Functions.Like(line.Text, word, LikePatterns.Escape)
            || EF.Functions.Like(line.Action, word, LikePatterns.Escape) || EF.Functions.Like(line.Opd, word, LikePatterns.Escape)));
        var paging = ask.Paging(await lines.CountAsync(ct));
        var rows = await lines.OrderBy(line => line.SettledOn != null).ThenBy(line => line.DueOn).ThenBy(line => line.DecisionId).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return new FollowUpList(show, ask, await DecisionLines.WithSupportAsync(db, rows, ct), paging) { OpenCount = await open.CountAsync(ct), OverdueCount = await late.CountAsync(ct), HasOwn = opdId is not null };
    }
}
