using System.Text;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>The table directory of a TrueType file.</summary>
internal sealed class FontTables
{
    private const uint TrueTypeOutlines = 0x00010000;
    private const uint AppleTrueType = 0x74727565;
    private const int DirectoryOffset = 12;
    private const int RecordLength = 16;

    private readonly string _font;
    private readonly Dictionary<string, FontTable> _tables = [];

    public FontTables(string font, ReadOnlyMemory<byte> file)
    {
        _font = font;
        var directory = new FontTable(font, "directory", file);
        if (directory.UInt32(0) is not (TrueTypeOutlines or AppleTrueType))
            throw new FontFormatException(
                $"Font {font}: not a TrueType file; OpenType with PostScript outlines, collections and web fonts are not read.");
        for (var record = 0; record < directory.UInt16(4); record++)
        {
            var at = DirectoryOffset + record * RecordLength;
            var tag = Encoding.ASCII.GetString(directory.At(at, 4));
            var (offset, length) = (directory.Offset(at + 8), directory.Offset(at + 12));
            if (offset > file.Length - length)
                throw new FontFormatException(
                    $"Font {font}: table '{tag}' lies outside the file of {file.Length} bytes; the file is truncated or damaged.");
            _tables[tag] = new FontTable(font, tag, file.Slice(offset, length));
        }
    }

    public FontTable this[string tag] =>
        _tables.TryGetValue(tag, out var table) ? table : throw new FontFormatException($"Font {_font}: table '{tag}' is missing.");

    public FontTable? Find(string tag) => _tables.TryGetValue(tag, out var table) ? table : null;
}
