using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports;

/// <summary>
/// Profil kolom: which heading of a foreign layout a person has chosen for each column of a kind of file, so that the next file with the
/// same headings is read by itself. It knows headings and nothing of what stands below them; a heading with a long number is none.
/// </summary>
public sealed class ColumnProfile : IHasPublicId, IHasVersion
{
    public const int NameMaxLength = 60, ChoicesMaxLength = 4000, HeadingMaxLength = 80;

    /// <summary>A heading has a year at most; what is longer is a number of somebody.</summary>
    private const int LongestNumber = 5;

    private const char Between = '\t', After = '\n';

    private ColumnProfile() => (Name, Choices) = ("", "");

    private ColumnProfile(ImportKind kind, string name, string choices, long userId, DateTime at)
    {
        PublicId = Guid.CreateVersion7();
        (Kind, Name, Choices, CreatedById, CreatedAt) = (kind, name.Trim(), choices, userId, at);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public ImportKind Kind { get; private set; }

    public string Name { get; private set; }

    /// <summary>A line for each column of the kind: its name, a tab, the heading that was chosen.</summary>
    public string Choices { get; private set; }

    public long CreatedById { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The chosen heading by column of the kind, as headings are compared.</summary>
    public IReadOnlyDictionary<string, string> Headings => Choices.Split(After, StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(Between))
        .ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);

    /// <summary>Keeps a choice: every needed column has a heading, no heading serves two columns, and the headings are headings.</summary>
    public static Outcome Keep(FileLayout layout, ImportKind kind, string? name, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> positions, long userId, DateTime at, out ColumnProfile? profile)
    {
        profile = null;
        if (NameRefusal(name) is { } refusal)
            return Outcome.Refuse(refusal);
        if (layout.Needed.Where(column => !positions.ContainsKey(column)).ToList() is { Count: > 0 } missing)
            return Outcome.Refuse($"Kolom wajib yang belum dipilih: {string.Join(", ", missing)}. Pilih kolom berkas untuk masing-masing.");
        var keys = KeysOf(headings);
        if (layout.Columns.Where(positions.ContainsKey).GroupBy(column => positions[column]).FirstOrDefault(twice => twice.Count() > 1) is { } shared)
            return Outcome.Refuse($"Satu kolom berkas dipilih untuk dua isian: {string.Join(" dan ", shared)}. Tiap kolom berkas hanya untuk satu isian.");
        if (positions.Values.Any(at => at < 0 || at >= keys.Count))
            return Outcome.Refuse("Kolom yang dipilih tidak ada di baris judul ini. Pilih lagi dari daftar.");
        if (positions.Values.Any(at => LooksLikeData(headings[at])))
            return Outcome.Refuse("Baris judul yang dipilih berisi nomor panjang seperti baris data. Pilih baris yang berisi nama kolom.");
        profile = new ColumnProfile(kind, name!, string.Concat(positions.Select(choice => $"{choice.Key}{Between}{keys[choice.Value]}{After}")), userId, at);
        return profile.Choices.Length > ChoicesMaxLength ? Outcome.Refuse("Judul kolom berkas ini terlalu panjang untuk disimpan. Persingkat judulnya di berkas asal.") : Outcome.Accepted;
    }

    public Outcome Rename(string? name)
    {
        if (NameRefusal(name) is { } refusal)
            return Outcome.Refuse(refusal);
        Name = name!.Trim();
        return Outcome.Accepted;
    }

    /// <summary>Where the columns stand in a file that has all the chosen headings; null for another layout.</summary>
    public ColumnMap? Fit(FileLayout layout, IReadOnlyList<RawRecord> firstRecords)
    {
        var chosen = Headings;
        for (var at = 0; at < Math.Min(firstRecords.Count, ColumnMap.HeadingSearchDepth); at++)
        {
            var keys = KeysOf(ColumnMap.HeadingsAt(firstRecords, at));
            var positions = chosen.ToDictionary(choice => choice.Key, choice => keys.IndexOf(choice.Value), StringComparer.Ordinal);
            if (positions.Values.All(position => position >= 0))
                return ColumnMap.Chosen(layout, firstRecords, at, positions);
        }
        return null;
    }

    /// <summary>A cell that holds a long number: what stands there is of a row, and no heading.</summary>
    public static bool LooksLikeData(string heading)
    {
        var run = 0;
        foreach (var c in heading)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run > LongestNumber)
                return true;
        }
        return NumberBlot.Needed(heading);
    }

    // The same heading may stand twice, and a column may have none: then its order or its place tells it from the others.
    private static List<string> KeysOf(IReadOnlyList<string> headings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. headings.Select((text, at) =>
        {
            var heading = ColumnMap.Heading(text);
            if (heading.Length == 0)
                return $"#{at + 1}";
            var cut = heading.Length > HeadingMaxLength ? heading[..HeadingMaxLength] : heading;
            var count = seen[cut] = seen.GetValueOrDefault(cut) + 1;
            return count == 1 ? cut : $"{cut}#{count}";
        })];
    }

    private static string? NameRefusal(string? name) => string.IsNullOrWhiteSpace(name) ? "Beri nama profil ini, misalnya asal berkasnya: Verval Dinsos 2024."
        : name.Trim().Length > NameMaxLength ? $"Nama profil paling panjang {NameMaxLength} huruf."
        : LooksLikeData(name) ? "Nama profil memuat nomor panjang. Pakai nama tanpa nomor orang atau keluarga." : null;
}
