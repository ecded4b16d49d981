using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Backups;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Home;

/// <summary>Collects what waits for the user; each part is looked up with the permission that it belongs to, and missing without it.</summary>
public sealed class HomeTasks(PortalDbContext db, ActingUser user, UserScope scope, OfficeClock clock, BackupOverview backups)
{
    private const int Shown = 6;

    public async Task<HomePage> ForUserAsync(CancellationToken ct) => new()
    {
        FieldWork = await WithAsync(Permission.RecordVisits, () => FieldWorkAsync(ct)),
        Reviews = await WithAsync(Permission.ReviewVisits, () => ReviewsAsync(ct)),
        Imports = await WithAsync(Permission.ImportLists, () => ImportsAsync(ct)),
        Aid = await WithAsync(Permission.RecordInterventions, () => AidAsync(ct)),
        Summary = await WithAsync(Permission.ViewDashboard, () => SummaryAsync(ct)),
        Meeting = await WithAsync(Permission.ViewMeetings, () => MeetingAsync(ct)),
        Requests = await WithAsync(Permission.HandleSubjectRequests, () => RequestsAsync(ct)),
        BackupWarning = user.Can(Permission.ViewBackups) ? backups.Now().Warning : null,
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
            VisitId = (Guid?)visit!.PublicId,
            Status = (VisitStatus?)visit!.Status,
            visit!.ReturnNote,
        });
        var counts = await households.GroupBy(row => row.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var next = await households.Where(row => row.Status == null || row.Status == VisitStatus.Draft || row.Status == VisitStatus.Returned)
            .OrderBy(row => row.Status == VisitStatus.Returned ? 0 : row.Status == VisitStatus.Draft ? 1 : 2).ThenBy(row => row.AreaCode).ThenBy(row => row.Id).Take(Shown)
            .Select(row => new NextHousehold(row.PublicId, row.HeadName, row.AreaCode, row.Address, row.MemberCount, row.VisitId, row.Status, row.ReturnNote)).ToListAsync(ct);
        return new FieldWork(next, counts.Where(group => group.Key is not null).ToDictionary(group => group.Key!.Value, group => group.Count),
            counts.Where(group => group.Key is null).Sum(group => group.Count));
    }

    private async Task<Reviews?> ReviewsAsync(CancellationToken ct)
    {
        var waiting = db.Visits.AsNoTracking().Where(v => v.Status == VisitStatus.Submitted && v.EnumeratorId != user.Id);
        return new Reviews(await waiting.CountAsync(ct), await waiting.OrderBy(v => v.SubmittedAt).ThenBy(v => v.Id).Take(Shown)
            .Select(v => new WaitingVisit(v.PublicId, db.Households.Where(h => h.Id == v.HouseholdId).Select(h => h.HeadName).First(), v.AreaCode, v.SubmittedAt!.Value,
                db.Users.Where(u => u.Id == v.EnumeratorId).Select(u => u.FullName).First())).ToListAsync(ct));
    }

    private async Task<Imports?> ImportsAsync(CancellationToken ct)
    {
        var recent = await db.ImportBatches.AsNoTracking().OrderByDescending(b => b.Id).Take(3)
            .Select(b => new RecentImport(b.PublicId, b.Kind, b.ReleaseName, b.State, b.CreatedAt, b.Counts.Review + b.Counts.Rejected)).ToListAsync(ct);
        return new Imports(recent, await db.Persons.CountAsync(p => p.NikIndex == null, ct), await db.Persons.CountAsync(p => p.MatchesCivilRegistry == false, ct));
    }

    private async Task<Aid?> AidAsync(CancellationToken ct)
    {
        var opdId = user.OpdOf(Permission.RecordInterventions);
        if (await db.Opds.AsNoTracking().SingleOrDefaultAsync(o => o.Id == opdId, ct) is not { } opd)
            return null;
        var duty = opd.Duty;
        return new Aid(opd.Name, await db.AidPrograms.CountAsync(p => p.OpdId == opdId && p.Year == clock.Today.Year, ct),
            await db.Households.CountAsync(h => (h.Needs & duty) != 0, ct),
            await db.Households.CountAsync(h => (h.Needs & duty) != 0 && !db.Interventions.Any(i => i.HouseholdId == h.Id && i.OpdId == opdId
                && i.State != InterventionState.Cancelled && i.State != InterventionState.NotDelivered), ct));
    }

    private async Task<Summary?> SummaryAsync(CancellationToken ct)
    {
        var area = user.AreasOf(Permission.ViewDashboard).First();
        var figures = await FigureScope.ForAsync(db, area, null, clock.UtcNow, ct);
        var deciles = await DecileFigures.OfAsync(db, figures, ct);
        return new Summary(area, figures.Release?.Title, figures.Release?.ReleasedOn, deciles.Families, deciles.Persons,
            (await VerificationFigures.OfAsync(db, figures, figures.SplitLevel, ct)).Total);
    }

    private async Task<OpenRequests?> RequestsAsync(CancellationToken ct)
    {
        var open = db.SubjectRequests.Where(request => request.ClosedAt == null);
        var first = await open.OrderBy(request => request.ReceivedAt).Select(request => (DateTime?)request.ReceivedAt).FirstOrDefaultAsync(ct);
        return new OpenRequests(await open.CountAsync(ct), first + SubjectRequest.TimeToAnswer);
    }

    private async Task<NextMeeting?> MeetingAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return await db.Meetings.AsNoTracking().Where(m => m.On >= today).OrderBy(m => m.On).ThenBy(m => m.Id)
            .Select(m => new NextMeeting(m.PublicId, m.Title, m.On, m.From, m.Place)).FirstOrDefaultAsync(ct);
    }
}
