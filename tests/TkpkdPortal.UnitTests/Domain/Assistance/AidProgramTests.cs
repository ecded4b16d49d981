using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.UnitTests.Domain.Assistance;

public sealed class AidProgramTests
{
    private static readonly ProgramTerms Terms = new(" RTLH ", AidStrategy.ReducePockets, FundSource.RegionalApbd, 2025) { Ceiling = 100_000_000m, UnitCost = 20_000_000m, Unit = "unit rumah" };

    [Fact]
    public void Dana_Desa_is_refused_in_an_office_without_desa()
    {
        var terms = Terms with { FundSource = FundSource.DanaDesa };

        Assert.Equal("Dana Desa hanya untuk desa, dan wilayah kantor ini hanya kelurahan. Pilih sumber dana lain.", AidProgram.Open(3, terms, officeHasDesa: false, out var none).Refusal);
        Assert.Null(none);
        Assert.True(AidProgram.Open(3, terms, officeHasDesa: true, out _).IsAccepted);
    }

    [Fact]
    public void Money_that_is_not_the_states_names_its_partner()
    {
        var terms = Terms with { FundSource = FundSource.Baznas };

        Assert.Equal("Sebutkan mitra yang membiayai: sumber dananya BAZNAS/LAZ.", AidProgram.Open(3, terms with { Partner = " " }, true, out _).Refusal);
        Assert.True(AidProgram.Open(3, terms with { Partner = "BAZNAS Kutai Timur" }, true, out _).IsAccepted);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, -1)]
    [InlineData(10, 11)]
    public void Ceiling_and_unit_cost_are_sums_that_can_be(int? ceiling, int? unitCost) =>
        Assert.False(AidProgram.Open(3, Terms with { Ceiling = ceiling, UnitCost = unitCost }, true, out _).IsAccepted);

    [Fact]
    public void The_ceiling_does_not_fall_below_what_was_handed_out()
    {
        var program = Open();

        Assert.Equal("Pagu lebih kecil daripada yang sudah tersalur (Rp80.000.000).", program.Change(Terms with { Ceiling = 60_000_000m }, true, realised: 80_000_000m, hasAid: true).Refusal);
        Assert.True(program.Change(Terms with { Ceiling = 80_000_000m }, true, realised: 80_000_000m, hasAid: true).IsAccepted);
    }

    [Fact]
    public void The_year_stays_where_aid_was_recorded()
    {
        var program = Open();

        Assert.False(program.Change(Terms with { Year = 2026 }, true, 0, hasAid: true).IsAccepted);
        Assert.True(program.Change(Terms with { Year = 2026 }, true, 0, hasAid: false).IsAccepted);
    }

    [Fact]
    public void A_plan_beyond_the_ceiling_is_refused_and_goods_without_a_price_are_not()
    {
        var program = Open();

        Assert.StartsWith("Pagu Rp100.000.000 terlampaui", program.CanCommit(90_000_000m, 20_000_000m).Refusal, StringComparison.Ordinal);
        Assert.True(program.CanCommit(80_000_000m, 20_000_000m).IsAccepted);
        Assert.True(program.CanCommit(100_000_000m, null).IsAccepted);
    }

    [Fact]
    public void A_program_with_open_plans_is_not_closed_and_a_closed_one_not_again()
    {
        var program = Open();

        Assert.StartsWith("Masih ada 2 bantuan", program.Close(Given.Today, openPlans: 2).Refusal, StringComparison.Ordinal);
        Assert.True(program.Close(Given.Today, openPlans: 0).IsAccepted);
        Assert.False(program.Close(Given.Today, openPlans: 0).IsAccepted);
    }

    [Fact]
    public void A_program_that_a_file_proposed_is_confirmed_by_its_terms()
    {
        var program = AidProgram.Propose(3, Terms with { FundSource = FundSource.DanaDesa });
        Assert.True(program.IsProposed);

        Assert.True(program.Change(Terms, officeHasDesa: false, realised: 0, hasAid: true).IsAccepted);

        Assert.False(program.IsProposed);
    }

    private static AidProgram Open() => AidProgram.Open(3, Terms, officeHasDesa: true, out var program).IsAccepted && program is not null
        ? program : throw new InvalidOperationException("The test's own terms are refused.");
}
