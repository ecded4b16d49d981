using System.Buffers.Binary;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>
/// A small font holding only the characters a document used. Glyph numbers are given in order of first use and one
/// per character, not per outline, so that text can be copied back exactly even where characters share an outline.
/// </summary>
internal sealed class FontSubset(FontFace face)
{
    private readonly List<ushort> _glyphs = [0];
    private readonly List<int> _codePoints = [0xFFFD];
    private readonly Dictionary<int, ushort> _numbers = [];

    public IReadOnlyList<int> CodePoints => _codePoints;

    public ushort NumberOf(int codePoint)
    {
        if (_numbers.TryGetValue(codePoint, out var known)) return known;
        var number = (ushort)_glyphs.Count;
        _numbers.Add(codePoint, number);
        _glyphs.Add(face.GlyphOf(codePoint));
        _codePoints.Add(codePoint);
        return number;
    }

    public int AdvanceOf(int number) => face.AdvanceOf(_glyphs[number]);

    /// <summary>The subset as a TrueType file with the tables that a PDF reader needs.</summary>
    public byte[] Build()
    {
        var glyphs = WithComponents(out var componentNumbers);
        var (glyf, loca) = Outlines(glyphs, componentNumbers);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = glyf,
            ["head"] = Head(),
            ["hhea"] = Patched("hhea", 34, (ushort)glyphs.Count),
            ["hmtx"] = Metrics(glyphs),
            ["loca"] = loca,
            ["maxp"] = Patched("maxp", 4, (ushort)glyphs.Count),
        };
        foreach (var hinting in (string[])["cvt ", "fpgm", "prep"])
            if (face.Table(hinting) is { } table) tables[hinting] = table.Bytes.ToArray();
        return Assemble(tables);
    }

    private List<ushort> WithComponents(out Dictionary<ushort, ushort> numbers)
    {
        var glyphs = new List<ushort>(_glyphs);
        numbers = [];
        for (var index = 0; index < glyphs.Count; index++)
            foreach (var (component, _) in face.Glyphs.Components(glyphs[index]))
                if (numbers.TryAdd(component, (ushort)glyphs.Count)) glyphs.Add(component);
        return glyphs;
    }

    private (byte[] Glyf, byte[] Loca) Outlines(List<ushort> glyphs, Dictionary<ushort, ushort> componentNumbers)
    {
        var glyf = new MemoryStream();
        var loca = new byte[(glyphs.Count + 1) * 4];
        for (var index = 0; index < glyphs.Count; index++)
        {
            var outline = face.Glyphs.Outline(glyphs[index]).ToArray();
            foreach (var (component, position) in face.Glyphs.Components(glyphs[index]))
                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(position), componentNumbers[component]);
            glyf.Write(outline);
            glyf.Write(new byte[-outline.Length & 3]);
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan((index + 1) * 4), (int)glyf.Length);
        }
        return (glyf.ToArray(), loca);
    }

    private byte[] Metrics(List<ushort> glyphs)
    {
        var metrics = new byte[glyphs.Count * 4];
        for (var index = 0; index < glyphs.Count; index++)
        {
            var outline = face.Glyphs.Outline(glyphs[index]);
            var leftBearing = outline.IsEmpty ? (short)0 : BinaryPrimitives.ReadInt16BigEndian(outline[2..]);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(index * 4), (ushort)face.AdvanceOf(glyphs[index]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(index * 4 + 2), leftBearing);
        }
        return metrics;
    }

    private byte[] Head()
    {
        var head = Patched("head", 50, 1);
        head.AsSpan(8, 4).Clear();
        return head;
    }

    private byte[] Patched(string tag, int offset, ushort value)
    {
        // The font could not have been read without these tables.
        var table = face.Table(tag)!.Value.Bytes.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(offset), value);
        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var offset = 12 + tables.Count * 16;
        var file = new byte[offset + tables.Values.Sum(table => table.Length + (-table.Length & 3))];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(tables.Count * 16 - (16 << power)));
        var record = 12;
        foreach (var (tag, table) in tables)
        {
            for (var letter = 0; letter < 4; letter++) file[record + letter] = (byte)tag[letter];
            table.CopyTo(file, offset);
            var length = table.Length + (-table.Length & 3);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 4), Checksum(file.AsSpan(offset, length)));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(record + 8), offset);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(record + 12), table.Length);
            (record, offset) = (record + 16, offset + length);
        }
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..]) sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return sum;
    }
}
