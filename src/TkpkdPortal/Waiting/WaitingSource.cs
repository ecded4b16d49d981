using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Waiting;

/// <summary>Where one kind of waiting things comes from, the oldest first, and the permission of whoever ends the waiting.</summary>
internal sealed record WaitingSource(WaitingKind Kind, Permission Permission, Func<PortalDbContext, ActingUser, OfficeClock, IQueryable<WaitingItem>> Items)
{
    private static readonly string[] AlsoClosed = [FilterNames.Open];

    public static IReadOnlyList<WaitingSource> All { get; } =
    [
        new(WaitingKind.SubjectRequest, Permission.HandleSubjectRequests, (db, _, _) => Requests(db)),
        new(WaitingKind.VisitToDecide, Permission.ReviewVisits, (db, user, _) => Visits(db, WaitingRows.ToDecide(db, user.Id), WaitingKind.VisitToDecide)),
        new(WaitingKind.ProposalToCheck, Permission.CheckProposals, (db, user, _) => Proposals(db, user)),
        new(WaitingKind.VisitReturned, Permission.RecordVisits, (db, user, _) => Visits(db, WaitingRows.OwnVisits(db, user.Id, VisitStatus.Returned), WaitingKind.VisitReturned)),
        new(WaitingKind.VisitDraft, Permission.RecordVisits, (db, user, _) => Visits(db, WaitingRows.OwnVisits(db, user.Id, VisitStatus.Draft), WaitingKind.VisitDraft)),
        new(WaitingKind.VisitWithHead, Permission.FollowVisits, (db, _, _) => Visits(db, WaitingRows.WithHead(db), WaitingKind.VisitWithHead)),
        new(WaitingKind.TargetToVerify, Permission.VerifyDistrict, (db, user, _) => Targets(db, WaitingRows.ToVerify(db, user.Id), WaitingKind.TargetToVerify)),
        new(WaitingKind.TargetToValidate, Permission.ValidateTargets, (db, user, _) => Targets(db, WaitingRows.ToValidate(db, user.Id), WaitingKind.TargetToValidate)),
        new(WaitingKind.TargetBack, Permission.AssignTargets, (db, _, _) => Targets(db, WaitingRows.BackInVillage(db), WaitingKind.TargetBack)),
        new(WaitingKind.ObjectionToVerify, Permission.HandleObjections, (db, user, _) => Objections(db, WaitingRows.ObjectionsToVerify(db, user.Id), WaitingKind.ObjectionToVerify)),
        new(WaitingKind.ObjectionToAnswer, Permission.HandleObjections, (db, user, _) => Objections(db, WaitingRows.ObjectionsToAnswer(db, user.Id), WaitingKind.ObjectionToAnswer)),
        new(WaitingKind.HouseholdOffered, Permission.HandOverHouseholds, (db, _, _) => Offers(db)),
        new(WaitingKind.ImportToPublish, Permission.ImportLists, (db, user, _) => Imports(WaitingRows.ToPublish(db, user.Id), WaitingKind.ImportToPublish)),
        new(WaitingKind.ImportWithheld, Permission.ImportLists, (db, _, _) => Imports(WaitingRows.WithWithheldRows(db, Permission.ImportLists), WaitingKind.ImportWithheld)),
        new(WaitingKind.RecipientsUnmatched, Permission.ImportLists, (db, _, _) => Imports(WaitingRows.WithUnmatchedRecipients(db), WaitingKind.RecipientsUnmatched)),
        new(WaitingKind.AidOverdue, Permission.RecordInterventions, (db, user, clock) => Overdue(db, user.OpdOf(Permission.RecordInterventions), clock.Today)),
        new(WaitingKind.PromiseOverdue, Permission.AnswerDuties, (db, user, clock) => Duties(db, user, clock, DutyState.Overdue, WaitingKind.PromiseOverdue)),
        new(WaitingKind.ReferralToAnswer, Permission.AnswerDuties, (db, user, _) => Referrals(db, user.OpdOf(Permission.AnswerDuties))),
        new(WaitingKind.DutyUnanswered, Permission.AnswerDuties, (db, user, clock) => Duties(db, user, clock, DutyState.Unanswered, WaitingKind.DutyUnanswered)),
        new(WaitingKind.NeedUnowned, Permission.FollowDuties, (db, _, clock) => Unowned(db, clock)),
        new(WaitingKind.CaseStepDue, Permission.SettleCaseSteps, (db, user, clock) => CasesWithStepDue(db, user.Id, user.OpdOf(Permission.SettleCaseSteps), clock.Today)),
        new(WaitingKind.CaseReviewDue, Permission.ManageCases, (db, user, clock) => CasesToReview(db, user.Id, clock.Today)),
        new(WaitingKind.RelapseSuspected, Permission.DecideGraduations, (db, _, clock) => Suspected(db, clock.Today)),
        new(WaitingKind.FollowUpDue, Permission.ReportFollowUps, (db, user, clock) => FollowUps(db, user, clock.Today)),
        new(WaitingKind.MatchDifference, Permission.MatchCivilRegistry, (db, _, _) => Differences(db)),
        new(WaitingKind.AnswerWithheld, Permission.MatchCivilRegistry, (db, _, _) => Imports(WaitingRows.WithWithheldRows(db, Permission.MatchCivilRegistry), WaitingKind.AnswerWithheld)),
        new(WaitingKind.ProgramProposed, Permission.ManagePrograms, (db, user, _) => Proposed(db, user.OpdOf(Permission.ManagePrograms))),
        new(WaitingKind.AccessReviewDue, Permission.ViewUsers, (db, user, clock) => Unreviewed(db, user.HomeOf(Permission.ViewUsers), clock.Today)),
    ];

