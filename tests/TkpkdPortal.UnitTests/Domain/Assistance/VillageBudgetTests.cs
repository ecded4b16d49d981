using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.Assistance;

public sealed class VillageBudgetTests
{
    private static readonly VillageBudgetTerms Desa = new(AreaCode.Parse(Given.Desa), "Desa Kelinjau Ulu", 40_000_000m, " APBDes 3/2025 ");

    private static readonly VillageBudgetUse Free = new(Others: 0, Delivered: 0);

    [Fact]
    public void A_desa_gets_its_part_with_the_paper_that_says_so()
    {
        Assert.Null(VillageBudget.Set(Program(), Desa, Free, out var budget).Refusal);

        Assert.Equal((Given.Desa, 40_000_000m, "APBDes 3/2025", 3L), (budget!.AreaCode, budget.Amount, budget.Source, budget.OpdId));
    }

    [Fact]
    public void Dana_Desa_is_refused_for_a_kelurahan_and_says_why_and_other_money_is_not()
    {
        var kelurahan = new VillageBudgetTerms(AreaCode.Parse(Given.Kelurahan), "Kelurahan Kameloh Baru", 40_000_000m, "SK 1/2025");

        Assert.StartsWith("Dana Desa hanya untuk desa. Kelurahan Kameloh Baru adalah kelurahan", VillageBudget.Set(Program(), kelurahan, Free, out var none).Refusal, StringComparison.Ordinal);
        Assert.Null(none);
        Assert.True(VillageBudget.Set(Program(FundSource.DanaKelurahan), kelurahan, Free, out _).IsAccepted);
    }

    [Theory]
    [InlineData(60, 40, null)]
    [InlineData(60, 41, "Pagu program Rp100.000.000 terlampaui: dengan Desa Kelinjau Ulu jumlah anggaran desa/kelurahan menjadi Rp101.000.000.")]
    [InlineData(0, 0, "Anggaran Desa Kelinjau Ulu berkisar antara Rp1")]
    [InlineData(0, -1, "Anggaran Desa Kelinjau Ulu berkisar antara Rp1")]
    public void All_villages_together_stay_within_the_ceiling(int others, int amount, string? refusal)
    {
        var answer = VillageBudget.Set(Program(), Desa with { Amount = amount * 1_000_000m }, Free with { Others = others * 1_000_000m }, out _).Refusal;

        Assert.Equal(refusal is null, answer is null);
        Assert.StartsWith(refusal ?? "", answer ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_does_not_fall_below_what_was_delivered_there_and_is_then_not_taken_away()
    {
        var program = Program();
        Assert.True(VillageBudget.Set(program, Desa, Free, out var budget).IsAccepted);
        var used = Free with { Delivered = 30_000_000m };

        Assert.Equal("Anggaran Desa Kelinjau Ulu lebih kecil daripada yang sudah tersalur di sana (Rp30.000.000).", budget!.Change(program, Desa with { Amount = 29_000_000m }, used).Refusal);
        Assert.Contains("tidak bisa dihapus", VillageBudget.CanRemove(program, Desa, used).Refusal, StringComparison.Ordinal);
        Assert.True(VillageBudget.CanRemove(program, Desa, Free).IsAccepted);
        Assert.True(budget.Change(program, Desa with { Amount = 30_000_000m }, used).IsAccepted);
        Assert.Equal(30_000_000m, budget.Amount);
    }

    [Fact]
    public void A_budget_needs_its_paper_and_a_program_that_runs()
    {
        var closed = Program();
        Assert.True(closed.Close(Given.Today, openPlans: 0).IsAccepted);

        Assert.StartsWith("Isi dasar anggaran Desa Kelinjau Ulu", VillageBudget.Set(Program(), Desa with { Source = " " }, Free, out _).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Program ini sudah ditutup", VillageBudget.Set(closed, Desa, Free, out _).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Program ini sudah ditutup", VillageBudget.CanRemove(closed, Desa, Free).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_is_not_changed_under_the_budgets_of_its_villages()
    {
        var terms = Terms with { FundSource = FundSource.RegionalApbd };
        var shares = new VillageShares(90_000_000m, HasKelurahan: true);

        Assert.Contains("(Rp90.000.000)", Program().Change(terms with { Ceiling = 80_000_000m }, true, 0, false, shares).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Tahun tidak bisa diubah karena sudah ada anggaran", Program().Change(terms with { Year = 2026 }, true, 0, false, shares).Refusal, StringComparison.Ordinal);
        Assert.Contains("Dana Desa hanya untuk desa", Program().Change(Terms, true, 0, false, shares).Refusal, StringComparison.Ordinal);
        Assert.True(Program().Change(terms, true, 0, false, shares).IsAccepted);
        Assert.True(Program().Change(Terms, true, 0, false, shares with { HasKelurahan = false }).IsAccepted);
    }

    [Fact]
    public void A_target_group_is_known_by_its_occupations_and_none_is_for_everybody()
    {
        Assert.Equal("Semua", TargetGroups.List(AidTargetGroup.None));
        Assert.Equal("Petani, Pelaku UMKM", TargetGroups.List(AidTargetGroup.Farmers | AidTargetGroup.SmallTraders));
        Assert.Equal([Occupation.Farmer, Occupation.Fisher, Occupation.Trader, Occupation.SelfEmployed], TargetGroups.Each.SelectMany(TargetGroups.OccupationsOf));
    }

    private static readonly ProgramTerms Terms = new("BLT Dana Desa", AidStrategy.ReduceExpenses, FundSource.DanaDesa, 2025) { Ceiling = 100_000_000m };

    private static AidProgram Program(FundSource source = FundSource.DanaDesa) => AidProgram.Open(3, Terms with { FundSource = source }, officeHasDesa: true, out var program).IsAccepted
        ? program! : throw new InvalidOperationException("The test's own terms are refused.");
}
