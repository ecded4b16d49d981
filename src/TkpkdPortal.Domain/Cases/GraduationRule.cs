using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Cases;

/// <summary>From which decile of its list, after how many approved visits, without which needs a family is proposed for graduation, and how many months it is watched afterwards.</summary>
public sealed record GraduationTerms(int FromDecile, int Visits, Need Without, int WatchMonths)
{
    /// <summary>As an office begins: decile 5 in two verifications, none of N01 to N07, watched for a year.</summary>
    public static GraduationTerms Given { get; } = new(5, 2,
        Need.Food | Need.HealthInsurance | Need.Schooling | Need.DecentHouse | Need.DrinkingWater | Need.Sanitation | Need.Electricity, 12);

    public Outcome Check() => this switch
    {
        { FromDecile: < 2 or > 10 } => Outcome.Refuse("Desil berkisar antara 2 dan 10."),
        { Visits: < 1 or > 5 } => Outcome.Refuse("Jumlah kunjungan berkisar antara 1 dan 5."),
        { Without: Need.None } => Outcome.Refuse("Pilih paling sedikit satu kebutuhan yang tidak boleh ada lagi."),
        { WatchMonths: < 3 or > 36 } => Outcome.Refuse("Masa pantau berkisar antara 3 dan 36 bulan."),
        _ => Outcome.Accepted,
    };
}

/// <summary>What is known of a family when it is judged: its rank, what approved visits found (latest first), and its needs.</summary>
public sealed record GraduationFacts(byte? DecileCode, IReadOnlyList<VisitFinding> Findings, NeedProfile Needs);

/// <summary>What one approved visit found.</summary>
public sealed record VisitFinding(DateOnly On, Eligibility? Eligibility, IneligibilityReason? Reason)
{
    /// <summary>The visit says that the family can do without, not that it is gone or doubled.</summary>
    public bool IsWellOff => Eligibility is Visits.Eligibility.NotEligible
        && Reason is IneligibilityReason.WellOff or IneligibilityReason.RegularIncome or IneligibilityReason.StateEmployeeOrPensioner or IneligibilityReason.LargeAssets;
}

/// <summary>One condition of the rule, whether it holds for a family, and the facts in a sentence.</summary>
public sealed record GraduationCondition(bool Holds, string Sentence);

/// <summary>
/// Aturan graduasi: numbered terms with their source. A family is proposed when its latest approved visits all found that it can do without, or none of them found extreme poverty and its list ranks it
/// from a decile on; and when it has none of the needs. What is not known is no need, and is said. Nobody graduates by the rule alone.
/// </summary>
public sealed class GraduationRule : IHasPublicId, IHasVersion
{
    public const int SourceMaxLength = 300, ReasonMaxLength = 300;

    public const string GivenSource = "Bawaan portal: usulan uji graduasi, menunggu keputusan kantor";

    private GraduationRule() => (Source, Reason, Terms) = ("", "", GraduationTerms.Given);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    /// <summary>1 is the program's own; the newest is in force.</summary>
    public int Number { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public string Source { get; private set; }

    public string Reason { get; private set; }

    public GraduationTerms Terms { get; private set; }

    public long? AdoptedById { get; private set; }

    public DateTime AdoptedAt { get; private set; }

    public int Version { get; private set; }

    public static GraduationRule First(DateOnly today, DateTime at) => new()
    {
        PublicId = Guid.CreateVersion7(),
        Number = 1,
        ValidFrom = today,
        Source = GivenSource,
        Reason = "Aturan awal",
        AdoptedAt = at,
    };

    public Outcome Follow(GraduationTerms terms, string? source, string? reason, long userId, DateOnly today, DateTime at, out GraduationRule? next)
    {
        next = null;
        if (terms.Check() is { IsAccepted: false } refused)
            return refused;
        if (terms == Terms)
            return Outcome.Refuse($"Isinya sama dengan aturan nomor {Number} yang sedang berlaku.");
        if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis dasar aturan ini dan mengapa diubah.");
        next = new GraduationRule
        {
            PublicId = Guid.CreateVersion7(),
            Number = Number + 1,
            ValidFrom = today,
            Source = source.Trim(),
            Reason = reason.Trim(),
            Terms = terms,
            AdoptedById = userId,
            AdoptedAt = at,
        };
        return Outcome.Accepted;
    }

    /// <summary>Every condition with the facts that meet it or do not; the family is proposed when all hold.</summary>
    public IReadOnlyList<GraduationCondition> Judge(GraduationFacts facts)
    {
        var latest = facts.Findings.Take(Terms.Visits).ToList();
        var (present, unknown) = (facts.Needs.Present & Terms.Without, facts.Needs.Unknown & Terms.Without);
        var isRanked = facts.DecileCode >= Terms.FromDecile;
        var said = latest.Count == 0 ? "" : $": {Indonesian.List([.. latest.Select(Say)])}";
        return
        [
            new(latest.Count == Terms.Visits, $"{Indonesian.Number(facts.Findings.Count)} dari {Indonesian.Number(Terms.Visits)} kunjungan yang disetujui{said}."),
            new(latest.Count > 0 && (latest.All(finding => finding.IsWellOff) || (isRanked && latest.All(finding => finding.IsWellOff || finding.Eligibility is Eligibility.Poor))),
                $"{(facts.DecileCode is { } code and not 0 ? $"Desil {WelfareDecile.FromCode(code).Label} menurut daftarnya" : "Daftarnya tidak memberi desil")}; aturan: desil {Terms.FromDecile} ke atas tanpa temuan miskin ekstrem, atau semua kunjungan itu menemukan keluarga ini mampu."),
            new(present is Need.None, present is Need.None ? $"Tidak ada kebutuhan yang disyaratkan{(unknown is Need.None ? "" : $"; belum diketahui: {NeedWords.List(unknown)}")}." : $"Masih ada kebutuhan: {NeedWords.List(present)}."),
        ];
    }

    /// <summary>Why a family that has graduated may have fallen back, by what became known since; null where nothing says so.</summary>
    public string? Relapse(byte? decileThen, Need needsThen, GraduationFacts since)
    {
        if (since.Findings is [{ Eligibility: Eligibility.ExtremelyPoor or Eligibility.Poor } finding, ..])
            return $"Kunjungan sesudah graduasi: {Say(finding)}.";
        if ((since.Needs.Present & Terms.Without & ~needsThen) is not Need.None and var back)
            return $"Ada kebutuhan baru: {NeedWords.List(back)}.";
        return since.DecileCode is { } now and not 0 && now < Terms.FromDecile && (decileThen ?? byte.MaxValue) > now
            ? $"Daftarnya kini menempatkan keluarga ini di desil {WelfareDecile.FromCode(now).Label}{(decileThen is { } then and not 0 ? $", saat graduasi desil {WelfareDecile.FromCode(then).Label}" : "")}."
            : null;
    }

    private static string Say(VisitFinding finding) =>
        $"{Indonesian.Date(finding.On)} {EligibilityWords.Values.Label(finding.Eligibility, "tanpa temuan").ToLowerInvariant()}{(finding.Reason is { } reason ? $" ({EligibilityWords.Reasons.Label(reason).ToLowerInvariant()})" : "")}";
}
