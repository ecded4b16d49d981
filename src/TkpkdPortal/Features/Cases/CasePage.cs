using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Cases;

/// <summary>The household of a case as its pages show it.</summary>
public sealed record CaseFamily
{
    public required long HouseholdId { get; init; }

    public required Guid Id { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public string Address { get; init; } = "";

    public byte? DecileCode { get; init; }

    public Need Needs { get; init; }

    public Closure? Closure { get; init; }

    public static IQueryable<CaseFamily> Of(IQueryable<Household> households) => households.AsNoTracking().Select(household => new CaseFamily
    {
        HouseholdId = household.Id,
        Id = household.PublicId,
        HeadName = household.HeadName,
        AreaCode = household.AreaCode,
        Address = household.Address,
        DecileCode = household.DecileCode,
        Needs = household.Needs,
        Closure = household.Closure,
    });
}

/// <summary>A referral about the household, as its case mentions it.</summary>
public sealed record CaseReferral(Guid Id, string From, string To, Referral Referral);

/// <summary>Who may own a case or go to the family, and which OPDs a step may be given to.</summary>
public sealed record CaseChoices(IReadOnlyList<Choice> Owners, IReadOnlyList<Choice> Companions, IReadOnlyList<Choice> Opds)
{
    /// <summary>For whoever chooses nobody.</summary>
    public static CaseChoices None { get; } = new([], [], []);

    public static async Task<CaseChoices> ForAsync(PortalDbContext db, string areaCode, IReadOnlyCollection<long> also, DateOnly today, CancellationToken ct)
    {
        var code = AreaCode.Parse(areaCode);
        // Dinsos holds the whole office, above the reader's own area; who reaches the family is asked below.
        var around = Enum.GetValues<AreaLevel>().Where(level => level <= code.Level).Select(level => code.AtLevel(level).Stored).ToList();
        Role[] roles = [Role.SocialService, Role.VillageHead, Role.Enumerator];
        var held = (await db.Assignments.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(a => roles.Contains(a.Role) && around.Contains(a.AreaCode) && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).ToListAsync(ct))
            .FindAll(a => a.Areas.Any(area => AreaRange.Of(area).Contains(areaCode)));
        var ids = held.Select(a => a.UserId).Concat(also).Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id) && user.DisabledAt == null).OrderBy(user => user.FullName).Select(user => new { user.Id, user.PublicId, user.FullName }).ToListAsync(ct);
        IReadOnlyList<Choice> Holding(Func<Role, bool> fits, long? now) =>
            [.. people.Where(person => person.Id == now || held.Exists(a => a.UserId == person.Id && fits(a.Role))).Select(person => new Choice(person.PublicId.ToString(), person.FullName))];
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Duty != Need.None).OrderBy(opd => opd.Name).Select(opd => new { opd.PublicId, opd.ShortName, opd.Duty }).ToListAsync(ct);
        return new CaseChoices(Holding(role => role is not Role.Enumerator, also.FirstOrDefault()), Holding(role => role is Role.Enumerator, also.Skip(1).FirstOrDefault()),
            [.. opds.Select(opd => new Choice(opd.PublicId.ToString(), $"{opd.ShortName} ({NeedWords.List(opd.Duty)})"))]);
    }
}

/// <summary>A case that is being opened.</summary>
public sealed record CaseDraft(CaseFamily Family, Guid? Standing, CaseChoices Choices, CaseForm Form);

/// <summary>A case with its plan, the family's referrals and, for whoever works on it, the notes of contact.</summary>
public sealed record CasePage(FamilyCase Case, CaseFamily Family, CaseChoices Choices)
{
    /// <summary>A case outlives the household's place in the register: somebody still has to close it.</summary>
    internal static readonly string[] AlsoClosed = [FilterNames.Open];

    public IReadOnlyDictionary<long, string> Names { get; init; } = new Dictionary<long, string>();

    public IReadOnlyDictionary<long, string> Opds { get; init; } = new Dictionary<long, string>();

    public IReadOnlyList<CaseReferral> Referrals { get; init; } = [];

