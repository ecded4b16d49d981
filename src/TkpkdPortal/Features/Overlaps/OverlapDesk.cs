using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Overlaps;

/// <summary>Decides of overlapping aid, and takes a decision back. No aid changes by either.</summary>
public sealed class OverlapDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    public async Task<Outcome> DecideAsync(OverlapPage page, OverlapForm form, CancellationToken ct)
    {
        if (page.Cases.FirstOrDefault(one => one.Finding.Mark == form.Mark) is not { } seen)
            return Outcome.Refuse("Temuan ini berubah sejak halaman dibuka: ada bantuan baru, dikoreksi, atau dibatalkan. Lihat keadaannya sekarang, lalu putuskan lagi.");
        if (seen.Finding.Decision is { Verdict: not OverlapVerdict.Asked })
            return Outcome.Refuse("Temuan ini sudah diputuskan orang lain. Cabut dulu putusannya bila keliru.");
        var surplus = seen.Pieces.FirstOrDefault(piece => piece.Id == form.Surplus)?.Key;
        // The form is valid, so it names a verdict.
        if (OverlapDecision.Take(seen.Finding.Seen, form.Verdict!.Value, surplus, form.Reason, user.Id, clock.UtcNow, out var decision) is { IsAccepted: false } refused)
            return refused;
        if (seen.Finding.Decision is { } asked)
            (await db.OverlapDecisions.SingleAsync(one => one.Id == asked.Id, ct)).Withdraw("Sudah diputuskan.", user.Id, clock.UtcNow);
        db.OverlapDecisions.Add(decision!);
        await db.SaveChangesAsync(ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> WithdrawAsync(OverlapDecision decision, OverlapWithdrawForm form, CancellationToken ct)
    {
        if (decision.Version != form.Version)
            return Outcome.Refuse("Putusan ini diubah orang lain sejak halaman dibuka. Lihat keadaannya sekarang.");
        var outcome = decision.Withdraw(form.Reason, user.Id, clock.UtcNow);
        if (outcome.IsAccepted)
            await db.SaveChangesAsync(ct);
        return outcome;
    }
}
