using System.Text;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>One TrueType font as read from its file: its measures, its character map and its outlines.</summary>
public sealed class FontFace
{
    private const int RestrictedLicence = 0x0002;

    private readonly FontTables _tables;
    private readonly CharacterMap _characters;
    private readonly ushort[] _advances;

    private FontFace(string fileName, ReadOnlyMemory<byte> file)
    {
        _tables = new FontTables(fileName, file);
        var (head, hhea) = (_tables["head"], _tables["hhea"]);
        UnitsPerEm = head.UInt16(18);
        if (UnitsPerEm is < 16 or > 16384) throw head.Bad($"claims {UnitsPerEm} units per em");
        Box = (head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42));
        (Ascender, Descender) = (hhea.Int16(4), hhea.Int16(6));
        if (Ascender <= Descender) throw hhea.Bad("claims a line without height");

        var glyphCount = _tables["maxp"].UInt16(4);
        if (glyphCount is 0) throw _tables["maxp"].Bad("claims no glyphs");
        _advances = ReadAdvances(_tables["hmtx"], hhea.UInt16(34), glyphCount);
        Glyphs = new GlyphTable(_tables["loca"], _tables["glyf"], glyphCount, isLong: head.UInt16(50) is 1);
        if (Glyphs.Outline(0).IsEmpty) throw _tables["glyf"].Bad("draws nothing for a missing character; a visible box is wanted");
        _characters = new CharacterMap(_tables["cmap"], glyphCount);

        ReadStyle(_tables["OS/2"], _tables["post"]);
        Name = Plain(ReadPostScriptName(_tables["name"]) ?? Path.GetFileNameWithoutExtension(fileName));
    }

    /// <summary>The PostScript name, as shown in the properties of a document.</summary>
    public string Name { get; }

    internal int UnitsPerEm { get; }

    internal int Ascender { get; }

    internal int Descender { get; }

    internal int CapHeight { get; private set; }

    internal int Weight { get; private set; }

    internal float ItalicAngle { get; private set; }

    internal (short Left, short Bottom, short Right, short Top) Box { get; }

    internal GlyphTable Glyphs { get; }

    /// <summary>Reads a font file; throws <see cref="FontFormatException"/> when it is damaged or may not be embedded.</summary>
    public static FontFace Load(string path) => Parse(Path.GetFileName(path), File.ReadAllBytes(path));

    /// <summary>Reads a font from memory; the file name only serves messages.</summary>
    public static FontFace Parse(string fileName, ReadOnlyMemory<byte> file) => new(fileName, file);

    /// <summary>Whether the font itself draws the character, so that no box stands in for it.</summary>
    public bool Draws(int codePoint) => _characters[codePoint] is not 0;

    internal ushort GlyphOf(int codePoint) => _characters[codePoint];

    internal int AdvanceOf(ushort glyph) => _advances[glyph];

    internal float Advance(int codePoint, float size) => _advances[_characters[codePoint]] * size / UnitsPerEm;

    internal float Width(ReadOnlySpan<char> text, float size)
    {
        var units = 0L;
        foreach (var rune in text.EnumerateRunes()) units += _advances[_characters[rune.Value]];
        return units * size / UnitsPerEm;
    }

    internal FontTable? Table(string tag) => _tables.Find(tag);

    private static ushort[] ReadAdvances(FontTable hmtx, int measured, int glyphCount)
    {
        if (measured < 1 || measured > glyphCount) throw hmtx.Bad($"claims {measured} widths for {glyphCount} glyphs");
        var advances = new ushort[glyphCount];
        for (var glyph = 0; glyph < glyphCount; glyph++)
            advances[glyph] = hmtx.UInt16(Math.Min(glyph, measured - 1) * 4);
        return advances;
    }

    private void ReadStyle(FontTable os2, FontTable post)
    {
        if ((os2.UInt16(8) & 0x000F) == RestrictedLicence) throw os2.Bad("forbids embedding");
        Weight = os2.UInt16(4);
        CapHeight = os2.UInt16(0) >= 2 ? os2.Int16(88) : Ascender;
        ItalicAngle = post.Int32(4) / 65536f;
    }

    private static string? ReadPostScriptName(FontTable name)
    {
        const int postScriptName = 6;
        var texts = name.From(name.UInt16(4));
        for (var record = 0; record < name.UInt16(2); record++)
        {
            var at = 6 + record * 12;
            if (name.UInt16(at) is not 3 || name.UInt16(at + 6) is not postScriptName) continue;
            return Encoding.BigEndianUnicode.GetString(texts.At(name.UInt16(at + 10), name.UInt16(at + 8)));
        }
        return null;
    }

    private static string Plain(string name) => string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'));
}
