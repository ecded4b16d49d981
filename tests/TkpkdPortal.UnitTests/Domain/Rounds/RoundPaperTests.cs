using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>Letters say what was assigned; whoever typed a visit from paper takes no later step.</summary>
public sealed class RoundPaperTests
{
    private const long Typist = 77;

    [Fact]
    public void A_letter_counts_the_targets_of_its_enumerator_by_RT()
    {
        var given = new GivenRound();
        Assert.Null(given.Target.Assign(Given.Enumerator, Given.Today.AddDays(5), given.Round).Refusal);

        Assert.Null(Issue(given, out var letter).Refusal);

        Assert.Equal((1, "2026/ST/1", Given.Today.AddDays(5)), (letter!.Households, letter.Number, letter.Lines.Single().DueOn));
    }

    [Fact]
    public void A_letter_without_targets_of_another_day_or_with_half_a_NIP_is_refused()
    {
        var given = new GivenRound();
        Assert.Contains("belum mendapat sasaran", Issue(given, out _).Refusal, StringComparison.Ordinal);
        Assert.Null(given.Target.Assign(Given.Enumerator, null, given.Round).Refusal);

        Assert.Contains("belum terjadi", Issue(given, out _, on: Given.Today.AddDays(1)).Refusal, StringComparison.Ordinal);
        Assert.Contains("18 angka", Issue(given, out _, staffNumber: "1970 0101").Refusal, StringComparison.Ordinal);
        Assert.Null(Issue(given, out var letter, staffNumber: "19700101 199503 1 000").Refusal);
        Assert.Equal("197001011995031000", letter!.SignatoryStaffNumber);
        Assert.Contains("selama periode berjalan", Issue(new GivenRound(RoundState.Preparation), out _).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_typed_a_visit_from_paper_decides_nothing_about_it()
    {
        var given = GivenRound.In("Draft");
        given.Visit!.TypedFromPaper(Typist);
        // Nor does somebody who goes on with it take the first one's place.
        Assert.Contains("mulai diketik orang lain", given.Visit.TypedFromPaper(Typist + 1).Refusal, StringComparison.Ordinal);
        Assert.True(given.Visit.TypedFromPaper(Typist).IsAccepted);
        Assert.Null(given.Take("Submit").Refusal);

        Assert.Contains("Anda tulis sendiri", given.Visit.Approve(Typist, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Null(given.Take("Approve").Refusal);
        Assert.Null(given.Take("Agree").Refusal);
        Assert.NotNull(given.Target.Verify(Typist, given.Round, Given.Now).Refusal);
        Assert.Null(given.Take("Verify").Refusal);
        Assert.NotNull(given.Target.Validate(Typist, TkpkdPortal.Domain.CivilRegistry.CivilMatch.Agrees, given.Round, Given.Now).Refusal);
        Assert.Equal(VisitChannel.Paper, given.Visit.Channel);
        Assert.True(given.Visit.IsWrittenBy(Given.Enumerator) && given.Visit.IsWrittenBy(Typist) && !given.Visit.IsWrittenBy(Given.VillageHead));
    }

    private static Outcome Issue(GivenRound given, out AssignmentLetter? letter, DateOnly? on = null, string? staffNumber = null) => AssignmentLetter.Issue(
        new AssignmentLetterTerms(" 2026/ST/1 ", on ?? Given.Today, "Kepala Desa Uji", "Marthin Uji", staffNumber),
        new AssignmentLetterPlace(given.Round, Given.Desa, Given.Enumerator, IsOfVillage: true, Given.VillageHead, Given.Now, Given.Today), [given.Target], out letter);
}
