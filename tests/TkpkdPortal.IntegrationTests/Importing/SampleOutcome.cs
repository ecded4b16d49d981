using System.Globalization;
using System.Text.Json;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>The exact outcome of one sample file, as expected.json states it.</summary>
public sealed class SampleOutcome
{
    // After the colon stands the column, for the kinds that can fall on several.
    private static readonly string[] KindsWithColumn = ["NILAI_TIDAK_DIKENAL", "NAMA_WILAYAH_BEDA", "SEL_FORMULA", "TEKS_PANJANG", "TEKS_HTML"];
    private static readonly JsonElement Files = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Samples, "expected.json"))).RootElement.GetProperty("files");

    // What each type of file is called to the verb. Recipients need a register first.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["P3KE_KELUARGA"] = "p3ke-families",
        ["P3KE_INDIVIDU"] = "p3ke-persons",
        ["DTSEN_KELUARGA"] = "dtsen-families",
        ["DTSEN_ANGGOTA"] = "dtsen-persons",
        ["MUSDES"] = "musdes",
        ["VERVAL"] = "verval",
        ["PENERIMA_BANSOS"] = "recipients",
    };

    private readonly JsonElement _outcome;
    private readonly JsonElement _rows;

    private SampleOutcome(string name)
    {
        _outcome = Files.GetProperty(name);
        _rows = _outcome.TryGetProperty("same_rows_as", out var other) ? Files.GetProperty(other.GetString() ?? "") : _outcome;
        FilePath = PathOf(name.Split('#')[0]);
    }

    public string FilePath { get; }

    public string Office => _outcome.GetProperty("area").GetString() ?? "";

    public string Kind => Kinds[_outcome.GetProperty("type").GetString() ?? ""];

    /// <summary>Year at whose end ages are judged; a list of recipients has none.</summary>
    public string DataYear => _outcome.TryGetProperty("data_year", out var year) ? year.ToString() : "2024";

    /// <summary>Records that hold headings, the lowest last.</summary>
    public IReadOnlyList<int> HeadingRows => _outcome.TryGetProperty("header_rows", out var rows) ? [.. rows.EnumerateArray().Select(row => row.GetInt32())] : [_outcome.GetProperty("header_row").GetInt32()];

    /// <summary>Counts of families by what a sheet says of them.</summary>
    public IReadOnlyDictionary<string, int> FamiliesBy(string what) => _outcome.GetProperty("families_by_" + what).EnumerateObject().ToDictionary(group => group.Name, group => group.Value.GetInt32());

    /// <summary>Some findings rest on what kind of cell a number stands in.</summary>
    public bool IsJudgedByCells => FilePath.EndsWith(".xlsx", StringComparison.Ordinal) && Counts().Any(count => count.StartsWith("warning NIK_ANGKA", StringComparison.Ordinal) || count.StartsWith("warning SEL_FORMULA", StringComparison.Ordinal));

    /// <summary>The order to load it, as a page would give it.</summary>
    public ImportOrder Order => new(ImportKinds.Codes.TryRead(Kind, out var kind) ? kind : throw new InvalidDataException(Kind), Path.GetFileName(FilePath), "2023", new DateOnly(2023, 9, 15))
    {
        DataYear = int.Parse(DataYear, CultureInfo.InvariantCulture),
        Sheet = Sheet,
    };

    public int Number(string name) => _outcome.GetProperty(name).GetInt32();

    public string? Sheet => _outcome.TryGetProperty("sheet", out var sheet) ? sheet.GetString() : null;

    /// <summary>Texts that stand in the file with their typographic signs, by row.</summary>
    public IReadOnlyDictionary<int, JsonElement> ExactTexts =>
        _outcome.TryGetProperty("exact_text", out var texts) ? texts.EnumerateObject().ToDictionary(row => RowOf(row), row => row.Value) : new Dictionary<int, JsonElement>();

    public static SampleOutcome Of(string name) => new(name);

    /// <summary>Names of all files of lists that expected.json knows, parted by whether every clone has them.</summary>
    public static IEnumerable<string> Names(bool inClone) => Files.EnumerateObject()
        .Where(file => file.Value.GetProperty("type").GetString() is { } type && Kinds.ContainsKey(type) && type != "PENERIMA_BANSOS")
        .Select(file => file.Name).Where(name => File.Exists(Path.Combine(Repository.Samples, name.Split('#')[0])) == inClone);

    /// <summary>Every number of the answer, as name=value.</summary>
    public IEnumerable<string> Counts()
    {
        foreach (var name in new[] { "rows", "families", "persons", "new", "review", "rejected" })
            yield return $"{name}={_outcome.GetProperty(name)}";
        yield return $"acceptedWithWarning={_outcome.GetProperty("accepted_with_warning")}";
        yield return $"nikAreaUnknown={_outcome.GetProperty("nik_area_unknown")}";
        foreach (var (level, group) in new[] { ("error", "errors_by_kind"), ("review", "reviews_by_kind"), ("warning", "warnings_by_kind") })
        {
            foreach (var kind in _outcome.GetProperty(group).EnumerateObject().OrderBy(kind => kind.Name, StringComparer.Ordinal))
                yield return $"{level} {kind.Name}={kind.Value}";
        }
    }

    /// <summary>Every finding as row, level, kind and, where the kind needs it, column; so many rows further down as titles stand above.</summary>
    public IEnumerable<string> Findings(int below = 0) => In("rejected_rows", "error", below).Concat(In("review_rows", "review", below)).Concat(In("warning_rows", "warning", below)).Order(StringComparer.Ordinal);

    /// <summary>The other rows with which a row shares its NIK.</summary>
    public IReadOnlyDictionary<int, int[]> SharedWith => _rows.TryGetProperty("review_rows", out var rows)
        ? rows.EnumerateObject().ToDictionary(row => RowOf(row), row => row.Value.GetProperty("with").EnumerateArray().Select(other => other.GetInt32()).ToArray())
        : [];

    public static IEnumerable<string> CountsOf(JsonElement answer)
    {
        foreach (var name in new[] { "rows", "families", "persons", "new", "review", "rejected", "acceptedWithWarning", "nikAreaUnknown" })
            yield return $"{name}={answer.GetProperty(name)}";
        foreach (var level in new[] { "error", "review", "warning" })
        {
            foreach (var kind in answer.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("level").GetString() == level)
                .CountBy(finding => finding.GetProperty("kind").GetString() ?? "").OrderBy(kind => kind.Key, StringComparer.Ordinal))
            {
                yield return $"{level} {kind.Key}={kind.Value}";
            }
        }
    }

    public static IEnumerable<string> FindingsOf(JsonElement answer) => answer.GetProperty("findings").EnumerateArray().Select(finding =>
    {
        var kind = finding.GetProperty("kind").GetString() ?? "";
        return $"{finding.GetProperty("row")} {finding.GetProperty("level")} {kind}{(KindsWithColumn.Contains(kind) ? ":" + finding.GetProperty("column") : "")}";
    }).Order(StringComparer.Ordinal);

    private static int RowOf(JsonProperty row) => int.Parse(row.Name, CultureInfo.InvariantCulture);

    private static string PathOf(string file) =>
        File.Exists(Path.Combine(Repository.Samples, file)) ? Path.Combine(Repository.Samples, file)
        : Path.Combine(Repository.Shared ?? "", "samples", file);

    private IEnumerable<string> In(string group, string level, int below)
    {
        if (!_rows.TryGetProperty(group, out var rows))
            yield break;
        foreach (var row in rows.EnumerateObject())
        {
            var kinds = row.Value.ValueKind is JsonValueKind.Array ? row.Value : row.Value.GetProperty("kinds");
            foreach (var kind in kinds.EnumerateArray())
                yield return $"{RowOf(row) + below} {level} {kind.GetString()}";
        }
    }
}
