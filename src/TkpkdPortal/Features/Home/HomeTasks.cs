using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Backups;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Waiting;

namespace TkpkdPortal.Features.Home;

/// <summary>Collects what waits for the user and the figures of each office; each part is looked up with the permission that it belongs to, and missing without it.</summary>
public sealed class HomeTasks(PortalDbContext db, ActingUser user, UserScope scope, OfficeClock clock, WaitingDesk waiting, HomeFigures figures, BackupOverview backups)
{
    private const int Shown = 6;

    public async Task<HomePage> ForUserAsync(CancellationToken ct) => new()
    {
        Waiting = await waiting.CountsAsync(ct),
        Oldest = await waiting.OldestAsync(0, Shown, ct),
        FieldWork = await WithAsync(Permission.RecordVisits, () => FieldWorkAsync(ct)),
        Settled = await WithAsync(Permission.RecordVisits, () => SettledAsync(ct)),
        Imports = await WithAsync(Permission.ImportLists, () => ImportsAsync(ct)),
        Aid = await WithAsync(Permission.RecordInterventions, () => figures.AidAsync(ct)),
        Summary = await WithAsync(Permission.ViewDashboard, () => figures.SummaryAsync(ct)),
        Meeting = await WithAsync(Permission.ViewMeetings, () => MeetingAsync(ct)),
        Gaps = await WithAsync(Permission.MatchCivilRegistry, () => figures.GapsAsync(ct)),
        Accounts = await WithAsync(Permission.ManageUsers, () => figures.AccountsAsync(ct)),
        Audit = await WithAsync(Permission.ViewBackups, () => figures.AuditAsync(ct)),
        Backup = user.Can(Permission.ViewBackups) ? Backup() : null,
    };

    private async Task<T?> WithAsync<T>(Permission permission, Func<Task<T?>> look)
        where T : class
    {
        if (!user.Can(permission))
            return null;
        using (scope.Meanwhile(user.Grants, permission))
            return await look();
    }

    private async Task<FieldWork?> FieldWorkAsync(CancellationToken ct)
    {
        var households = db.Households.AsNoTracking().LeftJoin(db.LatestVisits, household => household.Id, visit => visit.HouseholdId, (household, visit) => new
        {
            household.Id,
            household.PublicId,
            household.HeadName,
            household.AreaCode,
            household.Address,
            household.MemberCount,
            Status = (VisitStatus?)visit!.Status,
        });
        var counts = await households.GroupBy(row => row.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var next = await households.Where(row => row.Status == null).OrderBy(row => row.AreaCode).ThenBy(row => row.Id).Take(Shown)
            .Select(row => new NextHousehold(row.PublicId, row.HeadName, row.AreaCode, row.Address, row.MemberCount)).ToListAsync(ct);
        return new FieldWork(next, counts.Where(group => group.Key is not null).ToDictionary(group => group.Key!.Value, group => group.Count),
            counts.Where(group => group.Key is null).Sum(group => group.Count));
    }

    private async Task<IReadOnlyList<SettledVisit>?> SettledAsync(CancellationToken ct) =>
        await (from visit in db.Visits
               join household in db.Households on visit.HouseholdId equals household.Id
               where visit.EnumeratorId == user.Id && visit.Settlement != null && visit.SettlementReadAt == null
               orderby visit.DecidedAt, visit.Id
               select new SettledVisit(visit.PublicId, household.HeadName, visit.Settlement!)).Take(Shown).ToListAsync(ct);

    private async Task<Imports?> ImportsAsync(CancellationToken ct)
    {
        var recent = await ImportRights.Batches(db, Permission.ImportLists).AsNoTracking().OrderByDescending(b => b.Id).Take(3)
            .Select(b => new RecentImport(b.PublicId, b.Kind, b.ReleaseName, b.State, b.CreatedAt, b.Counts.Review + b.Counts.Rejected)).ToListAsync(ct);
        return new Imports(recent, await db.Persons.CountAsync(p => p.NikIndex == null, ct), await db.Persons.CountAsync(p => p.MatchesCivilRegistry == false, ct));
    }

    private async Task<NextMeeting?> MeetingAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return await db.Meetings.AsNoTracking().Where(m => m.On >= today).OrderBy(m => m.On).ThenBy(m => m.Id)
            .Select(m => new NextMeeting(m.PublicId, m.Title, m.On, m.From, m.Place)).FirstOrDefaultAsync(ct);
    }

    private BackupLine Backup()
    {
        var now = backups.Now();
        return new BackupLine(now.Warning, now.Proof?.MadeAt);
    }
}
