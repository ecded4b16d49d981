using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing.Files;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>A sample file as another office would have saved it: columns in another order, headings spelt otherwise, another delimiter and encoding, titles above.</summary>
internal sealed class SampleVariation
{
    public const int TitleRows = 4;

    private static readonly Dictionary<string, string> Respelt = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kode_kemdagri"] = "Kode Kemendagri",
        ["memiliki_simpanan_uang_perhiasan_ternak_lainnya"] = "memiliki_simpananuang_perhiasan_ternak_lainnya",
        ["usia_7_12"] = "Usia antara 7-12",
        ["usia_13_15"] = "usia_13_sd_15",
        ["nama"] = "Nama Lengkap",
        ["id_keluarga_P3KE"] = "ID KELUARGA",
    };

    private readonly SortedDictionary<int, List<RawCell>> _rows = [];
    private readonly SampleOutcome _outcome;

    private SampleVariation(SampleOutcome outcome, IEnumerable<RawRecord> records)
    {
        _outcome = outcome;
        foreach (var record in records)
            _rows.Add(record.Number, [.. record.Cells]);
    }

    /// <summary>How many rows further down everything stands.</summary>
    public int Below { get; private set; }

    public static SampleVariation Of(SampleOutcome outcome)
    {
        using var content = File.OpenRead(outcome.FilePath);
        return new SampleVariation(outcome, RecordFile.Peek(content, outcome.Sheet, int.MaxValue));
    }

    public SampleVariation Shuffled()
    {
        var width = _rows.Values.Max(cells => cells.Count);
        var order = Enumerable.Range(0, width).ToArray();
        new Random(64).Shuffle(order);
        foreach (var cells in _rows.Values)
        {
            var before = cells.ToList();
            cells.Clear();
            cells.AddRange(order.Select(at => at < before.Count ? before[at] : RawCell.Empty));
        }
        return this;
    }

    public SampleVariation Respelled()
    {
        foreach (var cells in _outcome.HeadingRows.Select(row => _rows[row + Below]))
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Text.Length > 0)
                    cells[i] = new RawCell(Respelt.GetValueOrDefault(cells[i].Text, i % 2 == 0 ? cells[i].Text.ToUpperInvariant().Replace('_', ' ') : $" {cells[i].Text.Replace('_', '-')} :"));
            }
        }
        return this;
    }

    public SampleVariation Titled()
    {
        var below = _rows.ToList();
        _rows.Clear();
        _rows.Add(1, [new RawCell("PEMERINTAH DAERAH")]);
        _rows.Add(2, [RawCell.Empty, new RawCell("DAFTAR UNTUK VERIFIKASI, dicetak ulang")]);
        _rows.Add(3, [new RawCell("Sumber: berkas asal; halaman 1")]);
        foreach (var (row, cells) in below)
            _rows.Add(row + TitleRows, cells);
        Below += TitleRows;
        return this;
    }

    /// <summary>As a delimited text. Numbers of a workbook become their digits, so that a number that its cell may have damaged cannot be told any more.</summary>
    public byte[] Text(char separator, Encoding encoding)
    {
        var text = new StringBuilder();
        for (var row = 1; row <= _rows.Keys.Max(); row++)
            text.AppendJoin(separator, (_rows.GetValueOrDefault(row) ?? []).Select(cell => Quoted(cell.Text, separator))).Append("\r\n");
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    /// <summary>As a workbook whose numbers and formulas stay what they were.</summary>
    public byte[] Book()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="salinan" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            var rows = _rows.Select(row => $"<row r=\"{row.Key}\">{string.Concat(row.Value.Select((cell, at) => Cell(cell, at, row.Key)))}</row>");
            Write(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>");
        }
        return stream.ToArray();
    }

    private static string Cell(RawCell cell, int at, int row)
    {
        var (place, formula) = (LetterOf(at) + row.ToString(CultureInfo.InvariantCulture), cell.IsFormula ? "<f>A1</f>" : "");
        if (cell.Text.Length == 0 && !cell.IsFormula)
            return "";
        if (cell.IsNumeric)
            return $"<c r=\"{place}\">{formula}<v>{cell.Text}</v></c>";
        var text = SecurityElement.Escape(cell.Text);
        return cell.IsFormula ? $"<c r=\"{place}\" t=\"str\">{formula}<v>{text}</v></c>" : $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
    }

    private static string LetterOf(int at) => at < 26 ? ((char)('A' + at)).ToString() : LetterOf((at / 26) - 1) + LetterOf(at % 26);

    private static string Quoted(string text, char separator) => text.AsSpan().IndexOfAny(['"', '\n', '\r', separator]) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
