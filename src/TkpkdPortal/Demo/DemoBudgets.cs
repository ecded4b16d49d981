using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>
/// What the desa have of BLT Dana Desa, and whom they plan it for: most have a budget and a few of their poorest on it, some have money and no plan, some have neither. So there is something to
/// find for the rakor on the use of Dana Desa.
/// </summary>
internal sealed class DemoBudgets(DemoStage stage, DemoStory story, DateOnly today)
{
    private const int Recipients = 2, WithoutPlanOneIn = 6, WithoutBudgetOneIn = 12;
    private const decimal Year = 3_600_000m, Month = 300_000m;

    public async Task MakeAsync(CancellationToken ct)
    {
        if (story.Programs.FirstOrDefault(program => program.Terms.FundSource is FundSource.DanaDesa) is { } plan)
            await stage.AsAsync(plan.Email + DemoAccounts.Domain, Permission.RecordInterventions, IndonesianZone.Of(story.Office).StartOf(today.AddDays(-3)).AddHours(13), services => MakeAsync(services, plan, ct), ct);
    }

    private async Task MakeAsync(IServiceProvider services, DemoProgram plan, CancellationToken ct)
    {
        var (db, areas, at) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<AreaDirectory>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (await db.AidPrograms.SingleOrDefaultAsync(p => p.Name == plan.Terms.Name && p.Year == today.Year && !p.IsProposed, ct) is not { } program || await db.VillageBudgets.AnyAsync(ct))
            return;
        var aid = await db.Interventions.AsNoTracking().Where(i => i.ProgramId == program.Id).Select(i => new { i.AreaCode, Amount = i.Amount ?? 0m }).ToListAsync(ct);
        var poorest = (await db.Households.AsNoTracking().Where(h => h.DecileCode == 1).OrderBy(h => h.Id).ToListAsync(ct)).ToLookup(h => AreaCode.Parse(h.AreaCode).AtLevel(AreaLevel.Village));
        var allotted = 0m;
        foreach (var (i, desa) in areas.Villages(story.Office).Where(village => village.VillageKind is VillageKind.Desa).Index())
        {
            var delivered = aid.Where(one => desa.Contains(AreaCode.Parse(one.AreaCode))).Sum(one => one.Amount);
            if (i % WithoutBudgetOneIn == 5 && delivered == 0)
                continue;
            var amount = Math.Max(Year * Recipients, decimal.Ceiling(delivered * 1.25m / Year) * Year);
            DemoStage.Require(VillageBudget.Set(program, new VillageBudgetTerms(desa, areas.TitleOf(desa), amount, $"Perdes APBDes Nomor {(i % 9) + 1} Tahun {today.Year - 1}"), new VillageBudgetUse(allotted, delivered), out var budget));
            db.VillageBudgets.Add(budget!);
            allotted += amount;
            if (i % WithoutPlanOneIn != 2 && delivered == 0)
                db.Interventions.AddRange(poorest[desa].Take(Recipients).Select(household => Planned(program, household, areas.NameOf(desa), at)));
        }
        await db.SaveChangesAsync(ct);
    }

    // For the last month of the year: what the village meeting has agreed on and nobody has paid yet.
    private Intervention Planned(AidProgram program, Household household, string village, DateTime at)
    {
        DemoStage.Require(Intervention.Record(program, household, new InterventionTerms(InterventionState.Planned, new DateOnly(program.Year, 12, 20), Month, null, null) { Period = new AidPeriod(program.Year, Month: 12) }, village, today, at, out var aid));
        return aid!;
    }
}
