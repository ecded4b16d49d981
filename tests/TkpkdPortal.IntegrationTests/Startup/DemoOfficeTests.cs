using System.Globalization;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Startup;

/// <summary>The demo offices have the counts of their own news.</summary>
public sealed class DemoOfficeTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Kutai_Timur_has_5000_families_400_in_Muara_Bengkal_and_520_in_Muara_Ancalong()
    {
        await DemoAsync("64.08", "a");

        Assert.Equal("5000", Ask("a", "SELECT COUNT(*) FROM Households WHERE DecileReleaseId IS NOT NULL"));
        Assert.Equal("400", Ask("a", "SELECT COUNT(*) FROM Households WHERE DecileReleaseId IS NOT NULL AND AreaCode >= '64.08.03.' AND AreaCode < '64.08.03/'"));
        Assert.Equal("520", Ask("a", "SELECT COUNT(*) FROM Households WHERE DecileReleaseId IS NOT NULL AND AreaCode >= '64.08.01.' AND AreaCode < '64.08.01/'"));
        Assert.Equal("18", Ask("a", "SELECT COUNT(DISTINCT substr(AreaCode, 1, 9)) FROM Households"));
        Assert.Equal("0", Ask("a", "SELECT COUNT(*) FROM Visits WHERE substr(AreaCode, 1, 9) NOT IN ('64.08.01.', '64.08.03.')"));
        // Waiting 1, cleared 2, double 3, turned down 4; of the cleared ones each of the states up to the decree, and one that the meeting did not take up.
        Assert.Equal("1:4 2:5 3:1 4:1", Ask("a", "SELECT group_concat([Check] || ':' || n, ' ') FROM (SELECT [Check], COUNT(*) n FROM Proposals GROUP BY [Check] ORDER BY [Check])"));
        Assert.Equal("1 6 8 9 10", Ask("a", "SELECT group_concat(State, ' ') FROM (SELECT DISTINCT State FROM RoundTargets WHERE CheckedById IS NOT NULL ORDER BY State)"));
        Assert.NotEqual("0", Ask("a", "SELECT COUNT(*) FROM DeliberationRow WHERE Annex = 8"));
        HasVisitsInAllStates("a");
    }

    [Fact]
    public async Task Palangka_Raya_has_69_persons_nearly_half_of_them_in_Kameloh_Baru()
    {
        await DemoAsync("62.71", "a");

        Assert.Equal("69", Ask("a", "SELECT COUNT(*) FROM Persons"));
        Assert.Equal("33", Ask("a", "SELECT COUNT(*) FROM Persons WHERE AreaCode >= '62.71.04.1004.' AND AreaCode < '62.71.04.1004/'"));
        HasVisitsInAllStates("a");
        Assert.Equal("1 1", Ask("a", "SELECT (SELECT COUNT(*) FROM HandOvers WHERE ToAreaCode = '62.71.04.1004.' AND State = 1) || ' ' || (SELECT COUNT(*) FROM SubjectRequests WHERE State = 1)"));
    }

    [Fact]
    public async Task Samarinda_verifies_in_Sidodamai_and_its_kecamatan_and_finds_houses_otherwise_than_the_list_says()
    {
        await DemoAsync("64.72", "a");

        // P3KE named 600; DTSEN names most of them again, some otherwise, and 23 that P3KE does not have.
        Assert.Equal("600 23", Ask("a", "SELECT (SELECT COUNT(*) FROM Households WHERE DecileReleaseId = 1) || ' ' || (SELECT COUNT(*) FROM Households WHERE DecileReleaseId = 2)"));
        Assert.Equal("0 0", Ask("a", "SELECT (SELECT COUNT(*) FROM ListedHouseholds WHERE HouseholdId = 0) || ' ' || (SELECT COUNT(*) FROM ListedPersons WHERE HouseholdId = 0)"));
        Assert.Equal("0", Ask("a", "SELECT COUNT(*) FROM ListReleases WHERE Terms_HandOverNumber IS NULL"));
        Assert.Equal("10", Ask("a", "SELECT COUNT(DISTINCT substr(AreaCode, 1, 9)) FROM Households"));
        Assert.Equal("64.72.04.", Ask("a", "SELECT group_concat(DISTINCT substr(AreaCode, 1, 9)) FROM Visits"));
        Assert.NotEqual("0", Ask("a", "SELECT COUNT(*) FROM Visits WHERE AreaCode >= '64.72.04.1013.' AND AreaCode < '64.72.04.1013/'"));
        Assert.Equal("0", Ask("a", "SELECT COUNT(*) FROM AidPrograms WHERE FundSource = 4"));
        // Waiting 1, confirmed 2: the newest figure of BPS waits for the leadership.
        Assert.Equal("1:1 2:7", Ask("a", "SELECT group_concat(State || ':' || n, ' ') FROM (SELECT State, COUNT(*) n FROM MacroFigures GROUP BY State ORDER BY State)"));
        Assert.NotEqual("0", Ask("a", "SELECT COUNT(*) FROM Households WHERE substr(AreaCode, 1, 9) = '64.72.04.' AND Address LIKE 'Jl. Otto Iskandardinata%'"));
        Assert.Equal("0", Ask("a", "SELECT COUNT(*) FROM Households WHERE substr(AreaCode, 1, 9) <> '64.72.04.' AND Address LIKE 'Jl. Otto Iskandardinata%'"));
        HasVisitsInAllStates("a");
    }

    [Fact]
    public async Task Pontianak_has_RT_and_RW_in_every_address_two_rounds_of_visits_and_programs_for_its_six_basic_needs()
    {
        await DemoAsync("61.71", "a");

        Assert.Equal("600", Ask("a", "SELECT COUNT(*) FROM Households"));
        Assert.Equal("0", Ask("a", "SELECT COUNT(*) FROM Households WHERE length(AreaCode) < 22"));
        Assert.NotEqual("0", Ask("a", "SELECT COUNT(*) FROM (SELECT HouseholdId FROM Visits WHERE Status = 4 GROUP BY HouseholdId HAVING COUNT(*) = 2 AND MAX(Number) = 2)"));
        // Food 1, health insurance 2, house 8, water 16, sanitation 32, work (social security of workers) 128.
        Assert.Equal("6", Ask("a", "SELECT COUNT(*) FROM (VALUES (1), (2), (8), (16), (32), (128)) WHERE EXISTS (SELECT 1 FROM AidPrograms WHERE Needs & column1 <> 0)"));
        HasVisitsInAllStates("a");
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_families_and_another_seed_others()
    {
        await DemoAsync("64.08", "a", "--families", "150", "--seed", "7");
        await DemoAsync("64.08", "b", "--families", "150", "--seed", "7");
        await DemoAsync("64.08", "c", "--families", "150", "--seed", "8");

        Assert.Equal(Families("a"), Families("b"));
        Assert.NotEqual(Families("a"), Families("c"));
        Assert.Equal("150", Ask("c", "SELECT COUNT(*) FROM Households WHERE DecileReleaseId IS NOT NULL"));
    }

    [Fact]
    public async Task A_demo_is_only_put_into_an_empty_database()
    {
        (await Verb.RunWithAsync(["migrate"], Settings("62.71", "a"))).Succeeded();
        (await Verb.RunWithAsync(["user", "add", "kepala@uji.invalid", "--role", "admin", "--area", "62.71"], Settings("62.71", "a"))).Succeeded();

        var answer = await Verb.RunWithAsync(["demo", "--office", "62.71"], Settings("62.71", "a"));

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("sudah berisi data", answer.Error, StringComparison.Ordinal);
    }

    private async Task DemoAsync(string office, string name, params string[] more)
    {
        var answer = (await Verb.RunWithAsync(["demo", "--office", office, .. more], Settings(office, name))).Succeeded();
        Assert.Contains("petugas@demo.invalid", answer.Output, StringComparison.Ordinal);
    }

    // Draft 1, submitted 2, returned 3, approved 4; and families that nobody has visited yet.
    private void HasVisitsInAllStates(string name)
    {
        var states = Ask(name, "SELECT group_concat(Status || ':' || n, ' ') FROM (SELECT Status, COUNT(*) n FROM Visits GROUP BY Status ORDER BY Status)");
        output.WriteLine($"visits by state {states}, not visited {Ask(name, "SELECT COUNT(*) FROM Households WHERE Id NOT IN (SELECT HouseholdId FROM Visits)")}");
        Assert.Equal(4, states.Split(' ').Length);
        Assert.NotEqual("0", Ask(name, "SELECT COUNT(*) FROM Households WHERE Id NOT IN (SELECT HouseholdId FROM Visits)"));
    }

    private string Families(string name) => Ask(name, "SELECT group_concat(f, char(10)) FROM (SELECT AreaCode || HeadName || Address || coalesce(DecileCode, '') || MemberCount f FROM Households ORDER BY 1)")
        + Ask(name, "SELECT group_concat(v, char(10)) FROM (SELECT v.Status || h.HeadName v FROM Visits v JOIN Households h ON h.Id = v.HouseholdId ORDER BY 1)");

    private (string, string?)[] Settings(string office, string name) => [("Portal__DataDirectory", _data[name]), ("Office__AreaCode", office)];

    private string Ask(string name, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data[name], "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
