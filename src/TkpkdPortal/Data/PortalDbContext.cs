using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data;

/// <summary>
/// The one model of both databases. Every read passes the Area, Duty and Published filters of the current scope; every write passes the
/// change writer, which checks the area, keeps past versions and appends to the audit.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options, UserScope scope, ChangeWriter changes) : IdentityUserContext<PortalUser, long>(options)
{
    internal UserScope Scope => scope;

    internal ChangeWriter Changes => changes;

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<LegalBasis> LegalBases => Set<LegalBasis>();

    public DbSet<AccessReview> AccessReviews => Set<AccessReview>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<HouseholdVersion> HouseholdVersions => Set<HouseholdVersion>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonVersion> PersonVersions => Set<PersonVersion>();

    public DbSet<FamilyEvent> FamilyEvents => Set<FamilyEvent>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<NameToken> NameTokens => Set<NameToken>();

    public DbSet<ListRelease> ListReleases => Set<ListRelease>();

    public DbSet<ListKey> ListKeys => Set<ListKey>();

    public DbSet<ListedHousehold> ListedHouseholds => Set<ListedHousehold>();

    public DbSet<ListedPerson> ListedPersons => Set<ListedPerson>();

    public DbSet<SheetStatement> SheetStatements => Set<SheetStatement>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ColumnProfile> ColumnProfiles => Set<ColumnProfile>();

    public DbSet<ImportFinding> ImportFindings => Set<ImportFinding>();

    public DbSet<WithheldRow> WithheldRows => Set<WithheldRow>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<VerificationRound> Rounds => Set<VerificationRound>();

    public DbSet<RoundTarget> RoundTargets => Set<RoundTarget>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Deliberation> Deliberations => Set<Deliberation>();

    public DbSet<DeliberationPaper> DeliberationPapers => Set<DeliberationPaper>();

    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();

    public DbSet<NeighbourhoodLink> NeighbourhoodLinks => Set<NeighbourhoodLink>();

    public DbSet<NeighbourhoodHint> NeighbourhoodHints => Set<NeighbourhoodHint>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Decree> Decrees => Set<Decree>();

    public DbSet<DecreePaper> DecreePapers => Set<DecreePaper>();

    public DbSet<AssignmentLetter> AssignmentLetters => Set<AssignmentLetter>();

    public DbSet<AssignmentLetterPaper> AssignmentLetterPapers => Set<AssignmentLetterPaper>();

    public DbSet<FormSheet> FormSheets => Set<FormSheet>();

    public DbSet<VisitSubmission> VisitSubmissions => Set<VisitSubmission>();

    public DbSet<VisitPhoto> VisitPhotos => Set<VisitPhoto>();

    public DbSet<PhotoPiece> PhotoPieces => Set<PhotoPiece>();

    public DbSet<Opd> Opds => Set<Opd>();

    public DbSet<AidProgram> AidPrograms => Set<AidProgram>();

    public DbSet<Intervention> Interventions => Set<Intervention>();

    public DbSet<OverlapRule> OverlapRules => Set<OverlapRule>();

    public DbSet<OverlapDecision> OverlapDecisions => Set<OverlapDecision>();

    public DbSet<LocusMethod> LocusMethods => Set<LocusMethod>();

    public DbSet<DutyAnswer> DutyAnswers => Set<DutyAnswer>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<FamilyCase> Cases => Set<FamilyCase>();

    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();

    public DbSet<CaseContact> CaseContacts => Set<CaseContact>();

    public DbSet<Graduation> Graduations => Set<Graduation>();

    public DbSet<GraduationRule> GraduationRules => Set<GraduationRule>();

    public DbSet<VillageBudget> VillageBudgets => Set<VillageBudget>();

    public DbSet<AidGiven> AidGiven => Set<AidGiven>();

    public DbSet<RecipientRow> RecipientRows => Set<RecipientRow>();

    public DbSet<RecipientOverlap> RecipientOverlaps => Set<RecipientOverlap>();

    public DbSet<CivilRegistryAnswer> CivilRegistryAnswers => Set<CivilRegistryAnswer>();

    public DbSet<DoubleSearch> DoubleSearches => Set<DoubleSearch>();

    public DbSet<DoubleRules> DoubleRules => Set<DoubleRules>();

    public DbSet<DoublePair> DoublePairs => Set<DoublePair>();

    public DbSet<HouseholdMerge> HouseholdMerges => Set<HouseholdMerge>();

    public DbSet<FieldDecision> FieldDecisions => Set<FieldDecision>();

    public DbSet<FieldRule> FieldRules => Set<FieldRule>();

    public DbSet<NeedRuleSet> NeedRuleSets => Set<NeedRuleSet>();

    public DbSet<CoordinationMeeting> Meetings => Set<CoordinationMeeting>();

    public DbSet<MeetingAttendee> MeetingAttendees => Set<MeetingAttendee>();

    public DbSet<MeetingDecision> MeetingDecisions => Set<MeetingDecision>();

    public DbSet<DecisionArea> DecisionAreas => Set<DecisionArea>();

    public DbSet<MeetingSnapshot> MeetingSnapshots => Set<MeetingSnapshot>();

    public DbSet<SnapshotContent> SnapshotContents => Set<SnapshotContent>();

    public DbSet<MeetingMinutes> MeetingMinutes => Set<MeetingMinutes>();

    public DbSet<MacroFigure> MacroFigures => Set<MacroFigure>();

    public DbSet<PrivacyNotice> PrivacyNotices => Set<PrivacyNotice>();

    public DbSet<HouseholdAccess> HouseholdAccesses => Set<HouseholdAccess>();

    public DbSet<SubjectRequest> SubjectRequests => Set<SubjectRequest>();

    /// <summary>Of every visited household the visit that counts: its latest.</summary>
    public IQueryable<Visit> LatestVisits => Visits.Where(visit => !Visits.Any(later => later.HouseholdId == visit.HouseholdId && later.Number > visit.Number));

    /// <summary>Releases that rank families, so that figures and rounds may stand on one; what the office's own sheets say ranks nobody.</summary>
    public IQueryable<ListRelease> RankingReleases => ListReleases.Where(release => release.List == SourceList.P3ke || release.List == SourceList.Dtsen);

    /// <summary>
    /// Changes that were not known yet at the instant. What was known is found by leaving these few out: asked the other way round, SQLite
    /// would gather the rows of every known change, the whole register, and look at the area afterwards.
    /// </summary>
    public IQueryable<long> ChangesAfter(DateTime at) => ChangeSets.Where(change => change.KnownFrom == null || change.KnownFrom > at).Select(change => change.Id);

    /// <summary>The database says that a unique value exists already.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        changes.SaveAsync(this, ct => base.SaveChangesAsync(acceptAllChangesOnSuccess, ct), cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Changes are saved with SaveChangesAsync, which keeps the history and the audit.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

        FilterByArea<AccessReview>(builder);
        FilterByArea<Assignment>(builder);
        FilterByArea<Household>(builder);
        FilterByArea<HouseholdVersion>(builder);
        FilterByArea<Person>(builder);
        FilterByArea<PersonVersion>(builder);
        FilterByArea<FamilyEvent>(builder);
        FilterByArea<NameToken>(builder);
        FilterByArea<ListKey>(builder);
        FilterByArea<ListedHousehold>(builder);
        FilterByArea<ListedPerson>(builder);
        FilterByArea<SheetStatement>(builder);
        FilterByArea<ImportBatch>(builder);
        FilterByArea<WithheldRow>(builder);
        FilterByArea<Visit>(builder);
        FilterByArea<RoundTarget>(builder);
        FilterByArea<Proposal>(builder);
        FilterByArea<Deliberation>(builder);
        FilterByArea<DeliberationRow>(builder);
        FilterByArea<NeighbourhoodLink>(builder);
        FilterByArea<NeighbourhoodHint>(builder);
        FilterByArea<Objection>(builder);
        FilterByArea<AssignmentLetter>(builder);
        FilterByArea<AssignmentLetterLine>(builder);
        FilterByArea<Intervention>(builder);
        FilterByArea<VillageBudget>(builder);
        FilterByArea<DutyAnswer>(builder);
        FilterByArea<Referral>(builder);
        FilterByArea<FamilyCase>(builder);
        FilterByArea<CaseStep>(builder);
        FilterByArea<CaseContact>(builder);
        FilterByArea<Graduation>(builder);
        FilterByArea<DecisionArea>(builder);
        FilterByArea<RecipientRow>(builder);
        FilterByArea<CivilRegistryAnswer>(builder);
        FilterByArea<HouseholdAccess>(builder);
        FilterByArea<SubjectRequest>(builder);
        FilterByArea<DoubleSearch>(builder);

        // Seen from the village that gives and from the one that takes, and from nowhere between.
        builder.Entity<HandOver>().HasQueryFilter(FilterNames.Area, row =>
            (string.Compare(row.FromAreaCode, Scope.From1) >= 0 && string.Compare(row.FromAreaCode, Scope.To1) < 0)
            || (string.Compare(row.FromAreaCode, Scope.From2) >= 0 && string.Compare(row.FromAreaCode, Scope.To2) < 0)
            || (string.Compare(row.FromAreaCode, Scope.From3) >= 0 && string.Compare(row.FromAreaCode, Scope.To3) < 0)
            || (string.Compare(row.FromAreaCode, Scope.From4) >= 0 && string.Compare(row.FromAreaCode, Scope.To4) < 0)
            || (string.Compare(row.ToAreaCode, Scope.From1) >= 0 && string.Compare(row.ToAreaCode, Scope.To1) < 0)
            || (string.Compare(row.ToAreaCode, Scope.From2) >= 0 && string.Compare(row.ToAreaCode, Scope.To2) < 0)
            || (string.Compare(row.ToAreaCode, Scope.From3) >= 0 && string.Compare(row.ToAreaCode, Scope.To3) < 0)
            || (string.Compare(row.ToAreaCode, Scope.From4) >= 0 && string.Compare(row.ToAreaCode, Scope.To4) < 0));

        // Two families that may be one are seen from where either lives; what lies elsewhere of them is shown by initials.
        builder.Entity<DoublePair>().HasQueryFilter(FilterNames.Area, row =>
            (string.Compare(row.FirstAreaCode, Scope.From1) >= 0 && string.Compare(row.FirstAreaCode, Scope.To1) < 0)
            || (string.Compare(row.FirstAreaCode, Scope.From2) >= 0 && string.Compare(row.FirstAreaCode, Scope.To2) < 0)
            || (string.Compare(row.FirstAreaCode, Scope.From3) >= 0 && string.Compare(row.FirstAreaCode, Scope.To3) < 0)
            || (string.Compare(row.FirstAreaCode, Scope.From4) >= 0 && string.Compare(row.FirstAreaCode, Scope.To4) < 0)
            || (string.Compare(row.SecondAreaCode, Scope.From1) >= 0 && string.Compare(row.SecondAreaCode, Scope.To1) < 0)
            || (string.Compare(row.SecondAreaCode, Scope.From2) >= 0 && string.Compare(row.SecondAreaCode, Scope.To2) < 0)
            || (string.Compare(row.SecondAreaCode, Scope.From3) >= 0 && string.Compare(row.SecondAreaCode, Scope.To3) < 0)
            || (string.Compare(row.SecondAreaCode, Scope.From4) >= 0 && string.Compare(row.SecondAreaCode, Scope.To4) < 0));
        builder.Entity<DoubleDecision>().HasQueryFilter(FilterNames.Area, row => DoublePairs.Any(pair => pair.Id == row.PairId));

        // A decision is seen with the household that it is about, wherever that lives now.
        builder.Entity<FieldDecision>().HasQueryFilter(FilterNames.Area, row => Households.Any(household => household.Id == row.HouseholdId));
        builder.Entity<OverlapDecision>().HasQueryFilter(FilterNames.Area, row => Households.Any(household => household.Id == row.HouseholdId));

        builder.Entity<AidGiven>().HasQueryFilter(FilterNames.Area, row => Households.Any(household => household.Id == row.HouseholdId));

        // Photos lie where their visit lies, which a move takes along; through its own filters.
        builder.Entity<VisitPhoto>().HasQueryFilter(FilterNames.Area, row => Visits.Any(visit => visit.Id == row.VisitId));
        builder.Entity<PhotoPiece>().HasQueryFilter(FilterNames.Area, row => VisitPhotos.Any(photo => photo.Id == row.PhotoId));
        builder.Entity<DeliberationPaper>().HasQueryFilter(FilterNames.Area, row => Deliberations.Any(deliberation => deliberation.Id == row.DeliberationId));

        builder.Entity<AssignmentLetterPaper>().HasQueryFilter(FilterNames.Area, row => AssignmentLetters.Any(letter => letter.Id == row.LetterId));
        builder.Entity<FormSheet>().HasQueryFilter(FilterNames.Area, row => RoundTargets.Any(target => target.Id == row.TargetId));
        // The recap is public; the annex by name is for whoever sees every family on it.
        builder.Entity<DecreePaper>().HasQueryFilter(FilterNames.Area, row => row.Annex == DecreeAnnex.Recap || RoundTargets.Count(target => target.DecreeId == row.DecreeId) == row.Households);

        builder.Entity<Household>().HasQueryFilter(FilterNames.Open, row => row.Closure == null);
        builder.Entity<HouseholdVersion>().HasQueryFilter(FilterNames.Open, row => row.Closure == null);

        // Few change sets are open, found by an index and looked up once per query, not once per row. Written out each time: behind a property
        // of the context it would be a query of its own, and rows staged between the two would be seen.
        builder.Entity<Household>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<Person>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<ListKey>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<ListedHousehold>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<ListedPerson>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<SheetStatement>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<RecipientRow>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));
        builder.Entity<CivilRegistryAnswer>().HasQueryFilter(FilterNames.Published, row => !ChangeSets.Where(change => change.KnownFrom == null).Select(change => change.Id).Contains(row.ChangeSetId));

        builder.Entity<ListRelease>().HasQueryFilter(FilterNames.Published, release => release.KnownFrom != null && release.WithdrawnAt == null);

        // An intervention's own filter names no household, so the household's can name interventions without a circle.
        builder.Entity<Intervention>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || row.OpdId == Scope.OpdId);
        builder.Entity<VillageBudget>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || row.OpdId == Scope.OpdId);
        builder.Entity<RecipientRow>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || row.OpdId == Scope.OpdId);
        builder.Entity<DutyAnswer>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || row.OpdId == Scope.OpdId);
        builder.Entity<Referral>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || row.FromOpdId == Scope.OpdId || row.ToOpdId == Scope.OpdId);
        // An OPD sees the cases in which it has a step to take, and no notes of the family.
        builder.Entity<CaseStep>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || row.OpdId == Scope.OpdId);
        builder.Entity<FamilyCase>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || CaseSteps.Any(step => step.CaseId == row.Id));
        builder.Entity<CaseContact>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound);
        // A referral opens one household to the OPD that is asked, until that declines, and a case to each OPD that has a step in it, until it is closed; like aid, neither names a household in a filter of its own.
        builder.Entity<Household>().HasQueryFilter(FilterNames.Duty, row =>
            !Scope.IsDutyBound || (row.Needs & Scope.Duty) != 0 || Interventions.Any(aid => aid.HouseholdId == row.Id)
            || Referrals.Any(referral => referral.HouseholdId == row.Id && referral.ToOpdId == Scope.OpdId && referral.State != ReferralState.Declined)
            || CaseSteps.Any(step => step.HouseholdId == row.Id && Cases.Any(one => one.Id == step.CaseId && one.Ending == null)));
        builder.Entity<HouseholdVersion>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<Person>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<PersonVersion>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<NameToken>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<ListedHousehold>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<ListedPerson>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<SheetStatement>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<CivilRegistryAnswer>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<Graduation>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
        builder.Entity<Visit>().HasQueryFilter(FilterNames.Duty, row => !Scope.IsDutyBound || Households.Any(h => h.Id == row.HouseholdId));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    // The hull lets one index range serve whatever the assignments are; the up to four ranges inside it decide.
    private void FilterByArea<T>(ModelBuilder builder)
        where T : class, Domain.IHasArea => builder.Entity<T>().HasQueryFilter(FilterNames.Area, row =>
            string.Compare(row.AreaCode, Scope.Hull.From) >= 0 && string.Compare(row.AreaCode, Scope.Hull.To) < 0
            && ((string.Compare(row.AreaCode, Scope.From1) >= 0 && string.Compare(row.AreaCode, Scope.To1) < 0)
                || (string.Compare(row.AreaCode, Scope.From2) >= 0 && string.Compare(row.AreaCode, Scope.To2) < 0)
                || (string.Compare(row.AreaCode, Scope.From3) >= 0 && string.Compare(row.AreaCode, Scope.To3) < 0)
                || (string.Compare(row.AreaCode, Scope.From4) >= 0 && string.Compare(row.AreaCode, Scope.To4) < 0)));

    // Instants are stored and read as UTC; a database column does not remember it.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => instant.ToUniversalTime(), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
