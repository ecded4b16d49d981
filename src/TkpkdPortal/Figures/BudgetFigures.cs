using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Figures;

/// <summary>By what the budgets of a year are told apart.</summary>
public enum BudgetSplit
{
    ByProgram = 1,
    ByVillage = 2,
    ByFundSource = 3,
    ByOpd = 4,
}

/// <summary>Which budgets are asked for. The ceiling of a program is the whole office's, and stands beside what was delivered only where the whole office is looked at.</summary>
public sealed record BudgetQuestion(AreaCode Area, int Year, BudgetSplit Split, bool IsWholeOffice)
{
    public FundSource? FundSource { get; init; }

    public Guid? Opd { get; init; }

    public Task<int> CountProgramsAsync(PortalDbContext db, CancellationToken ct) => Programs(db).CountAsync(ct);

    /// <summary>The programs that are asked for; whoever is bound by duty looks at those of the own OPD alone.</summary>
    internal IQueryable<AidProgram> Programs(PortalDbContext db)
    {
        var (year, source, opd, isDutyBound, ownOpd) = (Year, FundSource, Opd, db.Scope.IsDutyBound, db.Scope.OpdId);
        var programs = db.AidPrograms.AsNoTracking().Where(p => p.Year == year && (!isDutyBound || p.OpdId == ownOpd));
        if (source is not null)
            programs = programs.Where(p => p.FundSource == source);
        return opd is null ? programs : programs.Where(p => db.Opds.Any(o => o.Id == p.OpdId && o.PublicId == opd));
    }
}

/// <summary>
/// Rupiah of a line: what programs may spend, what villages have of it, what is planned and what has arrived. The share is taken over what states a limit alone, so that aid without one does
/// not seem to fill another's.
/// </summary>
public sealed record BudgetMoney(decimal? Ceiling, decimal InVillages, decimal Planned, decimal Delivered)
{
    public decimal Limit { get; init; }

    public decimal DeliveredWithin { get; init; }

    public decimal? Percent => Limit > 0 ? 100m * DeliveredWithin / Limit : null;

    public BudgetMoney Plus(BudgetMoney other) => new(Ceiling is null && other.Ceiling is null ? null : (Ceiling ?? 0m) + (other.Ceiling ?? 0m), InVillages + other.InVillages, Planned + other.Planned, Delivered + other.Delivered)
    {
        Limit = Limit + other.Limit,
        DeliveredWithin = DeliveredWithin + other.DeliveredWithin,
    };
}

/// <summary>One line; each family (KK) counts once in it.</summary>
public sealed record BudgetLine(string Label, string? Note, BudgetMoney Money, int PlannedFamilies, int DeliveredFamilies)
{
    public Guid? Program { get; init; }

    public AreaCode? Village { get; init; }
}

/// <summary>Budget and realisation of a year in an area, as they are now.</summary>
public sealed record BudgetFigures(IReadOnlyList<BudgetLine> Lines, BudgetLine Total)
{
    private static readonly BudgetMoney Nothing = new(null, 0m, 0m, 0m);

