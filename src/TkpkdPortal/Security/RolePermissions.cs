using static TkpkdPortal.Security.Permission;

namespace TkpkdPortal.Security;

/// <summary>Who may do what: the one table. Every role also sees its own start page.</summary>
public static class RolePermissions
{
    public static readonly IReadOnlyDictionary<Role, IReadOnlySet<Permission>> ByRole = new Dictionary<Role, IReadOnlySet<Permission>>
    {
        [Role.Admin] = Set(ManageUsers, ViewUsers, ManageSettings, ViewAudit, ViewBackups, PublishNotices),
        [Role.Analyst] = Set(ViewHouseholds, SearchByNumber, RevealNumbers, ImportLists, ViewDataQuality, ViewVisits, ViewPrograms, ViewDashboard, ExportLists, EnterMacroFigures,
            ConfirmMacroFigures, ViewMeetings, ManageMeetings, ViewRounds, ManageRounds, IssueLetters, ValidateTargets, RecordDecree, ViewProposals, CheckProposals,
            ViewObjections, RecordObjections, HandleObjections, SeekDoubles, DecideDoubles, DecideFields, SetFieldRules, ViewNeedRules, SetNeedRules, ViewNeedGaps, ViewDuties, FollowDuties, ViewLoci, SetLocusMethod, ViewOverlaps, DecideOverlaps, SetOverlapRules, ViewCases, ViewGraduations, DecideGraduations, SetGraduationRule, ViewBudgets, ViewFollowUps, ReportFollowUps),
        [Role.SocialService] = Set(ViewHouseholds, SearchByNumber, RevealNumbers, ImportLists, ViewDataQuality, ViewVisits, ViewPrograms, ManagePrograms,
            RecordInterventions, ViewDashboard, ExportLists, ViewMeetings, ViewRounds, ValidateTargets, ViewProposals, CheckProposals, ViewObjections, HandleObjections, DecideDoubles, DecideFields, ViewNeedRules, ViewNeedGaps, ViewDuties, AnswerDuties, ViewLoci, ViewOverlaps, DecideOverlaps, ViewCases, ManageCases, WorkOnCases, SettleCaseSteps, ViewGraduations, DecideGraduations, ViewBudgets, ViewFollowUps, ReportFollowUps),
        [Role.CivilRegistry] = Set(ViewHouseholds, SearchByNumber, RevealNumbers, MatchCivilRegistry, RecordEvents, CorrectMembers),
        [Role.Opd] = Set(ViewHouseholds, SearchByNumber, RevealNumbers, ViewPrograms, ManagePrograms, RecordInterventions, ExportLists, ViewNeedRules, ViewNeedGaps, ViewDuties, AnswerDuties, ViewCases, SettleCaseSteps, ViewBudgets, ViewFollowUps, ReportFollowUps),
        [Role.DistrictHead] = Set(ViewHouseholds, ViewDataQuality, ViewVisits, FollowVisits, ViewDashboard, ViewRounds, VerifyDistrict, ViewProposals, ViewObjections, HandleObjections, ViewNeedRules, ViewNeedGaps, ViewLoci, ViewCases, ViewGraduations, ViewBudgets, ViewFollowUps, ReportFollowUps),
        [Role.VillageHead] = Set(ViewHouseholds, SearchByNumber, RevealNumbers, ViewDataQuality, ViewVisits, ReviewVisits, ViewDashboard, ViewAccesses,
            RecordEvents, HandOverHouseholds, ViewRounds, AssignTargets, IssueLetters, PrintForms, ViewProposals, ProposeHouseholds, CheckProposals, ViewObjections, RecordObjections,
            DecideDoubles, DecideFields, ViewNeedRules, ViewNeedGaps, ViewCases, ManageCases, WorkOnCases, SettleCaseSteps, ViewGraduations, ViewBudgets, ViewFollowUps, ReportFollowUps),
        [Role.Enumerator] = Set(ViewHouseholds, SearchByNumber, RevealNumbers, ViewVisits, RecordVisits, PrintForms, ViewProposals, ProposeHouseholds, ViewObjections, RecordObjections, ViewCases, WorkOnCases, SettleCaseSteps),
        [Role.Leadership] = Set(ViewDashboard, ConfirmMacroFigures, ViewMeetings, ViewNeedGaps, ViewLoci, ViewBudgets, ViewFollowUps),
        [Role.Auditor] = Set(ViewUsers, ViewAudit, ViewBackups, ViewAccesses),
        [Role.DataProtectionOfficer] = Set(ViewHouseholds, SearchByNumber, ViewAudit, ViewAccesses, PublishNotices, HandleSubjectRequests),
    };

    public static bool Grants(this Role role, Permission permission) => ByRole[role].Contains(permission);

    private static HashSet<Permission> Set(params Permission[] permissions) => [ViewOwnTasks, .. permissions];
}
