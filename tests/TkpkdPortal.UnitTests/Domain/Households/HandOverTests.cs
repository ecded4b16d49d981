using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.UnitTests.Domain.Households;

public sealed class HandOverTests
{
    private static readonly AreaCode Elsewhere = AreaCode.Parse("64.08.03.2002");

    [Fact]
    public void An_offer_holds_no_more_than_the_receiver_needs_to_answer()
    {
        var offer = Offered();

        Assert.Equal((Given.Desa, "64.08.03.2002.", "Siti Aminah", 1, HandOverState.Offered), (offer.FromAreaCode, offer.ToAreaCode, offer.HeadName, offer.MemberCount, offer.State));
    }

    [Theory]
    [InlineData("64.08.03.2001", 0, "Pindah", "Pilih desa atau kelurahan lain")]
    [InlineData("64.08.03", 0, "Pindah", "Pilih desa atau kelurahan lain")]
    [InlineData("64.08.03.2002", 1, "Pindah", "Tanggal pindah belum lewat")]
    [InlineData("64.08.03.2002", 0, " ", "Tulis alasan pindah")]
    public void An_offer_needs_another_village_a_day_and_a_reason(string to, int daysAhead, string reason, string refusal)
    {
        var outcome = HandOver.Offer(Given.Household(), AreaCode.Parse(to), Given.Today.AddDays(daysAhead), reason, Given.Today, Given.VillageHead, Given.Now, out var offer);

        Assert.Contains(refusal, outcome.Refusal, StringComparison.Ordinal);
        Assert.Null(offer);
    }

    [Fact]
    public void An_offer_is_declined_with_a_reason_only()
    {
        var offer = Offered();

        Assert.Contains("Tulis alasan menolak", offer.Decline(9, " ", Given.Now).Refusal, StringComparison.Ordinal);
        Assert.True(offer.Decline(9, " Alamat tidak dikenal ", Given.Now).IsAccepted);

        Assert.Equal((HandOverState.Declined, "Alamat tidak dikenal", 9L), (offer.State, offer.DecisionNote, offer.DecidedById));
    }

    [Fact]
    public void An_offer_is_answered_once()
    {
        var offer = Offered();
        Assert.True(offer.Withdraw(8, Given.Now).IsAccepted);

        Assert.All<Func<Outcome>>([() => offer.Accept(9, Given.Now), () => offer.Decline(9, "Salah", Given.Now), () => offer.Withdraw(8, Given.Now)],
            answer => Assert.Contains("sudah selesai: ditarik kembali", answer().Refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void A_visit_follows_its_own_household_only()
    {
        var household = Given.Household();
        var visit = Given.Visit(household: household);
        household.MoveTo(Elsewhere, "Jalan Baru");

        household.TakeAlong(visit);

        Assert.Equal("64.08.03.2002.", visit.AreaCode);
        Assert.Throws<InvalidOperationException>(() => Given.Household(id: 12).TakeAlong(visit));
    }

    private static HandOver Offered()
    {
        Assert.Null(HandOver.Offer(Given.Household(), Elsewhere, Given.Today, "Pindah ikut anak", Given.Today, Given.VillageHead, Given.Now, out var offer).Refusal);
        return Assert.IsType<HandOver>(offer);
    }
}
