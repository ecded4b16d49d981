namespace TkpkdPortal.Documents.Pdf;

/// <summary>The outlines of a font (tables 'loca' and 'glyf'), checked once as a whole when the font is read.</summary>
internal sealed class GlyphTable
{
    private const int CompositeHeader = 10;
    private const int MostComponents = 256;

    private readonly FontTable _outlines;
    private readonly int[] _offsets;

    public GlyphTable(FontTable loca, FontTable glyf, int glyphCount, bool isLong)
    {
        _outlines = glyf;
        _offsets = new int[glyphCount + 1];
        for (var glyph = 0; glyph <= glyphCount; glyph++)
        {
            _offsets[glyph] = isLong ? loca.Offset(glyph * 4) : loca.UInt16(glyph * 2) * 2;
            if (_offsets[glyph] > glyf.Length || (glyph > 0 && _offsets[glyph] < _offsets[glyph - 1]))
                throw loca.Bad($"places glyph {glyph} outside the outlines");
        }
        for (var glyph = 0; glyph < glyphCount; glyph++)
            foreach (var component in Components((ushort)glyph))
                if (component.Glyph >= glyphCount) throw glyf.Bad($"builds glyph {glyph} from a glyph that does not exist");
    }

    public int Count => _offsets.Length - 1;

    public ReadOnlySpan<byte> Outline(ushort glyph) => _outlines.At(_offsets[glyph], _offsets[glyph + 1] - _offsets[glyph]);

    /// <summary>The glyphs that a composite glyph is built from, each with the place of its number in the outline.</summary>
    public List<(ushort Glyph, int Position)> Components(ushort glyph)
    {
        var components = new List<(ushort, int)>();
        var length = _offsets[glyph + 1] - _offsets[glyph];
        if (length is 0) return components;
        var outline = new FontTable(_outlines.Font, _outlines.Tag, _outlines.Bytes.Slice(_offsets[glyph], length));
        if (outline.Int16(0) >= 0) return components;

        ComponentFlags flags;
        var position = CompositeHeader;
        do
        {
            flags = (ComponentFlags)outline.UInt16(position);
            components.Add((outline.UInt16(position + 2), position + 2));
            if (components.Count > MostComponents) throw _outlines.Bad($"builds glyph {glyph} from too many parts");
            position += 4 + (flags.HasFlag(ComponentFlags.WordArguments) ? 4 : 2) + ScaleLength(flags);
        }
        while (flags.HasFlag(ComponentFlags.MoreComponents));
        return components;
    }

    private static int ScaleLength(ComponentFlags flags) =>
        flags.HasFlag(ComponentFlags.TwoByTwo) ? 8
        : flags.HasFlag(ComponentFlags.TwoScales) ? 4
        : flags.HasFlag(ComponentFlags.OneScale) ? 2
        : 0;

    [Flags]
    private enum ComponentFlags : ushort
    {
        WordArguments = 0x0001,
        OneScale = 0x0008,
        MoreComponents = 0x0020,
        TwoScales = 0x0040,
        TwoByTwo = 0x0080,
    }
}
