using System.Globalization;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>
/// One piece of aid as the search for double aid sees it. The key is a row number or the id of an intervention, as the asker likes; the person
/// is the same for the same NIK and null where the aid is for the whole family; the household is null where the register lacks the person.
/// </summary>
public sealed record AidFact(long Key, string? Person, long? Household, string Program, AidPeriod Period)
{
    public ProgramGroup? Group { get; } = UsualPrograms.GroupOf(Program);
}

/// <summary>Pieces of aid that a rule takes for double: marked for a person to look at, and never stopped by themselves.</summary>
public sealed record AidOverlap(OverlapRule Rule, bool IsInFamily, IReadOnlyList<long> Keys)
{
    /// <summary>"BLT_DD_DAN_PKH_SATU_KELUARGA".</summary>
    public string Kind => OverlapWords.CodeOf(Rule, IsInFamily);
}

/// <summary>Finds what the rules that hold for a piece's year take for double (samples: "Double aid"). What no rule names, such as PKH with RTLH or PKH in two quarters, is not double.</summary>
public static class AidOverlaps
{
    /// <summary>All groups among these pieces, rule by rule, each in the order of its keys.</summary>
    public static IReadOnlyList<AidOverlap> Find(IEnumerable<AidFact> facts, IEnumerable<OverlapRule> rules)
    {
        var all = facts.OrderBy(fact => fact.Key).ToList();
        return [.. rules.SelectMany(rule => OfRule(rule, all.FindAll(fact => rule.HoldsIn(fact.Period.Year))))];
    }

    private static IEnumerable<AidOverlap> OfRule(OverlapRule rule, List<AidFact> facts) => rule.Kind switch
    {
        OverlapKind.SameProgramAndPeriod => Groups(rule, false, facts.GroupBy(fact => (Receiver(fact), UsualPrograms.KeyOf(fact.Program), fact.Period)).Select(group => group.ToList()), IsRepeated),
        OverlapKind.Exclusive => OfOneAndOfFamily(rule, facts.FindAll(fact => fact.Group is { } group && (group == rule.First || group == rule.Second)), Meeting,
            group => group.Exists(fact => fact.Group == rule.First) && group.Exists(fact => fact.Group == rule.Second)),
        OverlapKind.OncePerHouse => OfOneAndOfFamily(rule, facts.FindAll(fact => fact.Group is { } group && group == rule.First), group => WithinYears(group, rule.Years ?? 1), IsRepeated),
        _ => [],
    };

    private static IEnumerable<AidOverlap> OfOneAndOfFamily(OverlapRule rule, List<AidFact> facts, Func<IEnumerable<AidFact>, IEnumerable<List<AidFact>>> clusters, Predicate<List<AidFact>> isDouble)
    {
        var ofReceivers = facts.Where(fact => fact.Person is not null || fact.Household is not null).GroupBy(Receiver).SelectMany(clusters);
        var inFamilies = facts.Where(fact => fact.Household is not null).GroupBy(fact => fact.Household).SelectMany(clusters);
        // What one receiver has twice, a person or the family as a whole, is said of the receiver: in a family it takes two.
        return Groups(rule, false, ofReceivers, isDouble)
            .Concat(Groups(rule, true, inFamilies, group => isDouble(group) && group.GroupBy(Receiver).All(own => !isDouble([.. own]))));
    }

    private static IEnumerable<AidOverlap> Groups(OverlapRule rule, bool isInFamily, IEnumerable<List<AidFact>> groups, Predicate<List<AidFact>> isDouble) =>
        groups.Where(group => isDouble(group)).Select(group => new AidOverlap(rule, isInFamily, [.. group.Select(fact => fact.Key).Order()])).OrderBy(overlap => overlap.Keys[0]);

    // A month lies in its quarter, and both in their year.
    private static IEnumerable<List<AidFact>> Meeting(IEnumerable<AidFact> facts)
    {
        var (cluster, last) = (new List<AidFact>(), DateOnly.MinValue);
        foreach (var fact in facts.OrderBy(fact => fact.Period.FirstDay))
        {
            if (cluster.Count > 0 && fact.Period.FirstDay > last)
            {
                yield return cluster;
                cluster = [];
            }
            cluster.Add(fact);
            last = fact.Period.LastDay > last ? fact.Period.LastDay : last;
        }
        if (cluster.Count > 0)
            yield return cluster;
    }

    private static IEnumerable<List<AidFact>> WithinYears(IEnumerable<AidFact> facts, int years)
    {
        var cluster = new List<AidFact>();
        foreach (var fact in facts.OrderBy(fact => fact.Period.Year))
        {
            if (cluster.Count > 0 && fact.Period.Year - cluster[^1].Period.Year >= years)
            {
                yield return cluster;
                cluster = [];
            }
            cluster.Add(fact);
        }
        if (cluster.Count > 0)
            yield return cluster;
    }

    private static bool IsRepeated(List<AidFact> group) => group.Count > 1;

    private static string Receiver(AidFact fact) => fact.Person ?? string.Create(CultureInfo.InvariantCulture, $"keluarga {fact.Household}");
}
