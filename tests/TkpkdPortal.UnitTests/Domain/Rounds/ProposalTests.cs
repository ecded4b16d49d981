using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.UnitTests.Conventions;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>Every step of every state of a proposal, as the table of decision 0026 has it, and the rules of its check.</summary>
public sealed class ProposalTests
{
    private static readonly string[] Steps = ["Clear", "CloseAsDuplicate", "TurnDown", "Submit", "Agree", "Validate", "TakeInto", "Cancel"];

    private static readonly string[] OfTheCheck = ["Clear", "CloseAsDuplicate", "TurnDown"];

    private static readonly ProposalState[] WithoutTarget = [ProposalState.Proposed, ProposalState.Refused, ProposalState.Duplicate];

    private static readonly IReadOnlyList<(string From, string Step, IReadOnlyList<string> To, IReadOnlyList<string> Permissions, IReadOnlyList<string> Roles)> Table =
        [.. MarkdownRow.Read(Path.Combine("decisions", "0026-proposals.md"))
            .SelectMany(row => row.CodeIn(0).Select(from => (from, row.CodeIn(1).Single(), (IReadOnlyList<string>)[.. row.CodeIn(4)], (IReadOnlyList<string>)[.. row.CodeIn(2)], (IReadOnlyList<string>)[.. row.CodeIn(3)])))];

    // A step of a target that does not exist cannot even be tried.
    public static TheoryData<ProposalState, string> Pairs()
    {
        var pairs = new TheoryData<ProposalState, string>();
        foreach (var (state, step) in Enum.GetValues<ProposalState>().SelectMany(state => Steps.Select(step => (state, step))).Where(pair => OfTheCheck.Contains(pair.step) || !WithoutTarget.Contains(pair.state)))
            pairs.Add(state, step);
        return pairs;
    }

