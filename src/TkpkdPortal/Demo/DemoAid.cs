using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>Programs of five OPD and what they gave; some families are reached by two food programs at once, as it happens.</summary>
internal sealed class DemoAid(DemoStage stage, DemoStory story, int seed, DateOnly today)
{
    private readonly Random _random = new(seed + 2);

    public async Task MakeAsync(CancellationToken ct)
    {
        foreach (var plan in Plans().Where(plan => plan.Fund is not FundSource.DanaDesa || !story.Office.IsCity))
            await stage.AsAsync(plan.Email, Permission.RecordInterventions, IndonesianZone.Of(story.Office).StartOf(today.AddDays(-5)).AddHours(11), services => MakeAsync(services, plan, ct), ct);
    }

    private static IEnumerable<Plan> Plans() =>
    [
        new("dinsos" + DemoAccounts.Domain, "Bantuan pangan daerah", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, Need.None, 200_000m, null, 45),
        new("dpmd" + DemoAccounts.Domain, "BLT Dana Desa", AidStrategy.ReduceExpenses, FundSource.DanaDesa, Need.None, 300_000m, null, 30),
        new("opd" + DemoAccounts.Domain, "Pelatihan kerja dan alat usaha", AidStrategy.RaiseIncome, FundSource.RegionalApbd, Need.Work, null, "Pelatihan las 20 hari dan 1 paket alat", 30),
        new("disperkim" + DemoAccounts.Domain, "Rehabilitasi rumah tidak layak huni", AidStrategy.ReducePockets, FundSource.ProvincialApbd, Need.DecentHouse, 20_000_000m, null, 60),
        new("dpupr" + DemoAccounts.Domain, "Sambungan air minum", AidStrategy.ReducePockets, FundSource.Dak, Need.DrinkingWater, null, "1 sambungan rumah", 25),
    ];

    private async Task MakeAsync(IServiceProvider services, Plan plan, CancellationToken ct)
    {
        var (db, opdId) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>().OpdOf(Permission.RecordInterventions)!.Value);
        if (await db.AidPrograms.AnyAsync(p => p.Name == plan.Name, ct))
            return;
        var program = new AidProgram(plan.Name, opdId, plan.Strategy, plan.Fund, today.Year);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync(ct);
        var (need, at) = (plan.Need, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var households = await db.Households.AsNoTracking().Where(h => (h.Eligibility == Eligibility.ExtremelyPoor || h.Eligibility == Eligibility.Poor) && (need == Need.None || (h.Needs & need) != 0))
            .OrderBy(h => h.Id).ToListAsync(ct);
        foreach (var household in households.Where(_ => _random.Next(100) < plan.Share))
        {
            var terms = _random.Next(4) == 0
                ? new InterventionTerms(InterventionState.Planned, today.AddDays(_random.Next(10, 40)), plan.Amount, plan.Goods, null)
                : new InterventionTerms(InterventionState.Delivered, today.AddDays(-_random.Next(5, 30)), plan.Amount, plan.Goods, null);
            Intervention.Record(program, household, terms, "", today, at, out var intervention);
            if (intervention is not null)
                db.Interventions.Add(intervention);
        }
        await db.SaveChangesAsync(ct);
    }

    private sealed record Plan(string Email, string Name, AidStrategy Strategy, FundSource Fund, Need Need, decimal? Amount, string? Goods, int Share);
}
