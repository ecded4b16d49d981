using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Graduations;

/// <summary>A family as the lists of graduation show it, with the decision that stands.</summary>
public sealed record GraduationRow
{
    public required Guid Household { get; init; }

    public required long HouseholdId { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public byte? DecileCode { get; init; }

    public Graduation? Standing { get; init; }
}

/// <summary>Families that the rule proposes, those that are watched, and those that may have fallen back.</summary>
public sealed record GraduationList(string? Show, ListAsk ListAsk, GraduationRule Rule, IReadOnlyList<GraduationRow> Rows, Paging Paging)
{
    public const string Path = "/graduasi", Watch = "pantau", Relapse = "kambuh";

    private const int PageSize = 50;

    public int Proposed { get; init; }

    public int Watched { get; init; }

    public int Suspected { get; init; }

    public ListTools Tools => new(Path, ListAsk, "Cari nama kepala keluarga", ("register", "Urutan register")) { Kept = [("tampil", Show)] };

    public static async Task<GraduationList> ForAsync(PortalDbContext db, string? show, ListAsk list, DateOnly today, CancellationToken ct)
    {
        var rule = await GraduationLines.RuleAsync(db, ct);
        var (proposed, watched, suspected) = (GraduationLines.Candidates(db, rule.Terms, today), GraduationLines.Watched(db, today), GraduationLines.Suspected(db, today));
        var rows = show switch
        {
            Watch => Decided(db, watched),
            Relapse => Decided(db, suspected),
            _ => proposed.AsNoTracking().Select(household => new GraduationRow { Household = household.PublicId, HouseholdId = household.Id, HeadName = household.HeadName, AreaCode = household.AreaCode, DecileCode = household.DecileCode }),
        };
        rows = list.IsSearch ? list.Patterns.Aggregate(rows, (found, word) => found.Where(row => EF.Functions.Like(row.HeadName, word, LikePatterns.Escape))) : rows;
        var paging = list.Paging(await rows.CountAsync(ct), PageSize);
        var shown = await rows.OrderBy(row => row.HouseholdId).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return new GraduationList(show, list, rule, shown, paging) { Proposed = await proposed.CountAsync(ct), Watched = await watched.CountAsync(ct), Suspected = await suspected.CountAsync(ct) };
    }

    private static IQueryable<GraduationRow> Decided(PortalDbContext db, IQueryable<Graduation> decided) =>
        from one in decided.AsNoTracking()
        join household in db.Households on one.HouseholdId equals household.Id
        select new GraduationRow { Household = household.PublicId, HouseholdId = household.Id, HeadName = household.HeadName, AreaCode = household.AreaCode, DecileCode = household.DecileCode, Standing = one };
}

/// <summary>One family before the rule: each condition, what was decided before, and what may be decided now.</summary>
public sealed record GraduationPage(Household Household, GraduationRule Rule, IReadOnlyList<GraduationCondition> Conditions, IReadOnlyList<Graduation> Decisions, IReadOnlyDictionary<long, string> Names)
{
    /// <summary>What says that the family has fallen back; null where nothing does.</summary>
    public string? Suspicion { get; init; }

    public GraduationForm Form { get; init; } = new();

    public RelapseForm Relapse { get; init; } = new();

    public Graduation? Standing => Decisions.Count > 0 ? Decisions[0] : null;

    public bool IsGraduated => Standing is { IsInForce: true };

    public bool IsProposed => Conditions.All(condition => condition.Holds);

    public static async Task<GraduationPage?> ForAsync(PortalDbContext db, Guid household, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(one => one.PublicId == household, ct) is not { } family)
            return null;
        var rule = await GraduationLines.RuleAsync(db, ct);
        var decisions = await db.Graduations.AsNoTracking().Where(one => one.HouseholdId == family.Id).OrderByDescending(one => one.Number).ToListAsync(ct);
        var people = decisions.SelectMany(one => new[] { one.UserId, one.RelapsedById ?? 0 }).Distinct().ToList();
        var standing = decisions.FirstOrDefault();
        var facts = await GraduationLines.FactsAsync(db, family, decisions.Max(one => one.RelapsedOn), ct);
        return new GraduationPage(family, rule, rule.Judge(facts), decisions, await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct))
        {
            Suspicion = standing is { IsInForce: true } ? await SuspicionAsync(db, rule, family, standing, facts, ct) : null,
            Form = new GraduationForm { Number = standing?.Number ?? 0 },
            Relapse = new RelapseForm { Version = standing?.Version ?? 0 },
        };
    }

    // Only what became known after the decision, or after it was last weighed, speaks against it.
    private static async Task<string?> SuspicionAsync(PortalDbContext db, GraduationRule rule, Household family, Graduation standing, GraduationFacts facts, CancellationToken ct)
    {
        var since = standing.KeptAt ?? standing.At;
        var visited = await db.Visits.CountAsync(visit => visit.HouseholdId == family.Id && visit.Status == Domain.Visits.VisitStatus.Approved && visit.VisitedOn != null && visit.DecidedAt > since, ct);
        return rule.Relapse(standing.DecileCode, standing.Needs, facts with { Findings = [.. facts.Findings.Take(visited)] });
    }
}

/// <summary>The rule in force, those before it, and how many families it proposes now.</summary>
public sealed record GraduationRulePage(GraduationRule Rule, IReadOnlyList<GraduationRule> Before, int Proposed, IReadOnlyDictionary<long, string> Names, GraduationRuleForm Form)
{
    public static async Task<GraduationRulePage> ForAsync(PortalDbContext db, GraduationRuleForm? form, DateOnly today, CancellationToken ct)
    {
        var rules = await db.GraduationRules.AsNoTracking().OrderByDescending(rule => rule.Number).ToListAsync(ct);
        var people = rules.Select(rule => rule.AdoptedById).OfType<long>().Distinct().ToList();
        return new GraduationRulePage(rules[0], rules[1..], await GraduationLines.Candidates(db, rules[0].Terms, today).CountAsync(ct),
            await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct), form is null ? GraduationRuleForm.Of(rules[0]) : form with { Number = rules[0].Number });
    }
}
