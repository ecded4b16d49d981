using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Visits;

public sealed class VisitTests
{
    private static readonly DateTime Later = Given.Now.AddHours(1);

    [Fact]
    public void A_visit_opens_as_a_draft_in_the_area_of_the_household()
    {
        var visit = Given.Household().OpenVisit(Guid.CreateVersion7(), Given.Enumerator, 2);

        Assert.Equal((VisitStatus.Draft, Given.Desa, 2, true), (visit.Status, visit.AreaCode, visit.Number, visit.IsOpen));
    }

    [Fact]
    public void A_draft_keeps_what_was_typed_and_requires_nothing()
    {
        var visit = Given.Visit(new VisitAnswers { Note = "  Anjing galak.  ", Respondent = " " });

        Assert.Equal(("Anjing galak.", null, Given.Now), (visit.Note, visit.Respondent, visit.CreatedAt));
        Assert.True(visit.Save(Given.Answers(), Later).IsAccepted);
        Assert.Equal(Given.Now, visit.CreatedAt);
    }

    [Fact]
    public void A_submitted_visit_waits_and_takes_no_further_answers()
    {
        var visit = Given.Submitted();

        Assert.Equal((VisitStatus.Submitted, Given.Now, Given.Now), (visit.Status, visit.SubmittedAt, visit.FirstSubmittedAt));
        Assert.Equal("Kunjungan ini sudah diajukan dan tidak bisa diubah lagi, kecuali dikembalikan.", visit.Save(Given.Answers(), Later).Refusal);
        Assert.Equal("Kunjungan ini sudah diajukan.", visit.Submit(Given.Today, Later).Refusal);
    }

    [Fact]
    public void A_visit_cannot_be_decided_by_its_own_enumerator()
    {
        var visit = Given.Submitted();
        const string sentence = "Kunjungan ini Anda tulis sendiri. Lurah, kepala desa, atau penggantinya yang menyetujui.";

        Assert.Equal(sentence, visit.Approve(Given.Enumerator, Later).Refusal);
        Assert.Equal(sentence, visit.Return(Given.Enumerator, "Perbaiki.", Later).Refusal);
        Assert.Equal((VisitStatus.Submitted, null), (visit.Status, visit.DecidedById));
    }

    [Fact]
    public void A_visit_is_returned_with_a_note_only()
    {
        var visit = Given.Submitted();

        Assert.Equal("Tulis catatan: isian mana dan apa yang perlu dilakukan petugas.", visit.Return(Given.VillageHead, "  ", Later).Refusal);
        Assert.Equal(VisitStatus.Submitted, visit.Status);

        Assert.Null(visit.Return(Given.VillageHead, " Cek atap. ", Later).Refusal);
        Assert.Equal((VisitStatus.Returned, "Cek atap.", Given.VillageHead, Later), (visit.Status, visit.ReturnNote, visit.DecidedById, visit.DecidedAt));
        Assert.True(visit.IsOpen);
    }

    [Fact]
    public void A_returned_visit_is_corrected_submitted_again_and_counts_from_its_first_submission()
    {
        var visit = Given.Submitted();
        visit.Return(Given.VillageHead, "Cek atap.", Later);

        Assert.Null(visit.Save(Given.Answers() with { Housing = new() { Roof = RoofMaterial.Tile } }, Later).Refusal);
        Assert.Null(visit.Submit(Given.Today, Later).Refusal);
        Assert.Equal((Given.Now, Later, null), (visit.FirstSubmittedAt, visit.SubmittedAt, visit.ReturnNote));

        Assert.Null(visit.Approve(Given.VillageHead, Later).Refusal);
        Assert.Equal((VisitStatus.Approved, false), (visit.Status, visit.IsOpen));
    }

    [Fact]
    public void Only_a_visit_that_waits_can_be_decided()
    {
        const string sentence = "Kunjungan ini tidak sedang menunggu persetujuan.";
        var approved = Given.Submitted();
        approved.Approve(Given.VillageHead, Later);

        Assert.Equal(sentence, Given.Visit().Approve(Given.VillageHead, Later).Refusal);
        Assert.Equal(sentence, approved.Approve(Given.VillageHead, Later).Refusal);
        Assert.Equal(sentence, approved.Return(Given.VillageHead, "Cek atap.", Later).Refusal);
        Assert.NotNull(approved.Save(Given.Answers(), Later).Refusal);
    }

