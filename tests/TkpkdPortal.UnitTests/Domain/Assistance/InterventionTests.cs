using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.UnitTests.Domain.Assistance;

public sealed class InterventionTests
{
    private static readonly InterventionTerms Terms = new(InterventionState.Delivered, Given.Today, 1_500_000m, Goods: null, Note: null);

    [Fact]
    public void Aid_carries_the_OPD_of_its_program_and_the_area_of_the_household()
    {
        Assert.Null(Record(Terms with { Goods = " Semen " }, out var aid).Refusal);

        Assert.NotNull(aid);
        Assert.Equal((3L, 11L, Given.Desa, "Semen", Given.Now), (aid.OpdId, aid.HouseholdId, aid.AreaCode, aid.Goods, aid.RecordedAt));
    }

    [Theory]
    [InlineData(null, null, "Isi nilai rupiah atau barang yang diberikan.")]
    [InlineData(null, "  ", "Isi nilai rupiah atau barang yang diberikan.")]
    [InlineData(0, null, "Nilai berkisar antara Rp1 dan Rp1.000.000.000.")]
    [InlineData(-1, "Semen", "Nilai berkisar antara Rp1 dan Rp1.000.000.000.")]
    [InlineData(1_000_000_001, null, "Nilai berkisar antara Rp1 dan Rp1.000.000.000.")]
    [InlineData(1_000_000_000, null, null)]
    [InlineData(null, "Semen", null)]
    public void Aid_is_money_or_goods(int? amount, string? goods, string? refusal)
    {
        var outcome = Record(Terms with { Amount = amount, Goods = goods }, out var aid);

        Assert.Equal(refusal, outcome.Refusal);
        Assert.Equal(refusal is null, aid is not null);
    }

    [Theory]
    [InlineData(InterventionState.Delivered, false)]
    [InlineData(InterventionState.Verified, false)]
    [InlineData(InterventionState.Planned, true)]
    [InlineData(InterventionState.InProgress, true)]
    public void What_has_arrived_is_not_dated_in_the_future(InterventionState state, bool isAccepted) =>
        Assert.Equal(isAccepted, Record(Terms with { State = state, On = Given.Today.AddDays(1) }, out _).IsAccepted);

    [Theory]
    [InlineData(FundSource.DanaDesa, Given.Desa, true)]
    [InlineData(FundSource.DanaDesa, Given.Kelurahan, false)]
    [InlineData(FundSource.RegionalApbd, Given.Kelurahan, true)]
    public void Dana_Desa_reaches_only_a_desa(FundSource source, string area, bool isAccepted)
    {
        var outcome = Intervention.Record(Given.Program(source), Given.Household(area), Terms, "Kameloh Baru", Given.Today, Given.Now, out _);

        Assert.Equal(isAccepted ? null : "Dana Desa hanya untuk desa. Kameloh Baru adalah kelurahan; pilih program dengan sumber dana lain.", outcome.Refusal);
    }

    private static TkpkdPortal.Domain.Outcome Record(InterventionTerms terms, out Intervention? aid) =>
        Intervention.Record(Given.Program(), Given.Household(), terms, "Kelinjau Ulu", Given.Today, Given.Now, out aid);
}
