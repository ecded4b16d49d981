using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;
using TkpkdPortal.Importing;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.Waiting;

/// <summary>
/// What waits, each asked in one place: a list page narrows itself by the same question that the start page, the digest and the menu count, so
/// that a number and the list behind it cannot differ.
/// </summary>
public static class WaitingRows
{
    /// <summary>Visits that wait for this head of a village; the own work waits for somebody else.</summary>
    public static IQueryable<Visit> ToDecide(PortalDbContext db, long headId) => db.Visits.Where(visit => visit.Status == VisitStatus.Submitted && visit.EnumeratorId != headId && visit.TypedById != headId);

    /// <summary>Visits of one enumerator that count: the latest of their households, and whatever came back, also where somebody was there later.</summary>
    public static IQueryable<Visit> OwnVisits(PortalDbContext db, long enumeratorId) => db.Visits.Where(visit => visit.EnumeratorId == enumeratorId
        && (visit.Status == VisitStatus.Returned || !db.Visits.Any(later => later.HouseholdId == visit.HouseholdId && later.Number > visit.Number)));

    /// <summary>Those in a state that is theirs to end: returned or draft.</summary>
    public static IQueryable<Visit> OwnVisits(PortalDbContext db, long enumeratorId, VisitStatus status) => OwnVisits(db, enumeratorId).Where(visit => visit.Status == status);

    /// <summary>Targets that wait for a camat who took no step before.</summary>
    public static IQueryable<RoundTarget> ToVerify(PortalDbContext db, long userId) => TargetsToVisit.OfOpenRounds(db)
        .Where(target => target.State == VerificationState.AgreedInDeliberation && target.VisitedById != userId && target.ApprovedById != userId);

    /// <summary>Targets that wait for Bappeda or Dinsos, where the reader took no step before.</summary>
    public static IQueryable<RoundTarget> ToValidate(PortalDbContext db, long userId) => TargetsToVisit.OfOpenRounds(db)
        .Where(target => target.State == VerificationState.VerifiedByDistrict && target.VisitedById != userId && target.ApprovedById != userId && target.VerifiedById != userId);

    /// <summary>Objections that nobody has looked into, but those that the reader recorded.</summary>
    public static IQueryable<Objection> ObjectionsToVerify(PortalDbContext db, long userId) => db.Objections.Where(objection => objection.State == ObjectionState.Received && objection.RecordedById != userId);

    /// <summary>Objections that were looked into and wait for an answer, but those that the reader recorded.</summary>
    public static IQueryable<Objection> ObjectionsToAnswer(PortalDbContext db, long userId) => db.Objections.Where(objection => objection.State == ObjectionState.Verified && objection.RecordedById != userId);

    /// <summary>Targets that came back from above, about which the head of the village decides.</summary>
    public static IQueryable<RoundTarget> BackInVillage(PortalDbContext db) => TargetsToVisit.OfOpenRounds(db).Where(target => target.State == VerificationState.Returned && target.IsWithVillage);

    /// <summary>Visits that wait for a head, whoever wrote them.</summary>
    public static IQueryable<Visit> WithHead(PortalDbContext db) => db.LatestVisits.Where(visit => visit.Status == VisitStatus.Submitted);

    /// <summary>
    /// Proposals that wait for this person: for the head of the village, and for somebody of the office where the head made it. The own
    /// proposal waits for somebody else.
    /// </summary>
    public static IQueryable<Proposal> ToCheck(PortalDbContext db, long userId, bool isHead) => db.Proposals.Where(proposal => proposal.Check == ProposalCheck.Waiting
        && proposal.ProposedById != userId && proposal.IsByHead != isHead);

    /// <summary>Judged lists that this person may publish: a large one waits for somebody other than its uploader.</summary>
    public static IQueryable<ImportBatch> ToPublish(PortalDbContext db, long userId) => ImportRights.Batches(db, Permission.ImportLists).Where(batch => batch.State == ImportState.Judged
        && batch.PublisherId == null && !batch.IsCancelRequested && (batch.UserId != userId || batch.Counts.Families <= ImportBatch.PublishedAloneUpTo));

    /// <summary>Imports with rows that were not loaded, unless the same list was loaded again since.</summary>
    public static IQueryable<ImportBatch> WithWithheldRows(PortalDbContext db, Permission right) => ImportRights.Batches(db, right).Where(batch => batch.State == ImportState.Published
        && batch.Counts.Rejected + batch.Counts.Review > 0
        && !db.ImportBatches.Any(later => later.Kind == batch.Kind && later.ReleaseName == batch.ReleaseName && later.State == ImportState.Published && later.Id > batch.Id && later.ContinuesId == null));

