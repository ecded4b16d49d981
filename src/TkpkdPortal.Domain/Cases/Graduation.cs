using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Cases;

/// <summary>How a family leaves the target list, or that it does not yet.</summary>
public enum GraduationKind
{
    /// <summary>Alamiah: the family lives better, as the rule finds.</summary>
    Natural = 1,

    /// <summary>Mandiri: the family itself asks for it.</summary>
    OwnRequest = 2,

    /// <summary>Administratif: what entitled it is gone.</summary>
    Administrative = 3,

    /// <summary>Looked at and not graduated; asked again later.</summary>
    NotYet = 4,
}

/// <summary>The words for <see cref="GraduationKind"/>.</summary>
public static class GraduationWords
{
    public static CodedValues<GraduationKind> Kinds { get; } = new((GraduationKind.Natural, "Graduasi alamiah"), (GraduationKind.OwnRequest, "Graduasi mandiri"),
        (GraduationKind.Administrative, "Graduasi administratif"), (GraduationKind.NotYet, "Belum graduasi"));
}

/// <summary>What somebody decides of a family, with the reason and the paper or observation that proves it.</summary>
public sealed record GraduationVerdict(GraduationKind Kind, string? Reason, string? Evidence);

/// <summary>
/// Graduasi: somebody decided, by a rule's proposal or the family's own wish, that a family leaves the target list, or that it does not yet. It is watched for the months of the rule; whoever sees it fall
/// back decides so with a reason, and it is a target again. What was known on the day stays with the decision. No aid stops by it.
/// </summary>
public sealed class Graduation : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int ReasonMaxLength = 500, EvidenceMaxLength = 300, FactsMaxLength = 2_000;

    /// <summary>A family that is not graduated is proposed again after so many months at the earliest.</summary>
    public const int MonthsToAskAgain = 6;

    private Graduation() => (AreaCode, Reason, Facts) = ("", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Where the household lives; a move takes it along.</summary>
    public string AreaCode { get; private set; }

    /// <summary>1 is the first decision about the household.</summary>
    public int Number { get; private set; }

    public GraduationKind Kind { get; private set; }

    public string Reason { get; private set; }

    public string? Evidence { get; private set; }

    /// <summary>The conditions of the rule as they stood, one line for each.</summary>
    public string Facts { get; private set; }

    public int RuleNumber { get; private set; }

    public byte? DecileCode { get; private set; }

    /// <summary>Needs of the household then, or when what was said against it was last weighed.</summary>
    public Need Needs { get; private set; }

    public DateOnly On { get; private set; }

    public DateTime At { get; private set; }

    public long UserId { get; private set; }

    /// <summary>Last day of the watch, or the first on which a family that did not graduate is proposed again.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>What was said against it during the watch and weighed: the family stays graduated, and the same is not asked again.</summary>
    public DateTime? KeptAt { get; private set; }

    public DateOnly? RelapsedOn { get; private set; }

    public long? RelapsedById { get; private set; }

    /// <summary>Why it fell back, or why it stays graduated all the same.</summary>
    public string? RelapseReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>The family is off the target list.</summary>
    public bool IsInForce => Kind is not GraduationKind.NotYet && RelapsedOn is null;

    public bool IsWatched(DateOnly today) => IsInForce && Until >= today;

    public static Outcome Decide(Household household, GraduationRule rule, IReadOnlyList<GraduationCondition> conditions, GraduationVerdict verdict, Graduation? before, long userId, DateOnly today, DateTime at, out Graduation? decided)
    {
        decided = null;
        if (household.Closure is not null)
            return Outcome.Refuse("Keluarga ini tidak lagi ada dalam register.");
        if (before is { IsInForce: true })
            return Outcome.Refuse($"Keluarga ini sudah graduasi pada {Indonesian.Date(before.On)}.");
        if (verdict.Kind is GraduationKind.Natural && conditions.Any(condition => !condition.Holds))
            return Outcome.Refuse($"Graduasi alamiah mengikuti aturan nomor {rule.Number}, dan syaratnya belum terpenuhi. Lihat di atas.");
        if (string.IsNullOrWhiteSpace(verdict.Reason))
            return Outcome.Refuse("Tulis alasannya: keluarga ini berhak mengetahuinya.");
        if (verdict.Kind is not GraduationKind.NotYet && string.IsNullOrWhiteSpace(verdict.Evidence))
            return Outcome.Refuse("Tulis buktinya: berita acara, surat permohonan, atau kunjungan yang dipakai.");
        decided = new Graduation
        {
            PublicId = Guid.CreateVersion7(),
            HouseholdId = household.Id,
            AreaCode = household.AreaCode,
            Number = (before?.Number ?? 0) + 1,
            Kind = verdict.Kind,
            Reason = verdict.Reason.Trim(),
            Evidence = string.IsNullOrWhiteSpace(verdict.Evidence) ? null : verdict.Evidence.Trim(),
            Facts = string.Join('\n', conditions.Select(condition => condition.Sentence)),
            RuleNumber = rule.Number,
            DecileCode = household.DecileCode,
            Needs = household.Needs,
            On = today,
            At = at,
            UserId = userId,
            Until = today.AddMonths(verdict.Kind is GraduationKind.NotYet ? MonthsToAskAgain : rule.Terms.WatchMonths),
        };
        return Outcome.Accepted;
    }

    /// <summary>The family has fallen back and is a target again, or what was said against it was weighed and it stays.</summary>
    public Outcome Weigh(bool hasRelapsed, string? reason, Household household, long userId, DateOnly today, DateTime at)
    {
        if (!IsInForce)
            return Outcome.Refuse(RelapsedOn is { } on ? $"Keluarga ini sudah tercatat kambuh pada {Indonesian.Date(on)}." : "Keluarga ini belum graduasi.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis alasannya: apa yang diketahui, dari siapa.");
        RelapseReason = reason.Trim();
        if (hasRelapsed)
            (RelapsedOn, RelapsedById) = (today, userId);
        else
            (KeptAt, DecileCode, Needs) = (at, household.DecileCode, household.Needs);
        return Outcome.Accepted;
    }

    public void MoveTo(string areaCode) => AreaCode = areaCode;
}
