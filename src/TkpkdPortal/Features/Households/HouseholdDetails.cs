using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Rounds;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households;

/// <summary>One household as its page shows it, today or as it was known at the end of a day.</summary>
public sealed record HouseholdDetails(HouseholdFacts Facts, IReadOnlyList<PersonFacts> Members)
{
    public Guid Id => Facts.PublicId;

    /// <summary>The past day that is shown; null for today.</summary>
    public DateOnly? AsOf { get; init; }

    public required DateOnly AgeOn { get; init; }

    public required IReadOnlyList<ListStatement> Lists { get; init; }

    /// <summary>What somebody has decided where sources differ, as it was in force.</summary>
    public IReadOnlyList<FieldDecisionLine> Decisions { get; init; } = [];

    public required IReadOnlyList<AidLine> Aid { get; init; }

    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>What heads of RT and RW say of it in a round that is open.</summary>
    public IReadOnlyList<HintLine> Hints { get; init; } = [];

    /// <summary>A village has agreed on it in a round that is open, and no decree names it: objections to that are recorded from here.</summary>
    public bool MayBeObjected { get; init; }

    public VisitLine? LatestVisit { get; init; }

    /// <summary>Each need with the facts that raise it, and what the next visit asks; null where no rules held yet, and of a closed household.</summary>
    public HouseholdNeeds? Needs { get; init; }

    /// <summary>What is still missing today; nothing is asked of a past day or a closed household.</summary>
    public IReadOnlyList<MissingLine> Missing => AsOf is null && Facts.Closure is null ? Completeness.Of(Facts, Members) : [];

    /// <summary>The offer of this household to another village that waits for an answer.</summary>
    public OpenOffer? HandOver { get; init; }

    /// <summary>The open case of the household; whoever goes from house to house sees it as its companion.</summary>
    public OpenCase? OpenCase { get; init; }

    /// <summary>What was decided last about leaving the target list; null where nothing was.</summary>
    public Graduation? Graduation { get; init; }

    /// <summary>The proposal with which the household came into the register; null for one of a list.</summary>
    public HouseholdOrigin? Proposed { get; init; }

    /// <summary>The record that this one went into, where that is seen.</summary>
    public Guid? MergedInto { get; init; }

    public static async Task<HouseholdDetails?> ForAsync(PortalDbContext db, OfficeClock clock, Guid id, DateOnly? per, CancellationToken ct)
    {
        // Who may see the household is decided by where it lies now; what it said in the past may have lain elsewhere.
        var current = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => h.PublicId == id).Select(h => new { h.Id }).SingleOrDefaultAsync(ct);
        if (current is null)
            return null;
        DateOnly? day = per is { } asked && asked < clock.Today ? asked : null;
        var at = day is { } past ? clock.EndOf(past) : clock.UtcNow;
        var facts = await HouseholdAsOf.FactsAsync(db, current.Id, at, ct);
        if (facts is null)
            return null;
        var members = await HouseholdAsOf.MembersAsync(db, current.Id, at, ct);
        var lists = await ListStatement.OfAsync(db, current.Id, at, ct);
        return new HouseholdDetails(facts, members)
        {
            Needs = await HouseholdNeeds.OfAsync(db, current.Id, facts, members, lists, day ?? clock.Today, at, ct),
            AsOf = day,
            AgeOn = day ?? clock.Today,
            Lists = lists,
            Decisions = await FieldDecisionLine.OfAsync(db, current.Id, at, ct),
            Aid = await AidLine.OfAsync(db, current.Id, at, ct),
            History = await HistoryLine.OfAsync(db, current.Id, at, ct),
            LatestVisit = await VisitLine.LatestAsync(db, current.Id, at, ct),
            MergedInto = await db.HouseholdMerges.Where(merge => merge.LeavingId == current.Id && merge.UndoneAt == null).Join(db.Households, merge => merge.StayingId, h => h.Id, (merge, h) => (Guid?)h.PublicId).FirstOrDefaultAsync(ct),
            Proposed = await HouseholdOrigin.OfAsync(db, current.Id, ct),
            Hints = day is null ? [.. (await HintLine.OfAsync(db, [current.Id], ct))[current.Id]] : [],
            MayBeObjected = day is null && await db.RoundTargets.AnyAsync(t => t.HouseholdId == current.Id && (t.State == VerificationState.AgreedInDeliberation || t.State == VerificationState.VerifiedByDistrict
                || t.State == VerificationState.Validated || t.State == VerificationState.Excluded) && db.Rounds.Any(r => r.Id == t.RoundId && r.State != RoundState.Preparation && r.State != RoundState.Finished), ct),
            OpenCase = day is null ? await db.Cases.Where(one => one.HouseholdId == current.Id && one.Ending == null).Select(one => new OpenCase(one.PublicId, one.CompanionId)).SingleOrDefaultAsync(ct) : null,
            Graduation = day is null ? await db.Graduations.AsNoTracking().Where(one => one.HouseholdId == current.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(ct) : null,
            HandOver = day is null ? await OpenOffer.OfAsync(db, current.Id, ct) : null,
        };
    }
}

