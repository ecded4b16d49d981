using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.IntegrationTests.Data.SqlServer;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Data;

public sealed class MigrationSetTests(ITestOutputHelper output)
{
    [Fact]
    public void No_change_of_the_model_is_without_its_migration_in_either_database()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Both_databases_take_the_same_steps_in_the_same_order()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        var steps = NamesOf(sqlite);
        output.WriteLine(string.Join(", ", steps));
        Assert.NotEmpty(steps);
        Assert.Equal(steps, NamesOf(sqlServer));
    }

    [Fact]
    public async Task The_script_that_an_office_applies_to_SQL_Server_parses_and_changes_nothing_here()
    {
        using var data = new TempDirectory();
        var script = (await Verb.RunWithAsync(["migrate", "--script"], ("Portal__DataDirectory", data["data"]))).Succeeded().Output;

        Assert.False(Directory.Exists(data["data"]));
        output.WriteLine($"{script.Length / 1024} KB");
        Assert.Contains("CREATE TABLE [Households]", script, StringComparison.Ordinal);
        Assert.Empty(TransactSql.FaultsOf(script));
        Assert.NotEmpty(TransactSql.FaultsOf(script.Replace("CREATE TABLE [Households]", "CREATE TABEL [Households]", StringComparison.Ordinal)));
    }

    private static SqlitePortalDbContext Sqlite() => new SqliteDesignTimeFactory().CreateDbContext([]);

    private static SqlServerPortalDbContext SqlServer() => new SqlServerDesignTimeFactory().CreateDbContext([]);

    // "20261124045858_OpenTheRegister": the two sets are scaffolded one after the other.
    private static List<string> NamesOf(DbContext db) => [.. db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
}