    public static TheoryData<string, VisitAnswers, string> Missing { get; } = new()
    {
        { nameof(VisitAnswers.VisitedOn), Given.Answers() with { VisitedOn = null }, "Isi tanggal kunjungan" },
        { nameof(VisitAnswers.VisitedOn), Given.Answers() with { VisitedOn = Given.Today.AddDays(1) }, "Tanggal kunjungan belum terjadi. Isi hari ini atau hari sebelumnya." },
        { nameof(VisitAnswers.Presence), Given.Answers() with { Presence = null }, "Pilih apakah keluarga ini ditemukan" },
        { nameof(VisitAnswers.PresenceNote), Given.Answers() with { Presence = Presence.MovedWithinRegion }, "Tulis desa atau kelurahan tujuan" },
        { nameof(VisitAnswers.PresenceNote), Given.Answers() with { Presence = Presence.Duplicate }, "Tulis keluarga mana yang dimaksud" },
        { nameof(VisitAnswers.PresenceNote), Given.Answers() with { Presence = Presence.PartOfOtherHousehold }, "Tulis keluarga mana yang dimaksud" },
        { nameof(VisitAnswers.Respondent), Given.Answers() with { Respondent = " " }, "Tulis siapa yang diwawancara" },
        { nameof(VisitAnswers.Eligibility), Given.Answers() with { Eligibility = null }, "Pilih apakah keluarga ini layak" },
        { nameof(VisitAnswers.Reason), Given.Answers() with { Eligibility = Eligibility.NotEligible }, "Pilih alasan tidak layak" },
        {
            nameof(VisitAnswers.ReasonText), Given.Answers() with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.Other },
            "Tulis alasan lainnya"
        },
        { nameof(VisitAnswers.Respondent), Given.Answers() with { Presence = Presence.HeadDied, Respondent = null }, "Tulis siapa yang diwawancara" },
    };

    [Theory, MemberData(nameof(Missing), DisableDiscoveryEnumeration = true)]
    public void A_visit_is_submitted_only_when_nothing_is_missing(string field, VisitAnswers answers, string sentence)
    {
        Assert.Equal(new MissingAnswer(field, sentence), Assert.Single(Visit.Missing(answers, Given.Today)));
        var visit = Given.Visit(answers);

        Assert.Equal(sentence, visit.Submit(Given.Today, Later).Refusal);
        Assert.Equal((VisitStatus.Draft, null), (visit.Status, visit.FirstSubmittedAt));
    }

    [Theory]
    [InlineData(Presence.NotMet)]
    [InlineData(Presence.NotFound)]
    [InlineData(Presence.MovedOutOfRegion)]
    [InlineData(Presence.AllDied)]
    [InlineData(Presence.Refused)]
    public void A_family_that_was_not_met_is_not_judged(Presence presence)
    {
        var visit = Given.Submitted(Given.Answers() with
        {
            Presence = presence,
            CorrectedHeadName = "Rahmat",
            CorrectedAddress = "Jalan Baru",
            CorrectedNik = Given.Sealed(),
            CorrectedFamilyCard = Given.Sealed(),
            Housing = new() { Roof = RoofMaterial.Tile },
        });

        Assert.Equal((null, null, null), (visit.Eligibility, visit.CorrectedHeadName, visit.CorrectedAddress));
        Assert.Equal((null, null), (visit.CorrectedNik, visit.CorrectedFamilyCard));
        Assert.Equal(Housing.Unknown, visit.Housing);
    }

    [Fact]
    public void A_reason_stands_only_beside_a_family_that_is_not_eligible()
    {
        var eligible = Given.Visit(Given.Answers() with { Reason = IneligibilityReason.WellOff, ReasonText = "punya toko" });
        var not = Given.Visit(Given.Answers() with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.WellOff, ReasonText = "punya toko" });

        Assert.Equal((null, null), (eligible.Reason, eligible.ReasonText));
        Assert.Equal((IneligibilityReason.WellOff, "punya toko"), (not.Reason, not.ReasonText));
    }
}