/// <summary>A decision between two sources as the household's page mentions it.</summary>
public sealed record FieldDecisionLine(Guid Id, HouseholdField Field, string Value, SourceList? By, string Reason, string User, DateTime At)
{
    public static async Task<IReadOnlyList<FieldDecisionLine>> OfAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct) =>
        [.. (await db.FieldDecisions.AsNoTracking().Where(decision => decision.HouseholdId == householdId && decision.At <= at && (decision.WithdrawnAt == null || decision.WithdrawnAt > at))
            .Join(db.Users, decision => decision.UserId, user => user.Id, (decision, user) => new { decision, user.FullName }).OrderBy(one => one.decision.Id).ToListAsync(ct))
            .Select(one => new FieldDecisionLine(one.decision.PublicId, one.decision.Field, one.decision.Value, one.decision.ChosenList, one.decision.Reason, one.FullName, one.decision.At))];
}

/// <summary>How a household that is on no list came in, as its page mentions it.</summary>
public sealed record HouseholdOrigin(Guid Id, DateTime ProposedAt, string Round)
{
    public static Task<HouseholdOrigin?> OfAsync(PortalDbContext db, long householdId, CancellationToken ct) => db.Proposals.AsNoTracking().Where(p => p.HouseholdId == householdId)
        .Select(p => new HouseholdOrigin(p.PublicId, p.ProposedAt, db.Rounds.Where(r => r.Id == p.RoundId).Select(r => r.Name).First())).FirstOrDefaultAsync(ct);
}

/// <summary>An open case as the household's page mentions it.</summary>
public sealed record OpenCase(Guid Id, long? CompanionId);

/// <summary>An offer of a household as its page mentions it.</summary>
public sealed record OpenOffer(Guid Id, string ToAreaCode, DateTime OfferedAt)
{
    public static Task<OpenOffer?> OfAsync(PortalDbContext db, long householdId, CancellationToken ct) => db.HandOvers.AsNoTracking()
        .Where(h => h.HouseholdId == householdId && h.State == HandOverState.Offered).Select(h => new OpenOffer(h.PublicId, h.ToAreaCode, h.OfferedAt)).FirstOrDefaultAsync(ct);
}

/// <summary>The latest visit of a household as its page mentions it.</summary>
public sealed record VisitLine(Guid Id, int Number, VisitStatus Status, DateOnly? VisitedOn, DateTime? DecidedAt, string Enumerator)
{
    public static Task<VisitLine?> LatestAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct) => db.Visits.AsNoTracking()
        .Where(v => v.HouseholdId == householdId && v.CreatedAt <= at).OrderByDescending(v => v.Number)
        .Select(v => new VisitLine(v.PublicId, v.Number, v.FirstSubmittedAt == null || v.FirstSubmittedAt > at ? VisitStatus.Draft : v.DecidedAt > at ? VisitStatus.Submitted : v.Status, v.VisitedOn, v.DecidedAt <= at ? v.DecidedAt : null,
            db.Users.Where(u => u.Id == v.EnumeratorId).Select(u => u.FullName).First())).FirstOrDefaultAsync(ct);
}
