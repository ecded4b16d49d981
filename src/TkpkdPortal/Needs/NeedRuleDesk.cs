using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Needs;

/// <summary>What came of an adoption: the change, or why there is none.</summary>
public sealed record Adoption(Outcome Outcome, NeedRuleSet? Set, NeedPreview? Changed);

/// <summary>Shows what other rules would change, and adopts them for the whole office.</summary>
public sealed class NeedRuleDesk(PortalDbContext db, NeedScan scan, NeedRejudging rejudging, ActingUser user, OfficeSettings office, OfficeClock clock)
{
    public const string Overtaken = "Aturan lain baru saja ditetapkan. Periksa aturan yang sekarang berlaku, lalu lihat akibatnya sekali lagi.";

    public Task<NeedRuleSet> InForceAsync(CancellationToken ct) => db.NeedRuleSets.AsNoTracking().OrderByDescending(rules => rules.Number).FirstAsync(ct);

    /// <summary>How many households gain and lose which need, counted by the very function that changes them.</summary>
    public async Task<NeedPreview> PreviewAsync(NeedTerms terms, CancellationToken ct)
    {
        var preview = new NeedPreview();
        await foreach (var change in scan.ChangesAsync(new NeedRules(terms, clock.Today), preview.Read, ct))
            preview.Add(change);
        return preview;
    }

    /// <summary>Adopts the terms as the set after the one that was shown, and judges the register by them.</summary>
    public async Task<Adoption> AdoptAsync(NeedTerms terms, int shownNumber, string? source, string? reason, CancellationToken ct)
    {
        if (!user.CanAt(Permission.SetNeedRules, office.Area.Stored))
            return new Adoption(Outcome.Refuse("Aturan kebutuhan berlaku untuk seluruh kantor; hanya analis seluruh wilayah yang menetapkannya."), null, null);
        var inForce = await InForceAsync(ct);
        if (inForce.Number != shownNumber)
            return new Adoption(Outcome.Refuse(Overtaken), null, null);
        if (inForce.Follow(terms, source, reason, user.Id, clock.Today, clock.UtcNow, out var next) is { IsAccepted: false } refused)
            return new Adoption(refused, null, null);
        // Accepted means that it is there.
        db.NeedRuleSets.Add(next!);
        db.Changes.Note("Needs.RulesAdopted", next, detail: AuditDetail.Of(("number", next!.Number), ("source", next.Source), ("reason", next.Reason)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return new Adoption(Outcome.Refuse(Overtaken), null, null);
        }
        // Adopted is adopted: whoever closes the page now leaves nothing half done.
        return new Adoption(Outcome.Accepted, next, await rejudging.RunAsync(CancellationToken.None));
    }
}
