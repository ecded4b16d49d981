namespace TkpkdPortal.Domain.Assistance;

/// <summary>
/// One piece of aid as the search for double aid sees it. The key is a row number or the id of an intervention, as the asker likes; the person
/// is the same for the same NIK and null where the aid is for the whole family; the household is null where the register lacks the person.
/// </summary>
public sealed record AidFact(long Key, string? Person, long? Household, string Program, AidPeriod Period);

/// <summary>Pieces of aid that may be double: marked for a person to look at, and never stopped by themselves.</summary>
public sealed record AidOverlap(string Kind, IReadOnlyList<long> Keys);

/// <summary>
/// The rules of double aid (samples: "Double aid"). Complementary aid, such as PKH with RTLH or PKH in two quarters, is not double.
/// </summary>
public static class AidOverlaps
{
    public const string SameProgramAndPeriod = "SAMA_PROGRAM_PERIODE";
    public const string DanaDesaAndPkh = "BLT_DD_DAN_PKH";
    public const string DanaDesaAndPkhInFamily = "BLT_DD_DAN_PKH_SATU_KELUARGA";
    public const string HouseTwice = "RTLH_DUA_KALI";
    public const string HouseTwiceInFamily = "RTLH_DUA_KALI_SATU_KELUARGA";

    private static readonly (string Kind, string Words)[] Sentences =
    [
        (SameProgramAndPeriod, "Program yang sama dua kali dalam satu periode"),
        (DanaDesaAndPkh, "BLT Dana Desa dan PKH untuk orang yang sama dalam satu periode"),
        (DanaDesaAndPkhInFamily, "BLT Dana Desa dan PKH untuk dua anggota satu keluarga dalam satu periode"),
        (HouseTwice, "Perbaikan rumah dua kali untuk orang yang sama"),
        (HouseTwiceInFamily, "Perbaikan rumah untuk dua anggota satu keluarga, jadi satu rumah"),
    ];

    public static IReadOnlyList<string> Kinds { get; } = [.. Sentences.Select(sentence => sentence.Kind)];

    public static string Words(string kind) => Sentences.First(sentence => sentence.Kind == kind).Words;

    /// <summary>All groups among these pieces, kind by kind, each in the order of its keys.</summary>
    public static IReadOnlyList<AidOverlap> Find(IEnumerable<AidFact> facts)
    {
        var all = facts.OrderBy(fact => fact.Key).ToList();
        var ofPersons = all.Where(fact => fact.Person is not null).ToList();
        return
        [
            .. Groups(SameProgramAndPeriod, all.GroupBy(fact => (Receiver(fact), UsualPrograms.KeyOf(fact.Program), fact.Period)), group => group.Count > 1),
            .. Groups(DanaDesaAndPkh, ofPersons.Where(IsCash).GroupBy(fact => (fact.Person, fact.Period)), HasBoth),
            .. InFamily(DanaDesaAndPkhInFamily, all.Where(IsCash).GroupBy(fact => (fact.Household, fact.Period)), HasBoth),
            .. Groups(HouseTwice, ofPersons.Where(IsHouse).GroupBy(fact => fact.Person), group => group.Count > 1),
            .. InFamily(HouseTwiceInFamily, all.Where(IsHouse).GroupBy(fact => fact.Household), group => group.Count > 1),
        ];
    }

    private static IEnumerable<AidOverlap> Groups<T>(string kind, IEnumerable<IGrouping<T, AidFact>> groups, Func<List<AidFact>, bool> isDouble) =>
        groups.Select(group => group.ToList()).Where(isDouble).Select(group => new AidOverlap(kind, [.. group.Select(fact => fact.Key)])).OrderBy(overlap => overlap.Keys[0]);

    // What one person receives twice has its own kind: here it takes two receivers in one known family.
    private static IEnumerable<AidOverlap> InFamily<T>(string kind, IEnumerable<IGrouping<T, AidFact>> groups, Func<List<AidFact>, bool> isDouble) =>
        Groups(kind, groups, group => group[0].Household is not null && isDouble(group) && group.GroupBy(Receiver).All(own => !isDouble([.. own])));

    private static string Receiver(AidFact fact) => fact.Person ?? FormattableString.Invariant($"keluarga {fact.Household}");

    private static bool HasBoth(List<AidFact> group) => group.Exists(fact => UsualPrograms.IsDanaDesaCash(fact.Program)) && group.Exists(fact => UsualPrograms.IsPkh(fact.Program));

    private static bool IsCash(AidFact fact) => UsualPrograms.IsDanaDesaCash(fact.Program) || UsualPrograms.IsPkh(fact.Program);

    private static bool IsHouse(AidFact fact) => UsualPrograms.IsHouse(fact.Program);
}
