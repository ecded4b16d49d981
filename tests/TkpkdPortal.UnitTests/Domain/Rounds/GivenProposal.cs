using TkpkdPortal.Domain;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>A proposal in a running round, brought to any state by the steps that lead there.</summary>
internal sealed class GivenProposal
{
    private readonly GivenRound _given = new();

    public GivenProposal(ProposalTerms? terms = null, long proposedBy = Given.Enumerator, bool isByHead = false)
    {
        Assert.Null(Proposal.Propose(terms ?? Terms(), Place(proposedBy, isByHead), _given.Round, out var proposal).Refusal);
        Proposal = proposal!;
        Household = Given.Household(id: 21);
    }

    public Proposal Proposal { get; }

    public Household Household { get; }

    public RoundTarget? Target { get; private set; }

    public Visit? Visit { get; private set; }

    public VerificationRound Round => _given.Round;

    public ProposalState State => ProposalWords.StateOf(Proposal.Check, Target?.State);

    public static ProposalTerms Terms() => new() { AreaCode = Given.Desa, HeadName = "Siti Contoh", Address = "Gang Haur", Reason = "Belum ada di daftar." };

    public static ProposalPlace Place(long userId = Given.Enumerator, bool isByHead = false) => new(Guid.CreateVersion7(), userId, isByHead, Given.Today, Given.Today, Given.Now);

    public static GivenProposal In(ProposalState state)
    {
        var given = new GivenProposal();
        foreach (var step in PathTo(state))
            Assert.Null(given.Take(step).Refusal);
        Assert.Equal(state, given.State);
        return given;
    }

    public Outcome Take(string step) => step switch
    {
        "Clear" => Clear(),
        "CloseAsDuplicate" => Proposal.CloseAsDuplicate(Given.VillageHead, 99, "Keluarga yang sama.", Given.Now),
        "TurnDown" => Proposal.TurnDown(Given.VillageHead, "Bukan warga desa ini.", Given.Now),
        "Submit" => Submit(),
        "Approve" => Follow(Visit!.Approve(Given.VillageHead, Given.Now)),
        "Agree" => Target!.Agree(1, Round, Given.Now),
        "Verify" => Target!.Verify(GivenRound.DistrictHead, Round, Given.Now),
        "Validate" => Target!.Validate(GivenRound.Analyst, CivilMatch.Agrees, Round, Given.Now),
        "TakeInto" => Target!.TakeInto(_given.Decree()),
        "Cancel" => Target!.Cancel("Salah usul.", Round),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
    };

    private static IEnumerable<string> PathTo(ProposalState state) => state switch
    {
        ProposalState.Proposed => [],
        ProposalState.Checked => ["Clear"],
        ProposalState.Visited => ["Clear", "Submit", "Approve"],
        ProposalState.AgreedInDeliberation => ["Clear", "Submit", "Approve", "Agree", "Verify"],
        ProposalState.Validated => ["Clear", "Submit", "Approve", "Agree", "Verify", "Validate"],
        ProposalState.Decreed => ["Clear", "Submit", "Approve", "Agree", "Verify", "Validate", "TakeInto"],
        ProposalState.Refused => ["TurnDown"],
        _ => ["CloseAsDuplicate"],
    };

    private Outcome Clear()
    {
        var outcome = Proposal.Clear(Given.VillageHead, null, Similarity.None, Round, Given.Now);
        if (outcome.IsAccepted)
        {
            Target = RoundTarget.Of(Proposal, Household.Id);
            Proposal.Become(Household.Id, 31);
        }
        return outcome;
    }

    private Outcome Submit()
    {
        if (Visit is not null)
            return Visit.Submit(Given.Today, Given.Now);
        Assert.Null(Target!.MayBeVisited(Given.Enumerator, Round, Given.Today).Refusal);
        Visit = Household.OpenVisit(Guid.CreateVersion7(), Given.Enumerator, 1);
        Target.Take(Visit, _given.Questions);
        Assert.Null(Visit.Save(Given.Answers(), Given.Now).Refusal);
        return Follow(Visit.Submit(Given.Today, Given.Now));
    }

    private Outcome Follow(Outcome outcome)
    {
        if (outcome.IsAccepted)
            Target!.Follow(Visit!);
        return outcome;
    }
}