    private static IQueryable<WaitingItem> Unreviewed(PortalDbContext db, AreaCode area, DateOnly today)
    {
        var quarter = Quarter.Of(today);
        var (title, began) = (quarter.ToString(), quarter.FirstDay);
        return from office in WaitingRows.Unreviewed(db, area, quarter)
               select new WaitingItem { Kind = WaitingKind.AccessReviewDue, Id = Guid.Empty, Name = title, Since = began };
    }

    private static IQueryable<WaitingItem> Requests(PortalDbContext db) =>
        from request in WaitingRows.OpenRequests(db)
        orderby request.ReceivedAt, request.Id
        select new WaitingItem { Kind = WaitingKind.SubjectRequest, Id = request.PublicId, Name = request.RequesterName, SinceAt = request.ReceivedAt };

    private static IQueryable<WaitingItem> Visits(PortalDbContext db, IQueryable<Visit> visits, WaitingKind kind) =>
        from visit in visits
        join household in db.Households on visit.HouseholdId equals household.Id
        let since = visit.Status == VisitStatus.Draft ? visit.CreatedAt : visit.Status == VisitStatus.Returned ? visit.DecidedAt : visit.SubmittedAt
        orderby since, visit.Id
        select new WaitingItem
        {
            Kind = kind,
            Id = visit.PublicId,
            Name = household.HeadName,
            AreaCode = visit.AreaCode,
            From = db.Users.Where(u => u.Id == visit.EnumeratorId).Select(u => u.FullName).FirstOrDefault(),
            SinceAt = since,
            Note = visit.Status == VisitStatus.Returned ? visit.ReturnNote : null,
        };

    private static IQueryable<WaitingItem> Proposals(PortalDbContext db, ActingUser user) =>
        from proposal in WaitingRows.ToCheck(db, user.Id, user.Can(Permission.ReviewVisits))
        orderby proposal.ProposedAt, proposal.Id
        select new WaitingItem
        {
            Kind = WaitingKind.ProposalToCheck,
            Id = proposal.PublicId,
            Name = proposal.HeadName,
            AreaCode = proposal.AreaCode,
            From = db.Users.Where(u => u.Id == proposal.ProposedById).Select(u => u.FullName).FirstOrDefault(),
            SinceAt = proposal.ProposedAt,
        };

    private static IQueryable<WaitingItem> Objections(PortalDbContext db, IQueryable<Objection> objections, WaitingKind kind) =>
        from objection in objections
        join household in db.Households on objection.HouseholdId equals household.Id
        orderby objection.ReceivedOn, objection.Id
        select new WaitingItem { Kind = kind, Id = objection.PublicId, Name = household.HeadName, AreaCode = objection.AreaCode, Since = objection.ReceivedOn, DueOn = objection.DueOn };

