using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Recipients;
using TkpkdPortal.Domain.Imports.Sheets;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Imports;

/// <summary>
/// Proposes for each column of a kind a column of a foreign file, from how its heading is spelt and what stands below it: sixteen digits are
/// a NIK, ten a village's code, 1 to 10 or 4+ a decile. A proposal for a person to correct: it never decides.
/// </summary>
public static class ColumnProposal
{
    private const int Alike = 100, Near = 75, Contained = 60, Fits = 40, Enough = 40;

    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        [P3keColumn.AreaCode] = ["kodewilayah", "kodedesa", "kodekelurahan", "kodedesakelurahan", "kodekel"],
        [P3keColumn.Village] = ["namadesa", "namakelurahan", "namadesakelurahan", "kel"],
        [P3keColumn.District] = ["namakecamatan", "kec"],
        [P3keColumn.HeadName] = ["namakepalakeluarga", "namakk", "namakrt", "kepalarumahtangga", "nama"],
        [P3keColumn.PersonName] = ["namaanggota", "namaanggotakeluarga", "namaindividu", "namalengkap"],
        [P3keColumn.Nik] = ["nomorindukkependudukan", "noktp", "nikkepalakeluarga", "nonik", "nikkk"],
        [P3keColumn.Decile] = ["peringkat", "desilnasional", "kelompokdesil"],
        [P3keColumn.FamilyId] = ["idkel", "idkk", "idrumahtangga", "idbdt", "noid"],
        [P3keColumn.PersonId] = ["idind", "idanggota", "idart", "idorang"],
        [P3keColumn.Sex] = ["jk", "kelamin", "lp"],
        [P3keColumn.BirthDate] = ["tgllahir", "tanggallhr", "lahir"],
        [P3keColumn.Address] = ["alamatlengkap", "alamatrumah", "tempattinggal"],
        [P3keColumn.Relationship] = ["hubungan", "hubkeluarga", "statusdalamkeluarga", "shdk"],
        [P3keColumn.MaritalStatus] = ["statusperkawinan", "statusnikah"],
        [P3keColumn.Stunting] = ["stunting", "berisikostunting", "risikostunting"],
        [P3keColumn.Roof] = ["atap"],
        [P3keColumn.Wall] = ["dinding"],
        [P3keColumn.Floor] = ["lantai"],
        [P3keColumn.Lighting] = ["penerangan", "listrik"],
        [P3keColumn.CookingFuel] = ["bahanbakar"],
        [P3keColumn.DrinkingWater] = ["airminum", "sumberair"],
        [P3keColumn.Toilet] = ["jamban", "bab", "sanitasi"],
        [P3keColumn.Tenure] = ["statusrumah", "statuskepemilikanrumah"],
        [SheetColumn.Agreed] = ["hasil", "keputusan", "keputusanmusyawarah", "layak"],
        [SheetColumn.MeetsCriteria] = ["memenuhikriteria", "layak", "hasilverval"],
        [SheetColumn.Reason] = ["alasan"],
        [SheetColumn.Presence] = ["keberadaan", "statuskeberadaan"],
        [SheetColumn.FamilyCard] = ["nomorkartukeluarga", "nomorkk"],
        [RecipientColumn.Name] = ["nama", "namapenerimabantuan", "penerima", "namalengkap"],
        [RecipientColumn.Program] = ["namaprogram", "jenisbantuan", "bantuan"],
        [RecipientColumn.Opd] = ["dinas", "perangkatdaerah", "instansi"],
        [RecipientColumn.Amount] = ["jumlah", "nilai", "nilaibantuan", "besaran"],
        [RecipientColumn.Period] = ["triwulan", "tahap", "bulan"],
        [RecipientColumn.FundSource] = ["dana", "sumberanggaran"],
    };

    private static readonly Dictionary<string, Func<string, bool>> Contents = new(StringComparer.Ordinal)
    {
        [P3keColumn.Nik] = IsLongNumber,
        [SheetColumn.NikCorrection] = IsLongNumber,
        [SheetColumn.FamilyCard] = IsLongNumber,
        [P3keColumn.AreaCode] = text => text.Replace(".", "", StringComparison.Ordinal) is { Length: 10 } code && code.All(char.IsAsciiDigit),
        [P3keColumn.Decile] = text => WelfareDecile.TryParse(text, out _),
        [P3keColumn.BirthDate] = text => ListedDate.TryRead(text, isNumericCell: false, out _),
        [P3keColumn.Sex] = text => PersonWords.Sexes.TryRead(text, out _) || text is "L" or "P",
        [P3keColumn.Relationship] = text => PersonWords.Relationships.TryRead(text.Split('/')[0].Trim(), out _) || PersonWords.Relationships.TryRead(text, out _),
        [P3keColumn.MaritalStatus] = text => PersonWords.MaritalStatuses.TryRead(text, out _),
        [P3keColumn.Occupation] = text => PersonWords.Occupations.TryRead(text, out _),
        [P3keColumn.Education] = text => PersonWords.Educations.TryRead(text, out _),
        [P3keColumn.Tenure] = text => HousingWords.Tenures.TryRead(text, out _),
        [P3keColumn.Roof] = text => HousingWords.Roofs.TryRead(text, out _),
        [P3keColumn.Wall] = text => HousingWords.Walls.TryRead(text, out _),
        [P3keColumn.Floor] = text => HousingWords.Floors.TryRead(text, out _),
        [P3keColumn.Lighting] = text => HousingWords.Lightings.TryRead(text, out _),
        [P3keColumn.CookingFuel] = text => HousingWords.CookingFuels.TryRead(text, out _),
        [P3keColumn.DrinkingWater] = text => HousingWords.DrinkingWaters.TryRead(text, out _),
        [P3keColumn.Toilet] = text => HousingWords.Toilets.TryRead(text, out _),
        [P3keColumn.Stunting] = text => text is "0" or "1" || IsYesNo(text),
        [P3keColumn.FamilyId] = text => text.Length is >= 4 and <= 15 && text.All(char.IsAsciiDigit),
        [P3keColumn.PersonId] = text => text.Length is >= 4 and <= 15 && text.All(char.IsAsciiDigit),
        [P3keColumn.PersonName] = IsName,
        [P3keColumn.HeadName] = IsName,
        [RecipientColumn.Name] = IsName,
        [SheetColumn.Agreed] = IsYesNo,
        [SheetColumn.MeetsCriteria] = IsYesNo,
        [RecipientColumn.Year] = text => text.Length == 4 && text.StartsWith("20", StringComparison.Ordinal) && text.All(char.IsAsciiDigit),
    };

    // Only these are like nothing else: what stands below says enough whatever the heading is called.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { P3keColumn.Nik, P3keColumn.AreaCode, P3keColumn.BirthDate, P3keColumn.Sex, P3keColumn.Relationship };

    /// <summary>The record that looks most like a heading: filled with texts that are no numbers, above others that are as wide.</summary>
    public static int HeadingAt(IReadOnlyList<RawRecord> firstRecords)
    {
        var (best, at) = (int.MinValue, 0);
        for (var i = 0; i < Math.Min(firstRecords.Count, ColumnMap.HeadingSearchDepth); i++)
        {
            var texts = firstRecords[i].Cells.Select(cell => CellText.Clean(cell.Text)).Where(text => text.Length > 0).ToList();
            var words = texts.Where(text => text.Any(char.IsLetter) && !ColumnProfile.LooksLikeData(text)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            var likeness = words - (2 * (texts.Count - words));
            if (likeness > best)
                (best, at) = (likeness, i);
        }
        return at;
    }

    /// <summary>For each column of the kind that something speaks for, the place in the file; no place serves two.</summary>
    public static IReadOnlyDictionary<string, int> Of(FileLayout layout, IReadOnlyList<string> headings, IReadOnlyList<RawRecord> rows)
    {
        var likenesses = from column in layout.Columns
                         from at in Enumerable.Range(0, headings.Count)
                         let likeness = Likeness(column, headings[at], rows.Select(row => CellText.Clean(row[at].Text)).Where(text => text.Length > 0).Take(200).ToList())
                         where likeness >= Enough
                         orderby likeness descending, layout.Needed.Contains(column) descending, at
                         select (column, at);
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (column, at) in likenesses)
        {
            if (!chosen.ContainsKey(column) && !chosen.ContainsValue(at))
                chosen.Add(column, at);
        }
        return chosen;
    }

    private static int Likeness(string column, string heading, List<string> texts)
    {
        var spelling = Spelling(column, ColumnMap.Heading(heading));
        if (!Contents.TryGetValue(column, out var fits) || texts.Count == 0)
            return spelling;
        var share = texts.Count(fits) / (double)texts.Count;
        if (share >= 0.7)
            return spelling > 0 ? spelling + Fits : Telling.Contains(column) ? Fits : 0;
        return share <= 0.2 ? spelling - Near : spelling;
    }

    private static int Spelling(string column, string heading)
    {
        if (heading.Length == 0)
            return 0;
        return new[] { ColumnMap.Heading(column) }.Concat(OtherNames.GetValueOrDefault(column, [])).Max(name => Spelling(name, heading, isOwn: name == ColumnMap.Heading(column)));
    }

    private static int Spelling(string name, string heading, bool isOwn)
    {
        if (name == heading)
            return isOwn ? Alike : Alike - 5;
        if (name.Length >= 6 && Areas.AreaNames.Distance(name, heading, 2) <= 2)
            return Near;
        var (shorter, longer) = name.Length < heading.Length ? (name, heading) : (heading, name);
        return shorter.Length >= 4 && longer.Contains(shorter, StringComparison.Ordinal) ? Contained : 0;
    }

    private static bool IsLongNumber(string text) => PersonalNumberText.Clean(text, out _) is { Length: 16 } digits && digits.All(char.IsAsciiDigit);

    private static bool IsYesNo(string text) => text.Equals("Ya", StringComparison.OrdinalIgnoreCase) || text.Equals("Tidak", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string text) => text.Length is >= 3 and <= 60 && !text.Any(char.IsAsciiDigit) && text.Any(char.IsLetter) && !IsYesNo(text);
}
