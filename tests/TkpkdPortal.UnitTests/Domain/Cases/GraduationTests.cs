using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Cases;

public sealed class GraduationTests
{
    private static readonly GraduationRule Rule = GraduationRule.First(Given.Today, Given.Now);

    private static readonly VisitFinding WellOff = new(Given.Today, Eligibility.NotEligible, IneligibilityReason.WellOff), Poor = new(Given.Today, Eligibility.Poor, null),
        ExtremelyPoor = new(Given.Today, Eligibility.ExtremelyPoor, null), Moved = new(Given.Today, Eligibility.NotEligible, IneligibilityReason.Moved);

    public static TheoryData<string, byte?, string, int, bool> Families => new()
    {
        { "found well-off twice, whatever the list says", 1, "WW", 0, true },
        { "ranked 5 and never found extremely poor", 5, "PP", 0, true },
        { "ranked above four where the list does not split", 99, "PW", 0, true },
        { "ranked 4", 4, "PP", 0, false },
        { "the list gives no rank", 0, "PP", 0, false },
        { "found extremely poor once", 9, "EW", 0, false },
        { "gone is not well-off", 1, "MM", 0, false },
        { "gone, and ranked 9", 9, "MP", 0, false },
        { "one visit", 9, "W", 0, false },
        { "none", 9, "", 0, false },
        { "only the latest two count", 9, "WWE", 0, true },
        { "a need of the rule", 9, "WW", (int)Need.Sanitation, false },
        { "a need that the rule does not ask for", 9, "WW", (int)Need.Work, true },
    };

    [Theory, MemberData(nameof(Families))]
    public void The_rule_proposes_by_visits_rank_and_needs(string family, byte? decile, string visits, int needs, bool isProposed)
    {
        var conditions = Rule.Judge(new GraduationFacts(decile, [.. visits.Select(FindingOf)], new NeedProfile((Need)needs, Need.None)));

        Assert.True(isProposed == conditions.All(condition => condition.Holds), $"{family}: {string.Join(' ', conditions.Select(condition => condition.Sentence))}");
    }