    /// <summary>Each leads to the page of its round on which the step is taken.</summary>
    internal static IQueryable<WaitingItem> Targets(PortalDbContext db, IQueryable<RoundTarget> targets, WaitingKind kind) =>
        from target in targets
        join household in db.Households on target.HouseholdId equals household.Id
        join round in db.Rounds on target.RoundId equals round.Id
        let since = target.State == VerificationState.Returned ? target.ReturnedAt : target.State == VerificationState.VerifiedByDistrict ? target.VerifiedAt : target.AgreedAt
        orderby since, target.Id
        select new WaitingItem
        {
            Kind = kind,
            Id = round.PublicId,
            Name = household.HeadName,
            AreaCode = target.AreaCode,
            From = round.Name,
            SinceAt = since,
            Note = target.State == VerificationState.Returned ? target.ReturnNote : null,
        };

    // Where it comes from; what lies behind the offer is not the reader's yet.
    private static IQueryable<WaitingItem> Offers(PortalDbContext db) =>
        from offer in WaitingRows.Offered(db)
        orderby offer.OfferedAt, offer.Id
        select new WaitingItem
        {
            Kind = WaitingKind.HouseholdOffered,
            Id = offer.PublicId,
            Name = offer.HeadName,
            AreaCode = offer.FromAreaCode,
            From = db.Users.Where(u => u.Id == offer.OfferedById).Select(u => u.FullName).FirstOrDefault(),
            SinceAt = offer.OfferedAt,
        };

    private static IQueryable<WaitingItem> Imports(IQueryable<Domain.Imports.ImportBatch> batches, WaitingKind kind) =>
        from batch in batches
        orderby batch.EndedAt ?? batch.StartedAt, batch.Id
        select new WaitingItem { Kind = kind, Id = batch.PublicId, Name = batch.ReleaseName, From = batch.FileName, SinceAt = batch.EndedAt ?? batch.StartedAt };

    private static IQueryable<WaitingItem> Overdue(PortalDbContext db, long? opdId, DateOnly today) =>
        from aid in WaitingRows.Overdue(db, opdId, today)
        join household in db.Households on aid.HouseholdId equals household.Id
        join program in db.AidPrograms on aid.ProgramId equals program.Id
        orderby aid.On, aid.Id
        select new WaitingItem { Kind = WaitingKind.AidOverdue, Id = aid.PublicId, Name = household.HeadName, AreaCode = aid.AreaCode, From = program.Name, Since = aid.On };

    // A program that a file opened is as old as the first aid that the file brought under it.
    private static IQueryable<WaitingItem> Proposed(PortalDbContext db, long? opdId) =>
        from program in WaitingRows.Proposed(db, opdId)
        let since = db.Interventions.Where(aid => aid.ProgramId == program.Id).Min(aid => (DateTime?)aid.RecordedAt)
        orderby since, program.Id
        select new WaitingItem { Kind = WaitingKind.ProgramProposed, Id = program.PublicId, Name = program.Name, SinceAt = since };

    // In the order of the register: looking for the oldest need would read the past of every household.
    private static IQueryable<WaitingItem> Duties(PortalDbContext db, ActingUser user, OfficeClock clock, DutyState state, WaitingKind kind) =>
        from line in DutyLines.Of(db, new DutyOpd(user.OpdOf(Permission.AnswerDuties) ?? 0, "", "", db.Scope.Duty), db.Households, clock.Today)
        where line.State == state
        orderby line.HouseholdId, line.Bit
        select new WaitingItem
        {
            Kind = kind,
            Id = line.Household,
            Name = line.HeadName,
            AreaCode = line.AreaCode,
            SinceAt = state == DutyState.Overdue ? null : db.Households.Where(household => household.Id == line.HouseholdId)
                .Select(household => db.ChangeSets.Where(change => change.Id == household.ChangeSetId).Select(change => change.KnownFrom).FirstOrDefault()).FirstOrDefault(),
            Since = state == DutyState.Overdue ? line.DueOn ?? default : default,
        };

