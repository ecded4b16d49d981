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
    public void A_person_outside_the_register_has_no_family_to_be_double_in() => Assert.Empty(Find(Cash(1, "a", First, household: null), Pkh(2, "b", First, household: null)));

    [Fact]
    public void One_house_is_mended_once_whatever_the_years()
    {
        Assert.Equal([("RTLH_DUA_KALI", "1 2")], Find(House(1, "a", new AidPeriod(2022)), House(2, "a", Year)));
        Assert.Equal([("RTLH_DUA_KALI_SATU_KELUARGA", "1 2")], Find(House(1, "a", Year), House(2, "b", Year)));
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

    private static IEnumerable<(string, string)> Find(params AidFact[] facts) => AidOverlaps.Find(facts).Select(overlap => (overlap.Kind, string.Join(' ', overlap.Keys)));
}
