using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Figures;

/// <summary>Which families the rule proposes for graduation, which are watched, and of which something says that they have fallen back; the same as <see cref="GraduationRule"/> judges one by one.</summary>
public static class GraduationLines
{
    public static Task<GraduationRule> RuleAsync(PortalDbContext db, CancellationToken ct) => db.GraduationRules.AsNoTracking().OrderByDescending(rule => rule.Number).FirstAsync(ct);

    /// <summary>Of every family that was decided about, the decision that stands: the latest.</summary>
    public static IQueryable<Graduation> Standing(PortalDbContext db) => db.Graduations.Where(one => !db.Graduations.Any(later => later.HouseholdId == one.HouseholdId && later.Number > one.Number));

    /// <summary>Families that are off the target list.</summary>
    public static IQueryable<Graduation> InForce(PortalDbContext db) => Standing(db).Where(one => one.Kind != GraduationKind.NotYet && one.RelapsedOn == null);

    public static IQueryable<Graduation> Watched(PortalDbContext db, DateOnly today) => InForce(db).Where(one => one.Until >= today);

    public static IQueryable<Household> Candidates(PortalDbContext db, GraduationTerms terms, DateOnly today)
    {
        var (visits, from, without) = (terms.Visits, (byte)terms.FromDecile, terms.Without);
        var approved = db.Visits.Where(visit => visit.Status == VisitStatus.Approved && visit.VisitedOn != null);
        var visited = approved.GroupBy(visit => visit.HouseholdId).Where(group => group.Count() >= visits).Select(group => group.Key);
        // What was found before a family fell back proves nothing any more.
        var latest = approved.Where(visit => approved.Count(later => later.HouseholdId == visit.HouseholdId && later.Number > visit.Number) < visits);
        var notWellOff = latest.Where(visit => !(visit.Eligibility == Eligibility.NotEligible
            && (visit.Reason == IneligibilityReason.WellOff || visit.Reason == IneligibilityReason.RegularIncome || visit.Reason == IneligibilityReason.StateEmployeeOrPensioner || visit.Reason == IneligibilityReason.LargeAssets)));
        var worse = notWellOff.Where(visit => visit.Eligibility != Eligibility.Poor);
        return db.Households.Where(household => visited.Contains(household.Id) && (household.Needs & without) == 0
            && (!notWellOff.Any(visit => visit.HouseholdId == household.Id) || (household.DecileCode >= from && !worse.Any(visit => visit.HouseholdId == household.Id)))
            && !Standing(db).Any(one => one.HouseholdId == household.Id && ((one.Kind != GraduationKind.NotYet && one.RelapsedOn == null) || (one.Kind == GraduationKind.NotYet && one.Until > today)))
            && !db.Graduations.Any(one => one.HouseholdId == household.Id && latest.Any(visit => visit.HouseholdId == household.Id && visit.VisitedOn <= one.RelapsedOn)));
    }

    /// <summary>Watched families of which something that became known since says that they may have fallen back, as far as nobody has weighed it.</summary>
    public static IQueryable<Graduation> Suspected(PortalDbContext db, DateOnly today) =>
        from one in Watched(db, today)
        join household in db.Households on one.HouseholdId equals household.Id
        from rule in db.GraduationRules.Where(rule => !db.GraduationRules.Any(later => later.Number > rule.Number))
        let since = one.KeptAt ?? one.At
        let found = db.Visits.Where(visit => visit.HouseholdId == one.HouseholdId && visit.Status == VisitStatus.Approved && visit.VisitedOn != null && visit.DecidedAt > since).OrderByDescending(visit => visit.Number).Select(visit => visit.Eligibility).FirstOrDefault()
        where found == Eligibility.ExtremelyPoor || found == Eligibility.Poor
            || (household.Needs & rule.Terms.Without & ~one.Needs) != 0
            || (household.DecileCode > 0 && household.DecileCode < rule.Terms.FromDecile && (one.DecileCode == null || one.DecileCode == 0 || one.DecileCode > household.DecileCode))
        select one;

    /// <summary>What is known of a family, as the rule judges it; visits on or before the day are left out.</summary>
    public static async Task<GraduationFacts> FactsAsync(PortalDbContext db, Household household, DateOnly? after, CancellationToken ct) =>
        new(household.DecileCode, await db.Visits.AsNoTracking().Where(visit => visit.HouseholdId == household.Id && visit.Status == VisitStatus.Approved && visit.VisitedOn != null && (after == null || visit.VisitedOn > after))
            .OrderByDescending(visit => visit.Number).Select(visit => new VisitFinding(visit.VisitedOn!.Value, visit.Eligibility, visit.Reason)).ToListAsync(ct), household.NeedProfile);
}
