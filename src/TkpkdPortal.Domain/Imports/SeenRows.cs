using System.Globalization;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports;

/// <summary>What a judge remembers of a file: its family ids, and which rows share a NIK across two families.</summary>
internal sealed class SeenRows
{
    private const int LongestNumber = 18;

    // Ids that are short numbers are kept as numbers, which takes a third of the memory of a text; a digit before them keeps their leading zeros apart.
    private Dictionary<ulong, int> _numbered = [];
    private Dictionary<string, int> _families = [];

    // A NIK as a number, and the family and row where it stood first: 24 bytes a row instead of a string.
    private Dictionary<ulong, (int Family, int Row)> _numbers = [];
    private Dictionary<ulong, SharedNumber> _shared = [];

    public int FamilyCount { get; private set; }

    public bool AddFamily(string familyId)
    {
        var isNew = NumberOf(familyId) is { } number ? _numbered.TryAdd(number, FamilyCount) : _families.TryAdd(familyId, FamilyCount);
        if (isNew)
            FamilyCount++;
        return isNew;
    }

    public void AddNumber(Nik nik, string familyId, int row)
    {
        var key = ulong.Parse(nik.Digits, CultureInfo.InvariantCulture);
        var family = NumberOf(familyId) is { } number ? _numbered[number] : _families[familyId];
        if (_numbers.TryAdd(key, (family, row)))
            return;
        var first = _numbers[key];
        if (!_shared.TryGetValue(key, out var shared))
            _shared.Add(key, shared = new SharedNumber([first.Row], false));
        shared.Rows.Add(row);
        _shared[key] = shared with { InTwoFamilies = shared.InTwoFamilies || first.Family != family };
    }

    /// <summary>After the last row, of which nothing but the count of families is remembered any longer: for a million rows that is a hundred megabytes.</summary>
    public IReadOnlyList<IReadOnlyList<int>> SharedNumbers()
    {
        List<IReadOnlyList<int>> shared = [.. _shared.Values.Where(shared => shared.InTwoFamilies).Select(shared => shared.Rows).OrderBy(rows => rows[0])];
        _numbered = [];
        _families = [];
        _numbers = [];
        _shared = [];
        return shared;
    }

    private static ulong? NumberOf(string familyId)
    {
        if (familyId.Length is 0 or > LongestNumber || familyId.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return null;
        var number = 1UL;
        foreach (var digit in familyId)
            number = (number * 10) + (uint)(digit - '0');
        return number;
    }

    private sealed record SharedNumber(List<int> Rows, bool InTwoFamilies);
}
