using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Lists;

/// <summary>A person as a release names it. The number is a short form of its keyed index: it tells persons apart and nobody who they are.</summary>
public sealed record StatedPerson(string Name, DateOnly? Born, ulong? Number, bool IsHead)
{
    /// <summary>Mask of the NIK; kept for heads alone.</summary>
    public string? Mask { get; init; }
}

/// <summary>A family as a release names it, under the list's id; without its members where the release has none.</summary>
public sealed record StatedFamily(string Id, long HouseholdId, string AreaCode, byte DecileCode, IReadOnlyList<StatedPerson> Persons, bool HasMembers)
{
    public StatedPerson Head { get; } = Persons.FirstOrDefault(person => person.IsHead) ?? Persons[0];

    public string Village => Areas.AreaCode.Parse(AreaCode).AtLevel(AreaLevel.Village).Stored;

    /// <summary>How pages and scripts write the id: as the list has it, or as a mask.</summary>
    public string Label { get; init; } = Id;
}

/// <summary>
/// One difference between two releases about one family: what the first says and what the second says. <see cref="First"/> is null for a family that
/// only the second has, <see cref="Second"/> is empty for one that only the first has.
/// </summary>
public sealed record ListDifference(DifferenceKind Kind, StatedFamily? First, IReadOnlyList<StatedFamily> Second, string From, string To)
{
    /// <summary>Where the family is looked for: as the first release has it.</summary>
    public StatedFamily Family => First ?? Second[0];
}

/// <summary>
/// Compares two releases, of two lists or of one, by what they say: a family is found again by its id in the same list, else by the NIK of any of its
/// members, else by name, birth date and village of its head. Unit: KK.
/// </summary>
public sealed class ReleaseComparison
{
    private ReleaseComparison(IReadOnlyList<ListDifference> differences, int first, int second, int inBoth, int foundAgain) =>
        (Differences, First, Second, InBoth, FoundAgain) = (differences, first, second, inBoth, foundAgain);

    public IReadOnlyList<ListDifference> Differences { get; }

    /// <summary>Families of the first and of the second release.</summary>
    public int First { get; }

    public int Second { get; }

    /// <summary>Families of the first release that the second has, and families of the second that they are there.</summary>
    public int InBoth { get; }

    public int FoundAgain { get; }

    public static ReleaseComparison Of(IReadOnlyList<StatedFamily> first, IReadOnlyList<StatedFamily> second, bool isSameList)
    {
        var pairs = new FamilyPairs(first, isSameList);
        var found = first.ToDictionary<StatedFamily, StatedFamily, List<StatedFamily>>(family => family, _ => new List<StatedFamily>(1), ReferenceEqualityComparer.Instance);
        var differences = new List<ListDifference>();
        foreach (var family in second)
        {
            if (pairs.Find(family) is { } same)
                found[same].Add(family);
            else
                differences.Add(new ListDifference(DifferenceKind.Entered, null, [family], "", ""));
        }
        var holders = new NumberIndex(second);
        foreach (var family in first)
        {
            var again = found[family];
            if (again.Count > 0)
                differences.AddRange(Between(family, again));
            else if (holders.Of(family) is { } holder)
                differences.Add(new ListDifference(DifferenceKind.Joined, family, [holder], family.Head.Name, holder.Head.Name));
            else
                differences.Add(new ListDifference(DifferenceKind.Left, family, [], "", ""));
        }
        return new ReleaseComparison(differences, first.Count, second.Count, found.Values.Count(again => again.Count > 0), found.Values.Sum(again => again.Count));
    }

