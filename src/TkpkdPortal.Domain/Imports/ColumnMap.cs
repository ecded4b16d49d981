using System.Text;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.Domain.Imports;

/// <summary>
/// Where each known column stands in a file: found by the spellings of its heading, as a person has chosen, or by position where there is no
/// heading. A heading may take up to three rows with merged cells: a column's name is then its lowest filled cell.
/// </summary>
public sealed class ColumnMap
{
    /// <summary>A heading may stand below a letterhead and titles, but not deeper.</summary>
    public const int HeadingSearchDepth = 30;

    private const int MaxHeadingRows = 3;

    private static readonly Dictionary<string, string> OtherSpellings = new(StringComparer.Ordinal)
    {
        ["kodekemendagri"] = "kodekemdagri",
        ["namalengkap"] = "nama",
        ["idkeluarga"] = "idkeluargap3ke",
        ["email"] = "posel",
        ["usiadibawah7"] = "usiadibawah7tahun",
        ["usia60keatas"] = "usia60tahunkeatas",
        ["kabupaten"] = "kabupatenkota",
        ["kelurahan"] = "desakelurahan",
        ["kelurahandesa"] = "desakelurahan",
        ["desa"] = "desakelurahan",
        ["desil"] = "desilkesejahteraan",
        ["hubungandengankk"] = "hubungandengankepalakeluarga",
        ["hubungankeluarga"] = "hubungandengankepalakeluarga",
        ["memilikisimpanan"] = "memilikisimpananuangperhiasanternaklainnya",
        ["fasilitasbab"] = "memilikifasilitasbuangairbesar",
        ["nokk"] = "nomorkk",
        ["hasilmusdes"] = "hasilmusyawarah",
        ["hasilmuskel"] = "hasilmusyawarah",
    };

    private readonly Dictionary<string, int> _positions;
    private readonly IReadOnlyList<string> _identity;

    private ColumnMap(Dictionary<string, int> positions, FileLayout layout) => (_positions, _identity) = (positions, layout.Identity);

    /// <summary>Number of the first record below the heading.</summary>
    public required int FirstDataRecord { get; init; }

    /// <summary>The headings as the file has them; empty where only the order of the columns was known.</summary>
    public IReadOnlyList<string> Headings { get; private init; } = [];

    /// <summary>What stands above the heading: letterhead, title, place and day.</summary>
    public IReadOnlyList<RawRecord> Titles { get; private init; } = [];

    /// <summary>Found by its names; false where only the order of the columns was known.</summary>
    public bool HasHeading => Headings.Count > 0;

    public int this[string column] => _positions.GetValueOrDefault(column, -1);

    /// <summary>How many of the list's columns the file has.</summary>
    public int Known => _positions.Count;

    /// <summary>The known column that stands at a position; null for one that the list does not name.</summary>
    public string? NameAt(int position) => _positions.FirstOrDefault(column => column.Value == position).Key;

    /// <summary>False for signatures and remarks below the data of a sheet: nothing in them says whom they would be about.</summary>
    public bool IsRow(RawRecord record) =>
        !record.IsBlank && (_identity.Count == 0 || _identity.Any(column => People.CellText.Clean(record[this[column]].Text).Length > 0));

    /// <summary>Looks for the heading among the first records; without one, a file of the exact width whose rows look right is read by position.</summary>
    public static ColumnMap? Find(FileLayout layout, IEnumerable<RawRecord> firstRecords)
    {
        var records = firstRecords.Take(HeadingSearchDepth).ToList();
        return ByHeading(layout, records) ?? records.Select(record => ByPosition(layout, record)).FirstOrDefault(map => map is not null);
    }

    /// <summary>Takes the heading that ends at one of the first records, and for each column of the list the place that a person has chosen for it.</summary>
    public static ColumnMap Chosen(FileLayout layout, IReadOnlyList<RawRecord> firstRecords, int at, IReadOnlyDictionary<string, int> positions) =>
        new(new Dictionary<string, int>(positions, StringComparer.Ordinal), layout)
        {
            FirstDataRecord = AfterColumnNumbers(firstRecords, at + 1) ?? firstRecords[at].Number + 1,
            Headings = HeadingsAt(firstRecords, at),
            Titles = [.. firstRecords.Take(at)],
        };

