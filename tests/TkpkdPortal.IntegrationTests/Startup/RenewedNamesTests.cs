using Microsoft.Data.Sqlite;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

public sealed class RenewedNamesTests
{
    private const string Village = "62.71.04.1004";

    [Fact]
    public async Task Names_kept_by_an_earlier_version_are_found_in_any_spelling_after_the_next_start()
    {
        using var data = new TempDirectory();
        await using (var earlier = TestPortal.StartOn(data["data"], "62.71"))
        {
            await earlier.Scenario.HouseholdInAsync(Village, "MOCHAMAD NOERHAJATI UJI");
            await earlier.Scenario.HouseholdInAsync(Village, "AHMAD SALIM UJI");
        }
        MakeEarlier(data["data/portal.db"]);

        await using var portal = TestPortal.StartOn(data["data"], "62.71");
        var clerk = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var found = await clerk.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Muhammad Nur Hayati"));
        var other = await clerk.PostAsync("/keluarga/cari", "/keluarga", ("Name", "salim"));

        Assert.Contains("MOCHAMAD NOERHAJATI UJI", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AHMAD SALIM UJI", found.Text, StringComparison.Ordinal);
        Assert.Contains("AHMAD SALIM UJI", other.Text, StringComparison.Ordinal);
    }

    // As the version before left it: one word for each name, as it was folded then, and the step not taken that renews them.
    private static void MakeEarlier(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM NameTokens WHERE Id NOT IN (SELECT MIN(Id) FROM NameTokens GROUP BY PersonId); UPDATE NameTokens SET Word = 'KATA' || Id;"
            + "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_RenewNameWords'";
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
