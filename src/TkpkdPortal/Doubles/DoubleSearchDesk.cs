using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Doubles;

/// <summary>Asks for searches for doubles, stops them, and says which rules hold.</summary>
public sealed class DoubleSearchDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    public async Task<(Outcome, DoubleSearch?)> AskAsync(bool isWhole, bool isForWorker, CancellationToken ct)
    {
        if (await db.DoubleSearches.AnyAsync(search => search.State == DoubleSearchState.Queued || search.State == DoubleSearchState.Running, ct))
            return (Outcome.Refuse("Satu pencarian ganda masih menunggu atau berjalan. Tunggu sampai selesai, atau batalkan dulu."), null);
        var search = new DoubleSearch(user.HomeOf(Permission.SeekDoubles).Stored, user.Id, isWhole, isForWorker, clock.UtcNow);
        db.DoubleSearches.Add(search);
        db.Changes.Note("Double.SearchAsked", search, search.AreaCode, AuditDetail.Of(("whole", isWhole)));
        await db.SaveChangesAsync(ct);
        return (Outcome.Accepted, search);
    }

    public async Task<Outcome> CancelAsync(DoubleSearch search, CancellationToken ct)
    {
        var outcome = search.AskToCancel(clock.UtcNow);
        if (!outcome.IsAccepted)
            return outcome;
        db.Changes.Note("Double.SearchCancelled", search, search.AreaCode);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    /// <summary>The weights that hold today.</summary>
    public async Task<DoubleRules> RulesAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return await db.DoubleRules.AsNoTracking().Where(rules => rules.ValidFrom <= today).OrderByDescending(rules => rules.Number).FirstOrDefaultAsync(ct) ?? DoubleRules.Given;
    }

    /// <summary>Takes up what a killed process left: a search keeps nothing before its end, so it is simply over.</summary>
    public async Task RecoverAsync(bool isAlone, CancellationToken ct)
    {
        var silent = clock.UtcNow - ImportCleanup.Patience;
        var left = await db.DoubleSearches.Where(search => search.State == DoubleSearchState.Running).ToListAsync(ct);
        foreach (var search in left.Where(search => isAlone || (search.AliveAt ?? search.CreatedAt) < silent))
        {
            search.Interrupt(clock.UtcNow);
            db.Changes.Note("Double.SearchInterrupted", search, search.AreaCode);
        }
        await db.SaveChangesAsync(ct);
    }
}
