using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>A running round with one household, brought to any state by the steps that lead there.</summary>
internal sealed class GivenRound
{
    public const long DistrictHead = 9, Analyst = 10;

    public GivenRound(RoundState state = RoundState.Running)
    {
        Assert.Null(VerificationRound.Open(Terms(), Analyst, Given.Now, out var round).Refusal);
        Round = round!;
        while (Round.State < state)
            Assert.Null(Round.Advance(new RoundTally(1, 0, 0, 0, 0, 0), Given.Today).Refusal);
        Household = Given.Household();
        Target = new RoundTarget(Round.Id, Household.Id, Household.AreaCode);
        Questions = Questionnaire.First(Round, Analyst, Given.Now);
    }

    public VerificationRound Round { get; }

    public Household Household { get; }

    public RoundTarget Target { get; }

    public Questionnaire Questions { get; }

    public Visit? Visit { get; private set; }

    public static RoundTerms Terms(string name = "Verval 2025") => new(name, 1, "Keputusan Bupati 400/K.1/2025", Given.Today.AddDays(-30),
        [new WaveTerms(AreaCode.Parse(Given.Desa).AtLevel(AreaLevel.District), Given.Today.AddDays(-10), Given.Today.AddDays(10))]);

    public static GivenRound In(string state, VisitAnswers? answers = null)
    {
        var given = new GivenRound();
        foreach (var step in PathTo(state))
            Assert.Null(given.Take(step, answers).Refusal);
        Assert.Equal(state, given.State);
        return given;
    }

    /// <summary>The name of the state in the table of the decision.</summary>
    public string State => Target.IsWithVillage ? "ReturnedFromAbove" : Target.State.ToString();

    public Outcome Take(string step, VisitAnswers? answers = null) => step switch
    {
        "Save" => Save(answers ?? Given.Answers()),
        "Submit" => Follow(Visit!.Submit(Given.Today, Given.Now)),
        "Return" => Follow(Visit!.Return(Given.VillageHead, "Foto belum jelas.", Given.Now)),
        "Approve" => Follow(Visit!.Approve(Given.VillageHead, Given.Now)),
        "Agree" => Target.Agree(1, Round, Given.Now),
        "Verify" => Target.Verify(DistrictHead, Round, Given.Now),
        "Validate" => Target.Validate(Analyst, CivilMatch.Agrees, Round, Given.Now),
        "TakeInto" => Target.TakeInto(Decree()),
        "ReturnToVillage" => Target.ReturnToVillage(DistrictHead, "Alamat keluarga ini meragukan.", Round, Given.Now),
        "SendToEnumerator" => Target.SendToEnumerator("Kunjungi lagi."),
        "Uphold" => Target.Uphold(Given.VillageHead, "Sudah dicek ke RT.", Given.Now),
        "Cancel" => Target.Cancel("Salah daftar.", Round),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
    };

    public Decree Decree()
    {
        Assert.Null(TkpkdPortal.Domain.Rounds.Decree.Record(Round, new DecreeTerms("400.9/K.12/2025", Given.Today, null), Given.Today, Analyst, Given.Now, out var decree).Refusal);
        return decree!;
    }

    private static IEnumerable<string> PathTo(string state) => state switch
    {
        "NotVisited" => [],
        "Draft" => ["Save"],
        "Submitted" => ["Save", "Submit"],
        "Returned" => ["Save", "Submit", "Return"],
        "ApprovedByVillage" => ["Save", "Submit", "Approve"],
        "AgreedInDeliberation" or "Excluded" => ["Save", "Submit", "Approve", "Agree"],
        "VerifiedByDistrict" => ["Save", "Submit", "Approve", "Agree", "Verify"],
        "Validated" => ["Save", "Submit", "Approve", "Agree", "Verify", "Validate"],
        "Decreed" => ["Save", "Submit", "Approve", "Agree", "Verify", "Validate", "TakeInto"],
        "ReturnedFromAbove" => ["Save", "Submit", "Approve", "Agree", "ReturnToVillage"],
        _ => ["Cancel"],
    };

    private Outcome Save(VisitAnswers answers)
    {
        if (Target.MayBeVisited(Given.Enumerator, Round, Given.Today) is { IsAccepted: false } refused)
            return refused;
        if (Visit is null or { Status: VisitStatus.Approved })
        {
            Visit = Household.OpenVisit(Guid.CreateVersion7(), Given.Enumerator, (Visit?.Number ?? 0) + 1);
            Target.Take(Visit, Questions);
        }
        return Follow(Visit.Save(answers, Given.Now));
    }

    private Outcome Follow(Outcome outcome)
    {
        if (outcome.IsAccepted)
            Target.Follow(Visit!);
        return outcome;
    }
}
