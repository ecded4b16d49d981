using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.Sheets;

/// <summary>What the title block above a deliberation's table says: "Kecamatan : MUARA ANCALONG", "Tanggal Musyawarah: 14 Februari 2024".</summary>
public sealed record SheetTitle(AreaCode? District, DateOnly? HeldOn)
{
    public static SheetTitle Of(IReadOnlyList<RawRecord> titles, AreaDirectory areas, AreaCode office)
    {
        var lines = titles.Select(LineOf).ToList();
        var district = ValueOf(lines, "kecamatan");
        var day = ValueOf(lines, "tanggalmusyawarah");
        return new SheetTitle(district is null ? null : FindDistrict(district, areas, office),
            day is not null && ListedDate.TryRead(day, isNumericCell: true, out var on) ? on : null);
    }

    /// <summary>The lines of a title block that are read here, one text each; nothing else of it, since it may name persons.</summary>
    public static IEnumerable<string> LinesOf(IReadOnlyList<RawRecord> titles)
    {
        var lines = titles.Select(LineOf).ToList();
        return from known in new[] { ("kecamatan", "Kecamatan"), ("tanggalmusyawarah", "Tanggal Musyawarah") }
               let value = ValueOf(lines, known.Item1)
               where value is not null
               select $"{known.Item2}: {value}";
    }

    /// <summary>The only kecamatan of the office with these letters.</summary>
    public static AreaCode? FindDistrict(string name, AreaDirectory areas, AreaCode office)
    {
        var letters = AreaNames.Letters(name);
        var districts = Districts(areas, office).Where(code => AreaNames.Letters(areas.NameOf(code)) == letters).Take(2).ToList();
        return districts is [var only] ? only : null;
    }

    private static IEnumerable<AreaCode> Districts(AreaDirectory areas, AreaCode within) => within.Level switch
    {
        >= AreaLevel.District => [within.AtLevel(AreaLevel.District)],
        AreaLevel.Regency => areas.Children(within),
        _ => areas.Children(within).SelectMany(child => Districts(areas, child)),
    };

    // A label and its value stand in one cell with a colon, or in two cells.
    private static (string Label, string Value) LineOf(RawRecord record)
    {
        var text = string.Join(' ', record.Cells.Select(cell => CellText.Clean(cell.Text)).Where(cell => cell.Length > 0));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            return (ColumnMap.Heading(text[..colon]), CellText.Clean(text[(colon + 1)..]));
        var filled = record.Cells.Select(cell => CellText.Clean(cell.Text)).Where(cell => cell.Length > 0).Take(2).ToList();
        return filled is [var label, var value] ? (ColumnMap.Heading(label), value) : ("", "");
    }

    private static string? ValueOf(List<(string Label, string Value)> lines, string label) => lines.Find(line => line.Label == label && line.Value.Length > 0).Value;
}
