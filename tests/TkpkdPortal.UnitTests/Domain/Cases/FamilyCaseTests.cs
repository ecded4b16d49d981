using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Cases;

public sealed class FamilyCaseTests
{
    private const long Owner = 4, Companion = 7;

    private static readonly Opd Houses = new("Dinas Perumahan", "Disperkim", Need.DecentHouse);

    private static readonly DateOnly Soon = Given.Today.AddDays(14);

    [Fact]
    public void A_family_that_no_list_puts_into_decile_1_needs_a_reason()
    {
        Assert.Contains("desil 1", FamilyCase.Open(Given.Household(), Terms(), " ", 1, Owner, Given.Today, out var none).Refusal, StringComparison.Ordinal);
        Assert.True(FamilyCase.Open(Given.Household(), Terms(), " Rumahnya terbakar. ", 2, Owner, Given.Today, out var opened).IsAccepted);

        Assert.Null(none);
        Assert.Equal(("Rumahnya terbakar.", 2, Given.Today.AddDays(FamilyCase.UsualReviewDays), (long?)Companion, true), (opened!.Reason, opened.Number, opened.ReviewOn, opened.CompanionId, opened.IsOpen));
    }

    [Theory]
    [InlineData(" ", 0, "Tulis asesmen")]
    [InlineData("Buruh tani.", -1, "sudah lewat")]
    [InlineData("Buruh tani.", FamilyCase.MostReviewDays + 1, "paling lambat")]
    public void What_is_missing_or_impossible_is_named(string assessment, int days, string sentence)
    {
        var terms = new CaseTerms(assessment, Owner, null, Given.Today.AddDays(days));

        Assert.Contains(sentence, FamilyCase.Open(Given.Household(), terms, "Uji.", 1, Owner, Given.Today, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains(sentence, Opened().Review(terms, Given.Today).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_an_OPD_meets_a_need_of_its_duty()
    {
        var one = Opened();

        Assert.Contains("kirim rujukan", one.Plan(new CaseStepTerms("Perbaiki atap.", Need.Work, Houses, Soon), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Contains("kirim rujukan", one.Plan(new CaseStepTerms("Perbaiki atap.", Need.None, Houses, Soon), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Contains("satu kebutuhan", one.Plan(new CaseStepTerms("Perbaiki atap.", Need.DecentHouse | Need.Work, null, Soon), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.True(one.Plan(new CaseStepTerms("Perbaiki atap.", Need.DecentHouse, Houses, Soon), Given.Today).IsAccepted);
        Assert.True(one.Plan(new CaseStepTerms("Antar ke puskesmas.", Need.None, null, Soon), Given.Today).IsAccepted);
        Assert.Equal([1, 2], one.Steps.Select(step => step.Number));
    }

    [Theory]
    [InlineData(null, "Isi tenggat")]
    [InlineData(-1, "sudah lewat")]
    [InlineData(CaseStep.MostDays + 1, "paling lambat")]
    public void A_step_has_a_due_day_that_can_be_kept(int? days, string sentence) =>
        Assert.Contains(sentence, Opened().Plan(new CaseStepTerms("Antar.", Need.None, null, days is { } some ? Given.Today.AddDays(some) : null), Given.Today).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_step_is_settled_once_with_what_happened_and_a_late_one_stays_marked()
    {
        var step = Planned(Opened());

        Assert.True(step.IsOverdue(Soon.AddDays(1)));
        Assert.Contains("Tulis hasilnya", step.Settle(CaseStepState.Done, " ", Companion, Soon).Refusal, StringComparison.Ordinal);
        Assert.Contains("mengapa", step.Settle(CaseStepState.Dropped, null, Companion, Soon).Refusal, StringComparison.Ordinal);
        Assert.True(step.Settle(CaseStepState.Done, " Sudah diantar. ", Companion, Soon.AddDays(2)).IsAccepted);
        Assert.Contains("sudah selesai", step.Settle(CaseStepState.Dropped, "Lagi.", Companion, Soon.AddDays(3)).Refusal, StringComparison.Ordinal);
        Assert.Equal((true, false, "Sudah diantar."), (step.IsLate, step.IsOverdue(Soon.AddDays(9)), step.SettledNote));
    }

    [Fact]
    public void A_case_is_not_closed_over_an_open_step_and_stands_still_once_it_is()
    {
        var one = Opened();
        var step = Planned(one);

        Assert.Contains("1 langkah", one.Close(CaseEnding.GoalsReached, "Rumah layak.", Owner, Soon).Refusal, StringComparison.Ordinal);
        Assert.True(step.Settle(CaseStepState.Dropped, "Pindah.", Companion, Soon).IsAccepted);
        Assert.Contains("Tulis hasilnya", one.Close(CaseEnding.GoalsReached, " ", Owner, Soon).Refusal, StringComparison.Ordinal);
        Assert.True(one.Close(CaseEnding.GoalsReached, "Rumah layak.", Owner, Soon).IsAccepted);

        Assert.Equal((false, CaseEnding.GoalsReached, Soon), (one.IsOpen, one.Ending, one.ClosedOn));
        foreach (var after in (Outcome[])[one.Review(Terms(), Soon), one.Plan(new CaseStepTerms("Lagi.", Need.None, null, Soon), Soon),
            one.Note(new CaseContactTerms(CaseContactKind.AtHome, Soon, "Lagi."), Companion, Soon, Given.Now), one.Close(CaseEnding.Other, "Lagi.", Owner, Soon)])
            Assert.Contains("sudah ditutup", after.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_has_a_day_that_has_come_and_words()
    {
        var one = Opened();

        Assert.Contains("hari ini atau sebelumnya", one.Note(new CaseContactTerms(CaseContactKind.AtHome, Given.Today.AddDays(1), "Ada."), Companion, Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("Tulis apa", one.Note(new CaseContactTerms(CaseContactKind.AtHome, Given.Today, " "), Companion, Given.Today, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.True(one.Note(new CaseContactTerms(CaseContactKind.NotMet, Given.Today, " Rumah kosong. "), Companion, Given.Today, Given.Now).IsAccepted);
        Assert.Equal("Rumah kosong.", Assert.Single(one.Contacts).Text);
    }

    [Fact]
    public void A_move_takes_the_plan_and_the_notes_along()
    {
        var one = Opened();
        var step = Planned(one);
        Assert.True(one.Note(new CaseContactTerms(CaseContactKind.AtHome, Given.Today, "Ada."), Companion, Given.Today, Given.Now).IsAccepted);

        one.MoveTo(Given.Kelurahan, 9);

        Assert.Equal((9L, (long?)null), (one.OwnerId, one.CompanionId));
        Assert.Equal((Given.Kelurahan, Given.Kelurahan, Given.Kelurahan), (one.AreaCode, step.AreaCode, one.Contacts[0].AreaCode));
    }

    private static CaseTerms Terms() => new("Buruh tani, bisa menjahit.", Owner, Companion, null);

    private static FamilyCase Opened()
    {
        Assert.Null(FamilyCase.Open(Given.Household(), Terms(), "Uji.", 1, Owner, Given.Today, out var opened).Refusal);
        return opened!;
    }

    private static CaseStep Planned(FamilyCase one)
    {
        Assert.Null(one.Plan(new CaseStepTerms("Antar ke puskesmas.", Need.None, null, Soon), Given.Today).Refusal);
        return one.Steps[^1];
    }
}
