using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Duties;

/// <summary>What one OPD has answered of its duty, as far as nobody has planned aid.</summary>
public sealed record OpdAnswers(Guid Id, string Name, Need Duty, int Unanswered, int Accepted, int Overdue, int Refused);

/// <summary>What nobody takes, over all OPDs: need by need of each household, with who refused it and since when it is known.</summary>
public sealed record UnownedList(DutyAsk Ask, AreaCode Area, ListAsk ListAsk)
{
    private const int PageSize = 50;

    public IReadOnlyList<AreaCode> SubAreas { get; init; } = [];

    public IReadOnlyList<OpdAnswers> Opds { get; init; } = [];

    /// <summary>How many of each need nobody takes, in KK.</summary>
    public IReadOnlyDictionary<Need, int> Needs { get; init; } = new Dictionary<Need, int>();

    public IReadOnlyList<DutyLine> Lines { get; init; } = [];

    public IReadOnlyDictionary<(long Household, Need Need), IReadOnlyList<string>> Said { get; init; } = new Dictionary<(long, Need), IReadOnlyList<string>>();

    public Paging Paging { get; init; } = Paging.Of(null, 0);

    public NeedAge Age { get; init; } = new();

    public ListTools Tools => new(DutyAsk.Path, ListAsk, "Cari nama kepala keluarga", ("register", "Urutan register")) { Kept = Ask.Kept };

    public static async Task<UnownedList> ForAsync(PortalDbContext db, NeedTallies tallies, DutyAsk ask, AreaCode area, ListAsk list, DateOnly today, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Duty != Need.None).OrderBy(opd => opd.Name).Select(opd => new { opd.Id, opd.PublicId, opd.Name, opd.Duty }).ToListAsync(ct);
        var standing = await DutyLines.Standing(db, db.Households.In(area), today.Year)
            .Select(answer => new Said(answer.HouseholdId, answer.OpdId, answer.Need, answer.Verdict, answer.Verdict == DutyVerdict.Accepted && answer.DueOn < today)).ToListAsync(ct);
        var nobody = new NeedTally();
        foreach (var village in (await tallies.OfAsync(today.Year, area, ct)).Values)
            nobody.Add(village);
        var taken = standing.Where(said => said.Verdict is DutyVerdict.Accepted).Select(said => (said.Household, said.Need)).Distinct().CountBy(one => one.Need).ToDictionary();
        var wanted = (ask.Need is { } need and not Need.None ? need : (Need)~0) & (opds.Find(opd => opd.PublicId == ask.Opd)?.Duty ?? (Need)~0);
        var needs = NeedWords.Of((Need)~0).ToDictionary(one => one, one => nobody.Of(one, NeedAid.Nobody) - taken.GetValueOrDefault(one));
        var lines = Chosen(db, ask, area, list, wanted, today.Year);
        // Counted from the households only where the tallies cannot tell.
        var total = list.IsSearch || ask.State is not null || ask.Household is not null ? await lines.CountAsync(ct) : NeedWords.Of(wanted).Sum(one => needs[one]);
        var paging = list.Paging(total, PageSize);
        var shown = await lines.OrderBy(line => line.HouseholdId).ThenBy(line => line.Bit).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        var households = shown.Select(line => line.HouseholdId).Distinct().ToList();
        return new UnownedList(ask, area, list)
        {
            Opds = [.. opds.Select(opd => Count(opd.PublicId, opd.Name, opd.Duty, nobody, standing.FindAll(said => said.Opd == opd.Id)))],
            Needs = needs,
            Lines = shown,
            Paging = paging,
            Said = await SaidAsync(db, households, ct),
            Age = await NeedAge.OfAsync(db, households, ct),
        };
    }

    private static IQueryable<DutyLine> Chosen(PortalDbContext db, DutyAsk ask, AreaCode area, ListAsk list, Need wanted, int year)
    {
        var households = DutyList.Households(db, ask, area, list);
        if (ask.State is not DutyState.Refused)
            return DutyLines.Unowned(db, households, wanted, year);
        return from answer in DutyLines.RefusedByAll(db, households, year)
               where (answer.Need & wanted) != 0
               join household in db.Households on answer.HouseholdId equals household.Id
               select new DutyLine { HouseholdId = household.Id, Household = household.PublicId, HeadName = household.HeadName, AreaCode = household.AreaCode, DecileCode = household.DecileCode, Bit = (int)answer.Need, State = DutyState.Refused };
    }

    private static OpdAnswers Count(Guid id, string name, Need duty, NeedTally nobody, List<Said> said)
    {
        var own = said.FindAll(one => (one.Need & duty) != 0);
        return new OpdAnswers(id, name, duty, NeedWords.Of(duty).Sum(need => nobody.Of(need, NeedAid.Nobody)) - own.Count,
            said.Count(one => one.Verdict is DutyVerdict.Accepted && !one.IsOverdue), said.Count(one => one.IsOverdue), said.Count(one => one.Verdict is DutyVerdict.Refused));
    }

    private static async Task<IReadOnlyDictionary<(long, Need), IReadOnlyList<string>>> SaidAsync(PortalDbContext db, List<long> households, CancellationToken ct) =>
        (await (from answer in db.DutyAnswers.AsNoTracking()
                join opd in db.Opds on answer.OpdId equals opd.Id
                where households.Contains(answer.HouseholdId) && answer.IsInForce && answer.Verdict == DutyVerdict.Refused
                orderby answer.At
                select new { answer.HouseholdId, answer.Need, opd.ShortName, answer.Reason }).ToListAsync(ct))
        .GroupBy(said => (said.HouseholdId, said.Need)).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(said => $"{said.ShortName}: {said.Reason}")]);
}

/// <summary>An answer that stands, as it is counted.</summary>
internal sealed record Said(long Household, long Opd, Need Need, DutyVerdict Verdict, bool IsOverdue);
