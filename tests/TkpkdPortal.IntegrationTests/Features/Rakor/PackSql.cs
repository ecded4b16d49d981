using System.Globalization;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>SQL on the database file of an office, written by hand: it knows nothing of the portal's queries.</summary>
internal sealed class PackSql : IDisposable
{
    // The rows of the newest list that hold; of each household its latest visit, its latest approved one, its needs against aid, and where list and register differ.
    private const string Common = """
        WITH release AS (SELECT Id FROM ListReleases WHERE List IN (1, 2) AND WithdrawnAt IS NULL ORDER BY ReleasedOn DESC, Id DESC LIMIT 1),
        listed AS (SELECT l.*, substr(l.AreaCode, 1, 9) AS District FROM ListedHouseholds l JOIN release r ON r.Id = l.ReleaseId WHERE l.SupersededById IS NULL),
        members AS (SELECT p.*, substr(p.AreaCode, 1, 9) AS District FROM ListedPersons p JOIN release r ON r.Id = p.ReleaseId WHERE p.SupersededById IS NULL),
        register AS (SELECT h.*, substr(h.AreaCode, 1, 9) AS District, substr(h.AreaCode, 1, 14) AS Village FROM Households h WHERE h.Closure IS NULL),
        latest AS (SELECT v.* FROM Visits v JOIN register h ON h.Id = v.HouseholdId WHERE v.FirstSubmittedAt IS NOT NULL
            AND v.Number = (SELECT max(o.Number) FROM Visits o WHERE o.HouseholdId = v.HouseholdId AND o.FirstSubmittedAt IS NOT NULL)),
        found AS (SELECT v.* FROM Visits v WHERE v.Status = 4 AND v.Number = (SELECT max(o.Number) FROM Visits o WHERE o.HouseholdId = v.HouseholdId AND o.Status = 4)),
        bits(Bit) AS (VALUES (1), (2), (4), (8), (16), (32), (64), (128), (256), (512), (1024), (2048)),
        given AS (SELECT i.HouseholdId, b.Bit, max(i.State IN (4, 5)) AS Arrived FROM Interventions i JOIN AidPrograms p ON p.Id = i.ProgramId JOIN bits b ON (p.Needs & b.Bit) <> 0
            WHERE i.Period_Year = $year AND i.State <= 5 GROUP BY i.HouseholdId, b.Bit),
        needs AS (SELECT h.Id, h.District, h.Village, b.Bit, (h.Needs & b.Bit) <> 0 AS Needing, (h.UnknownNeeds & b.Bit) <> 0 AS Unknown, g.Arrived
            FROM register h JOIN bits b LEFT JOIN given g ON g.HouseholdId = h.Id AND g.Bit = b.Bit),
        aided AS (SELECT Id, District, Village, sum(Needing) AS Needs, sum(Needing AND Arrived IS 1) AS Met FROM needs GROUP BY Id),
        compared AS (SELECT h.District, upper(h.HeadName) <> upper(l.Name) AS HeadName, upper(h.Address) <> upper(l.Address) AND h.Address <> '' AND l.Address <> '' AS Address, h.Village <> substr(l.AreaCode, 1, 14) AS Village,
                coalesce(h.Housing_Tenure <> l.Housing_Tenure, 0) AS Tenure, coalesce(h.Housing_Roof <> l.Housing_Roof, 0) AS Roof, coalesce(h.Housing_Wall <> l.Housing_Wall, 0) AS Wall, coalesce(h.Housing_Floor <> l.Housing_Floor, 0) AS Floor,
                coalesce(h.Housing_Lighting <> l.Housing_Lighting, 0) AS Lighting, coalesce(h.Housing_CookingFuel <> l.Housing_CookingFuel, 0) AS Fuel, coalesce(h.Housing_DrinkingWater <> l.Housing_DrinkingWater, 0) AS Water,
                coalesce(h.Housing_Toilet <> l.Housing_Toilet, 0) AS Toilet, coalesce(h.Housing_HasSavings <> l.Housing_HasSavings, 0) AS Savings,
                bare(h.HeadName) <> bare(l.Name) AS LargeName, bare(h.Address) <> bare(l.Address) AND h.Address <> '' AND l.Address <> '' AS LargeAddress,
                coalesce((h.Housing_Roof IN (5, 6, 7)) <> (l.Housing_Roof IN (5, 6, 7)), 0) AS LargeRoof, coalesce((h.Housing_Wall IN (3, 4, 5)) <> (l.Housing_Wall IN (3, 4, 5)), 0) AS LargeWall,
                coalesce((h.Housing_Floor IN (4, 5, 6)) <> (l.Housing_Floor IN (4, 5, 6)), 0) AS LargeFloor, coalesce((h.Housing_Lighting IN (3, 5)) <> (l.Housing_Lighting IN (3, 5)), 0) AS LargeLighting,
                coalesce((h.Housing_DrinkingWater IN (5, 6, 8)) <> (l.Housing_DrinkingWater IN (5, 6, 8)), 0) AS LargeWater, coalesce((h.Housing_Toilet > 1) <> (l.Housing_Toilet > 1), 0) AS LargeToilet
            FROM register h JOIN listed l ON l.HouseholdId = h.Id WHERE NOT EXISTS (SELECT 1 FROM listed o WHERE o.HouseholdId = h.Id AND o.Id < l.Id)),
        differing AS (SELECT District, HeadName OR Address OR Village OR Tenure OR Roof OR Wall OR Floor OR Lighting OR Fuel OR Water OR Toilet OR Savings AS Differs,
            LargeName OR LargeAddress OR Village OR LargeRoof OR LargeWall OR LargeFloor OR LargeLighting OR LargeWater OR LargeToilet AS IsLarge FROM compared),
        villages AS (SELECT Village, count(*) AS Families, sum(coalesce(DecileCode, 0) = 1) AS First, sum(coalesce(DecileCode, 0) > 0) AS Ranked, sum(coalesce(DecileCode, 0) BETWEEN 1 AND 3) AS FirstThree, sum(Eligibility IS NOT NULL) AS Seen,
                sum(Eligibility IS 1) AS Extreme, sum(StuntingRisk IS NOT NULL) AS Asked, sum(StuntingRisk IS 1) AS Stunting, (SELECT sum(coalesce(DecileCode, 0) = 1) FROM register) AS Everywhere FROM register GROUP BY Village),
        unmet AS (SELECT Village, sum(Needs) AS Needs, sum(Needs - Met) AS Unmet FROM aided GROUP BY Village),
        scored AS (SELECT v.*, round((60.0 * First / Everywhere + iif(Seen, 15.0 * Extreme / Seen, 0) + iif(Ranked, 5.0 * First / Ranked + 5.0 * FirstThree / Ranked, 0) + iif(Needs, 10.0 * Unmet / Needs, 0) + iif(Asked, 5.0 * Stunting / Asked, 0))
            * 100 / (60 + 15 * (Seen > 0) + 10 * (Ranked > 0) + 10 * (Needs > 0) + 5 * (Asked > 0)), 6) AS Score FROM villages v JOIN unmet u ON u.Village = v.Village)
        """;

    private readonly SqliteConnection _db;

    public PackSql(string file)
    {
        _db = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        _db.Open();
        _db.CreateFunction("bare", (string text) => string.Concat(text.ToUpperInvariant().Where(letter => !" .,'-".Contains(letter, StringComparison.Ordinal))));
    }

    public static AreaDirectory Areas { get; } = AreaFiles.Load(Path.Combine(Path.GetDirectoryName(Repository.Program)!, "Assets", "areas"));

    public void Dispose() => _db.Dispose();

    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var command = _db.CreateCommand();
        command.CommandText = $"{Common} {sql}";
        var today = DateTime.UtcNow.AddHours(8);
        command.Parameters.AddWithValue("$year", today.Year);
        command.Parameters.AddWithValue("$today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
