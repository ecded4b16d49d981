using System.Globalization;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Testing;
using static TkpkdPortal.IntegrationTests.Features.Rakor.PackOffices;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>
/// Every number in a table of the printed pack, counted again by SQL on the database file that knows nothing of the portal's queries. A table that nobody counts again fails the test.
/// </summary>
[Collection(PackOffices.Collection)]
public sealed class PackTraceTests(PackOffices offices)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>
    /// By the beginning of a caption: how its columns are printed, and the statement. "a" is the name of an area by its code, "t" text, "n" a count, "%" a share (part, then whole), "/" a mean (sum, then families), "m" millions of rupiah,
    /// "1" a number with one decimal; "-" is not traced: words, or a number of the line.
    /// </summary>
    private static readonly (string Caption, string Columns, string Sql)[] Statements =
    [
        ("Keluarga dan anggotanya", "tn%n/", "SELECT 'Desil ' || DecileCode, count(*), count(*), (SELECT count(*) FROM listed), (SELECT count(*) FROM members m WHERE m.DecileCode = l.DecileCode), (SELECT count(*) FROM members m WHERE m.DecileCode = l.DecileCode), count(*) FROM listed l GROUP BY DecileCode"),
        ("Keluarga desil 1 dan anggotanya", "ann/", "SELECT District, count(*), (SELECT count(*) FROM members m WHERE m.District = l.District), (SELECT count(*) FROM members m WHERE m.District = l.District), count(*) FROM listed l GROUP BY District"),
        ("Susunan desil di tiap kecamatan", "annnnn%-", "SELECT District, count(*), sum(DecileCode = 1), sum(DecileCode = 2), sum(DecileCode = 3), sum(DecileCode = 4), sum(DecileCode = 1), count(*), '' FROM listed GROUP BY District"),
        ("Isian yang berbeda", "tn%n", string.Join(" UNION ALL ", Fields().Select(field => $"SELECT '{field.Word}', sum({field.Column}) AS Different, sum({field.Column}), count(*), sum({field.Large}) FROM compared HAVING Different > 0"))),
        ("Keluarga yang berbeda menurut kecamatan", "ann%n", "SELECT District, count(*), sum(Differs), sum(Differs), count(*), sum(Differs AND IsLarge) FROM differing GROUP BY District"),
        ("Kunjungan dan hasilnya menurut kecamatan", "ann%-nnnn", VisitsBy("District", 9)),
        ("Kunjungan dan hasilnya menurut desa dan kelurahan", "ann%-nnnn", VisitsBy("Village", 14)),
        ("Kekurangan menurut kecamatan", "ann%n%nn", "SELECT District, count(*), sum(Housing_Toilet > 1), sum(Housing_Toilet > 1), count(*), sum(Housing_DrinkingWater IN (5, 6, 8)), sum(Housing_DrinkingWater IN (5, 6, 8)), count(*), sum(Housing_Floor IN (4, 5, 6)), sum(Housing_Lighting IS 5) FROM listed GROUP BY District"),
        ("Program, keluarga yang dijangkau", "tt-nnm", "SELECT p.Name || ' ' || p.Year, o.Name, '', (SELECT count(DISTINCT i.HouseholdId) FROM Interventions i WHERE i.ProgramId = p.Id AND i.ArrivedAt IS NULL AND i.DroppedAt IS NULL), "
            + "(SELECT count(DISTINCT i.HouseholdId) FROM Interventions i WHERE i.ProgramId = p.Id AND i.ArrivedAt IS NOT NULL), (SELECT coalesce(sum(i.Amount), 0) FROM Interventions i WHERE i.ProgramId = p.Id AND i.ArrivedAt IS NOT NULL) "
            + "FROM AidPrograms p JOIN Opds o ON o.Id = p.OpdId WHERE EXISTS (SELECT 1 FROM Interventions i WHERE i.ProgramId = p.Id)"),
        ("Keluarga menurut kebutuhan", "-nnnnn", "SELECT '', sum(Needing), sum(Needing AND Arrived IS 1), sum(Needing AND Arrived IS 0), sum(Needing AND Arrived IS NULL), sum(Unknown) FROM needs GROUP BY Bit"),
        ("Kebutuhan menurut OPD", "tnnnn", "SELECT o.ShortName, sum(Needing), sum(Needing AND Arrived IS 1), sum(Needing AND Arrived IS 0), sum(Needing AND Arrived IS NULL) FROM Opds o JOIN needs n ON (n.Bit & o.Duty) <> 0 GROUP BY o.Id"),
        ("Keluarga yang membutuhkan menurut kecamatan", "annnn", "SELECT District, sum(Needs > 0), sum(Needs > 0 AND Met = Needs), sum(Met > 0 AND Met < Needs), sum(Needs > 0 AND Met = 0) FROM aided GROUP BY District"),
        // The demo's double aid is of two kinds: Dana Desa cash beside PKH, and Dana Desa cash twice in a period. A piece of two findings is worth what it is worth once.
        ("Temuan yang belum diputus", "t-nnm", ", pairs AS (SELECT a.Id, b.Id AS Other, p.Id = q.Id AS Same, o.Name AS Opd, a.HouseholdId, a.Amount FROM Interventions a JOIN AidPrograms p ON p.Id = a.ProgramId JOIN Opds o ON o.Id = p.OpdId "
            + "JOIN Interventions b ON b.HouseholdId = a.HouseholdId AND b.Id <> a.Id JOIN AidPrograms q ON q.Id = b.ProgramId WHERE a.State <= 5 AND b.State <= 5 AND ((p.Name, q.Name) IN (('PKH', 'BLT Dana Desa'), ('BLT Dana Desa', 'PKH')) "
            + "OR (p.Id = q.Id AND p.Name = 'BLT Dana Desa' AND a.Period_Quarter IS b.Period_Quarter AND a.Period_Month IS b.Period_Month))) "
            + "SELECT Opd, '', sum(NOT Same OR Id < Other), count(DISTINCT HouseholdId), (SELECT sum(Amount) FROM (SELECT DISTINCT x.Id, x.Amount FROM pairs x WHERE x.Opd = y.Opd)) FROM pairs y GROUP BY Opd"),
        ("Lokus prioritas", "-a-nn1", "SELECT '', Village, '', Families, First, Score FROM scored"),
        ("Di luar lokus", "-a-nn1", "SELECT '', Village, '', Families, First, Score FROM scored WHERE First > 0"),
        ("Desa yang belum merencanakan", "-a-nm", "SELECT '', s.Village, '', s.First, (SELECT sum(b.Amount) FROM VillageBudgets b JOIN AidPrograms p ON p.Id = b.ProgramId WHERE b.AreaCode = s.Village AND p.FundSource = 4 AND p.Year = $year) FROM villages s WHERE s.First > 0 AND substr(s.Village, 10, 1) = '2' "
            + "AND NOT EXISTS (SELECT 1 FROM Interventions i JOIN AidPrograms p ON p.Id = i.ProgramId JOIN register h ON h.Id = i.HouseholdId WHERE h.Village = s.Village AND h.DecileCode = 1 AND p.FundSource = 4 AND i.Period_Year = $year AND i.State <= 5)"),
        ("Keputusan, penanggung jawab", "-----n-", "SELECT '', '', '', '', '', Percent, '' FROM MeetingDecisions"),
        ("Angka BPS", "--d--", "SELECT '', '', CAST(Value AS REAL), '', '' FROM MacroFigures m WHERE State = 2 AND NOT EXISTS (SELECT 1 FROM MacroFigures o WHERE o.State = 2 AND o.Scope = m.Scope AND o.Indicator = m.Indicator AND o.Year * 12 + o.Month > m.Year * 12 + m.Month)"),
        ("Desa dan kelurahan di Kecamatan", "annnnnn", "SELECT h.Village, count(*), sum(EXISTS (SELECT 1 FROM latest v WHERE v.HouseholdId = h.Id)), sum(EXISTS (SELECT 1 FROM latest v JOIN found f ON f.HouseholdId = v.HouseholdId WHERE v.HouseholdId = h.Id AND f.Eligibility IN (1, 2))), "
            + "sum(coalesce(h.DecileCode, 0) = 1), sum(a.Needs > 0), sum(a.Needs > 0 AND a.Met = 0) FROM register h JOIN aided a ON a.Id = h.Id GROUP BY h.Village"),
        ("Kasus dan graduasi", "-n", "SELECT '', count(*) FROM Cases WHERE Ending IS NULL UNION ALL SELECT '', count(*) FROM Cases c WHERE Ending IS NULL AND (date(ReviewOn) < $today OR EXISTS (SELECT 1 FROM CaseSteps s WHERE s.CaseId = c.Id AND s.State = 1 AND date(s.DueOn) < $today)) "
            + "UNION ALL SELECT '', count(*) FROM Graduations UNION ALL SELECT '', count(*) FROM Graduations UNION ALL SELECT '', count(*) FROM Graduations"),
    ];

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya)]
    public void Every_count_in_a_table_of_the_pack_is_what_SQL_counts(string office)
    {
        using var db = new PackSql(offices.DatabaseOf(office));
        var (traced, parted) = (0, new Dictionary<string, List<string>>());
        // What is proposed to the meeting is traced by its sentences.
        foreach (var table in offices.Whole(office).Tables.Where(table => !table.Caption.StartsWith("Usulan", StringComparison.Ordinal)))
        {
            var (_, columns, sql) = Statements.SingleOrDefault(one => table.Caption.StartsWith(one.Caption, StringComparison.Ordinal));
            Assert.True(sql is not null, $"nobody counts “{table.Caption}” again");
            var (lines, total) = LinesOf(table, columns);
            var expected = Counted(db, sql, columns);
            if (columns is "-a-nn1" or "annnnnn")
                parted[columns] = [.. parted.GetValueOrDefault(columns) ?? [], .. lines];
            else
                Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(lines.Order(StringComparer.Ordinal)), $"“{table.Caption}”: printed {string.Join(" / ", lines.Except(expected))}, counted {string.Join(" / ", expected.Except(lines))}");
            if (total is not null)
                AssertSums(table, total, columns);
            traced += lines.Count;
        }
        // Loci and the rest are one list in two tables, and the kecamatan have a table each.
        foreach (var (columns, lines) in parted)
        {
            var expected = Counted(db, Statements.Last(one => one.Columns == columns).Sql, columns);
            Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(lines.Order(StringComparer.Ordinal)), $"printed {string.Join(" / ", lines.Except(expected))}, counted {string.Join(" / ", expected.Except(lines))}");
        }
        Assert.True(traced >= (office == KutaiTimur ? 400 : 60), $"{traced} lines");
    }

    private static IEnumerable<(string Word, string Column, string Large)> Fields() =>
    [
        ("Kepala keluarga", "HeadName", "LargeName"), ("Alamat", "Address", "LargeAddress"), ("Desa/kelurahan", "Village", "Village"), ("Kepemilikan rumah", "Tenure", "0"), ("Atap", "Roof", "LargeRoof"), ("Dinding", "Wall", "LargeWall"),
        ("Lantai", "Floor", "LargeFloor"), ("Penerangan", "Lighting", "LargeLighting"), ("Bahan bakar memasak", "Fuel", "0"), ("Sumber air minum", "Water", "LargeWater"), ("Fasilitas buang air besar", "Toilet", "LargeToilet"), ("Simpanan", "Savings", "0"),
    ];

    private static string VisitsBy(string area, int length)
    {
        var visited = $"(SELECT count(*) FROM latest v WHERE substr(v.AreaCode, 1, {length}) = a.Code)";
        string Approved(string condition) => $"(SELECT count(*) FROM latest v JOIN found f ON f.HouseholdId = v.HouseholdId WHERE substr(v.AreaCode, 1, {length}) = a.Code AND {condition})";
        return $"SELECT a.Code, a.Target, {visited}, {visited}, a.Target, '', {Approved("1")}, {Approved("f.Eligibility IN (1, 2)")}, {Approved("f.Eligibility IS 3")}, {Approved("f.Eligibility IS NULL")} FROM (SELECT {area} AS Code, count(*) AS Target FROM register GROUP BY {area}) a";
    }

    // Heads and the lines above a group have no figures; the line of the whole is traced by its parts.
    private static (List<string> Lines, IReadOnlyList<string>? Total) LinesOf(PaperTable table, string columns)
    {
        var printed = table.Rows.Skip(1).Where(row => row.Count > 1).ToList();
        var total = printed.Count > 1 && printed[^1].Take(2).Any(cell => cell is "Kabupaten" or "Kota" or "Jumlah" || cell.StartsWith("Kecamatan ", StringComparison.Ordinal)) ? printed[^1] : null;
        return ([.. printed.Take(printed.Count - (total is null ? 0 : 1)).Select(row => string.Join(" | ", columns.Select((kind, i) => kind switch { '-' => "", 'd' => string.Concat(row[i].Where(letter => char.IsDigit(letter) || letter == ',')), _ => row[i] })))], total);
    }

    private static List<string> Counted(PackSql db, string sql, string columns) => db.Read(sql, row =>
    {
        var (cells, at) = (new List<string>(), 0);
        foreach (var kind in columns)
        {
            cells.Add(Cell(row, kind, at));
            at += kind is '%' or '/' ? 2 : 1;
        }
        return string.Join(" | ", cells);
    });

    private static string Cell(SqliteDataReader row, char kind, int at)
    {
        decimal? Number(int column) => row.IsDBNull(column) ? null : Convert.ToDecimal(row.GetValue(column), CultureInfo.InvariantCulture);
        return kind switch
        {
            'a' => PackSql.Areas.NameOf(row.GetString(at)),
            't' => row.GetString(at),
            'n' => Number(at) is null or 0 ? "–" : Number(at)!.Value.ToString("N0", Indonesian),
            '%' => Number(at + 1) < 20 ? "<20" : (100m * (Number(at) ?? 0) / Number(at + 1)!.Value).ToString("N1", Indonesian),
            '/' => (Number(at)!.Value / Number(at + 1)!.Value).ToString("N1", Indonesian),
            'm' => Number(at) is not { } rupiah ? "…" : rupiah == 0 ? "–" : (rupiah / 1_000_000m).ToString("N1", Indonesian),
            'd' => Number(at)!.Value.ToString("0.00", Indonesian),
            '1' => Number(at)!.Value.ToString("N1", Indonesian),
            _ => "",
        };
    }

    private static void AssertSums(PaperTable table, IReadOnlyList<string> total, string columns)
    {
        var parts = table.Rows.Skip(1).SkipLast(1).Where(row => row.Count > 1).ToList();
        foreach (var (i, kind) in columns.Index().Where(column => column.Item == 'n'))
            Assert.True(Count(total[i]) == parts.Sum(row => Count(row[i])), $"“{table.Caption}”, column {i + 1}");
    }

    private static int Count(string cell) => cell is "–" or "" ? 0 : int.Parse(cell.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
