using System.Globalization;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Testing;
using static TkpkdPortal.IntegrationTests.Features.Rakor.PackOffices;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>The numbers of the pack that stand in no table: tiles, pictures as they are told, and what is proposed. Counted again by SQL, as the tables are.</summary>
[Collection(PackOffices.Collection)]
public sealed class PackTraceFiguresTests(PackOffices offices)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly string[] Lacks = ["Sanitasi tidak layak", "Air minum tidak layak", "Lantai tidak layak", "Tanpa listrik"];

    /// <summary>By the beginning of a proposal: the numbers of its sentence, then those of its ground, in their order.</summary>
    private static readonly (string Proposal, string Sql)[] Proposals =
    [
        ("Selesaikan keputusan yang lewat tenggat", "SELECT count(*) FROM MeetingDecisions d JOIN Meetings m ON m.Id = d.MeetingId WHERE m.ClosedAt IS NOT NULL AND d.State IN (1, 2) AND date(d.DueOn) < $today"),
        ("Tetapkan OPD", "SELECT max(Nobody) FROM (SELECT sum(Needing AND Arrived IS NULL) AS Nobody FROM needs GROUP BY Bit)"),
        ("Minta", ", bare_desa AS (SELECT s.First FROM villages s WHERE s.First > 0 AND substr(s.Village, 10, 1) = '2' AND NOT EXISTS (SELECT 1 FROM Interventions i JOIN AidPrograms p ON p.Id = i.ProgramId JOIN register h ON h.Id = i.HouseholdId "
            + "WHERE h.Village = s.Village AND h.DecileCode = 1 AND p.FundSource = 4 AND i.Period_Year = $year AND i.State <= 5)) SELECT count(*), $year, 1, sum(First), 1 FROM bare_desa"),
        ("Periksa dan putuskan bantuan", ", pairs AS (SELECT a.HouseholdId FROM Interventions a JOIN AidPrograms p ON p.Id = a.ProgramId JOIN Interventions b ON b.HouseholdId = a.HouseholdId AND b.Id <> a.Id JOIN AidPrograms q ON q.Id = b.ProgramId WHERE a.State <= 5 AND b.State <= 5 "
            + "AND ((p.Name = 'PKH' AND q.Name = 'BLT Dana Desa') OR (p.Id = q.Id AND p.Name = 'BLT Dana Desa' AND a.Id < b.Id AND a.Period_Quarter IS b.Period_Quarter AND a.Period_Month IS b.Period_Month))) SELECT count(*), count(DISTINCT HouseholdId) FROM pairs"),
        ("Mulai verifikasi", ", untouched AS (SELECT District, count(*) AS Families FROM register h GROUP BY District HAVING NOT EXISTS (SELECT 1 FROM latest v WHERE substr(v.AreaCode, 1, 9) = h.District)) SELECT sum(Families), count(*) FROM untouched"),
        ("Putuskan isian yang berbeda", "SELECT sum(Differs), count(*) FROM differing"),
        ("Kejar langkah", "SELECT sum(date(c.ReviewOn) < $today OR EXISTS (SELECT 1 FROM CaseSteps s WHERE s.CaseId = c.Id AND s.State = 1 AND date(s.DueOn) < $today)), count(*) FROM Cases c WHERE c.Ending IS NULL"),
    ];

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya)]
    public void The_tiles_of_the_summary_are_what_SQL_counts(string office)
    {
        using var db = new PackSql(offices.DatabaseOf(office));
        string Count(string sql) => db.Read(sql, row => row.GetInt64(0)).Single().ToString("N0", Indonesian);
        string Found(string condition) => Count($"SELECT count(*) FROM latest v JOIN found f ON f.HouseholdId = v.HouseholdId WHERE {condition}");
        var (visited, approved) = (Count("SELECT count(*) FROM latest"), Found("1"));
        var waiting = Count("SELECT (SELECT count(*) FROM latest) - (SELECT count(*) FROM latest v JOIN found f ON f.HouseholdId = v.HouseholdId)");

        var read = offices[office].TaggedText;

        Assert.Contains($" {Count("SELECT count(*) FROM listed")} KK {Count("SELECT count(*) FROM members") switch { "0" => "jiwa belum diketahui", var persons => $"{persons} jiwa" }} Sudah dikunjungi {visited} KK dari {Count("SELECT count(*) FROM register")} KK dalam register"
            + $" Disetujui lurah atau kepala desa {approved} KK {waiting} KK masih diperiksa Layak menurut kunjungan (miskin dan ekstrem) {Found("f.Eligibility IN (1, 2)")} KK {Found("f.Eligibility IS 3")} KK tidak layak", read, StringComparison.Ordinal);
    }

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya)]
    public void Every_picture_tells_what_SQL_counts_and_no_other_number(string office)
    {
        using var db = new PackSql(offices.DatabaseOf(office));
        var told = offices.Whole(office).AlternativeTexts.Where(text => text.Contains(": ", StringComparison.Ordinal)).ToList();
        Assert.True(told.Count >= 6, string.Join(" / ", told));
        foreach (var text in told)
        {
            var (message, body) = (text[..text.IndexOf(": ", StringComparison.Ordinal)], text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            var expected = Expected(db, message);
            // The summary has room for eight kecamatan; every other picture shows all.
            Assert.Equal(message.StartsWith("Kunjungan", StringComparison.Ordinal) ? Math.Min(8, expected.Count(item => !item.Contains(" 0 dari", StringComparison.Ordinal))) : expected.Count, expected.Count(item => body.Contains(item, StringComparison.Ordinal)));
            foreach (var item in expected.OrderByDescending(item => item.Length).Where(item => body.Contains(item, StringComparison.Ordinal)))
                body = body.Replace(item, "", StringComparison.Ordinal);
            Assert.True(body.Trim(' ', ',', '.').Length == 0, $"“{message}” also tells “{body}”; counted {string.Join(" / ", expected)}");
        }
    }

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya)]
    public void What_is_proposed_names_numbers_that_SQL_counts(string office)
    {
        using var db = new PackSql(offices.DatabaseOf(office));
        var tables = offices.Whole(office).Tables;
        var proposed = tables.Single(table => table.Caption.StartsWith("Usulan", StringComparison.Ordinal)).Rows.Skip(1).ToList();
        var places = tables.Single(table => table.Caption.StartsWith("Lokus prioritas", StringComparison.Ordinal)).Rows.Skip(1).Where(row => row.Count > 1).Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        Assert.True(proposed.Count >= 4);
        foreach (var row in proposed)
        {
            var numbers = Numbers(row[1]).Concat(Numbers(row[2])).ToList();
            var counted = row[1].StartsWith("Tugaskan pendamping", StringComparison.Ordinal)
                ? Outside(db, places)
                : db.Read(Proposals.Single(one => row[1].StartsWith(one.Proposal, StringComparison.Ordinal)).Sql, read => Enumerable.Range(0, read.FieldCount).Select(read.GetInt64).ToList()).Single();
            // Names of lists hold years and days.
            Assert.True(row[1].StartsWith("Putuskan isian", StringComparison.Ordinal) ? numbers.TakeLast(2).SequenceEqual(counted) : numbers.SequenceEqual(counted), $"{row[1]} ({row[2]}): counted {string.Join(", ", counted)}");
        }
    }

    private static List<string> Expected(PackSql db, string message)
    {
        List<string> Read(string sql, Func<string, string>? label = null) => db.Read(sql, row => $"{(label ?? (text => text))(Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!)} {Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture).ToString("N0", Indonesian)}");
        return message switch
        {
            "KK menurut desil" => [.. Read("SELECT 'Desil ' || DecileCode, count(*) FROM listed GROUP BY DecileCode").Select(item => $"{item} KK")],
            "KK yang tempat tinggalnya belum layak" => [.. db.Read("SELECT sum(Housing_Toilet > 1), sum(Housing_DrinkingWater IN (5, 6, 8)), sum(Housing_Floor IN (4, 5, 6)), sum(Housing_Lighting IS 5) FROM listed", row => Lacks.Select((lack, i) => $"{lack} {row.GetInt64(i).ToString("N0", Indonesian)}").ToList()).Single()],
            "Kunjungan menurut kecamatan" => db.Read("SELECT District, (SELECT count(*) FROM latest v WHERE substr(v.AreaCode, 1, 9) = h.District), count(*) FROM register h GROUP BY District",
                row => $"{PackSql.Areas.NameOf(row.GetString(0))} {row.GetInt64(1).ToString("N0", Indonesian)} dari {row.GetInt64(2).ToString("N0", Indonesian)} KK"),
            "Jiwa menurut desa dan kelurahan" => db.Read("SELECT substr(m.AreaCode, 1, 14), count(*), count(DISTINCT m.FamilyListId) FROM members m GROUP BY 1", row => $"{PackSql.Areas.NameOf(row.GetString(0))} {row.GetInt64(1)} jiwa ({row.GetInt64(2)} KK)"),
            "Sumber air minum, KK" => Answers("Housing_DrinkingWater", HousingWords.DrinkingWaters),
            "Fasilitas buang air besar, KK" => Answers("Housing_Toilet", HousingWords.Toilets),
            "Jenis lantai terluas, KK" => Answers("Housing_Floor", HousingWords.Floors),
            "Sumber penerangan, KK" => Answers("Housing_Lighting", HousingWords.Lightings),
            _ => throw new InvalidOperationException($"Nobody counts “{message}” again."),
        };
        // The picture has shorter words of its own for some; in their order the counts decide.
        List<string> Answers<T>(string column, CodedValues<T> words)
            where T : struct, Enum => [.. words.All.SelectMany(value => Read($"SELECT '', count(*) FROM listed WHERE {column} IS {Convert.ToInt64(value, CultureInfo.InvariantCulture)}", _ => Shown(words.Label(value)))), .. Read($"SELECT 'Belum diketahui', count(*) FROM listed WHERE {column} IS NULL HAVING count(*) > 0")];
    }

    private static string Shown(string label) => label switch
    {
        "Keramik/Granit/Marmer/Ubin/Tegel/Teraso" => "Keramik, ubin, sejenisnya",
        "Air Permukaan (Sungai, Danau, dll)" => "Air permukaan",
        "Listrik Pribadi s/d 900 Watt" => "Listrik sendiri s/d 900 W",
        "Listrik Pribadi > 900 Watt" => "Listrik sendiri > 900 W",
        "Ya, dengan Septic Tank" => "Sendiri, tangki septik",
        "Ya, tanpa Septic Tank" => "Sendiri, tanpa tangki",
        "Tidak, Jamban Umum/Bersama" => "Jamban umum/bersama",
        _ => label,
    };

    // Which villages are loci stands in the table beside, whose scores are traced.
    private static List<long> Outside(PackSql db, HashSet<string> loci)
    {
        var rest = db.Read("SELECT Village, First FROM villages WHERE First > 0", row => (Name: PackSql.Areas.NameOf(row.GetString(0)), First: row.GetInt64(1))).Where(village => !loci.Contains(village.Name)).ToList();
        return [1, rest.Sum(village => village.First), rest.Count];
    }

    private static IEnumerable<long> Numbers(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\d+(\.\d{3})*").Select(match => long.Parse(match.Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
}
