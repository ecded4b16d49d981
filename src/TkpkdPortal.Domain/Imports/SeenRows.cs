using System.Globalization;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports;

/// <summary>What a judge remembers of a file: its family ids, and which rows share a NIK across two families.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<string, int> _families = new(StringComparer.Ordinal);

    // A NIK as a number, and the family and row where it stood first: 24 bytes a row instead of a string.
    private readonly Dictionary<ulong, (int Family, int Row)> _numbers = [];
    private readonly Dictionary<ulong, SharedNumber> _shared = [];

    public int FamilyCount => _families.Count;

    public bool AddFamily(string familyId) => _families.TryAdd(familyId, _families.Count);

    public void AddNumber(Nik nik, string familyId, int row)
    {
        var key = ulong.Parse(nik.Digits, CultureInfo.InvariantCulture);
        var family = _families[familyId];
        if (_numbers.TryAdd(key, (family, row)))
            return;
        var first = _numbers[key];
        if (!_shared.TryGetValue(key, out var shared))
            _shared.Add(key, shared = new SharedNumber([first.Row], false));
        shared.Rows.Add(row);
        _shared[key] = shared with { InTwoFamilies = shared.InTwoFamilies || first.Family != family };
    }

    public IEnumerable<IReadOnlyList<int>> SharedNumbers() =>
        _shared.Values.Where(shared => shared.InTwoFamilies).Select(shared => shared.Rows).OrderBy(rows => rows[0]);

    private sealed record SharedNumber(List<int> Rows, bool InTwoFamilies);
}