    private static IQueryable<WaitingItem> Referrals(PortalDbContext db, long? opdId) =>
        from referral in WaitingRows.ReferralsToAnswer(db, opdId)
        join household in db.Households on referral.HouseholdId equals household.Id
        orderby referral.SentAt, referral.Id
        select new WaitingItem
        {
            Kind = WaitingKind.ReferralToAnswer,
            Id = referral.PublicId,
            Name = household.HeadName,
            AreaCode = household.AreaCode,
            From = db.Opds.Where(opd => opd.Id == referral.FromOpdId).Select(opd => opd.ShortName).FirstOrDefault(),
            SinceAt = referral.SentAt,
            DueOn = referral.DueOn,
        };

    private static IQueryable<WaitingItem> Unowned(PortalDbContext db, OfficeClock clock) =>
        from answer in DutyLines.RefusedByAll(db, db.Households, clock.Today.Year)
        join household in db.Households on answer.HouseholdId equals household.Id
        orderby answer.At, answer.Id
        select new WaitingItem { Kind = WaitingKind.NeedUnowned, Id = household.PublicId, Name = household.HeadName, AreaCode = household.AreaCode, Note = answer.Reason, SinceAt = answer.At };

    // A case waits from the day on which its first step was due or, before that, from the day it was put before its reader.
    private static IQueryable<WaitingItem> CasesWithStepDue(PortalDbContext db, long userId, long? opdId, DateOnly today) =>
        from one in WaitingRows.CasesWithStepDue(db, userId, opdId, today)
        join household in db.Households.IgnoreQueryFilters(AlsoClosed) on one.HouseholdId equals household.Id
        let due = WaitingRows.StepsDue(db, userId, opdId, today).Where(step => step.CaseId == one.Id).Min(step => (DateOnly?)step.DueOn)
        orderby due, one.Id
        select new WaitingItem
        {
            Kind = WaitingKind.CaseStepDue,
            Id = one.PublicId,
            Name = household.HeadName,
            AreaCode = one.AreaCode,
            Since = due < today ? due.Value : today,
            DueOn = due,
        };

    private static IQueryable<WaitingItem> CasesToReview(PortalDbContext db, long userId, DateOnly today) =>
        from one in WaitingRows.CasesToReview(db, userId, today)
        join household in db.Households.IgnoreQueryFilters(AlsoClosed) on one.HouseholdId equals household.Id
        orderby one.ReviewOn, one.Id
        select new WaitingItem { Kind = WaitingKind.CaseReviewDue, Id = one.PublicId, Name = household.HeadName, AreaCode = one.AreaCode, Since = one.ReviewOn < today ? one.ReviewOn : today, DueOn = one.ReviewOn };

    private static IQueryable<WaitingItem> Suspected(PortalDbContext db, DateOnly today) =>
        from one in GraduationLines.Suspected(db, today)
        join household in db.Households on one.HouseholdId equals household.Id
        orderby one.Id
        select new WaitingItem { Kind = WaitingKind.RelapseSuspected, Id = household.PublicId, Name = household.HeadName, AreaCode = household.AreaCode, SinceAt = one.KeptAt ?? one.At };

    private static IQueryable<WaitingItem> FollowUps(PortalDbContext db, ActingUser user, DateOnly today) =>
        from decision in WaitingRows.FollowUpsDue(db, user.OpdOf(Permission.ReportFollowUps), user.Can(Permission.ManageMeetings), today)
        join opd in db.Opds on decision.OpdId equals opd.Id
        orderby decision.DueOn, decision.Id
        select new WaitingItem { Kind = WaitingKind.FollowUpDue, Id = decision.PublicId, Name = decision.Action, From = opd.ShortName, Since = decision.DueOn < today ? decision.DueOn : today, DueOn = decision.DueOn };

    private static IQueryable<WaitingItem> Differences(PortalDbContext db) =>
        from answer in WaitingRows.OpenDifferences(db)
        join person in db.Persons on answer.PersonId equals person.Id
        orderby answer.AnsweredOn, answer.Id
        select new WaitingItem { Kind = WaitingKind.MatchDifference, Id = answer.PublicId, Name = person.Name, AreaCode = person.AreaCode, From = answer.ReleaseName, Since = answer.AnsweredOn };
}