    /// <summary>The last file of each release of recipients that has rows without a person in the register.</summary>
    public static IQueryable<ImportBatch> WithUnmatchedRecipients(PortalDbContext db) => db.ImportBatches.Where(batch => batch.State == ImportState.Published && batch.Kind == ImportKind.Recipients
        && db.RecipientRows.Any(row => row.ReleaseName == batch.ReleaseName && row.SupersededById == null && row.InterventionId == null)
        && !db.ImportBatches.Any(later => later.Kind == batch.Kind && later.ReleaseName == batch.ReleaseName && later.State == ImportState.Published && later.Id > batch.Id));

    /// <summary>Aid of one OPD whose planned day has passed and that is neither delivered nor dropped: its realisation is lacking.</summary>
    public static IQueryable<Intervention> Overdue(PortalDbContext db, long? opdId, DateOnly today) => db.Interventions.Where(aid => aid.OpdId == opdId && aid.On < today
        && (aid.State == InterventionState.Planned || aid.State == InterventionState.Budgeted || aid.State == InterventionState.InProgress));

    /// <summary>Programs of one OPD that a file of recipients opened and that still lack its terms.</summary>
    public static IQueryable<AidProgram> Proposed(PortalDbContext db, long? opdId) => db.AidPrograms.Where(program => program.OpdId == opdId && program.IsProposed);

    /// <summary>Households that another village offers to one of the user's own; what the own village offers waits for somebody else.</summary>
    public static IQueryable<HandOver> Offered(PortalDbContext db) => db.HandOvers.Where(offer => offer.State == HandOverState.Offered).ComingInto(db.Scope);

    /// <summary>The office, as long as nobody has confirmed for the area who can see what in this quarter.</summary>
    public static IQueryable<Office> Unreviewed(PortalDbContext db, AreaCode area, Quarter quarter) => db.Offices.Where(office =>
        !db.AccessReviews.Any(review => review.AreaCode == area.Stored && review.Year == quarter.Year && review.Number == quarter.Number));

    /// <summary>Answers of the civil registry that differ from the register and that nobody has dealt with.</summary>
    public static IQueryable<CivilRegistryAnswer> OpenDifferences(PortalDbContext db) => db.CivilRegistryAnswers.Where(answer => answer.Match != CivilMatch.Agrees
        && answer.SettledAt == null && answer.SupersededById == null && db.Persons.Any(person => person.Id == answer.PersonId));

    /// <summary>Referrals to one OPD that it has not answered.</summary>
    public static IQueryable<Referral> ReferralsToAnswer(PortalDbContext db, long? opdId) => db.Referrals.Where(referral => referral.ToOpdId == opdId && referral.State == ReferralState.Sent);

    /// <summary>
    /// Open cases with a step that this person has to take within a week or should have taken: the OPD's own, those of the companion or, without one, the owner; and for the owner whatever is overdue.
    /// </summary>
    public static IQueryable<FamilyCase> CasesWithStepDue(PortalDbContext db, long userId, long? opdId, DateOnly today) =>
        db.Cases.Where(one => StepsDue(db, userId, opdId, today).Any(step => step.CaseId == one.Id));

    /// <summary>Those steps.</summary>
    public static IQueryable<CaseStep> StepsDue(PortalDbContext db, long userId, long? opdId, DateOnly today)
    {
        var soon = today.AddDays(CaseStep.ReminderDays);
        return from step in db.CaseSteps
               join one in db.Cases on step.CaseId equals one.Id
               where one.Ending == null && step.State == CaseStepState.Open && step.DueOn <= soon
                   && ((step.OpdId != null && step.OpdId == opdId) || (step.OpdId == null && (one.CompanionId ?? one.OwnerId) == userId) || (one.OwnerId == userId && step.DueOn < today))
               select step;
    }

    /// <summary>Open cases that their owner looks at again within a week or should have; where the owner has left, whoever may take them on.</summary>
    public static IQueryable<FamilyCase> CasesToReview(PortalDbContext db, long userId, DateOnly today)
    {
        var soon = today.AddDays(CaseStep.ReminderDays);
        return db.Cases.Where(one => one.Ending == null && ((one.OwnerId == userId && one.ReviewOn <= soon) || db.Users.Any(user => user.Id == one.OwnerId && user.DisabledAt != null)));
    }

    /// <summary>Decisions of closed meetings that an OPD has to have done within a week or should have; for the secretariat those that are overdue.</summary>
    public static IQueryable<MeetingDecision> FollowUpsDue(PortalDbContext db, long? opdId, bool isSecretariat, DateOnly today)
    {
        var soon = today.AddDays(MeetingDecision.ReminderDays);
        return DecisionLines.Frozen(db).StillOpen().Where(decision => (decision.OpdId == opdId && decision.DueOn <= soon) || (isSecretariat && decision.DueOn < today));
    }

    public static IQueryable<SubjectRequest> OpenRequests(PortalDbContext db) => db.SubjectRequests.Where(request => request.ClosedAt == null);
}
