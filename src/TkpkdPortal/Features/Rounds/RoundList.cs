using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds;

/// <summary>Rounds, the newest first, each with its targets in the own area.</summary>
public sealed record RoundList(IReadOnlyList<RoundRow> Rows, Paging Paging)
{
    public static async Task<RoundList> ForAsync(PortalDbContext db, int? page, CancellationToken ct)
    {
        var paging = Paging.Of(page, await db.Rounds.CountAsync(ct));
        var rows = await db.Rounds.AsNoTracking().OrderByDescending(r => r.Id).Skip(paging.Skip).Take(paging.PageSize)
            .Select(r => new RoundRow(r.PublicId, r.Name, r.State, r.LegalBasis, db.RoundTargets.Count(t => t.RoundId == r.Id && t.State != VerificationState.Cancelled),
                db.RoundTargets.Count(t => t.RoundId == r.Id && t.State != VerificationState.Cancelled && t.State != VerificationState.NotVisited && t.State != VerificationState.Draft))).ToListAsync(ct);
        return new RoundList(rows, paging);
    }
}

public sealed record RoundRow(Guid Id, string Name, RoundState State, string LegalBasis, int Targets, int Visited);
