using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.UnitTests.Conventions;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>Every step of every state, as the table of decision 0023 has it; what does not stand there is refused.</summary>
public sealed class TransitionTests
{
    private static readonly string[] States =
    [
        "NotVisited", "Draft", "Submitted", "Returned", "ReturnedFromAbove", "ApprovedByVillage", "AgreedInDeliberation", "VerifiedByDistrict", "Validated", "Decreed", "Excluded", "Cancelled",
    ];

    private static readonly string[] Steps = ["Save", "Submit", "Return", "Approve", "Agree", "Verify", "Validate", "TakeInto", "ReturnToVillage", "SendToEnumerator", "Uphold", "Cancel"];

    // Steps of a visit that does not exist yet cannot even be tried.
    private static readonly string[] OfAVisit = ["Submit", "Return", "Approve"];

    private static readonly IReadOnlyList<(string From, string Step, IReadOnlyList<string> To, IReadOnlyList<string> Permissions, IReadOnlyList<string> Roles)> Table =
        [.. MarkdownRow.Read(Path.Combine("decisions", "0023-rounds-and-verification-states.md"))
            .SelectMany(row => row.CodeIn(0).Select(from => (from, row.CodeIn(1).Single(), (IReadOnlyList<string>)[.. row.CodeIn(4)], (IReadOnlyList<string>)[.. row.CodeIn(2)], (IReadOnlyList<string>)[.. row.CodeIn(3)])))];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (state, step) in States.SelectMany(state => Steps.Select(step => (state, step))).Where(pair => !(OfAVisit.Contains(pair.step) && (pair.state is "NotVisited" or "Cancelled"))))
            pairs.Add(state, step);
        return pairs;
    }

    [Fact]
    public void The_table_names_only_states_and_steps_that_there_are()
    {
        Assert.NotEmpty(Table);
        Assert.Empty(Table.Select(row => row.From).Concat(Table.SelectMany(row => row.To)).Except(States));
        Assert.Equal(Steps.Order(StringComparer.Ordinal), Table.Select(row => row.Step).Distinct().Order(StringComparer.Ordinal));
        Assert.Distinct(Table.Select(row => (row.From, row.Step)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_step_is_accepted_where_the_table_has_it_and_refused_with_a_sentence_elsewhere(string state, string step)
    {
        var given = GivenRound.In(state, state is "Excluded" ? NotEligible : null);
        var outcome = given.Take(step);

        if (Table.FirstOrDefault(row => (row.From, row.Step) == (state, step)) is { Step: not null } allowed)
        {
            Assert.Null(outcome.Refusal);
            Assert.Contains(given.State, allowed.To);
            return;
        }
        Assert.Equal(state, given.State);
        Assert.Matches("^[A-Z].{20,}[.]$", outcome.Refusal);
    }

    [Fact]
    public void Only_the_roles_of_the_table_hold_the_permission_of_a_step() => Assert.All(Table, row =>
    {
        var holders = Enum.GetValues<Role>().Where(role => row.Permissions.Any(permission => role.Grants(Enum.Parse<Permission>(permission)))).Select(role => role.ToString());

        Assert.Equal(row.Roles.Order(StringComparer.Ordinal), holders.Order(StringComparer.Ordinal));
    });

    private static VisitAnswers NotEligible => Given.Answers() with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.WellOff };
}
