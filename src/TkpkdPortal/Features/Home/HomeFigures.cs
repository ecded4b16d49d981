using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Home;

/// <summary>The figures of the start page, from the same counts as the dashboard and the papers.</summary>
public sealed class HomeFigures(PortalDbContext db, ActingUser user, AccountFinder accounts, OfficeClock clock, FigureDesk desk)
{
    public async Task<Aid?> AidAsync(CancellationToken ct)
    {
        var opdId = user.OpdOf(Permission.RecordInterventions);
        if (await db.Opds.AsNoTracking().SingleOrDefaultAsync(o => o.Id == opdId, ct) is not { } opd)
            return null;
        return new Aid(opd.PublicId, opd.Name, await db.AidPrograms.CountAsync(p => p.OpdId == opdId && p.Year == clock.Today.Year, ct),
            await DutyHouseholds.Of(db, db.Households).CountAsync(ct), await DutyHouseholds.NotHelped(db, db.Households).CountAsync(ct));
    }

    public async Task<Summary?> SummaryAsync(CancellationToken ct)
    {
        var area = user.AreasOf(Permission.ViewDashboard).First();
        var figures = (await FigureScope.ForAsync(db, area, null, clock.UtcNow, ct)) with { IsPresent = true };
        var deciles = await desk.DecilesAsync(figures, ct);
        var verification = await desk.VerificationAsync(figures, ct);
        return new Summary(area, figures.Release?.Title, figures.Release?.ReleasedOn, deciles.Families, deciles.Persons, verification.Total,
            user.Can(Permission.FollowVisits) ? verification.ByArea : []);
    }

    public async Task<RegistryGaps?> GapsAsync(CancellationToken ct) => new(await LackingHouseholds.Of(db.Households, MissingFact.Nik).CountAsync(ct),
        await LackingHouseholds.Of(db.Households, MissingFact.FamilyCard).CountAsync(ct), await LackingHouseholds.Of(db.Households, MissingFact.BirthDate).CountAsync(ct));

    public async Task<AccountCounts?> AccountsAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var open = accounts.Seen(Permission.ManageUsers).Where(u => u.DisabledAt == null);
        return new AccountCounts(await open.CountAsync(ct),
            await open.CountAsync(u => !db.Assignments.Any(a => a.UserId == u.Id && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)), ct),
            await open.CountAsync(u => u.PasswordHash == null, ct));
    }

    public async Task<AuditState?> AuditAsync(CancellationToken ct)
    {
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.At }).FirstOrDefaultAsync(ct);
        return new AuditState(last?.Sequence ?? 0, last?.At);
    }
}
