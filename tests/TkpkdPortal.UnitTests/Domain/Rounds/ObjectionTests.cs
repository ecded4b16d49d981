using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>Every step of an objection in every state, who may take it, and its clock.</summary>
public sealed class ObjectionTests
{
    private const long Recorder = 50, Other = 51;

    private static readonly string[] States = ["Received", "Verified", "Upheld", "Rejected"], Steps = ["Verify", "Uphold", "Reject"];

    public static TheoryData<string, string, string?> Table { get; } = new()
    {
        { "Received", "Verify", "Verified" }, { "Received", "Uphold", null }, { "Received", "Reject", null },
        { "Verified", "Verify", null }, { "Verified", "Uphold", "Upheld" }, { "Verified", "Reject", "Rejected" },
        { "Upheld", "Verify", null }, { "Upheld", "Uphold", null }, { "Upheld", "Reject", null },
        { "Rejected", "Verify", null }, { "Rejected", "Uphold", null }, { "Rejected", "Reject", null },
    };

    [Fact]
    public void The_table_names_every_step_in_every_state() => Assert.Equal(States.Length * Steps.Length, Table.Count);

    [Theory, MemberData(nameof(Table))]
    public void A_step_ends_where_the_table_says_or_is_refused_with_a_sentence(string state, string step, string? ends)
    {
        var (given, objection) = In(state);

        var outcome = Take(given, objection, step, Other);

        Assert.Equal((ends is not null, ends ?? state), (outcome.IsAccepted, objection.State.ToString()));
        Assert.Equal(ends is null, outcome.Refusal?.Length > 20);
    }

    [Theory, InlineData("Received", "Verify"), InlineData("Verified", "Uphold"), InlineData("Verified", "Reject")]
    public void Whoever_recorded_it_neither_looks_into_it_nor_answers_it(string state, string step)
    {
        var (given, objection) = In(state);

        Assert.Contains("Anda catat sendiri", Take(given, objection, step, Recorder).Refusal, StringComparison.Ordinal);
        Assert.Equal(state, objection.State.ToString());
        Assert.Contains(step == "Verify" ? "Tulis hasil pemeriksaan" : "Tulis jawaban", Take(given, objection, step, Other, " ").Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_upheld_sends_the_household_back_to_its_village_and_one_that_is_rejected_leaves_it()
    {
        var (given, objection) = In("Verified");
        Assert.True(objection.Uphold(given.Target, given.Round, Other, " Sudah pindah. ", Given.Now).IsAccepted);
        Assert.Equal(("ReturnedFromAbove", true, "Sanggahan dikabulkan: Sudah pindah."), (given.State, given.Target.NeedsAddendum, given.Target.ReturnNote));

        (given, objection) = In("Verified");
        Assert.True(objection.Reject(Other, "Tetap layak.", Given.Now).IsAccepted);
        Assert.Equal("AgreedInDeliberation", given.State);

        // A decree has named the household meanwhile.
        (given, objection) = In("Verified");
        foreach (var step in new[] { "Verify", "Validate", "TakeInto" })
            Assert.Null(given.Take(step).Refusal);
        Assert.Contains("belum ditetapkan", objection.Uphold(given.Target, given.Round, Other, "Sudah pindah.", Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Equal((ObjectionState.Verified, "Decreed"), (objection.State, given.State));
    }

    [Theory]
    [InlineData("NotVisited", false), InlineData("Draft", false), InlineData("Submitted", false), InlineData("Returned", false), InlineData("ApprovedByVillage", false), InlineData("AgreedInDeliberation", true)]
    [InlineData("VerifiedByDistrict", true), InlineData("Validated", true), InlineData("Decreed", false), InlineData("ReturnedFromAbove", false), InlineData("Cancelled", false)]
    public void It_is_recorded_once_the_village_has_agreed_and_until_a_decree(string state, bool isAccepted)
    {
        var given = GivenRound.In(state);

        Assert.Equal(isAccepted, Record(given, ObjectionKind.AgainstInclusion, out _).IsAccepted);
        Assert.False(Record(given, ObjectionKind.AgainstExclusion, out _).IsAccepted);
    }

    [Fact]
    public void One_off_the_list_is_objected_to_as_one_that_should_be_on_it()
    {
        var given = GivenRound.In("Excluded", Given.Answers() with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.WellOff });

        Assert.True(Record(given, ObjectionKind.AgainstExclusion, out _).IsAccepted);
        Assert.Contains("seharusnya masuk", Record(given, ObjectionKind.AgainstInclusion, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("belum terjadi", Record(given, ObjectionKind.AgainstExclusion, out _, Given.Today.AddDays(1)).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    // Monday, Friday, Saturday and Sunday: the first working day is the next one.
    [InlineData("2026-11-02", "2026-11-16"), InlineData("2026-11-06", "2026-11-20"), InlineData("2026-11-07", "2026-11-20"), InlineData("2026-11-08", "2026-11-20")]
    public void Ten_working_days_are_two_weeks_without_their_ends(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Objection.DueAfter(DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void It_is_late_the_day_after_its_last_day_until_it_is_answered()
    {
        var (_, objection) = In("Verified");

        Assert.Equal((false, true), (objection.IsOverdue(objection.DueOn), objection.IsOverdue(objection.DueOn.AddDays(1))));
        Assert.True(objection.Reject(Other, "Tetap layak.", Given.Now).IsAccepted);
        Assert.False(objection.IsOverdue(objection.DueOn.AddDays(1)));
    }

    private static (GivenRound, Objection) In(string state)
    {
        var given = GivenRound.In("AgreedInDeliberation");
        Assert.Null(Record(given, ObjectionKind.AgainstInclusion, out var objection).Refusal);
        foreach (var step in state switch { "Received" => Array.Empty<string>(), "Verified" => ["Verify"], "Upheld" => ["Verify", "Uphold"], _ => ["Verify", "Reject"] })
            Assert.Null(Take(given, objection!, step, Other).Refusal);
        return (given, objection!);
    }

    private static Outcome Record(GivenRound given, ObjectionKind kind, out Objection? objection, DateOnly? on = null) =>
        Objection.Record(given.Target, given.Round, new ObjectionTerms(kind, " ", ObjectorRelation.Neighbour, ObjectionChannel.Letter, "Rumahnya sudah dijual.", on ?? Given.Today), Given.Today, Recorder, Given.Now, out objection);

    private static Outcome Take(GivenRound given, Objection objection, string step, long userId, string text = "Sudah ditanyakan ke RT.") => step switch
    {
        "Verify" => objection.Verify(userId, text, Given.Now),
        "Uphold" => objection.Uphold(given.Target, given.Round, userId, text, Given.Now),
        _ => objection.Reject(userId, text, Given.Now),
    };
}
