namespace TkpkdPortal.Documents.Pdf;

/// <summary>Which glyph draws a character (table 'cmap', formats 4 and 12).</summary>
internal sealed class CharacterMap
{
    private const int BasicPlane = 0x10000;
    private const int LastCodePoint = 0x10FFFF;

    private readonly ushort[] _basic = new ushort[BasicPlane];
    private readonly Dictionary<int, ushort> _astral = [];
    private readonly int _glyphCount;

    public CharacterMap(FontTable cmap, int glyphCount)
    {
        _glyphCount = glyphCount;
        var subtables = UnicodeSubtables(cmap);
        if (Find(subtables, 12) is { } full) ReadGroups(full);
        else if (Find(subtables, 4) is { } basic) ReadSegments(basic);
        else throw cmap.Bad("holds no Unicode map of format 4 or 12");
    }

    /// <summary>The glyph of a character, or 0 (the visible box) when the font has none.</summary>
    public ushort this[int codePoint] =>
        codePoint < BasicPlane ? _basic[codePoint] : _astral.GetValueOrDefault(codePoint);

    private static List<FontTable> UnicodeSubtables(FontTable cmap)
    {
        var subtables = new List<FontTable>();
        for (var record = 0; record < cmap.UInt16(2); record++)
        {
            var (platform, encoding) = (cmap.UInt16(4 + record * 8), cmap.UInt16(6 + record * 8));
            if (platform is 0 || (platform is 3 && encoding is 1 or 10))
                subtables.Add(cmap.From(cmap.Offset(8 + record * 8)));
        }
        return subtables;
    }

    private static FontTable? Find(List<FontTable> subtables, int format)
    {
        foreach (var subtable in subtables)
            if (subtable.UInt16(0) == format) return subtable;
        return null;
    }

    private void ReadSegments(FontTable map)
    {
        const int header = 14;
        var doubled = map.UInt16(6) & ~1;
        var (ends, starts) = (header, header + doubled + 2);
        var (deltas, ranges) = (starts + doubled, starts + 2 * doubled);
        var previous = -1;
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var (first, last) = (map.UInt16(starts + segment), map.UInt16(ends + segment));
            if (first <= previous || last < first) throw map.Bad("has segments that overlap");
            previous = last;
            var (delta, range) = (map.UInt16(deltas + segment), map.UInt16(ranges + segment));
            for (var code = (int)first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range is 0 ? code : map.UInt16(ranges + segment + range + 2 * (code - first));
                if (range is 0 || glyph is not 0) Map(code, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private void ReadGroups(FontTable map)
    {
        var previous = -1L;
        for (var group = 0; group < map.UInt32(12); group++)
        {
            var at = 16 + group * 12;
            var (first, last, glyph) = (map.UInt32(at), map.UInt32(at + 4), map.UInt32(at + 8));
            if (first <= previous || last < first || last > LastCodePoint)
                throw map.Bad("has groups that overlap or leave Unicode");
            for (var code = first; code <= last; code++) Map((int)code, glyph + (code - first));
            previous = last;
        }
    }

    private void Map(int code, long glyph)
    {
        if (glyph is 0 || glyph >= _glyphCount) return;
        if (code < BasicPlane) _basic[code] = (ushort)glyph;
        else _astral[code] = (ushort)glyph;
    }
}
