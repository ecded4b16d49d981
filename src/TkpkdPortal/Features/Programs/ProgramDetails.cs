using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Programs;

/// <summary>One program: its terms, what became of its aid state by state and kecamatan by kecamatan, and whom it helps, in the own area.</summary>
public sealed record ProgramDetails(ProgramRow Program, AidProgram Terms, IReadOnlyList<RecipientLine> Recipients, Paging Paging)
{
    public InterventionState? State { get; init; }

    public required IReadOnlyList<StateFigure> States { get; init; }

    public required IReadOnlyList<DistrictFigure> Districts { get; init; }

    /// <summary>What meetings decided about it, for whoever follows decisions.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    /// <summary>Records that are neither delivered nor dropped: they keep the program open.</summary>
    public int OpenPlans => States.Where(figure => figure.State.IsPlan()).Sum(figure => figure.Records);

    public static async Task<ProgramDetails?> ForAsync(PortalDbContext db, Guid id, InterventionState? state, int? page, CancellationToken ct)
    {
        if (await db.AidPrograms.AsNoTracking().SingleOrDefaultAsync(p => p.PublicId == id, ct) is not { } terms)
            return null;
        var aid = db.Interventions.AsNoTracking().Where(i => i.ProgramId == terms.Id);
        var chosen = state is { } wanted ? aid.Where(i => i.State == wanted) : aid;
        var recipients = from one in chosen
                         join household in db.Households on one.HouseholdId equals household.Id
                         orderby one.On descending, one.Id descending
                         select new RecipientLine(one.PublicId, household.PublicId, household.HeadName, db.Persons.Where(p => p.Id == one.PersonId).Select(p => p.Name).FirstOrDefault(),
                             one.AreaCode, one.On, one.Amount, one.Goods, one.State);
        var paging = Paging.Of(page, await recipients.CountAsync(ct));
        return new ProgramDetails(await ProgramRow.From(db, db.AidPrograms.Where(p => p.PublicId == id)).SingleAsync(ct), terms,
            await recipients.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging)
        {
            State = state,
            States = await StatesAsync(aid, ct),
            Districts = await DistrictsAsync(aid, ct),
            Decisions = await DecisionLines.ReadAsync(db, DecisionLines.OfProgram(db, terms.Id), ct),
        };
    }

    private static async Task<IReadOnlyList<StateFigure>> StatesAsync(IQueryable<Intervention> aid, CancellationToken ct) => await aid.GroupBy(i => i.State).OrderBy(g => g.Key)
        .Select(g => new StateFigure(g.Key, g.Count(), g.Select(i => i.HouseholdId).Distinct().Count(), g.Where(i => i.PersonId != null).Select(i => i.PersonId).Distinct().Count(), g.Sum(i => i.Amount) ?? 0m))
        .ToListAsync(ct);

    private static async Task<IReadOnlyList<DistrictFigure>> DistrictsAsync(IQueryable<Intervention> aid, CancellationToken ct)
    {
        var length = AreaCode.LengthAt(AreaLevel.District);
        return await aid.Where(i => i.State == InterventionState.Delivered || i.State == InterventionState.Verified).GroupBy(i => i.AreaCode.Substring(0, length)).OrderBy(g => g.Key)
            .Select(g => new DistrictFigure(g.Key, g.Select(i => i.HouseholdId).Distinct().Count(), g.Where(i => i.PersonId != null).Select(i => i.PersonId).Distinct().Count(), g.Sum(i => i.Amount) ?? 0m))
            .ToListAsync(ct);
    }
}

/// <summary>Records in one state, the families (KK) and the named members (orang) they are for, and their money.</summary>
public sealed record StateFigure(InterventionState State, int Records, int Households, int Persons, decimal Amount);

/// <summary>What has arrived in one kecamatan.</summary>
public sealed record DistrictFigure(string AreaCode, int Households, int Persons, decimal Amount);

public sealed record RecipientLine(Guid Id, Guid HouseholdId, string HeadName, string? Member, string AreaCode, DateOnly On, decimal? Amount, string? Goods, InterventionState State);
