using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.UnitTests.Domain.Assistance;

public sealed class AidOverlapTests
{
    private static readonly AidPeriod First = new(2024, 1), Second = new(2024, 2), Year = new(2024);

    [Fact]
    public void The_same_program_twice_in_one_period_is_double_and_in_two_quarters_is_not()
    {
        Assert.Equal([("SAMA_PROGRAM_PERIODE", "1 2")], Find(Pkh(1, "a", First), Pkh(2, "a", First)));
        Assert.Empty(Find(Pkh(1, "a", First), Pkh(2, "a", Second)));
        Assert.Empty(Find(Pkh(1, "a", First), Pkh(2, "b", First, household: 8)));
    }

    [Fact]
    public void Dana_Desa_cash_and_PKH_in_one_period_are_double_for_one_person_and_for_one_family()
    {
        Assert.Equal([("BLT_DD_DAN_PKH", "1 2")], Find(Cash(1, "a", First), Pkh(2, "a", First)));
        Assert.Equal([("BLT_DD_DAN_PKH_SATU_KELUARGA", "1 2")], Find(Cash(1, "a", First), Pkh(2, "b", First)));
        Assert.Empty(Find(Cash(1, "a", First), Pkh(2, "b", Second)));
    }

    [Fact]
    public void Aid_for_the_family_as_a_whole_is_double_like_aid_for_a_person() =>
        Assert.Equal([("BLT_DD_DAN_PKH", "1 2")], Find(new AidFact(1, null, 7, "BLT DD", First), new AidFact(2, null, 7, "PKH", First)));

    [Fact]
    public void A_person_outside_the_register_has_no_family_to_be_double_in() => Assert.Empty(Find(Cash(1, "a", First, household: null), Pkh(2, "b", First, household: null)));

    [Fact]
    public void One_house_is_mended_once_whatever_the_years()
    {
        Assert.Equal([("RTLH_DUA_KALI", "1 2")], Find(House(1, "a", new AidPeriod(2022)), House(2, "a", Year)));
        Assert.Equal([("RTLH_DUA_KALI_SATU_KELUARGA", "1 2")], Find(House(1, "a", Year), House(2, "b", Year)));
    }

    [Theory]
    [InlineData(2016, 2026, true)]
    [InlineData(2016, 2025, false)]
    public void A_house_may_be_mended_again_after_the_years_of_the_rule(int first, int second, bool isAllowed) =>
        Assert.Equal(isAllowed, !AidOverlaps.Find([House(1, "a", new AidPeriod(first)), House(2, "a", new AidPeriod(second))], [Rule(OverlapKind.OncePerHouse, ProgramGroup.HouseRepair, years: 10, from: 2015)]).Any());

    [Fact]
    public void A_month_meets_its_quarter_and_both_meet_their_year()
    {
        Assert.Equal([("BLT_DD_DAN_PKH", "1 2")], Find(Cash(1, "a", new AidPeriod(2024, Month: 2)), Pkh(2, "a", First)));
        Assert.Empty(Find(Cash(1, "a", new AidPeriod(2024, Month: 4)), Pkh(2, "a", First)));
        Assert.Equal([("BLT_DD_DAN_PKH", "1 2 3")], Find(Cash(1, "a", First), Cash(2, "a", Second), Pkh(3, "a", Year)));
    }

    [Fact]
    public void A_rule_holds_for_the_budget_years_that_it_names_and_no_other()
    {
        var rule = Rule(OverlapKind.Exclusive, ProgramGroup.DanaDesaCash, ProgramGroup.Pkh, from: 2024);
        Assert.True(rule.EndAfter(2024, 1).IsAccepted);
        AidFact[] Of(int year) => [Cash(1, "a", new AidPeriod(year, 1)), Pkh(2, "a", new AidPeriod(year, 1))];

        Assert.Equal([false, true, false], new[] { 2023, 2024, 2025 }.Select(year => AidOverlaps.Find(Of(year), [rule]).Any()));
        Assert.False(rule.EndAfter(2024, 1).IsAccepted);
        Assert.False(rule.EndAfter(2030, 1).IsAccepted);
    }

    [Fact]
    public void Whatever_the_aid_a_finding_names_pieces_of_one_receiver_or_family_that_the_rule_is_about()
    {
        var random = new Random(6);
        string[] programs = ["PKH", "BLT Dana Desa", "Sembako", "RTLH", "PIP", "Pelatihan Kerja"];
        for (var round = 0; round < 300; round++)
        {
            var facts = Enumerable.Range(1, random.Next(2, 14)).Select(key => new AidFact(key, random.Next(4) == 0 ? null : $"p{random.Next(4)}", random.Next(3), programs[random.Next(programs.Length)],
                new AidPeriod(2023 + random.Next(2), random.Next(2) == 0 ? random.Next(1, 5) : null))).ToDictionary(fact => fact.Key);
            foreach (var overlap in AidOverlaps.Find(facts.Values, OverlapRule.Given))
            {
                var named = overlap.Keys.Select(key => facts[key]).ToList();
                Assert.True(named.Count > 1);
                Assert.Single(named.Select(fact => overlap.IsInFamily ? $"{fact.Household}" : fact.Person ?? $"keluarga {fact.Household}").Distinct());
                Assert.All(named, fact => Assert.True(overlap.Rule.Kind is OverlapKind.SameProgramAndPeriod || fact.Group == overlap.Rule.First || fact.Group == overlap.Rule.Second));
                Assert.True(overlap.Rule.Kind is not OverlapKind.SameProgramAndPeriod || named.Select(fact => (fact.Program, fact.Period)).Distinct().Count() == 1);
                Assert.True(overlap.Rule.Kind is not OverlapKind.Exclusive || named.Select(fact => fact.Group).Distinct().Count() == 2);
            }
        }
    }

