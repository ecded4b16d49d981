using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>A face as used in one document: encodes its text and, at the end, writes the subset with its map back to Unicode.</summary>
internal sealed class EmbeddedFont(FontFace face, int number, int index)
{
    private const int MapEntriesPerBlock = 100;
    private const int ItalicFlag = 64;
    private const int NonsymbolicFlag = 32;

    private readonly FontSubset _subset = new(face);

    public FontFace Face { get; } = face;

    public int Number { get; } = number;

    /// <summary>The name by which page content calls the font: /F1, /F2 and so on.</summary>
    public int Index { get; } = index;

    public ushort Encode(int codePoint) => _subset.NumberOf(codePoint);

    public void Write(PdfFile file)
    {
        var (descendant, descriptor, program, unicode) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var subset = _subset.Build();
        var name = SubsetTag(subset) + "+" + Face.Name;

        file.Write(Number, new PdfBuffer().Raw("<</Type/Font/Subtype/Type0/BaseFont"u8).Name(name)
            .Raw("/Encoding/Identity-H/DescendantFonts["u8).Reference(descendant).Raw("]/ToUnicode "u8).Reference(unicode).Raw(">>"u8));
        file.Write(descendant, Descendant(name, descriptor));
        file.Write(descriptor, Descriptor(name, program));
        file.WriteStream(program, new PdfBuffer().Raw("/Length1 "u8).Integer(subset.Length).Written, subset);
        file.WriteStream(unicode, default, ToUnicode());
    }

    /// <summary>Six letters that name this very subset, as the standard wants; drawn from its bytes, never at random.</summary>
    private static string SubsetTag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(value => (char)('A' + value % 26)));

    private PdfBuffer Descendant(string name, int descriptor)
    {
        var buffer = new PdfBuffer().Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).Name(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8)
            .Reference(descriptor).Raw("/DW 1000/W[0["u8);
        for (var glyph = 0; glyph < _subset.CodePoints.Count; glyph++)
            buffer.Number(PerThousand(_subset.AdvanceOf(glyph))).Raw(" "u8);
        return buffer.Raw("]]>>"u8);
    }

    private PdfBuffer Descriptor(string name, int program)
    {
        var isItalic = Face.ItalicAngle is not 0;
        // The width of stems is not told by TrueType; readers only use it to imitate a font they lack.
        var stem = Face.Weight >= 600 ? 140 : 80;
        return new PdfBuffer().Raw("<</Type/FontDescriptor/FontName"u8).Name(name)
            .Raw("/Flags "u8).Integer(NonsymbolicFlag | (isItalic ? ItalicFlag : 0))
            .Raw("/FontBBox["u8).Number(PerThousand(Face.Box.Left)).Raw(" "u8).Number(PerThousand(Face.Box.Bottom)).Raw(" "u8)
            .Number(PerThousand(Face.Box.Right)).Raw(" "u8).Number(PerThousand(Face.Box.Top))
            .Raw("]/ItalicAngle "u8).Number(Face.ItalicAngle).Raw("/Ascent "u8).Number(PerThousand(Face.Ascender))
            .Raw("/Descent "u8).Number(PerThousand(Face.Descender)).Raw("/CapHeight "u8).Number(PerThousand(Face.CapHeight))
            .Raw("/StemV "u8).Integer(stem).Raw("/FontFile2 "u8).Reference(program).Raw(">>"u8);
    }

    private byte[] ToUnicode()
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        foreach (var block in _subset.CodePoints.Index().Chunk(MapEntriesPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, codePoint) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Utf16(codePoint)}>\n");
            map.Append("endbfchar\n");
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }

    private static string Utf16(int codePoint) =>
        Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)));

    private float PerThousand(int units) => units * 1000f / Face.UnitsPerEm;
}