    private static List<ListDifference> Between(StatedFamily family, List<StatedFamily> again)
    {
        var differences = new List<ListDifference>();
        var head = family.Head;
        var main = again.Find(other => other.Persons.Any(person => IsSame(head, person))) ?? again[0];
        // What the house is and who is its head is said by the part in which the head is.
        var ordered = again.OrderBy(other => other == main ? 0 : 1).ToList();
        if (ordered.Count > 1)
            Add(DifferenceKind.Split, $"{family.Persons.Count}", string.Join(" + ", ordered.Select(other => other.Persons.Count)));
        if (main.Persons.FirstOrDefault(person => IsSame(head, person)) is not { } now)
        {
            Add(DifferenceKind.HeadChanged, head.Name, main.Head.Name);
        }
        else
        {
            if (main.Head != now && main.HasMembers && family.HasMembers)
                Add(DifferenceKind.HeadChanged, head.Name, main.Head.Name);
            if (!IsWrittenAlike(head.Name, now.Name))
                Add(DifferenceKind.NameSpelling, head.Name, now.Name);
            CompareNumbers(head, now);
        }
        CompareDeciles();
        if (family.Village != main.Village)
            Add(DifferenceKind.Moved, AreaCode.Parse(family.Village).Digits, AreaCode.Parse(main.Village).Digits);
        CompareMembers();
        if (differences.Count == 0)
            Add(DifferenceKind.Same, "", "");
        return differences;

        void Add(DifferenceKind kind, string from, string to) => differences.Add(new ListDifference(kind, family, ordered, from, to));

        void CompareNumbers(StatedPerson before, StatedPerson now)
        {
            // A release without members may not name the number of the head at all.
            if (!family.HasMembers && before.Number is null || !main.HasMembers && now.Number is null || before.Number == now.Number)
                return;
            Add(before.Number is null ? DifferenceKind.NikFilled : now.Number is null ? DifferenceKind.NikLost : DifferenceKind.NikCorrected, before.Mask ?? "", now.Mask ?? "");
        }

        void CompareDeciles()
        {
            var (before, now) = (WelfareDecile.FromCode(family.DecileCode), WelfareDecile.FromCode(main.DecileCode));
            if (before.IsKnown && now.IsKnown && DirectionOf(before, now) is { } direction)
                Add(direction, before.Label, now.Label);
        }

        void CompareMembers()
        {
            if (!family.HasMembers || !ordered.TrueForAll(other => other.HasMembers))
                return;
            var persons = ordered.SelectMany(other => other.Persons).ToList();
            var (before, now) = ($"{family.Persons.Count}", $"{persons.Count}");
            if (persons.Exists(person => !family.Persons.Any(known => IsSame(known, person))))
                Add(DifferenceKind.MembersAdded, before, now);
            if (family.Persons.Any(known => !persons.Exists(person => IsSame(known, person))))
                Add(DifferenceKind.MembersGone, before, now);
        }
    }

    // "4+" is above four and says nothing of where above it.
    private static DifferenceKind? DirectionOf(WelfareDecile before, WelfareDecile now)
    {
        if (before == now || (before == WelfareDecile.AboveFour && now.Code > 4) || (now == WelfareDecile.AboveFour && before.Code > 4))
            return null;
        return now.Code > before.Code ? DifferenceKind.DecileUp : DifferenceKind.DecileDown;
    }

    private static bool IsSame(StatedPerson one, StatedPerson other) =>
        (one.Number is { } number && number == other.Number) || SamePerson.Is(one.Name, one.Born, other.Name, other.Born);

    private static bool IsWrittenAlike(string one, string other) => CellText.Clean(one).Equals(CellText.Clean(other), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The families of a release by the numbers of their persons.</summary>
internal sealed class NumberIndex
{
    private readonly Dictionary<ulong, StatedFamily> _families = [];

    public NumberIndex(IReadOnlyList<StatedFamily> families)
    {
        foreach (var family in families)
        {
            foreach (var person in family.Persons)
            {
                if (person.Number is { } number)
                    _families.TryAdd(number, family);
            }
        }
    }

    /// <summary>The family that has most of these persons; of two alike the one that has the head.</summary>
    public StatedFamily? Of(StatedFamily family) => family.Persons.Select(person => person.Number is { } number ? _families.GetValueOrDefault(number) : null)
        .OfType<StatedFamily>().GroupBy(found => found.Id, StringComparer.Ordinal).OrderByDescending(group => group.Count())
        .ThenByDescending(group => group.First().Persons.Any(person => person.Number is not null && person.Number == family.Head.Number))
        .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.First();
}

/// <summary>Finds a family of the second release among those of the first.</summary>
internal sealed class FamilyPairs
{
    private readonly Dictionary<string, StatedFamily> _byId;
    private readonly NumberIndex _byNumber;
    private readonly ILookup<(string Village, DateOnly Born), StatedFamily> _byBirth;

    public FamilyPairs(IReadOnlyList<StatedFamily> families, bool isSameList)
    {
        _byId = isSameList ? families.ToDictionary(family => family.Id, StringComparer.Ordinal) : [];
        _byNumber = new NumberIndex(families);
        _byBirth = families.Where(family => family.Head.Born is not null).ToLookup(family => (family.Village, family.Head.Born!.Value));
    }

    public StatedFamily? Find(StatedFamily family)
    {
        if (_byId.TryGetValue(family.Id, out var same))
            return same;
        if (_byNumber.Of(family) is { } holder)
            return holder;
        var head = family.Head;
        if (head.Born is not { } born)
            return null;
        return _byBirth[(family.Village, born)].Where(known => SamePerson.Is(known.Head.Name, born, head.Name, born)).ToList() is [var only] ? only : null;
    }
}
