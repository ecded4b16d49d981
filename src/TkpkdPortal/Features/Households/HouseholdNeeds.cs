using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Households;

/// <summary>The needs of a household in sentences, each with the facts that raise it and who says them, and the questions that are open; by the rules that held at the instant.</summary>
public sealed record HouseholdNeeds(int RuleNumber, NeedProfile Profile, IReadOnlyList<string> Sentences, IReadOnlyList<(string Question, Need Needs)> Questions)
{
    public static async Task<HouseholdNeeds?> OfAsync(PortalDbContext db, long householdId, HouseholdFacts facts, IReadOnlyList<PersonFacts> members, IReadOnlyList<ListStatement> lists, DateOnly day, DateTime at, CancellationToken ct)
    {
        if (members.Count == 0 || await db.NeedRuleSets.AsNoTracking().Where(set => set.AdoptedAt <= at).OrderByDescending(set => set.Number).FirstOrDefaultAsync(ct) is not { } rules)
            return null;
        var reasons = new List<NeedReason>();
        var profile = rules.On(day).Judge(facts.NeedHouse, [.. members.Select(member => member.NeedMember)], reasons);
        var sources = await NeedSources.ForAsync(db, householdId, facts, members, lists, at, ct);
        var sourced = reasons.ConvertAll(reason => reason with { Source = sources.Of(reason) });
        return new HouseholdNeeds(rules.Number, profile, [.. NeedWords.Of(profile.Present).Select(need => NeedSentence.Of(need, sourced))], NeedSentence.Questions(sourced));
    }
}

/// <summary>Who says a fact of a household: the visit that verified it, the decision that settled it, or the newest list that says the same.</summary>
internal sealed class NeedSources(HouseholdFacts facts, IReadOnlyList<PersonFacts> members, IReadOnlyList<ListStatement> newestFirst, IReadOnlyList<NeedSources.Answered> visits, IReadOnlyList<NeedSources.Settled> decisions)
{
    private static readonly NeedSource Register = new("register portal");

    public static async Task<NeedSources> ForAsync(PortalDbContext db, long householdId, HouseholdFacts facts, IReadOnlyList<PersonFacts> members, IReadOnlyList<ListStatement> lists, DateTime at, CancellationToken ct) => new(facts, members,
        [.. lists.Where(list => list.Sheet is null).Reverse()],
        await db.Visits.AsNoTracking().Where(visit => visit.HouseholdId == householdId && visit.Status == VisitStatus.Approved && visit.DecidedAt <= at).OrderByDescending(visit => visit.DecidedAt).ThenByDescending(visit => visit.Number)
            .Select(visit => new Answered(visit.Housing, visit.VisitedOn)).ToListAsync(ct),
        await db.FieldDecisions.AsNoTracking().Where(decision => decision.HouseholdId == householdId && decision.At <= at && (decision.WithdrawnAt == null || decision.WithdrawnAt > at)).OrderByDescending(decision => decision.Id)
            .Select(decision => new Settled(decision.Field, decision.ChosenList)).ToListAsync(ct));

    public NeedSource? Of(NeedReason reason)
    {
        if (reason.State is not NeedState.Present)
            return null;
        if (FieldOf(reason.Fact) is { } field)
            return OfHouse(field);
        var member = members.FirstOrDefault(member => member.PublicId == reason.MemberId);
        return reason.Fact switch
        {
            NeedFact.Decile => Listed(list => list.ReleaseId == facts.DecileReleaseId),
            NeedFact.StuntingRisk => Listed(list => list.StuntingRisk is true),
            NeedFact.Education => Listed(member, row => row.Education == member?.Education),
            NeedFact.Occupation => Listed(member, row => row.Occupation == member?.Occupation),
            NeedFact.CivilMatch when member?.CivilMatchOn is { } on => new NeedSource($"jawaban Dukcapil {Indonesian.Date(on)}"),
            NeedFact.CivilMatch => Listed(member, row => row.MatchesCivilRegistry is false),
            NeedFact.Nik => Listed(member, row => row.Nik is null),
            _ => Register,
        };
    }

    // The fields of the house, which a visit verifies.
    private static HouseholdField? FieldOf(NeedFact fact) => fact switch
    {
        NeedFact.Roof => HouseholdField.Roof,
        NeedFact.Wall => HouseholdField.Wall,
        NeedFact.Floor => HouseholdField.Floor,
        NeedFact.DrinkingWater => HouseholdField.DrinkingWater,
        NeedFact.Toilet => HouseholdField.Toilet,
        NeedFact.Lighting => HouseholdField.Lighting,
        _ => null,
    };

    private NeedSource OfHouse(HouseholdField field)
    {
        var value = facts.Housing.ValueOf(field);
        if (facts.Verified.HasFlag(field))
            return (visits.FirstOrDefault(visit => visit.Housing.ValueOf(field) is { } answer && answer.Equals(value))?.VisitedOn ?? facts.VerifiedOn) is { } seen ? new NeedSource($"kunjungan {Indonesian.Date(seen)}") : Register;
        if (facts.Decided.HasFlag(field) && decisions.FirstOrDefault(decision => decision.Field == field) is { } settled)
            return new NeedSource($"putusan atas {FieldValues.Word(settled.By)}");
        return Listed(list => list.Housing?.ValueOf(field) is { } said && said.Equals(value));
    }

    private NeedSource Listed(Func<ListStatement, bool> says) => newestFirst.FirstOrDefault(says) is { } list ? new NeedSource($"{list.Title} (rilis {Indonesian.Date(list.ReleasedOn)})") : Register;

    // The row of families speaks of the head.
    private NeedSource Listed(PersonFacts? member, Func<ListedRow, bool> says)
    {
        var id = member switch { Person person => person.Id, PersonVersion version => version.PersonId, _ => 0 };
        return Listed(list => list.Rows.Any(row => (row is ListedPerson person ? person.PersonId == id : member?.IsHead is true) && says(row)));
    }

    internal sealed record Answered(Housing Housing, DateOnly? VisitedOn);

    internal sealed record Settled(HouseholdField Field, SourceList? By);
}