    [Fact]
    public void A_rule_needs_its_programs_its_years_and_the_regulation_that_says_so()
    {
        Assert.Equal("Tulis dasar aturannya: peraturan, pedoman, atau kesepakatan rapat.", Refusal(new(OverlapKind.Exclusive, 2026, " ") { First = ProgramGroup.Pkh, Second = ProgramGroup.SchoolGrant }));
        Assert.Equal("Pilih dua jenis program yang berbeda.", Refusal(new(OverlapKind.Exclusive, 2026, "Perbup") { First = ProgramGroup.Pkh, Second = ProgramGroup.Pkh }));
        Assert.Equal("Pilih jenis programnya dan tulis jumlah tahun antara 1 dan 30.", Refusal(new(OverlapKind.OncePerHouse, 2026, "Pedoman") { First = ProgramGroup.HouseRepair, Years = 31 }));
        Assert.Equal("Tahun mulai antara 2015 dan 2100.", Refusal(new(OverlapKind.SameProgramAndPeriod, 1999, "Perbup")));
    }

    [Fact]
    public void What_a_rule_forbids_no_other_rule_of_the_same_years_allows()
    {
        Assert.Contains("sudah ada aturan", Refusal(new(OverlapKind.Completing, 2026, "Perbup") { First = ProgramGroup.Pkh, Second = ProgramGroup.DanaDesaCash }), StringComparison.Ordinal);
        var ended = Rule(OverlapKind.Exclusive, ProgramGroup.DanaDesaCash, ProgramGroup.Pkh, from: 2024);
        Assert.True(ended.EndAfter(2025, 1).IsAccepted);
        Assert.True(OverlapRule.Set(new(OverlapKind.Completing, 2026, "Perbup") { First = ProgramGroup.Pkh, Second = ProgramGroup.DanaDesaCash }, [ended], 1, default, out _).IsAccepted);
    }

    [Fact]
    public void A_decision_says_why_and_of_double_aid_which_piece_is_one_too_many()
    {
        var seen = new SeenOverlap("BLT_DD_DAN_PKH", 7, "tanda", [1, 2]);
        Assert.False(OverlapDecision.Take(seen, OverlapVerdict.Rightful, null, " ", 1, default, out _).IsAccepted);
        Assert.False(OverlapDecision.Take(seen, OverlapVerdict.Surplus, 3, "Sudah PKH.", 1, default, out _).IsAccepted);
        Assert.True(OverlapDecision.Take(seen, OverlapVerdict.Surplus, 2, "Sudah PKH.", 1, default, out var decision).IsAccepted);
        Assert.Equal(2, decision!.SurplusAidId);
        Assert.False(decision.Withdraw("", 1, default).IsAccepted);
        Assert.True(decision.Withdraw("Keliru.", 1, default).IsAccepted);
        Assert.False(decision.Withdraw("Keliru.", 1, default).IsAccepted);
    }

    [Fact]
    public void Aid_that_completes_other_aid_is_not_double() => Assert.Empty(Find(Pkh(1, "a", First), House(2, "a", Year), new AidFact(3, "a", 7, "PBI-JKN", First)));

    [Theory]
    [InlineData("Triwulan II", 2, null)]
    [InlineData("tw 4", 4, null)]
    [InlineData("Maret", null, 3)]
    [InlineData("Tahunan", null, null)]
    [InlineData("", null, null)]
    public void A_period_is_read_as_offices_write_it(string text, int? quarter, int? month)
    {
        Assert.True(AidPeriod.TryRead(2024, text, out var period));
        Assert.Equal(new AidPeriod(2024, quarter, month), period);
    }

    [Theory]
    [InlineData("Semester I")]
    [InlineData("Triwulan V")]
    [InlineData("TW")]
    public void A_period_that_nobody_knows_is_the_year(string text)
    {
        Assert.False(AidPeriod.TryRead(2024, text, out var period));
        Assert.Equal(Year, period);
    }

    [Fact]
    public void A_period_ends_on_its_last_day() =>
        Assert.Equal([new DateOnly(2024, 3, 31), new DateOnly(2024, 2, 29), new DateOnly(2024, 12, 31)], new[] { First.LastDay, new AidPeriod(2024, Month: 2).LastDay, Year.LastDay });

    private static AidFact Pkh(long key, string person, AidPeriod period, long? household = 7) => new(key, person, household, "PKH", period);

    private static AidFact Cash(long key, string person, AidPeriod period, long? household = 7) => new(key, person, household, "BLT Dana Desa", period);

    private static AidFact House(long key, string person, AidPeriod period) => new(key, person, 7, "RTLH 2024", period);

    private static OverlapRule Rule(OverlapKind kind, ProgramGroup? first, ProgramGroup? second = null, int? years = null, int from = 2024)
    {
        Assert.True(OverlapRule.Set(new OverlapTerms(kind, Math.Max(from, AidProgram.FirstYear), "Perbup") { First = first, Second = second, Years = years }, [], 1, default, out var rule).IsAccepted);
        return rule!;
    }

    private static string Refusal(OverlapTerms terms) => OverlapRule.Set(terms, OverlapRule.Given, 1, default, out _).Refusal ?? "";

    private static IEnumerable<(string, string)> Find(params AidFact[] facts) => AidOverlaps.Find(facts, OverlapRule.Given).Select(overlap => (overlap.Kind, string.Join(' ', overlap.Keys)));
}