    [Fact]
    public void What_is_unknown_is_no_need_and_is_said()
    {
        var needs = Rule.Judge(new GraduationFacts(5, [Poor, Poor], new NeedProfile(Need.None, Need.HealthInsurance)))[2];

        Assert.True(needs.Holds);
        Assert.Contains("belum diketahui: Jaminan kesehatan", needs.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_natural_graduation_follows_the_rule_and_an_own_request_does_not_need_it()
    {
        var unmet = Rule.Judge(new GraduationFacts(1, [], default));

        Assert.Contains("belum terpenuhi", Decide(unmet, GraduationKind.Natural).Refusal, StringComparison.Ordinal);
        Assert.Contains("Tulis buktinya", Decide(unmet, GraduationKind.OwnRequest, evidence: " ").Refusal, StringComparison.Ordinal);
        Assert.Contains("Tulis alasannya", Decide(unmet, GraduationKind.OwnRequest, reason: null).Refusal, StringComparison.Ordinal);
        Assert.Null(Decide(unmet, GraduationKind.OwnRequest).Refusal);
        Assert.Null(Decide(unmet, GraduationKind.NotYet, evidence: null).Refusal);
    }

    [Fact]
    public void It_is_watched_for_the_months_of_the_rule_and_keeps_what_was_known()
    {
        var one = Graduated();

        Assert.Equal((Given.Today.AddMonths(12), 1, true, true, false), (one.Until, one.RuleNumber, one.IsInForce, one.IsWatched(one.Until), one.IsWatched(one.Until.AddDays(1))));
        Assert.Equal(3, one.Facts.Split('\n').Length);
        Assert.Contains("sudah graduasi", Graduation.Decide(Given.Household(), Rule, [], new GraduationVerdict(GraduationKind.OwnRequest, "Lagi.", "Surat."), one, 1, Given.Today, Given.Now, out _).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void It_falls_back_with_a_reason_once_or_is_weighed_and_stays()
    {
        var (stays, falls) = (Graduated(), Graduated());

        Assert.Contains("Tulis alasannya", falls.Weigh(true, " ", Given.Household(), 2, Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.True(stays.Weigh(false, "Salah catat.", Given.Household(), 2, Given.Today, Given.Now).IsAccepted);
        Assert.True(falls.Weigh(true, "Kepala keluarga sakit.", Given.Household(), 2, Given.Today, Given.Now).IsAccepted);
        Assert.Equal((true, Given.Now, false, Given.Today), (stays.IsInForce, stays.KeptAt, falls.IsInForce, falls.RelapsedOn));
        Assert.Contains("sudah tercatat kambuh", falls.Weigh(true, "Lagi.", Given.Household(), 2, Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Null(Graduation.Decide(Given.Household(), Rule, [], new GraduationVerdict(GraduationKind.NotYet, "Lagi.", null), falls, 1, Given.Today, Given.Now, out var next).Refusal);
        Assert.Equal((2, Given.Today.AddMonths(6), false), (next!.Number, next.Until, next.IsInForce));
    }

    [Theory]
    [InlineData("", 5, 0, 5, null)]
    [InlineData("E", 9, 0, 9, "Kunjungan sesudah graduasi")]
    [InlineData("W", 9, 0, 9, null)]
    [InlineData("", 9, (int)Need.Food, 9, "Ada kebutuhan baru: Pangan")]
    [InlineData("", 9, (int)Need.Sanitation, 9, null)]
    [InlineData("", 2, 0, 6, "desil 2, saat graduasi desil 6")]
    [InlineData("", 2, 0, 2, null)]
    [InlineData("", 2, 0, null, "desil 2")]
    public void What_is_known_since_speaks_of_a_relapse(string visits, int decile, int needs, int? decileThen, string? sentence)
    {
        var said = Rule.Relapse((byte?)decileThen, Need.Work | Need.Sanitation, new GraduationFacts((byte)decile, [.. visits.Select(FindingOf)], new NeedProfile((Need)needs, Need.None)));

        Assert.Equal(sentence is null, said is null);
        Assert.Contains(sentence ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Another_rule_is_the_next_with_its_source_and_within_limits()
    {
        var terms = GraduationTerms.Given with { FromDecile = 4 };

        Assert.Contains("sama", Rule.Follow(GraduationTerms.Given, "SK", "Uji", 1, Given.Today, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("dasar", Rule.Follow(terms, " ", "Uji", 1, Given.Today, Given.Now, out _).Refusal, StringComparison.Ordinal);
        foreach (var wrong in (GraduationTerms[])[terms with { FromDecile = 1 }, terms with { Visits = 0 }, terms with { Without = Need.None }, terms with { WatchMonths = 1 }])
            Assert.False(Rule.Follow(wrong, "SK", "Uji", 1, Given.Today, Given.Now, out _).IsAccepted);
        Assert.Null(Rule.Follow(terms, "SK 7", "Uji", 1, Given.Today, Given.Now, out var next).Refusal);
        Assert.Equal((2, terms), (next!.Number, next.Terms));
    }

    private static VisitFinding FindingOf(char code) => code switch { 'W' => WellOff, 'P' => Poor, 'E' => ExtremelyPoor, _ => Moved };

    private static TkpkdPortal.Domain.Outcome Decide(IReadOnlyList<GraduationCondition> conditions, GraduationKind kind, string? reason = "Sudah mampu.", string? evidence = "BA 3") =>
        Graduation.Decide(Given.Household(), Rule, conditions, new GraduationVerdict(kind, reason, evidence), null, 1, Given.Today, Given.Now, out _);

    private static Graduation Graduated()
    {
        var conditions = Rule.Judge(new GraduationFacts(6, [Poor, Poor], default));
        Assert.Null(Graduation.Decide(Given.Household(), Rule, conditions, new GraduationVerdict(GraduationKind.Natural, "Sudah mampu.", "BA 3"), null, 1, Given.Today, Given.Now, out var decided).Refusal);
        return decided!;
    }
}
