using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>Takes reports on decisions; two who report at once take turns, and whoever decides over an older state is told.</summary>
public sealed class FollowUpDesk(PortalDbContext db, OfficeClock clock)
{
    private static readonly Outcome Overtaken = Outcome.Refuse("Keputusan ini baru saja dilaporkan rekan Anda. Lihat laporannya di bawah, lalu kirim lagi bila isian Anda masih berlaku.");

    public async Task<Outcome> ReportAsync(FollowUpPage page, Reporter reporter, ReportForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var decision = await db.MeetingDecisions.Include(one => one.Reports).SingleAsync(one => one.Id == page.Decision.Id, ct);
        // Whoever only adds what was done reads no state and overwrites none.
        if (reporter.DecidesState && decision.Version != form.Version)
            return Overtaken;
        var terms = new ReportTerms(form.State ?? decision.State, form.Percent, form.Progress, form.Obstacle, form.Evidence);
        if (decision.Report(page.Meeting, terms, reporter, clock.UtcNow, clock.Today) is { IsAccepted: false } refused)
            return refused;
        db.Changes.Note("FollowUp.Reported", decision, null, AuditDetail.Of(("state", decision.State.ToString()), ("percent", decision.Percent)));
        // A report is a change of its decision, also where state and percent stay.
        if (reporter.DecidesState)
            db.Entry(decision).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }
}
