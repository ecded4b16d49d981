using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.UnitTests.Domain.Assistance;

public sealed class InterventionTests
{
    private static readonly InterventionTerms Terms = new(InterventionState.Delivered, Given.Today, 1_500_000m, Goods: null, Note: null);
    private static readonly InterventionTerms Plan = Terms with { State = InterventionState.Planned };

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
    [InlineData(InterventionState.Planned)]
    [InlineData(InterventionState.Budgeted)]
    [InlineData(InterventionState.InProgress)]
    public void A_paper_takes_a_plan_through_all_steps_to_its_delivery(InterventionState from)
    {
        Assert.Null(Record(Plan with { State = from, On = Given.Today.AddDays(9) }, out var aid).Refusal);

        Assert.Contains("nomor bukti", aid!.Realise(Given.Today, " ", Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("hari ini atau sebelumnya", aid.Realise(Given.Today.AddDays(1), "BAST 1", Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Equal(from, aid.State);
        Assert.True(aid.Realise(Given.Today.AddDays(-1), "BAST 1", Given.Today, Given.Now).IsAccepted);
        Assert.Equal((InterventionState.Delivered, Given.Today.AddDays(-1), "BAST 1", Given.Now), (aid.State, aid.On, aid.Evidence, aid.ArrivedAt));
        Assert.Equal("Catatan ini sudah tersalur.", aid.Realise(Given.Today, "BAST 1", Given.Today, Given.Now).Refusal);
    }

    [Theory]
    [InlineData(FundSource.DanaDesa, Given.Desa, true)]
    [InlineData(FundSource.DanaDesa, Given.Kelurahan, false)]
    [InlineData(FundSource.RegionalApbd, Given.Kelurahan, true)]
    public void Dana_Desa_is_planned_only_in_a_desa(FundSource source, string area, bool isAccepted)
    {
        var outcome = Intervention.Record(Given.Program(source), Given.Household(area), Plan, "Kameloh Baru", Given.Today, Given.Now, out _);

        Assert.Equal(isAccepted ? null : "Dana Desa hanya untuk desa. Kameloh Baru adalah kelurahan; pilih program dengan sumber dana lain.", outcome.Refusal);
    }

    [Fact]
    public void Dana_Desa_that_was_handed_out_in_a_kelurahan_is_recorded_and_marked()
    {
        Assert.Null(Intervention.Record(Given.Program(FundSource.DanaDesa), Given.Household(Given.Kelurahan), Terms, "Kameloh Baru", Given.Today, Given.Now, out var aid).Refusal);

        Assert.Equal(AidMark.DanaDesaInKelurahan, aid?.Marks);
    }

    [Fact]
    public void A_plan_lies_in_the_year_of_its_program_and_what_was_handed_out_late_belongs_to_it_all_the_same()
    {
        var nextYear = new DateOnly(2026, 1, 5);

        Assert.Equal("Anggaran program ini untuk tahun 2025. Ubah tanggalnya, atau pilih program tahun 2026.", Record(Plan with { On = nextYear }, out _).Refusal);
        Assert.Null(Intervention.Record(Given.Program(), Given.Household(), Terms with { On = nextYear }, "", nextYear, Given.Now, out var aid).Refusal);
        Assert.Equal(2025, aid?.Period.Year);
    }

    [Fact]
    public void Nothing_new_is_planned_under_a_closed_program()
    {
        var program = Given.Program();
        Assert.True(program.Close(Given.Today, openPlans: 0).IsAccepted);

        var outcome = Intervention.Record(program, Given.Household(), Plan, "", Given.Today, Given.Now, out _);

        Assert.StartsWith("Program ini sudah ditutup", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Aid_for_a_member_of_another_family_is_refused()
    {
        var stranger = Given.Household(id: 12).Head;

        Assert.Equal("Orang yang dipilih bukan anggota keluarga ini.", Record(Terms with { Person = stranger }, out _).Refusal);
    }

    [Theory]
    [InlineData(InterventionState.Cancelled)]
    [InlineData(InterventionState.NotDelivered)]
    public void What_never_came_is_recorded_on_its_plan(InterventionState state) => Assert.False(Record(Terms with { State = state }, out _).IsAccepted);

    [Fact]
    public void Quarter_and_month_at_once_are_refused() =>
        Assert.Equal("Pilih triwulan atau bulan, bukan keduanya.", Record(Terms with { Period = new AidPeriod(2025, 1, 2) }, out _).Refusal);

    [Fact]
    public void Aid_goes_step_by_step_from_plan_to_verified_delivery()
    {
        Assert.Null(Record(Plan, out var aid).Refusal);

        foreach (var state in new[] { InterventionState.Budgeted, InterventionState.InProgress, InterventionState.Delivered, InterventionState.Verified })
            Assert.Null(aid?.MoveTo(new InterventionStep(state, Given.Today, "BAST 12/2025"), Given.Today, Given.Now).Refusal);

        Assert.Equal((InterventionState.Verified, Given.Today, Given.Now), (aid?.State, aid?.On, aid?.ArrivedAt));
    }

    [Theory]
    [InlineData(InterventionState.Planned, InterventionState.Delivered, "Dari Direncanakan tidak bisa langsung ke Tersalur. Langkah berikutnya: Dianggarkan atau Batal.")]
    [InlineData(InterventionState.Planned, InterventionState.NotDelivered, "Dari Direncanakan tidak bisa langsung ke Tidak tersalur. Langkah berikutnya: Dianggarkan atau Batal.")]
    [InlineData(InterventionState.Delivered, InterventionState.Cancelled, "Dari Tersalur tidak bisa langsung ke Batal. Langkah berikutnya: Terverifikasi.")]
    public void A_step_cannot_be_jumped_and_what_arrived_is_not_cancelled(InterventionState from, InterventionState to, string refusal)
    {
        Assert.Null(Record(Terms with { State = from }, out var aid).Refusal);

        Assert.Equal(refusal, aid?.MoveTo(new InterventionStep(to, Given.Today, "BAST", "alasan"), Given.Today, Given.Now).Refusal);
    }

    [Fact]
    public void Dropped_aid_has_a_reason_and_does_not_move_again()
    {
        Assert.Null(Record(Plan with { State = InterventionState.InProgress }, out var aid).Refusal);

        Assert.StartsWith("Tulis alasannya", aid?.MoveTo(new InterventionStep(InterventionState.NotDelivered), Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Null(aid?.MoveTo(new InterventionStep(InterventionState.NotDelivered, Reason: " Pindah "), Given.Today, Given.Now).Refusal);
        Assert.Equal(("Pindah", Given.Now), (aid?.DropReason, aid?.DroppedAt));
        Assert.False(aid?.MoveTo(new InterventionStep(InterventionState.InProgress), Given.Today, Given.Now).IsAccepted);
    }

    [Fact]
    public void A_delivery_before_its_planned_day_is_dated_today_and_never_ahead()
    {
        Assert.Null(Record(Plan with { State = InterventionState.InProgress, On = Given.Today.AddDays(1) }, out var aid).Refusal);

        Assert.False(aid?.MoveTo(new InterventionStep(InterventionState.Delivered, Given.Today.AddDays(1)), Given.Today, Given.Now).IsAccepted);
        Assert.Null(aid?.MoveTo(new InterventionStep(InterventionState.Delivered), Given.Today, Given.Now).Refusal);
        Assert.Equal(Given.Today, aid?.On);
    }

    [Fact]
    public void A_delivery_is_verified_only_with_its_evidence()
    {
        Assert.Null(Record(Terms, out var aid).Refusal);

        Assert.StartsWith("Isi nomor bukti", aid?.MoveTo(new InterventionStep(InterventionState.Verified), Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
    }

    private static TkpkdPortal.Domain.Outcome Record(InterventionTerms terms, out Intervention? aid) =>
        Intervention.Record(Given.Program(), Given.Household(), terms, "Kelinjau Ulu", Given.Today, Given.Now, out aid);
}
