using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.CivilRegistry;

public sealed class CivilRegistryAnswerTests
{
    private static readonly DateTime At = new(2026, 11, 26, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_difference_is_settled_once()
    {
        var answer = Answer(CivilMatch.NotFound);

        Assert.True(answer.Settle(CivilMatchSettlement.Visited, " ", 7, At).IsAccepted);
        Assert.Equal((CivilMatchSettlement.Visited, null, 7L, At), (answer.Settlement, answer.SettlementNote, answer.SettledById, answer.SettledAt));
        Assert.False(answer.Settle(CivilMatchSettlement.Kept, "Benar.", 8, At).IsAccepted);
        Assert.Equal(CivilMatchSettlement.Visited, answer.Settlement);
    }

    [Fact]
    public void A_register_that_stays_needs_a_note()
    {
        var answer = Answer(CivilMatch.Differs);

        Assert.False(answer.Settle(CivilMatchSettlement.Kept, " ", 7, At).IsAccepted);
        Assert.True(answer.IsOpen);
        Assert.True(answer.Settle(CivilMatchSettlement.Kept, "KTP dilihat.", 7, At).IsAccepted);
    }

    [Fact]
    public void Nothing_can_be_taken_over_that_the_answer_does_not_say()
    {
        Assert.False(Answer(CivilMatch.Differs).Settle(CivilMatchSettlement.TakenOver, "Benar.", 7, At).IsAccepted);
        Assert.True(Answer(CivilMatch.Differs, toldSex: Sex.Female).Settle(CivilMatchSettlement.TakenOver, null, 7, At).IsAccepted);
    }

    [Fact]
    public void What_agrees_is_about_nobody_or_was_answered_again_waits_for_nobody()
    {
        var answeredAgain = Answer(CivilMatch.Differs, supersededBy: 3);

        Assert.True(Answer(CivilMatch.Deceased).IsOpen);
        Assert.False(Answer(CivilMatch.Agrees).IsOpen);
        Assert.False(Answer(CivilMatch.Deceased, personId: null).IsOpen);
        Assert.False(answeredAgain.IsOpen);
        Assert.False(answeredAgain.Settle(CivilMatchSettlement.Visited, null, 7, At).IsAccepted);
    }

    [Theory]
    [InlineData("Padan", CivilMatch.Agrees)]
    [InlineData("SESUAI", CivilMatch.Agrees)]
    [InlineData("tidak padan", CivilMatch.Differs)]
    [InlineData("Meninggal dunia", CivilMatch.Deceased)]
    [InlineData("NIK Ganda", CivilMatch.Duplicate)]
    public void An_answer_is_read_in_the_words_that_offices_use(string word, CivilMatch match)
    {
        Assert.True(CivilMatchWords.Matches.TryRead(word, out var read));
        Assert.Equal(match, read);
    }

    [Fact]
    public void Fields_are_said_as_a_clerk_would() =>
        Assert.Equal("NIK, nama, dan tanggal lahir", CivilMatchWords.Of(CivilMatchFields.Nik | CivilMatchFields.Name | CivilMatchFields.BirthDate));

    private static CivilRegistryAnswer Answer(CivilMatch match, long? personId = 1, Sex? toldSex = null, long? supersededBy = null) => new()
    {
        ReleaseName = "November",
        AreaCode = "62.71.04.1004.",
        Name = "BUDI UJI",
        PersonId = personId,
        Match = match,
        SupersededById = supersededBy,
        ToldSex = toldSex,
        FactKey = [],
        ContentHash = [],
        SealedRaw = [],
    };
}
