using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Figures;

/// <summary>
/// The parts of an area as lines of a table. What is known less exactly than the rest has a line of its own, so that the lines always add up
/// to the area.
/// </summary>
public static class AreaParts
{
    /// <summary>The word for one part: "kecamatan", "desa dan kelurahan".</summary>
    public static string WordBelow(AreaCode parent) => parent.Level switch
    {
        AreaLevel.Province => "kabupaten/kota",
        AreaLevel.Regency => "kecamatan",
        AreaLevel.District => "desa dan kelurahan",
        AreaLevel.Village => "RW",
        _ => "RT",
    };

    /// <summary>Every kecamatan and village has its line, also without a family; RW and RT only where there is one.</summary>
    public static IReadOnlyList<string> Of(AreaDirectory areas, AreaCode parent, IEnumerable<string> counted)
    {
        IEnumerable<string> known = parent.Level >= AreaLevel.Village ? [] : areas.Children(parent).Select(child => child.Stored);
        return [.. known.Concat(counted).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A line with its name, and the area behind it where it is one.</summary>
    public static FigureLine Line(AreaDirectory areas, AreaCode parent, string stored, IReadOnlyList<decimal?> values)
    {
        if (!AreaCode.TryParse(stored, out var code) || (code == parent && parent.Level < AreaLevel.Rt))
            return new FigureLine(parent.Level >= AreaLevel.Village ? "RT belum diketahui" : "Desa atau kelurahan belum diketahui", null, values);
        var label = code switch
        {
            { Level: AreaLevel.Rw, Rw: null } => "RW belum diketahui",
            { Level: AreaLevel.Rt, Rw: { } rw } => $"RT {code.Rt}, RW {rw}",
            _ => areas.NameOf(code),
        };
        return new FigureLine(label, code == parent ? null : code, values);
    }
}
