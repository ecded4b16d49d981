using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Importing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Needs;

/// <summary>
/// Brings what is stored of all households to the rules in force and to today's ages, as one declared change with its past rows. It writes in short transactions, so that
/// nobody waits for the whole; what breaks off leaves the rest to the next run, since the set says until when all of it was judged.
/// </summary>
public sealed class NeedRejudging(PortalDbContext db, NeedScan scan, OfficeClock clock)
{
    private const int ChunkSize = 500;

    /// <summary>Judges the register by the set in force; the scope must cover the whole office. Says what has changed.</summary>
    public async Task<NeedPreview> RunAsync(CancellationToken ct)
    {
        var (set, today) = (await db.NeedRuleSets.OrderByDescending(rules => rules.Number).FirstAsync(ct), clock.Today);
        var (rules, told) = (set.On(today), new NeedPreview());
        var ids = new List<long>();
        await foreach (var change in scan.ChangesAsync(rules, told.Read, ct))
        {
            ids.Add(change.HouseholdId);
            told.Add(change);
        }
        var reason = set.JudgedOn is null ? $"Kebutuhan dinilai menurut aturan nomor {set.Number}" : $"Kebutuhan dinilai ulang menurut umur anggota, aturan nomor {set.Number}";
        if (ids.Count > 0)
            await ChangeAsync(ids, rules, set, reason, ct);
        set.Judged(today);
        // A day on which nobody comes of age is no event.
        if (told.Changed > 0)
            db.Changes.Note("Needs.Judged", set, detail: AuditDetail.Of(("number", set.Number), ("households", told.Households), ("changed", told.Changed)));
        await db.SaveChangesAsync(ct);
        return told;
    }

    private async Task ChangeAsync(List<long> ids, NeedRules rules, NeedRuleSet set, string reason, CancellationToken ct)
    {
        var change = db.ChangeSets.Add(new ChangeSet(ChangeSource.NeedRules, set.PublicId, reason, db.Scope.UserId)).Entity;
        var now = clock.UtcNow;
        change.BecomeKnown(now);
        await db.SaveChangesAsync(ct);
        var bulk = BulkWriter.For(db);
        foreach (var some in ids.Chunk(ChunkSize))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // What somebody has changed since this change became known was judged by the rules in force, or is left to the next run.
            var households = await db.Households.AsNoTracking().Include(h => h.Members)
                .Where(h => some.Contains(h.Id) && db.ChangeSets.Any(known => known.Id == h.ChangeSetId && known.KnownFrom <= now)).ToListAsync(ct);
            var changes = await RegisterChange.OfAsync(db, households, now, ct);
            foreach (var household in households)
                changes.Of(household, () => household.JudgeNeeds(rules));
            await changes.WriteAsync(db, bulk, change.Id, ct);
            await transaction.CommitAsync(ct);
        }
    }
}
