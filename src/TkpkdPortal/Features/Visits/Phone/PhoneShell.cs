using System.Text.Json;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Visits.Phone;

/// <summary>The page that stays on the phone: words and questions, nothing of a person. Its scripts fill in what the phone keeps sealed.</summary>
public sealed record PhoneShell(string TeamName, bool HasTestData)
{
    public const int Tries = 5, DaysKept = 7;

    /// <summary>Stands where the reviewer's title belongs; the script puts in "Lurah" or "Kepala Desa" once it knows the village.</summary>
    public const string Reviewer = "{pemeriksa}";

    private static readonly Presence[] Elsewhere = [Presence.MovedWithinRegion, Presence.Duplicate];

    public static IReadOnlyList<Choice> PhotoKinds { get; } = Choice.From(PhotoWords.Kinds);

    /// <summary>What the domain says where an answer is missing, by field and case: the phone asks the same rules, and says them in the same words.</summary>
    public static string Sentences { get; } = JsonSerializer.Serialize(SentencesByCase());

    private static Dictionary<string, string> SentencesByCase()
    {
        var day = new DateOnly(2026, 1, 1);
        var found = new VisitAnswers { VisitedOn = day, Presence = Presence.Found };
        string Said(VisitAnswers answers, string field) => Visit.Missing(answers, day).Single(missing => missing.Field == field).Sentence;
        var sentences = new Dictionary<string, string>
        {
            ["VisitedOn"] = Said(new VisitAnswers(), nameof(VisitAnswers.VisitedOn)),
            ["VisitedOn.Future"] = Said(new VisitAnswers { VisitedOn = day.AddDays(1) }, nameof(VisitAnswers.VisitedOn)),
            ["PresenceGroup"] = Said(new VisitAnswers(), nameof(VisitAnswers.Presence)),
            ["MovedTo"] = new VisitForm { PresenceGroup = PresenceGroup.Moved }.PresenceSentence!,
            ["OtherCase"] = new VisitForm { PresenceGroup = PresenceGroup.Other }.PresenceSentence!,
            ["Respondent"] = Said(found, nameof(VisitAnswers.Respondent)),
            ["Eligibility"] = Said(found, nameof(VisitAnswers.Eligibility)),
            ["Reason"] = Said(found with { Eligibility = Eligibility.NotEligible }, nameof(VisitAnswers.Reason)),
            ["ReasonText"] = Said(found with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.Other }, nameof(VisitAnswers.ReasonText)),
        };
        foreach (var missing in Proposal.Missing(new ProposalTerms { AreaCode = "", BirthDate = day.AddDays(1) }, day))
            sentences[$"Proposal.{missing.Field}"] = missing.Sentence;
        foreach (var presence in Elsewhere)
            sentences[$"PresenceNote.{presence}"] = Said(new VisitAnswers { VisitedOn = day, Presence = presence }, nameof(VisitAnswers.PresenceNote));
        foreach (var kind in PhotoWords.Kinds.All)
            sentences[$"Photo.{kind}"] = PhotoWords.Ask(kind);
        return sentences;
    }
}
