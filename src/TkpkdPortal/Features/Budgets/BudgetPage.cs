using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Budgets;

/// <summary>What the pages of budgets share: the year, the area with its parts, and the years that there are.</summary>
public sealed record BudgetPlace(BudgetAsk Ask, int Year, AreaCode Area, bool IsWholeOffice)
{
    public IReadOnlyList<AreaCode> SubAreas { get; init; } = [];

    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Desa of the reader's own; there is none in a city.</summary>
    public int Desa { get; init; }

    public static async Task<BudgetPlace> ForAsync(PortalDbContext db, AreaDirectory areas, BudgetAsk ask, AreaCode area, AreaCode office, int thisYear, CancellationToken ct)
    {
        var year = ask.Year ?? thisYear;
        return new BudgetPlace(ask, year, area, area.Contains(office) && db.Scope.Covers(office.Stored))
        {
            SubAreas = [.. area.Level < AreaLevel.Village ? areas.Children(area).Where(child => db.Scope.Covers(child.Stored)) : []],
            Years = [.. (await db.AidPrograms.AsNoTracking().Select(program => program.Year).Distinct().ToListAsync(ct)).Append(thisYear).Append(year).Distinct().OrderDescending()],
            Desa = DanaDesaFigures.DesaOf(db, areas, area).Count(),
        };
    }
}

/// <summary>Budget and realisation of a year, line by line, with the target groups of its programs.</summary>
public sealed record BudgetPage(BudgetPlace Place, BudgetSplit Split, BudgetFigures Figures, IReadOnlyList<BudgetLine> Rows, Paging Paging)
{
    public IReadOnlyList<Choice> Opds { get; init; } = [];

    public IReadOnlyList<TargetGroupLine> Groups { get; init; } = [];

    /// <summary>The reader sees the programs of the own OPD alone.</summary>
    public bool IsDutyBound { get; init; }

    public static async Task<BudgetPage> ForAsync(PortalDbContext db, AreaDirectory areas, CountCache counts, BudgetPlace place, BudgetSplit split, CancellationToken ct)
    {
        var question = new BudgetQuestion(place.Area, place.Year, split, place.IsWholeOffice) { FundSource = place.Ask.FundSource, Opd = place.Ask.Opd };
        var figures = await counts.GetAsync(question, () => BudgetFigures.OfAsync(db, areas, question, ct), ct);
        var paging = Paging.Of(place.Ask.Page, figures.Lines.Count);
        var (isDutyBound, ownOpd) = (db.Scope.IsDutyBound, db.Scope.OpdId);
        return new BudgetPage(place, split, figures, [.. figures.Lines.Skip(paging.Skip).Take(paging.PageSize)], paging)
        {
            Opds = await db.Opds.Where(o => db.AidPrograms.Any(p => p.OpdId == o.Id) && (!isDutyBound || o.Id == ownOpd)).OrderBy(o => o.Name).Select(o => new Choice(o.PublicId.ToString(), o.Name, null)).ToListAsync(ct),
            Groups = await counts.GetAsync(("kelompok sasaran", question with { Split = BudgetSplit.ByProgram }), () => TargetGroupFigures.OfAsync(db, question, ct), ct),
            IsDutyBound = isDutyBound,
        };
    }
}

/// <summary>The desa of an area, those whose poorest have no plan first.</summary>
public sealed record DanaDesaPage(BudgetPlace Place, IReadOnlyList<DanaDesaLine> Lines, IReadOnlyList<DanaDesaLine> Rows, Paging Paging)
{
    /// <summary>Programs of the year with this money that the reader sees; whoever is bound by duty sees the own alone.</summary>
    public int Programs { get; init; }

    public bool IsDutyBound { get; init; }

    /// <summary>An OPD without such a program would see every desa without a plan, which is not so.</summary>
    public bool IsAnothers => IsDutyBound && Programs == 0;

    public IReadOnlyList<DanaDesaLine> WithoutPlan => [.. Lines.Where(line => line.IsWithoutPlan)];

    public static async Task<DanaDesaPage> ForAsync(PortalDbContext db, AreaDirectory areas, CountCache counts, BudgetPlace place, CancellationToken ct)
    {
        var question = new BudgetQuestion(place.Area, place.Year, BudgetSplit.ByVillage, place.IsWholeOffice) { FundSource = Domain.Assistance.FundSource.DanaDesa };
        var lines = await counts.GetAsync(("dana desa", question), () => DanaDesaFigures.OfAsync(db, areas, place.Area, place.Year, ct), ct);
        var paging = Paging.Of(place.Ask.Page, lines.Count);
        return new DanaDesaPage(place, lines, [.. lines.Skip(paging.Skip).Take(paging.PageSize)], paging)
        {
            Programs = await question.CountProgramsAsync(db, ct),
            IsDutyBound = db.Scope.IsDutyBound,
        };
    }
}