    /// <summary>The headings of a layout that nobody knows, down to one of the first records: the lowest filled cell of each column.</summary>
    public static IReadOnlyList<string> HeadingsAt(IReadOnlyList<RawRecord> firstRecords, int at) => HeadingsOf(firstRecords, at, Math.Min(MaxHeadingRows, at + 1));

    /// <summary>Columns without which a row cannot be judged, and which the file lacks.</summary>
    public IReadOnlyList<string> MissingOf(FileLayout layout) => [.. layout.Needed.Where(column => this[column] < 0)];

    /// <summary>A heading as it is compared: letters and digits alone, in the spelling that the lists use.</summary>
    public static string Heading(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }
        var heading = letters.ToString();
        // usia_7_sd_12 and usia_antara_7_12 are usia_7_12.
        if (heading.StartsWith("usia", StringComparison.Ordinal))
            heading = heading.Replace("antara", "", StringComparison.Ordinal).Replace("sd", "", StringComparison.Ordinal);
        return OtherSpellings.GetValueOrDefault(heading, heading);
    }

    // The rows that know most of the columns are the heading; of equally good ones the first, and no more rows than it takes.
    private static ColumnMap? ByHeading(FileLayout layout, List<RawRecord> records)
    {
        var known = layout.Columns.ToDictionary(Heading, column => column, StringComparer.Ordinal);
        ColumnMap? best = null;
        for (var last = 0; last < records.Count; last++)
        {
            for (var rows = 1; rows <= Math.Min(MaxHeadingRows, last + 1); rows++)
            {
                var headings = HeadingsOf(records, last, rows);
                var positions = Positions(known, headings);
                if (positions.Count <= (best?.Known ?? 0) || !IsHeading(layout, positions))
                    continue;
                best = new ColumnMap(positions, layout)
                {
                    FirstDataRecord = AfterColumnNumbers(records, last + 1) ?? records[last].Number + 1,
                    Headings = headings,
                    Titles = [.. records.Take(last + 1 - rows)],
                };
            }
        }
        return best;
    }

    // A data row holds none of these names; half of them, or all that are needed, is far beyond chance and leaves room for a respelt heading.
    private static bool IsHeading(FileLayout layout, Dictionary<string, int> positions) =>
        positions.Count >= layout.Columns.Count / 2 || layout.Needed.All(positions.ContainsKey);

    private static Dictionary<string, int> Positions(Dictionary<string, string> known, List<string> headings)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Length > 0 && known.TryGetValue(Heading(headings[i]), out var column))
                positions.TryAdd(column, i);
        }
        return positions;
    }

    private static List<string> HeadingsOf(IReadOnlyList<RawRecord> records, int last, int rows)
    {
        var part = records.Skip(last + 1 - rows).Take(rows).ToList();
        return [.. Enumerable.Range(0, part.Max(record => record.Cells.Count))
            .Select(column => part.Select(record => People.CellText.Clean(record[column].Text)).LastOrDefault(text => text.Length > 0) ?? "")];
    }

    // Official tables number their columns below the heading: (1) (2) (3).
    private static int? AfterColumnNumbers(IReadOnlyList<RawRecord> records, int at)
    {
        if (at >= records.Count)
            return null;
        var filled = records[at].Cells.Select(cell => People.CellText.Clean(cell.Text).Trim('(', ')')).Where(text => text.Length > 0).ToList();
        return filled.Count >= 3 && filled.Index().All(cell => cell.Item == (cell.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) ? records[at].Number + 1 : null;
    }

    private static ColumnMap? ByPosition(FileLayout layout, RawRecord record)
    {
        // Only the code of a village tells a row of a list from any other text.
        if (layout.Columns.Index().FirstOrDefault(column => column.Item == P3keColumn.AreaCode) is not { Item: not null, Index: var codeAt })
            return null;
        var code = People.CellText.Clean(record[codeAt].Text).Replace(".", "", StringComparison.Ordinal);
        if (record.Cells.Count != layout.Columns.Count || code.Length != 10 || !code.All(char.IsAsciiDigit))
            return null;
        return new ColumnMap(layout.Columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal), layout) { FirstDataRecord = record.Number };
    }
}
