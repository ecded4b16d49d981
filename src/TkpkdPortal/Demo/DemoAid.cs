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
        foreach (var plan in Plans().Where(plan => plan.Terms.FundSource is not FundSource.DanaDesa || !story.Office.IsCity))
            await stage.AsAsync(plan.Email + DemoAccounts.Domain, Permission.RecordInterventions, IndonesianZone.Of(story.Office).StartOf(today.AddDays(-5)).AddHours(11), services => MakeAsync(services, plan, ct), ct);
    }

    private IEnumerable<Plan> Plans() =>
    [
        new("dinsos", Terms("Bantuan pangan daerah", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, Need.Food, "1.06.05.2.02.0001", "Fasilitasi bantuan sosial kesejahteraan keluarga", 200_000m), 45, null),
        new("dinsos", Terms("PKH", AidStrategy.ReduceExpenses, FundSource.Apbn, Need.Food, null, null, 600_000m), 22, null) { IsQuarterly = true, ForHead = true },
        new("dinsos", Terms("Paket sembako BAZNAS", AidStrategy.ReduceExpenses, FundSource.Baznas, Need.Food, null, null, null) with { Partner = "BAZNAS", Unit = "paket" }, 8, "Paket sembako"),
        new("dpmd", Terms("BLT Dana Desa", AidStrategy.ReduceExpenses, FundSource.DanaDesa, Need.Food, "2.13.02.2.01.0003", "Penyaluran BLT Desa", 900_000m) with { Ceiling = 500_000_000m }, 0, null),
        new("opd", Terms("Pelatihan kerja dan alat usaha", AidStrategy.RaiseIncome, FundSource.RegionalApbd, Need.Work, "2.07.03.2.01.0001", "Pelatihan kerja berdasarkan klaster kompetensi", null) with
            { Target = AidTarget.Person, Unit = "paket" }, 30, "Pelatihan las 20 hari dan alatnya"),
        new("disperkim", Terms("Rehabilitasi rumah tidak layak huni", AidStrategy.ReducePockets, FundSource.ProvincialApbd, Need.DecentHouse, "1.04.03.2.02.0006", "Perbaikan rumah tidak layak huni", 20_000_000m) with
            { Unit = "unit rumah" }, 60, null),
        new("dpupr", Terms("Sambungan air minum", AidStrategy.ReducePockets, FundSource.Dak, Need.DrinkingWater, "1.03.03.2.01.0014", "Pemasangan sambungan rumah", null) with { Unit = "sambungan" }, 25, "Sambungan rumah"),
        new("dpupr", Terms("Jambanisasi", AidStrategy.ReducePockets, FundSource.Csr, Need.Sanitation, null, null, null) with { Partner = "Forum CSR daerah", Unit = "unit" }, 12, "Jamban dan tangki septik"),
    ];

    private ProgramTerms Terms(string name, AidStrategy strategy, FundSource source, Need needs, string? budgetCode, string? budgetName, decimal? unitCost) =>
        new(name, strategy, source, today.Year) { Needs = needs, BudgetCode = budgetCode, BudgetName = budgetName, UnitCost = unitCost };

    private async Task MakeAsync(IServiceProvider services, Plan plan, CancellationToken ct)
    {
        var (db, opdId) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>().OpdOf(Permission.RecordInterventions)!.Value);
        if (await db.AidPrograms.AnyAsync(p => p.Name == plan.Terms.Name, ct))
            return;
        // Food is wanted by every poor family; no list says so of one.
        var need = plan.Terms.Needs is Need.Food ? Need.None : plan.Terms.Needs;
        var households = await db.Households.AsNoTracking().Include(h => h.Members)
            .Where(h => (h.Eligibility == Eligibility.ExtremelyPoor || h.Eligibility == Eligibility.Poor) && (need == Need.None || (h.Needs & need) != 0)).OrderBy(h => h.Id).ToListAsync(ct);
        var chosen = households.Where(_ => _random.Next(100) < plan.Share).ToList();
        var opened = AidProgram.Open(opdId, plan.Terms with { Ceiling = plan.Terms.Ceiling ?? CeilingFor(plan, chosen.Count) }, officeHasDesa: !story.Office.IsCity, out var program);
        if (program is null)
            throw new InvalidOperationException(opened.Refusal);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync(ct);
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var household in chosen)
        {
            Intervention.Record(program, household, TermsFor(plan, household), "", today, at, out var intervention);
            if (intervention is not null)
                db.Interventions.Add(intervention);
        }
        await db.SaveChangesAsync(ct);
    }

    private InterventionTerms TermsFor(Plan plan, Household household)
    {
        var state = _random.Next(8) switch { 0 => InterventionState.Planned, 1 => InterventionState.InProgress, _ => InterventionState.Delivered };
        var day = state is InterventionState.Delivered ? today.AddDays(-_random.Next(5, 30)) : LaterThisYear(_random.Next(10, 40));
        return new InterventionTerms(state, day, plan.Terms.UnitCost, plan.Goods, null)
        {
            Person = plan.ForHead || plan.Terms.Target is AidTarget.Person ? household.Head : null,
            Period = plan.IsQuarterly ? new AidPeriod(today.Year, Quarter: ((today.Month - 1) / 3) + 1) : null,
            Quantity = plan.Goods is null ? null : 1,
            Unit = plan.Goods is null ? null : plan.Terms.Unit,
            Partner = plan.Terms.Partner,
            Evidence = state is InterventionState.Delivered ? $"BAST {_random.Next(1, 90):000}/{today.Year}" : null,
        };
    }

    // A plan lies in the year of its program.
    private DateOnly LaterThisYear(int days) => today.AddDays(days) is var day && day.Year == today.Year ? day : new DateOnly(today.Year, 12, 31);

    // A tenth more than is bound, rounded up to ten million.
    private static decimal? CeilingFor(Plan plan, int households) =>
        plan.Terms.UnitCost is { } cost ? decimal.Ceiling(cost * (households + 1) * 1.1m / 10_000_000m) * 10_000_000m : null;

    private sealed record Plan(string Email, ProgramTerms Terms, int Share, string? Goods)
    {
        public bool IsQuarterly { get; init; }

        /// <summary>Paid to a named person, so that double aid can be told.</summary>
        public bool ForHead { get; init; }
    }
}
