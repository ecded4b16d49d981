using System.Runtime.InteropServices;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>
/// The register as it is compared, about a hundred bytes a person: each word of a name or address is kept once and called by its number. It grows with the persons and with
/// nothing else.
/// </summary>
internal sealed class CompareTable
{
    private readonly List<Row> _rows = [];
    private readonly List<House> _houses = [];
    private readonly List<int> _pool = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _villages = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _bearers = [];
    private readonly List<string> _words = [];
    private readonly List<int> _wordBearers = [];

    public int Count => _rows.Count;

    public ref readonly Row this[int row] => ref CollectionsMarshal.AsSpan(_rows)[row];

    public ref readonly House HouseOf(in Row row) => ref CollectionsMarshal.AsSpan(_houses)[row.House];

    public string Word(int number) => _words[number];

    /// <summary>How many persons have the word in their name.</summary>
    public int BearersOfWord(int number) => _wordBearers[number];

    /// <summary>How many persons have exactly these words as their name.</summary>
    public int BearersOf(ulong nameKey) => _bearers.GetValueOrDefault(nameKey);

    public ReadOnlySpan<int> Words(Slice slice) => CollectionsMarshal.AsSpan(_pool).Slice(slice.At, slice.Count);

    public void Add(ComparedFamily family)
    {
        var village = NumberOf(_villages, family.Village);
        _houses.Add(new House(family.HouseholdId, village, IndexKey(family.FamilyCardIndex), Keep(AddressWords.Of(family.Address)), family.IsFresh));
        var names = family.Members.Select(member => Keep(NameWords.Of(member.Name))).ToList();
        for (var i = 0; i < family.Members.Count; i++)
        {
            var member = family.Members[i];
            var key = KeyOf(names[i]);
            CollectionsMarshal.GetValueRefOrAddDefault(_bearers, key, out _)++;
            foreach (var word in Words(names[i]))
                _wordBearers[word]++;
            var kin = member.KinIn(family.Members) is { } other ? names[IndexOf(family.Members, other)] : default;
            _rows.Add(new Row(member.Id, _houses.Count - 1, names[i], kin, member.BirthDate, member.Sex ?? 0, member.IsHead, IndexKey(member.NikIndex), key, KeyOf(kin)));
        }
    }

    private static int IndexOf(IReadOnlyList<ComparedPerson> members, ComparedPerson member)
    {
        var at = 0;
        while (!ReferenceEquals(members[at], member))
            at++;
        return at;
    }

    private Slice Keep(IReadOnlyList<string> words)
    {
        var slice = new Slice(_pool.Count, (byte)Math.Min(words.Count, byte.MaxValue));
        for (var i = 0; i < slice.Count; i++)
        {
            var number = NumberOf(_numbers, words[i]);
            if (number == _words.Count)
            {
                _words.Add(words[i]);
                _wordBearers.Add(0);
            }
            _pool.Add(number);
        }
        return slice;
    }

    // The same for the words in any order; 0 for no name at all.
    private ulong KeyOf(Slice slice)
    {
        ulong key = 0;
        foreach (var word in Words(slice))
            key += BlockKey.Mix((ulong)word + 1);
        return key;
    }

    private static int NumberOf(Dictionary<string, int> numbers, string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var exists);
        if (!exists)
            number = numbers.Count - 1;
        return number;
    }

    // The first half of the half of a keyed index: two different ones meet by chance once in centuries.
    private static ulong IndexKey(byte[]? index) => index is null ? 0 : BitConverter.ToUInt64(index, 0);

    internal readonly record struct Slice(int At, byte Count);

    internal readonly record struct House(long Id, int Village, ulong Card, Slice Address, bool IsFresh);

    internal readonly record struct Row(long PersonId, int House, Slice Name, Slice Kin, DateOnly? Birth, Sex Sex, bool IsHead, ulong Nik, ulong NameKey, ulong KinKey);
}