    public static async Task<BudgetFigures> OfAsync(PortalDbContext db, AreaDirectory areas, BudgetQuestion question, CancellationToken ct)
    {
        var programs = question.Programs(db);
        var stated = await (from program in programs
                            join opd in db.Opds on program.OpdId equals opd.Id
                            orderby opd.Name, program.Name, program.Id
                            select new Stated(program.Id, program.PublicId, program.Name, program.OpdId, opd.Name, program.FundSource, program.Ceiling)).ToListAsync(ct);
        var length = AreaCode.LengthAt(AreaLevel.Village);
        var pieces = from piece in db.Interventions.AsNoTracking().In(question.Area)
                     join program in programs on piece.ProgramId equals program.Id
                     where piece.State != InterventionState.Cancelled && piece.State != InterventionState.NotDelivered
                     select new Piece
                     {
                         ProgramId = program.Id,
                         OpdId = program.OpdId,
                         FundSource = program.FundSource,
                         Village = piece.AreaCode.Substring(0, length),
                         HouseholdId = piece.HouseholdId,
                         HasArrived = piece.State == InterventionState.Delivered || piece.State == InterventionState.Verified,
                         Amount = piece.Amount ?? 0m,
                     };
        var families = question.Split switch
        {
            BudgetSplit.ByVillage => await FamiliesAsync(pieces.GroupBy(piece => piece.Village), key => key, ct),
            BudgetSplit.ByFundSource => await FamiliesAsync(pieces.GroupBy(piece => piece.FundSource), key => Text((int)key), ct),
            BudgetSplit.ByOpd => await FamiliesAsync(pieces.GroupBy(piece => piece.OpdId), Text, ct),
            _ => await FamiliesAsync(pieces.GroupBy(piece => piece.ProgramId), Text, ct),
        };
        var money = Money(question, stated.ToDictionary(program => program.Id), await CellsAsync(db, question, programs, pieces, ct));
        var lines = KeysOf(question, stated, money.Keys).Select(key => LineOf(question.Split, key, stated, areas) with
        {
            Money = money.GetValueOrDefault(key, Nothing),
            PlannedFamilies = families.GetValueOrDefault(key).Planned,
            DeliveredFamilies = families.GetValueOrDefault(key).Delivered,
        }).ToList();
        // Over all lines a family counts once again.
        var total = new BudgetLine("Semua", null, lines.Aggregate(Nothing, (sum, line) => sum.Plus(line.Money)),
            await pieces.Where(piece => !piece.HasArrived).Select(piece => piece.HouseholdId).Distinct().CountAsync(ct),
            await pieces.Where(piece => piece.HasArrived).Select(piece => piece.HouseholdId).Distinct().CountAsync(ct));
        return new BudgetFigures(lines, total);
    }

    // What one program has in one village: the smallest part of which all lines are made.
    private static async Task<List<Cell>> CellsAsync(PortalDbContext db, BudgetQuestion question, IQueryable<AidProgram> programs, IQueryable<Piece> pieces, CancellationToken ct)
    {
        var cells = new Dictionary<(long, string), Cell>();
        foreach (var aid in await pieces.GroupBy(piece => new { piece.ProgramId, piece.Village }).Select(g => new
        {
            g.Key.ProgramId,
            g.Key.Village,
            Planned = g.Sum(piece => piece.HasArrived ? 0m : piece.Amount),
            Delivered = g.Sum(piece => piece.HasArrived ? piece.Amount : 0m),
        }).ToListAsync(ct))
            cells[(aid.ProgramId, aid.Village)] = new Cell(aid.ProgramId, aid.Village, null, aid.Planned, aid.Delivered);
        foreach (var budget in await db.VillageBudgets.AsNoTracking().In(question.Area).Where(budget => programs.Any(program => program.Id == budget.ProgramId))
            .Select(budget => new { budget.ProgramId, budget.AreaCode, budget.Amount }).ToListAsync(ct))
        {
            var key = (budget.ProgramId, budget.AreaCode);
            cells[key] = (cells.GetValueOrDefault(key) ?? new Cell(budget.ProgramId, budget.AreaCode, null, 0m, 0m)) with { Budget = budget.Amount };
        }
        return [.. cells.Values];
    }

