using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds.Targets;

/// <summary>Targets of a round in an area, with who visits them until when.</summary>
public sealed record TargetPage(VerificationRound Round, AreaCode Area, TargetFilter Filter, IReadOnlyList<TargetRow> Rows, Paging Paging)
{
    public IReadOnlyDictionary<VerificationState, int> Counts { get; init; } = new Dictionary<VerificationState, int>();

    /// <summary>Who may visit here; empty where the reader does not assign.</summary>
    public IReadOnlyList<Choice> Enumerators { get; init; } = [];

    /// <summary>The RT with targets that can be assigned, each with how many.</summary>
    public IReadOnlyList<Choice> Neighbourhoods { get; init; } = [];

    /// <summary>The reader may take households out of the round.</summary>
    public bool MayCancel { get; init; }

    /// <summary>What heads of RT and RW say of the households on this page.</summary>
    public ILookup<long, HintLine> Hints { get; init; } = Array.Empty<HintLine>().ToLookup(hint => 0L);

    public AssignForm Form { get; init; } = new();

    public string Path => $"/verval/{Round.PublicId}/sasaran";

    public static async Task<TargetPage> ForAsync(PortalDbContext db, AreaDirectory areas, ActingUser user, VerificationRound round, AreaCode area, TargetFilter filter, DateOnly today, CancellationToken ct)
    {
        var chosen = filter.Of(db, round, area, today).AsNoTracking();
        var paging = Paging.Of(filter.Page, await chosen.CountAsync(ct));
        var rows = await (from target in chosen
                          join household in db.Households on target.HouseholdId equals household.Id
                          orderby target.AreaCode, household.HeadName, target.Id
                          select new TargetRow(target.PublicId, household.PublicId, household.HeadName, target.AreaCode, household.Address, target.State, target.DueOn,
                              db.Users.Where(u => u.Id == target.EnumeratorId).Select(u => u.FullName).FirstOrDefault(), target.ReturnNote, target.IsWithVillage, target.Exclusion)
                          {
                              HouseholdKey = household.Id,
                          })
            .Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        var counts = await (filter with { State = null }).Of(db, round, area, today).GroupBy(target => target.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var mayAssign = round.State is not RoundState.Finished && user.Can(Permission.AssignTargets);
        return new TargetPage(round, area, filter with { Page = paging.Page }, rows, paging)
        {
            Counts = counts,
            Hints = await HintLine.OfAsync(db, [.. rows.Select(row => row.HouseholdKey)], ct),
            MayCancel = round.State is not RoundState.Finished && user.Can(Permission.ManageRounds),
            Enumerators = mayAssign ? [.. (await VillageEnumerators.OfAsync(db, area.AtLevel(AreaLevel.Village), today, ct)).Select(user => new Choice(user.PublicId.ToString(), user.FullName))] : [],
            Neighbourhoods = mayAssign ? await NeighbourhoodsAsync(db, areas, round, area, ct) : [],
        };
    }

    private static async Task<IReadOnlyList<Choice>> NeighbourhoodsAsync(PortalDbContext db, AreaDirectory areas, VerificationRound round, AreaCode area, CancellationToken ct)
    {
        var open = await db.RoundTargets.In(area).Where(target => target.RoundId == round.Id && target.State == VerificationState.NotVisited)
            .GroupBy(target => target.AreaCode).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return [.. open.OrderBy(rt => rt.Key, StringComparer.Ordinal).Select(rt => new Choice(rt.Key, $"{NameOf(areas, AreaCode.Parse(rt.Key))} ({rt.Count} KK)"))];
    }

    private static string NameOf(AreaDirectory areas, AreaCode area) =>
        $"{(area.Rt is null ? "RT belum diketahui" : $"RT {area.Rt}{(area.Rw is { } rw ? $", RW {rw}" : "")}")}, {areas.NameOf(area.AtLevel(AreaLevel.Village))}";
}

public sealed record TargetRow(Guid Id, Guid HouseholdId, string HeadName, string AreaCode, string Address, VerificationState State, DateOnly? DueOn, string? Enumerator, string? ReturnNote,
    bool IsWithVillage, Exclusion? Exclusion)
{
    public long HouseholdKey { get; init; }
}

/// <summary>Who visits which targets until when: those of an RT, or the marked ones.</summary>
public sealed record AssignForm
{
    public List<Guid> Ids { get; set; } = [];

    /// <summary>Stored code of an RT, all of whose targets are meant.</summary>
    public string? Neighbourhood { get; set; }

    /// <summary>Account of the enumerator; empty lets anybody of the village.</summary>
    public Guid? Enumerator { get; set; }

    public DateOnly? DueOn { get; set; }
}
