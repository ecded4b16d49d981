using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Startup;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

public sealed class SqliteSafetyTests
{
    [Fact]
    public async Task Every_connection_of_the_pool_has_the_safe_settings()
    {
        await using var portal = TestPortal.Start();
        var seen = new ConcurrentDictionary<SqliteConnection, bool>();
        var scopes = Enumerable.Range(0, 12).Select(_ => portal.Services.CreateAsyncScope()).ToList();

        // All open at once, so that each has a handle of its own; then again, from the pool.
        for (var round = 0; round < 2; round++)
        {
            foreach (var db in scopes.Select(scope => scope.ServiceProvider.GetRequiredService<PortalDbContext>()))
            {
                await db.Database.OpenConnectionAsync();
                var connection = (SqliteConnection)db.Database.GetDbConnection();
                seen.TryAdd(connection, true);
                Assert.Equal("2 1 1 0 1 2 0 wal", string.Join(' ', new[] { "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "cell_size_check", "temp_store", "mmap_size", "journal_mode" }
                    .Select(pragma => Ask(connection, "PRAGMA " + pragma))));
            }
            foreach (var scope in scopes)
                await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.CloseConnectionAsync();
        }

        Assert.Equal(12, seen.Count);
        foreach (var scope in scopes)
            await scope.DisposeAsync();
    }

    [Fact]
    public async Task A_transaction_has_the_write_lock_from_its_beginning()
    {
        await using var portal = TestPortal.Start();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();

        await using var stranger = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "portal.db")};Default Timeout=1;Pooling=False");
        await stranger.OpenAsync();
        var refused = Assert.Throws<SqliteException>(() => Ask(stranger, "BEGIN IMMEDIATE"));

        Assert.Equal(5, refused.SqliteErrorCode);
    }

    [Fact]
    public async Task A_second_writer_of_the_portal_waits_for_its_turn()
    {
        await using var portal = TestPortal.Start();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var transaction = await db.Database.BeginTransactionAsync();

        var second = portal.Scenario.MeetingAsync();
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        await transaction.CommitAsync();

        Assert.NotEqual(Guid.Empty, await second.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("3.50.4", false)]
    [InlineData("3.50.6", false)]
    [InlineData("3.50.7", true)]
    [InlineData("3.51.0", false)]
    [InlineData("3.51.2", false)]
    [InlineData("3.51.3", true)]
    [InlineData("3.52.0", true)]
    public void The_versions_with_the_WAL_fault_are_known(string version, bool isMended) => Assert.Equal(isMended, SqliteSafety.HasWalResetFix(Version.Parse(version)));

    [Theory]
    [InlineData("10.0.0", false)]
    [InlineData("10.0.6", false)]
    [InlineData("10.0.7", true)]
    [InlineData("10.0.12", true)]
    [InlineData("11.0.0", true)]
    public void The_runtimes_that_let_cookies_be_forged_are_known(string version, bool isSafe) => Assert.Equal(isSafe, RuntimeSafety.IsSafe(Version.Parse(version)));

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