    private static Dictionary<string, BudgetMoney> Money(BudgetQuestion question, Dictionary<long, Stated> stated, List<Cell> cells)
    {
        var money = new Dictionary<string, BudgetMoney>(StringComparer.Ordinal);
        void Add(string key, BudgetMoney part) => money[key] = money.GetValueOrDefault(key, Nothing).Plus(part);
        var isOfCeiling = question.IsWholeOffice && question.Split is not BudgetSplit.ByVillage;
        foreach (var program in stated.Values.Where(_ => question.Split is not BudgetSplit.ByVillage))
        {
            if (question.IsWholeOffice || cells.Exists(cell => cell.ProgramId == program.Id))
                Add(KeyOf(question.Split, program, ""), Nothing with { Ceiling = program.Ceiling, Limit = isOfCeiling ? program.Ceiling ?? 0m : 0m });
        }
        foreach (var cell in cells)
        {
            var hasLimit = isOfCeiling ? stated[cell.ProgramId].Ceiling is not null : cell.Budget is not null;
            Add(KeyOf(question.Split, stated[cell.ProgramId], cell.Village), new BudgetMoney(null, cell.Budget ?? 0m, cell.Planned, cell.Delivered)
            {
                Limit = isOfCeiling ? 0m : cell.Budget ?? 0m,
                DeliveredWithin = hasLimit ? cell.Delivered : 0m,
            });
        }
        return money;
    }

    // In the order of the page: programs as they are sorted, villages by their codes, the others by their words.
    private static IEnumerable<string> KeysOf(BudgetQuestion question, List<Stated> stated, IReadOnlyCollection<string> keys) => question.Split is BudgetSplit.ByVillage
        ? keys.Order(StringComparer.Ordinal)
        : (question.Split is BudgetSplit.ByFundSource ? stated.OrderBy(program => program.FundSource) : stated.AsEnumerable()).Select(program => KeyOf(question.Split, program, "")).Distinct().Where(key => keys.Contains(key));

    private static string KeyOf(BudgetSplit split, Stated program, string village) => split switch
    {
        BudgetSplit.ByVillage => village,
        BudgetSplit.ByFundSource => Text((int)program.FundSource),
        BudgetSplit.ByOpd => Text(program.OpdId),
        _ => Text(program.Id),
    };

    private static BudgetLine LineOf(BudgetSplit split, string key, List<Stated> stated, AreaDirectory areas)
    {
        if (split is BudgetSplit.ByVillage)
            return AreaCode.TryParse(key, out var village) && village.Level is AreaLevel.Village
                ? new BudgetLine(areas.TitleOf(village), areas.NameOf(village.AtLevel(AreaLevel.District)), Nothing, 0, 0) { Village = village }
                : new BudgetLine("Desa atau kelurahan belum diketahui", null, Nothing, 0, 0);
        var program = stated.Find(one => KeyOf(split, one, "") == key)!;
        return split switch
        {
            BudgetSplit.ByFundSource => new BudgetLine(AidWords.FundSources.Label(program.FundSource), null, Nothing, 0, 0),
            BudgetSplit.ByOpd => new BudgetLine(program.Opd, null, Nothing, 0, 0),
            _ => new BudgetLine(program.Name, $"{program.Opd} · {AidWords.FundSources.Label(program.FundSource)}", Nothing, 0, 0) { Program = program.PublicId },
        };
    }

    private static async Task<Dictionary<string, (int Planned, int Delivered)>> FamiliesAsync<TKey>(IQueryable<IGrouping<TKey, Piece>> groups, Func<TKey, string> text, CancellationToken ct) =>
        (await groups.Select(g => new
        {
            g.Key,
            Planned = g.Where(piece => !piece.HasArrived).Select(piece => piece.HouseholdId).Distinct().Count(),
            Delivered = g.Where(piece => piece.HasArrived).Select(piece => piece.HouseholdId).Distinct().Count(),
        }).ToListAsync(ct)).ToDictionary(sum => text(sum.Key), sum => (sum.Planned, sum.Delivered), StringComparer.Ordinal);

    private static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);

    private sealed record Stated(long Id, Guid PublicId, string Name, long OpdId, string Opd, FundSource FundSource, decimal? Ceiling);

    private sealed record Cell(long ProgramId, string Village, decimal? Budget, decimal Planned, decimal Delivered);

    private sealed record Piece
    {
        public long ProgramId { get; init; }

        public long OpdId { get; init; }

        public FundSource FundSource { get; init; }

        public required string Village { get; init; }

        public long HouseholdId { get; init; }

        public bool HasArrived { get; init; }

        public decimal Amount { get; init; }
    }
}