    /// <summary>What meetings decided about it, for whoever follows decisions.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    /// <summary>The reader sees the case by a step of the own OPD alone.</summary>
    public bool IsOfOpd { get; init; }

    public CaseForm Review { get; init; } = new();

    public CaseStepForm Step { get; init; } = new();

    public CaseSettleForm Settle { get; init; } = new();

    public CaseContactForm Contact { get; init; } = new();

    public CaseCloseForm Close { get; init; } = new();

    public bool MayManage { get; init; }

    public bool MayWork { get; init; }

    /// <summary>Open steps that the reader may settle.</summary>
    public IReadOnlyList<CaseStep> Settleable { get; init; } = [];

    /// <summary>The form that was refused and stays open.</summary>
    public string? Refused { get; init; }

    public string NameOf(long? userId) => userId is { } id ? Names.GetValueOrDefault(id, "–") : "–";

    public static async Task<CasePage?> ForAsync(PortalDbContext db, ActingUser user, DecisionReach reach, Guid id, DateOnly today, CancellationToken ct)
    {
        // Steps and contacts pass their own filters: an OPD reads its own steps and no notes.
        if (await CaseReach.Of(db, user).AsNoTracking().AsSplitQuery().Include(one => one.Steps.OrderBy(step => step.State).ThenBy(step => step.DueOn).ThenBy(step => step.Number)).Include(one => one.Contacts.OrderByDescending(contact => contact.On).ThenByDescending(contact => contact.Id))
                .SingleOrDefaultAsync(one => one.PublicId == id, ct) is not { } found
            || await CaseFamily.Of(db.Households.IgnoreQueryFilters(AlsoClosed).Where(household => household.Id == found.HouseholdId)).SingleOrDefaultAsync(ct) is not { } family)
            return null;
        var (mayManage, mayWork) = (CaseReach.Manages(user, found), CaseReach.WorksOn(user, found));
        var choices = mayManage ? await CaseChoices.ForAsync(db, found.AreaCode, [found.OwnerId, found.CompanionId ?? 0], today, ct) : CaseChoices.None;
        var people = found.Steps.Select(step => step.SettledById).Concat(found.Contacts.Select(contact => (long?)contact.UserId)).Concat([found.OwnerId, found.CompanionId, found.OpenedById, found.ClosedById]).OfType<long>().Distinct().ToList();
        var users = await db.Users.AsNoTracking().Where(one => people.Contains(one.Id)).Select(one => new { one.Id, one.PublicId, one.FullName }).ToListAsync(ct);
        return new CasePage(found, family, choices)
        {
            Names = users.ToDictionary(one => one.Id, one => one.FullName),
            Opds = await db.Opds.AsNoTracking().ToDictionaryAsync(opd => opd.Id, opd => opd.ShortName, ct),
            Referrals = await (from referral in db.Referrals.AsNoTracking()
                               join sender in db.Opds on referral.FromOpdId equals sender.Id
                               join asked in db.Opds on referral.ToOpdId equals asked.Id
                               where referral.HouseholdId == found.HouseholdId
                               orderby referral.SentAt descending
                               select new CaseReferral(referral.PublicId, sender.ShortName, asked.ShortName, referral)).ToListAsync(ct),
            Decisions = await reach.ReadAsync(DecisionLines.OfCase(db, found.Id), ct),
            IsOfOpd = !mayManage && !mayWork && user.OpdOf(Permission.SettleCaseSteps) is not null,
            MayManage = mayManage,
            MayWork = mayWork,
            Settleable = [.. found.Steps.Where(step => step.State is CaseStepState.Open && CaseReach.MaySettle(user, found, step))],
            Review = new CaseForm
            {
                Assessment = found.Assessment,
                Owner = users.Find(one => one.Id == found.OwnerId)?.PublicId,
                Companion = users.Find(one => one.Id == found.CompanionId)?.PublicId,
                ReviewOn = today.AddDays(FamilyCase.UsualReviewDays),
                Version = found.Version,
            },
            Contact = new CaseContactForm { On = today },
            Close = new CaseCloseForm { Version = found.Version },
        };
    }
}
