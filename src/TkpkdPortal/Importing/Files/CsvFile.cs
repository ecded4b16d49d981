using System.Text;
using System.Text.Unicode;
using CsvHelper;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Files;

/// <summary>A delimited text: UTF-8 with or without mark, UTF-16 or Windows-1252, parted by comma, semicolon, tab or bar.</summary>
internal sealed class CsvFile : RecordFile
{
    private const int MaxRecordBytes = 4 * 1024 * 1024;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly Stream _content;
    private readonly Encoding _encoding;
    private readonly char _separator;

    private CsvFile(Stream content, Encoding encoding, char separator) => (_content, _encoding, _separator) = (content, encoding, separator);

    public static CsvFile OpenText(Stream content, HeadingFinder finder)
    {
        var (encoding, lines) = Scan(content);
        foreach (var separator in Separators)
        {
            if (FindColumns(content, encoding, separator, finder) is { } map)
                return new CsvFile(content, encoding, separator) { Columns = Require(map, finder), EstimatedRecords = lines };
        }
        return new CsvFile(content, encoding, ',') { Columns = Require(null, finder) };
    }

    /// <summary>The first records, by the separator that parts them into most cells.</summary>
    public static IReadOnlyList<RawRecord> PeekText(Stream content, int most)
    {
        var (encoding, _) = Scan(content);
        return Separators.Select(separator => PeekText(content, encoding, separator, most)).MaxBy(records => records.Sum(record => record.Cells.Count)) ?? [];
    }

    private static List<RawRecord> PeekText(Stream content, Encoding encoding, char separator, int most)
    {
        try
        {
            return [.. Read(content, encoding, separator).Take(most)];
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return [];
        }
    }

    // With another separator than the file's own its quotes may make no sense: that is one more way of not being this file's separator.
    private static ColumnMap? FindColumns(Stream content, Encoding encoding, char separator, HeadingFinder finder)
    {
        try
        {
            return finder.Find(UntilDamage(Read(content, encoding, separator)));
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return null;
        }
    }

    protected override IEnumerable<RawRecord> Records() => Read(_content, _encoding, _separator).Select(RefuseSwallowedRow);

    // A quote that is not closed takes the rows below it for the text of one cell, and they would be lost without a word.
    private RawRecord RefuseSwallowedRow(RawRecord record)
    {
        var cells = record.AsSpan();
        for (var i = 0; i < cells.Length; i++)
        {
            var text = cells[i].Text;
            if (text.IndexOf('\n', StringComparison.Ordinal) is var end && end >= 0 && text.AsSpan(end).Count(_separator) >= Columns.Known / 2)
                throw BadCell(record.Number, i, "sebuah tanda kutip tidak ditutup, sehingga baris berikutnya terbaca sebagai isi sel ini.");
        }
        return record;
    }

    private static IEnumerable<RawRecord> Read(Stream content, Encoding encoding, char separator)
    {
        content.Position = 0;
        using var csv = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            Encoding = encoding,
            MaxRecordSize = MaxRecordBytes,
            IncludeValuesInExceptions = false,
            // A chunk of rows is kept until it is written, and most of its cells are the same few words.
            PoolStrings = true,
        }, leaveOpen: true);
        var number = 0;
        while (csv.Read())
        {
            if (++number > MaxRecords)
                throw new UnreadableFileException("Berkas terlalu panjang. Bagi menjadi beberapa berkas, misalnya per kecamatan.");
            var cells = new RawCell[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = new RawCell(csv.GetString(i));
            yield return new RawRecord(number, cells);
        }
    }

    // Read once to the end: what is not UTF-8 anywhere is Windows-1252, which Indonesian offices still save.
    private static (Encoding, int? Lines) Scan(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[128 * 1024];
        var kept = 0;
        var (isUtf8, lines, isFirst) = (true, 1, true);
        while (content.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var block = buffer.AsSpan(0, kept + read);
            if (isFirst && block is [0xFF, 0xFE, ..])
                return (Encoding.Unicode, null);
            if (isFirst && block is [0xFE, 0xFF, ..])
                return (Encoding.BigEndianUnicode, null);
            if (isFirst && WithoutMark(block) is { } wide)
                return (wide, null);
            isFirst = false;
            lines += block[kept..].Count((byte)'\n');
            // A character may be cut at the end of the block: the last three bytes wait for the next one.
            var whole = WholeCharacters(block);
            isUtf8 = isUtf8 && Utf8.IsValid(block[..whole]);
            block[whole..].CopyTo(buffer);
            kept = block.Length - whole;
        }
        isUtf8 = isUtf8 && Utf8.IsValid(buffer.AsSpan(0, kept));
        return (isUtf8 ? new UTF8Encoding(false) : Windows1252, lines);
    }

    // Two bytes a letter and no mark: half of the bytes of any Indonesian text are then zero, and of no other text one is.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> block)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < Math.Min(block.Length, 1024); i += 2)
            (even, odd) = (even + (block[i] == 0 ? 1 : 0), odd + (block[i + 1] == 0 ? 1 : 0));
        var most = Math.Min(block.Length, 1024) / 4;
        return odd > most && even < most ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false) : even > most && odd < most ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    private static int WholeCharacters(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= Math.Min(3, block.Length); back++)
        {
            var lead = block[^back];
            if (lead >= 0xC0)
                return block.Length - back;
            if (lead < 0x80)
                break;
        }
        return block.Length;
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
