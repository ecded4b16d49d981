using System.Diagnostics.CodeAnalysis;

namespace TkpkdPortal.Domain.Areas;

/// <summary>
/// Names and tree of all areas down to the desa and kelurahan, held in memory: they change once a year. RW and RT have no name but their number.
/// </summary>
public sealed class AreaDirectory
{
    private readonly Dictionary<string, string> _names;
    private readonly string[] _codes;

    public AreaDirectory(IEnumerable<(string Code, string Name)> areas)
    {
        _names = areas.ToDictionary(area => area.Code, area => area.Name, StringComparer.Ordinal);
        _codes = [.. _names.Keys.Order(StringComparer.Ordinal)];
    }

    public bool Knows(AreaCode code) => _names.ContainsKey(code.Stored);

    /// <summary>The bare name: "Kelinjau Ulu", "Muara Ancalong", "Kabupaten Kutai Timur", "RT 003".</summary>
    public string NameOf(AreaCode code) => code.Level switch
    {
        AreaLevel.Rt => $"RT {code.Rt}",
        AreaLevel.Rw => code.Rw is { } rw ? $"RW {rw}" : "tanpa RW",
        _ => _names.GetValueOrDefault(code.Stored, code.Official),
    };

    public string NameOf(string storedCode) => AreaCode.TryParse(storedCode, out var code) ? NameOf(code) : storedCode;

    /// <summary>The name with its kind: "Desa Kelinjau Ulu", "Kecamatan Muara Ancalong".</summary>
    public string TitleOf(AreaCode code) => code.Level switch
    {
        AreaLevel.Province => $"Provinsi {NameOf(code)}",
        AreaLevel.District => $"Kecamatan {NameOf(code)}",
        AreaLevel.Village => $"{KindOf(code)} {NameOf(code)}",
        _ => NameOf(code),
    };

    /// <summary>"Kutai Timur" for "Kabupaten Kutai Timur": as a breadcrumb or a heading names it.</summary>
    public string ShortNameOf(AreaCode code)
    {
        var name = NameOf(code);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return code.Level is AreaLevel.Regency && space > 0 ? name[(space + 1)..] : name;
    }

    /// <summary>The areas one level below, in the order of their codes.</summary>
    public IEnumerable<AreaCode> Children(AreaCode parent)
    {
        var range = AreaRange.Of(parent);
        var length = parent.Level >= AreaLevel.Village ? 0 : AreaCode.LengthAt(parent.Level + 1);
        var at = Array.BinarySearch(_codes, range.From, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _codes.Length && range.Contains(_codes[i]); i++)
        {
            if (_codes[i].Length == length)
                yield return AreaCode.Parse(_codes[i]);
        }
    }

    /// <summary>All desa and kelurahan of an area.</summary>
    public IEnumerable<AreaCode> Villages(AreaCode parent) =>
        parent.Level >= AreaLevel.Village ? [parent.AtLevel(AreaLevel.Village)] : Children(parent).SelectMany(Villages);

    /// <summary>From the given level down to the area itself.</summary>
    public static IEnumerable<AreaCode> Path(AreaCode code, AreaLevel from)
    {
        for (var level = from; level <= code.Level; level++)
        {
            var at = code.AtLevel(level);
            if (level is not AreaLevel.Rw || at.Rw is not null)
                yield return at;
        }
    }

    /// <summary>
    /// Areas whose name is, begins with or nearly is the text, best first. A suggestion for a person to choose from: it never decides.
    /// </summary>
    public IReadOnlyList<AreaCode> Suggest(string text, AreaCode within, int most = 8)
    {
        var letters = AreaNames.Letters(text);
        if (letters.Length < 2)
            return [];
        var range = AreaRange.Of(within);
        var tolerance = Math.Max(1, letters.Length / 4);
        return [.. _codes.Where(range.Contains)
            .Select(code => (Code: code, Cost: CostOf(AreaNames.Letters(_names[code]), letters, tolerance)))
            .Where(hit => hit.Cost >= 0)
            .OrderBy(hit => hit.Cost).ThenBy(hit => hit.Code.Length).ThenBy(hit => hit.Code, StringComparer.Ordinal)
            .Take(most).Select(hit => AreaCode.Parse(hit.Code))];
    }

    public bool TryFind(string? text, [NotNullWhen(true)] out AreaCode? code)
    {
        code = AreaCode.TryParse(text, out var parsed) && (parsed.Level > AreaLevel.Village || Knows(parsed)) ? parsed : null;
        return code is not null;
    }

    private static string KindOf(AreaCode code) => code.VillageKind is VillageKind.Kelurahan ? "Kelurahan" : "Desa";

    private static int CostOf(string name, string letters, int tolerance)
    {
        if (name == letters)
            return 0;
        if (name.StartsWith(letters, StringComparison.Ordinal))
            return 1;
        var distance = AreaNames.Distance(name, letters, tolerance);
        if (distance <= tolerance)
            return 1 + distance;
        return letters.Length >= 4 && name.Contains(letters, StringComparison.Ordinal) ? 2 + tolerance : -1;
    }
}
