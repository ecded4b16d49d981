using System.Globalization;
using System.Text;
using System.Xml;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Files;

/// <summary>
/// The XML of a sheet and of its table of strings, read forward only and a piece of a cell at a time: however large a file makes a row, a cell or
/// the table, no more of it is held than a list can need.
/// </summary>
internal static class SheetXml
{
    private const int MaxColumns = 16_384, MaxSharedStrings = 2_000_000, MaxSharedCharacters = 60_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    public static IEnumerable<RawRecord> Rows(Stream sheet, string[] shared)
    {
        using var xml = XmlReader.Create(sheet, Settings);
        var number = 0;
        while (xml.Read())
        {
            if (!IsStart(xml, "row"))
                continue;
            var index = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : number + 1;
            if (index > RecordFile.MaxRecords)
                throw new UnreadableFileException("Lembar terlalu panjang. Bagi menjadi beberapa berkas, misalnya per kecamatan.");
            if (index <= number)
                throw new InvalidDataException("The rows of a sheet stand in their order.");
            number = index;
            yield return new RawRecord(number, CellsOf(xml, shared));
        }
    }

    public static string[] SharedStrings(Stream table)
    {
        using var xml = XmlReader.Create(table, Settings);
        var (strings, characters) = (new List<string>(), 0L);
        while (xml.Read())
        {
            if (!IsStart(xml, "si"))
                continue;
            strings.Add(TextWithin(xml));
            characters += strings[^1].Length;
            if (strings.Count > MaxSharedStrings || characters > MaxSharedCharacters)
                throw new UnreadableFileException("Isi buku kerja terlalu besar. Simpan sebagai .csv.");
        }
        return [.. strings];
    }

    /// <summary>The last row as the sheet declares it; null where it does not.</summary>
    public static int? LastRow(Stream sheet)
    {
        using var xml = XmlReader.Create(sheet, Settings);
        while (xml.Read() && !IsStart(xml, "sheetData"))
        {
            if (IsStart(xml, "dimension") && xml.GetAttribute("ref")?.Split(':')[^1] is { } corner
                && int.TryParse(corner.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"]), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                return last;
            }
        }
        return null;
    }

    private static bool IsStart(XmlReader xml, string name) => xml.NodeType is XmlNodeType.Element && xml.LocalName == name;

    private static List<RawCell> CellsOf(XmlReader xml, string[] shared)
    {
        var cells = new List<RawCell>();
        if (xml.IsEmptyElement)
            return cells;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!IsStart(xml, "c"))
                continue;
            var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
            if (column >= MaxColumns)
                throw new InvalidDataException("A cell lies beyond the sheet.");
            var cell = CellOf(xml, shared);
            while (cells.Count < column)
                cells.Add(RawCell.Empty);
            if (cells.Count == column)
                cells.Add(cell);
        }
        return cells;
    }

    // The value is what the sheet showed when it was saved; a formula is only noted.
    private static RawCell CellOf(XmlReader xml, string[] shared)
    {
        var (type, text, isFormula, depth) = (xml.GetAttribute("t") ?? "n", "", false, xml.Depth);
        if (xml.IsEmptyElement)
            return RawCell.Empty;
        while (xml.Read() && xml.Depth > depth)
        {
            isFormula |= IsStart(xml, "f");
            if (IsStart(xml, type == "inlineStr" ? "is" : "v"))
                text = TextWithin(xml);
        }
        return type switch
        {
            "s" => new RawCell(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : "", false, isFormula),
            "n" when text.Length > 0 => new RawCell(PlainNumber(text), IsNumeric: true, isFormula),
            _ => new RawCell(text, false, isFormula),
        };
    }

    // Rich text is a run of pieces; the phonetic guide of East Asian text (rPh) is none of them. One letter more than a cell may hold tells that it is too long.
    private static string TextWithin(XmlReader xml)
    {
        var (text, depth, phonetic, buffer) = (new StringBuilder(), xml.Depth, int.MaxValue, new char[1024]);
        if (xml.IsEmptyElement)
            return "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth <= phonetic)
                phonetic = IsStart(xml, "rPh") && !xml.IsEmptyElement ? xml.Depth : int.MaxValue;
            if (phonetic != int.MaxValue || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            while (text.Length <= RecordFile.MaxCellLength && xml.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
                text.Append(buffer, 0, read);
        }
        return text.ToString();
    }

    // Excel may write 16 digits as 6.4729909129110502E+15; as a whole number they are what the sheet shows.
    private static string PlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Truncate(number) == number
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : text;

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + c - 'A' + 1;
            if (column > MaxColumns)
                throw new InvalidDataException("A cell lies beyond the sheet.");
        }
        return column == 0 ? null : column - 1;
    }
}