    [Fact]
    public void The_table_names_only_states_and_steps_that_there_are()
    {
        Assert.Empty(Table.Select(row => row.From).Concat(Table.SelectMany(row => row.To)).Except(Enum.GetNames<ProposalState>()));
        Assert.Equal(Steps.Order(StringComparer.Ordinal), Table.Select(row => row.Step).Distinct().Order(StringComparer.Ordinal));
        Assert.Distinct(Table.Select(row => (row.From, row.Step)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_step_is_accepted_where_the_table_has_it_and_refused_with_a_sentence_elsewhere(ProposalState state, string step)
    {
        var given = GivenProposal.In(state);
        var outcome = given.Take(step);

        if (Table.FirstOrDefault(row => (row.From, row.Step) == (state.ToString(), step)) is { Step: not null } allowed)
        {
            Assert.Null(outcome.Refusal);
            Assert.Contains(given.State.ToString(), allowed.To);
            return;
        }
        Assert.Equal(state, given.State);
        Assert.Matches("^[A-Z].{20,}[.]$", outcome.Refusal);
    }

    [Fact]
    public void Only_the_roles_of_the_table_hold_the_permission_of_a_step()
    {
        Assert.All(Table, row => Assert.Equal(row.Roles.Order(StringComparer.Ordinal), Holders(row.Permissions)));
        Assert.Equal(["Enumerator", "VillageHead"], Holders([nameof(Permission.ProposeHouseholds)]));
    }

    [Fact]
    public void Every_state_of_a_target_is_one_of_its_proposal() =>
        Assert.All(Enum.GetValues<VerificationState>(), state => Assert.NotEqual(ProposalState.Proposed, ProposalWords.StateOf(ProposalCheck.Cleared, state)));

    [Fact]
    public void Nobody_checks_the_own_proposal_and_whoever_checked_neither_verifies_nor_validates()
    {
        var own = new GivenProposal(proposedBy: Given.VillageHead, isByHead: true);
        foreach (var step in OfTheCheck)
            Assert.Contains("Anda sendiri", own.Take(step).Refusal, StringComparison.Ordinal);

        var given = new GivenProposal();
        Assert.Null(given.Proposal.Clear(GivenRound.Analyst, null, Similarity.None, given.Round, Given.Now).Refusal);
        var target = RoundTarget.Of(given.Proposal, given.Household.Id);
        Assert.True(target.IsProposed);
        Assert.Equal(Given.Enumerator, target.EnumeratorId);
        var visit = given.Household.OpenVisit(Guid.CreateVersion7(), Given.Enumerator, 1);
        target.Take(visit, Questionnaire.First(given.Round, GivenRound.Analyst, Given.Now));
        Assert.Null(visit.Save(Given.Answers(), Given.Now).Refusal);
        Assert.Null(visit.Submit(Given.Today, Given.Now).Refusal);
        Assert.Null(visit.Approve(Given.VillageHead, Given.Now).Refusal);
        target.Follow(visit);
        Assert.Null(target.Agree(1, given.Round, Given.Now).Refusal);
        Assert.Contains("langkah sebelumnya", target.Verify(GivenRound.Analyst, given.Round, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Null(target.Verify(GivenRound.DistrictHead, given.Round, Given.Now).Refusal);
        Assert.Contains("langkah sebelumnya", target.Validate(GivenRound.Analyst, CivilMatch.Agrees, given.Round, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Null(target.Validate(55, CivilMatch.Agrees, given.Round, Given.Now).Refusal);
    }

    [Fact]
    public void A_proposal_of_the_head_may_be_visited_by_any_enumerator()
    {
        var given = new GivenProposal(proposedBy: Given.VillageHead, isByHead: true);
        Assert.Null(given.Proposal.Clear(GivenRound.Analyst, null, Similarity.None, given.Round, Given.Now).Refusal);

        Assert.Null(RoundTarget.Of(given.Proposal, given.Household.Id).EnumeratorId);
    }

    [Fact]
    public void What_is_similar_needs_a_note_and_an_equal_number_is_never_cleared()
    {
        var proposal = new GivenProposal().Proposal;
        var round = new GivenRound().Round;

        Assert.Contains("mirip", proposal.Clear(Given.VillageHead, " ", Similarity.Similar, round, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("NIK kepala keluarga ini sudah tercatat", proposal.Clear(Given.VillageHead, "Lain.", Similarity.SameNumber, round, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("Pilih keluarga", proposal.CloseAsDuplicate(Given.VillageHead, null, "Sama.", Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("Tulis", proposal.CloseAsDuplicate(Given.VillageHead, 3, null, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("alasan", proposal.TurnDown(Given.VillageHead, "", Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Equal(ProposalCheck.Waiting, proposal.Check);
        Assert.Null(proposal.Clear(Given.VillageHead, "Beda orang tua.", Similarity.Similar, round, Given.Now).Refusal);
        Assert.Equal((Given.VillageHead, Given.Now, "Beda orang tua."), (proposal.CheckedById, proposal.CheckedAt, proposal.CheckNote));
    }

    [Theory]
    [InlineData(RoundState.Preparation)]
    [InlineData(RoundState.Deliberation)]
    [InlineData(RoundState.Decree)]
    public void A_proposal_needs_a_running_round(RoundState state)
    {
        var outcome = Proposal.Propose(GivenProposal.Terms(), GivenProposal.Place(), new GivenRound(state).Round, out var proposal);

        Assert.Null(proposal);
        Assert.Contains("selama periode berjalan", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_needs_the_wave_of_its_kecamatan_on_the_day_on_which_it_was_written_or_arrives()
    {
        var round = new GivenRound().Round;

        Assert.Contains("gelombang", Proposal.Propose(GivenProposal.Terms(), GivenProposal.Place() with { WrittenOn = Given.Today.AddDays(11), Today = Given.Today.AddDays(12) }, round, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("gelombang", Proposal.Propose(GivenProposal.Terms() with { AreaCode = Given.Kelurahan }, GivenProposal.Place(), round, out _).Refusal, StringComparison.Ordinal);
        Assert.Null(Proposal.Propose(GivenProposal.Terms(), GivenProposal.Place() with { WrittenOn = Given.Today.AddDays(-9), Today = Given.Today.AddDays(11) }, round, out _).Refusal);
        Assert.Null(Proposal.Propose(GivenProposal.Terms(), GivenProposal.Place() with { WrittenOn = Given.Today.AddDays(-20) }, round, out _).Refusal);
    }

    [Fact]
    public void Each_field_that_is_missing_is_named() => Assert.Equal(["HeadName", "BirthDate", "Address", "Members", "Reason"],
        Proposal.Missing(new ProposalTerms { AreaCode = Given.Desa, HeadName = "H.", BirthDate = Given.Today.AddDays(1), Members = "Siti" }, Given.Today).Select(missing => missing.Field));

    [Fact]
    public void Members_are_read_line_by_line()
    {
        Assert.True(MemberLines.TryRead(" Rusmini , Istri, 12/08/1986\n\nFadli, anak\r\nMbah Ijah, orang tua ", out var members, out _));

        Assert.Equal([("Rusmini", Relationship.Spouse, Sex.Female, new DateOnly(1986, 8, 12)), ("Fadli", Relationship.Child, null, null), ("Mbah Ijah", Relationship.Other, null, null)],
            members.Select(member => (member.Name, member.Relationship, member.Sex, member.BirthDate)));
        Assert.Equal("Fadli, anak", MemberLines.Written("\n Fadli, anak \n"));
        Assert.Null(MemberLines.Written(" \n "));
    }

    [Theory]
    [InlineData("Siti", "Baris 1")]
    [InlineData("Fadli, anak\nSiti, tetangga", "Baris 2")]
    [InlineData("Siti, istri, kemarin", "tanggal lahir")]
    [InlineData("..., anak", "Baris 1")]
    public void A_line_that_does_not_read_is_named(string text, string words)
    {
        Assert.False(MemberLines.TryRead(text, out _, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_stands_in_its_own_annex_whatever_was_found()
    {
        var given = GivenProposal.In(ProposalState.Visited);

        Assert.Equal(Annex.Proposed, AnnexWords.Of(given.Target!));
        Assert.True(Annex.Proposed.IsEligible());
        Assert.False(Annex.ProposedInVain.IsEligible());
        Assert.Equal(Annex.ExtremelyPoor, AnnexWords.Of(Presence.Found, Eligibility.ExtremelyPoor, null));
    }

    [Fact]
    public void A_round_does_not_leave_proposals_behind() =>
        Assert.Contains("usulan baru", new GivenRound().Round.Advance(new RoundTally(3, 0, 0, 0, 0, 0) { Proposals = 2 }, Given.Today).Refusal, StringComparison.Ordinal);

    private static IEnumerable<string> Holders(IReadOnlyList<string> permissions) =>
        Enum.GetValues<Role>().Where(role => permissions.Any(permission => role.Grants(Enum.Parse<Permission>(permission)))).Select(role => role.ToString()).Order(StringComparer.Ordinal);
}
