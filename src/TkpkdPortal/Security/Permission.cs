namespace TkpkdPortal.Security;

/// <summary>What a person may do; where, is the area of the assignment that grants it.</summary>
public enum Permission
{
    /// <summary>See the own start page.</summary>
    ViewOwnTasks = 1,

    /// <summary>See households and their members, numbers masked.</summary>
    ViewHouseholds,

    /// <summary>Find a household by NIK or KK number.</summary>
    SearchByNumber,

    /// <summary>Open a full NIK or KK number with a reason; each opening is audited.</summary>
    RevealNumbers,

    /// <summary>Take persons out with their full numbers to be matched with the civil registry, and load and settle its answer.</summary>
    MatchCivilRegistry,

    /// <summary>Load lists, see the imports and fetch rejected rows.</summary>
    ImportLists,

    /// <summary>See where lists come from, and in what they differ about the families of the own area.</summary>
    ViewDataQuality,

    /// <summary>See visits and their state.</summary>
    ViewVisits,

    /// <summary>Write and submit visits.</summary>
    RecordVisits,

    /// <summary>Approve or return visits that somebody else wrote.</summary>
    ReviewVisits,

    /// <summary>Follow what waits for the heads of the villages, and for how long.</summary>
    FollowVisits,

    /// <summary>See rounds of verification, their progress and their targets in the own area.</summary>
    ViewRounds,

    /// <summary>Open a round, compose its questionnaire, take it further, cancel targets and sign it off.</summary>
    ManageRounds,

    /// <summary>Assign the targets of the own village to its enumerators, and decide what follows when one comes back from above.</summary>
    AssignTargets,

    /// <summary>Issue letters of assignment to the enumerators of the own area.</summary>
    IssueLetters,

    /// <summary>Print the forms of households that still are to be visited.</summary>
    PrintForms,

    /// <summary>Verify for the kecamatan what the villages have agreed upon, or return it.</summary>
    VerifyDistrict,

    /// <summary>Validate targets with what the civil registry answered, or return them.</summary>
    ValidateTargets,

    /// <summary>See the proposals of families that are on no list in the own area, and what became of them.</summary>
    ViewProposals,

    /// <summary>Propose a family that is on no list, after a look for doubles.</summary>
    ProposeHouseholds,

    /// <summary>Look for doubles of a proposal that somebody else made, and clear it, close it as a double or turn it down.</summary>
    CheckProposals,

    /// <summary>Search the register for families that stand in it twice, and set by what they are told.</summary>
    SeekDoubles,

    /// <summary>See families of the own area that may be one, and decide whether they are.</summary>
    DecideDoubles,

    /// <summary>Say of a household of the own area whose value stands where two sources differ, and take that back.</summary>
    DecideFields,

    /// <summary>Set the rules by which many differences are decided at once.</summary>
    SetFieldRules,

    /// <summary>See by which rules the portal finds the needs of households, now and before.</summary>
    ViewNeedRules,

    /// <summary>Try other rules of needs, and adopt them for the whole office.</summary>
    SetNeedRules,

    /// <summary>See objections of the own area and how far they are.</summary>
    ViewObjections,

    /// <summary>Record for a citizen an objection to what the village agreed on.</summary>
    RecordObjections,

    /// <summary>Look into objections that somebody else recorded, and answer them.</summary>
    HandleObjections,

    /// <summary>Record the decree that names the validated targets.</summary>
    RecordDecree,

    /// <summary>See programs and aid.</summary>
    ViewPrograms,

    /// <summary>See how many households of the own area need what, and what is done about it.</summary>
    ViewNeedGaps,

    /// <summary>See which villages come first, by what, and the families outside of them, as counts.</summary>
    ViewLoci,

    /// <summary>Set how much each indicator weighs for a locus.</summary>
    SetLocusMethod,

    /// <summary>See budgets and what became of them in the own area, as counts and rupiah; an OPD those of its own programs.</summary>
    ViewBudgets,

    /// <summary>See which needs fall to the own OPD and what it answered, and referrals between OPDs.</summary>
    ViewDuties,

    /// <summary>Follow over all OPDs which needs nobody takes.</summary>
    FollowDuties,

    /// <summary>Answer for the own OPD needs that are its duty, refer them to another, and answer what others refer.</summary>
    AnswerDuties,

    /// <summary>See the cases of the own area; whoever goes from house to house the own ones, an OPD those with a step of its own.</summary>
    ViewCases,

    /// <summary>Open a case, plan its steps, review and close it.</summary>
    ManageCases,

    /// <summary>Read and write the notes of contact with the family of a case.</summary>
    WorkOnCases,

    /// <summary>Say how a step of a case ended.</summary>
    SettleCaseSteps,

    /// <summary>See who is proposed for graduation, who is watched, and by which rule.</summary>
    ViewGraduations,

    /// <summary>Decide that a family graduates, and that it has fallen back.</summary>
    DecideGraduations,

    /// <summary>Set by which rule families are proposed for graduation.</summary>
    SetGraduationRule,

    /// <summary>See which aid of several OPDs a rule takes for double, in the own area.</summary>
    ViewOverlaps,

    /// <summary>Say of aid that a rule takes for double what it is, and take that back.</summary>
    DecideOverlaps,

    /// <summary>Set which aid is looked at as double, and from which budget year.</summary>
    SetOverlapRules,

    /// <summary>Open a program of the own OPD.</summary>
    ManagePrograms,

    /// <summary>Record aid for a household under a program of the own OPD.</summary>
    RecordInterventions,

    /// <summary>See the figures of the own area.</summary>
    ViewDashboard,

    /// <summary>Take the households or recipients of the own area and duty out as a file, numbers masked, for a stated purpose.</summary>
    ExportLists,

    /// <summary>Copy figures of BPS from their publication.</summary>
    EnterMacroFigures,

    /// <summary>Confirm figures of BPS that somebody else has entered, after a look into the source.</summary>
    ConfirmMacroFigures,

    /// <summary>See meetings and download their pack.</summary>
    ViewMeetings,

    /// <summary>Call a meeting, invite to it, keep its attendance, minutes and decisions, publish its pack and close it.</summary>
    ManageMeetings,

    /// <summary>See what meetings decided and what became of it; heads of villages and districts see what names the own area.</summary>
    ViewFollowUps,

    /// <summary>Report on decisions: for the own OPD, for the own area where a decision names it, and for the secretariat on any.</summary>
    ReportFollowUps,

    /// <summary>Open and close accounts, give and end roles in the own area.</summary>
    ManageUsers,

    /// <summary>See accounts, their roles, and the reviews of who can see what.</summary>
    ViewUsers,

    /// <summary>Record what happens in a family: birth, death, change of head, split, members who come and go.</summary>
    RecordEvents,

    /// <summary>Put right what the register says of a person.</summary>
    CorrectMembers,

    /// <summary>Offer a household that moves to another village, and accept or decline one that is offered.</summary>
    HandOverHouseholds,

    /// <summary>Read the audit and walk its chain.</summary>
    ViewAudit,

    /// <summary>Change the office's name, letterhead, zone and legal bases.</summary>
    ManageSettings,

    /// <summary>See when the data were backed up and when a backup was last proved.</summary>
    ViewBackups,

    /// <summary>See who saw a household, when and what for.</summary>
    ViewAccesses,

    /// <summary>Publish a new version of the privacy notice.</summary>
    PublishNotices,

    /// <summary>Record and answer requests of data subjects.</summary>
    HandleSubjectRequests,
}
