using System.Text;
using TkpkdPortal.Domain.Imports.CivilRegistry;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Recipients;

namespace TkpkdPortal.Domain.Imports;

/// <summary>Where each known column stands in a file: found by the spellings of its heading, or by position where there is no heading.</summary>
public sealed class ColumnMap
{
    /// <summary>A heading may stand below a letterhead and titles, but not deeper.</summary>
    public const int HeadingSearchDepth = 30;

    private static readonly Dictionary<string, string> OtherSpellings = new(StringComparer.Ordinal)
    {
        ["kodekemendagri"] = "kodekemdagri",
        ["namalengkap"] = "nama",
        ["idkeluarga"] = "idkeluargap3ke",
        ["email"] = "posel",
        ["usiadibawah7"] = "usiadibawah7tahun",
        ["usia60keatas"] = "usia60tahunkeatas",
    };

    private readonly Dictionary<string, int> _positions;

    private ColumnMap(Dictionary<string, int> positions, int firstDataRecord, bool hasHeading) =>
        (_positions, FirstDataRecord, HasHeading) = (positions, firstDataRecord, hasHeading);

    /// <summary>Number of the first record below the heading.</summary>
    public int FirstDataRecord { get; }

    /// <summary>Found by its names; false where only the order of the columns was known.</summary>
    public bool HasHeading { get; }

    public int this[string column] => _positions.GetValueOrDefault(column, -1);

    /// <summary>How many of the list's columns the file has.</summary>
    public int Known => _positions.Count;

    /// <summary>The known column that stands at a position; null for one that the list does not name.</summary>
    public string? NameAt(int position) => _positions.FirstOrDefault(column => column.Value == position).Key;

    /// <summary>Looks for the heading among the first records; without one, a file of the exact width whose rows look right is read by position.</summary>
    public static ColumnMap? Find(FileLayout layout, IEnumerable<RawRecord> firstRecords)
    {
        var columns = layout.Columns;
        ColumnMap? byPosition = null;
        foreach (var record in firstRecords.Take(HeadingSearchDepth))
        {
            if (ByHeading(columns, record) is { } map)
                return map;
            byPosition ??= ByPosition(columns, record);
        }
        return byPosition;
    }

    /// <summary>Columns without which a row cannot be judged, and which the file lacks.</summary>
    public IReadOnlyList<string> MissingOf(FileLayout layout) => [.. layout.Needed.Where(column => this[column] < 0)];

    /// <summary>The columns of a kind, in the order in which its files deliver them.</summary>
    public static IReadOnlyList<string> ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Recipients => RecipientColumn.All,
        ImportKind.CivilRegistry => AnswerColumn.All,
        _ => P3keColumn.Of(kind),
    };

    private static ColumnMap? ByHeading(IReadOnlyList<string> columns, RawRecord record)
    {
        var known = columns.ToDictionary(Heading, column => column, StringComparer.Ordinal);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < record.Cells.Count; i++)
        {
            var heading = Heading(record.Cells[i].Text);
            if (known.TryGetValue(heading, out var column))
                positions.TryAdd(column, i);
        }
        // A data row holds none of these names; half of them is far beyond chance and leaves room for a respelt heading.
        return positions.Count >= columns.Count / 2 ? new ColumnMap(positions, record.Number + 1, hasHeading: true) : null;
    }

    private static ColumnMap? ByPosition(IReadOnlyList<string> columns, RawRecord record)
    {
        // Only the code of a village tells a row of a list from any other text.
        if (columns.Index().FirstOrDefault(column => column.Item == P3keColumn.AreaCode) is not { Item: not null, Index: var codeAt })
            return null;
        var code = People.CellText.Clean(record[codeAt].Text).Replace(".", "", StringComparison.Ordinal);
        if (record.Cells.Count != columns.Count || code.Length != 10 || !code.All(char.IsAsciiDigit))
            return null;
        return new ColumnMap(columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal), record.Number,
            hasHeading: false);
    }

    private static string Heading(string text)
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
}
