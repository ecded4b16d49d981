using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>
/// Programs of the OPD and what they gave, each to the needs that are its duty. The recipients of BLT Dana Desa come as the file of their OPD
/// (<see cref="DemoRecipients"/>).
/// </summary>
internal sealed class DemoAid(DemoStage stage, DemoStory story, int seed, DateOnly today)
{
    private readonly Random _random = new(seed + 2);

    public async Task MakeAsync(CancellationToken ct)
    {
        foreach (var program in story.Programs.Where(program => program.Terms.FundSource is not FundSource.DanaDesa || !story.Office.IsCity))
            await stage.AsAsync(program.Email + DemoAccounts.Domain, Permission.RecordInterventions, IndonesianZone.Of(story.Office).StartOf(today.AddDays(-5)).AddHours(11), services => MakeAsync(services, program with { Terms = program.Terms with { Year = today.Year } }, ct), ct);
    }

    private async Task MakeAsync(IServiceProvider services, DemoProgram plan, CancellationToken ct)
    {
        var (db, opdId) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>().OpdOf(Permission.RecordInterventions)!.Value);
        if (await db.AidPrograms.AnyAsync(p => p.Name == plan.Terms.Name, ct))
            return;
        var need = plan.Choosing;
        var households = await db.Households.AsNoTracking().Include(h => h.Members)
            .Where(h => (h.Eligibility == Eligibility.ExtremelyPoor || h.Eligibility == Eligibility.Poor) && (need == Need.None || (h.Needs & need) != 0)).OrderBy(h => h.Id).ToListAsync(ct);
        var chosen = households.Where(household => IsMeant(plan, household) && _random.Next(100) < plan.Share).ToList();
        var opened = AidProgram.Open(opdId, plan.Terms with { Ceiling = plan.Terms.Ceiling ?? CeilingFor(plan, chosen.Count) }, officeHasDesa: !story.Office.IsCity, out var program);
        if (program is null)
            throw new InvalidOperationException(opened.Refusal);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync(ct);
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var rules = await db.NeedRulesAsync(today, ct);
        foreach (var household in chosen)
        {
            Intervention.Record(program, household, TermsFor(plan, household, rules), "", today, at, out var intervention);
            if (intervention is not null)
                db.Interventions.Add(intervention);
        }
        await db.SaveChangesAsync(ct);
    }

    private InterventionTerms TermsFor(DemoProgram plan, Household household, NeedRules rules)
    {
        var state = _random.Next(8) switch { 0 => InterventionState.Planned, 1 => InterventionState.InProgress, _ => InterventionState.Delivered };
        var day = state is InterventionState.Delivered ? today.AddDays(-_random.Next(5, 30)) : LaterThisYear(_random.Next(10, 40));
        return new InterventionTerms(state, day, plan.Terms.UnitCost, plan.Goods, null)
        {
            Person = plan.ForHead || plan.Terms.Target is AidTarget.Person ? Receiver(plan, household, rules) : null,
            Period = plan.IsQuarterly ? new AidPeriod(today.Year, Quarter: ((today.Month - 1) / 3) + 1) : null,
            Quantity = plan.Goods is null ? null : 1,
            Unit = plan.Goods is null ? null : plan.Terms.Unit,
            Partner = plan.Terms.Partner,
            Evidence = state is InterventionState.Delivered ? $"BAST {_random.Next(1, 90):000}/{today.Year}" : null,
        };
    }

    private static bool IsMeant(DemoProgram plan, Household household) => plan.Terms.Groups is AidTargetGroup.None
        || TargetGroups.Of(plan.Terms.Groups).SelectMany(TargetGroups.OccupationsOf).Any(occupation => household.Members.Any(member => member.Occupation == occupation));

    // The child out of school or the grown person out of work, by what the rules say of each; the head otherwise.
    private static Person Receiver(DemoProgram plan, Household household, NeedRules rules) =>
        household.Members.FirstOrDefault(m => (rules.RaisedBy(household.NeedHouse, m.NeedMember) & plan.Choosing & ~Need.CivilDocuments) != 0) ?? household.Head;

    // A plan lies in the year of its program.
    private DateOnly LaterThisYear(int days) => today.AddDays(days) is var day && day.Year == today.Year ? day : new DateOnly(today.Year, 12, 31);

    // A tenth more than is bound, rounded up to ten million.
    private static decimal? CeilingFor(DemoProgram plan, int households) =>
        plan.Terms.UnitCost is { } cost ? decimal.Ceiling(cost * (households + 1) * 1.1m / 10_000_000m) * 10_000_000m : null;
}
