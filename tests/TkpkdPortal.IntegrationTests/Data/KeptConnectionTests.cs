using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>Connections outlive the requests that use them, and nothing of one request is met by the next.</summary>
public sealed class KeptConnectionTests
{
    [Fact]
    public void The_next_scope_finds_the_statement_prepared_and_is_answered_what_it_asks()
    {
        using var folder = new TempDirectory();
        using var shelf = new ConnectionShelf($"Data Source={folder["satu.db"]};Pooling=False");
        var (first, second) = (Ask(shelf, 1), Ask(shelf, 2));

        Assert.Same(first.Connection, second.Connection);
        Assert.Equal((1L, 2L), (first.Answer, second.Answer));
        Assert.True(first.Before < first.After);
        Assert.Equal((first.After, first.After), (second.Before, second.After));
    }

    [Fact]
    public async Task What_a_scope_leaves_uncommitted_is_gone_and_the_next_may_write()
    {
        await using var portal = TestPortal.Start();
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await db.Database.BeginTransactionAsync();
            Assert.True(await db.Opds.ExecuteDeleteAsync() > 0);
        }

        await using var next = portal.Services.CreateAsyncScope();
        var after = next.ServiceProvider.GetRequiredService<PortalDbContext>();
        Assert.True(await after.Opds.AnyAsync());
        await using var transaction = await after.Database.BeginTransactionAsync();
        Assert.Equal(1, await after.Opds.Where(opd => opd.Id == 1).ExecuteUpdateAsync(opd => opd.SetProperty(o => o.Duty, o => o.Duty)));
    }

    /// <summary>One that was never closed may be in the middle of something: it is not handed on.</summary>
    [Fact]
    public async Task A_connection_left_open_is_closed_in_earnest()
    {
        await using var portal = TestPortal.Start();
        SqliteConnection left;
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            left = scope.ServiceProvider.GetRequiredService<LentConnection>().Connection;
            left.Open();
        }

        await using var next = portal.Services.CreateAsyncScope();
        Assert.NotSame(left, next.ServiceProvider.GetRequiredService<LentConnection>().Connection);
        Assert.Null(left.Handle);
    }

    private static (KeptConnection Connection, long? Answer, int Before, int After) Ask(ConnectionShelf shelf, long asked)
    {
        using var lent = new LentConnection(shelf);
        var connection = lent.Connection;
        connection.Open();
        var before = BytesOfStatements(connection);
        using var fresh = connection.CreateCommand();
        fresh.CommandText = "SELECT $asked";
        fresh.Parameters.AddWithValue("$asked", asked);
        long? answer;
        using (var command = connection.Prepared(fresh))
            answer = (long?)command.ExecuteScalar();
        connection.Close();
        return (connection, answer, before, BytesOfStatements(connection));
    }

    private static int BytesOfStatements(SqliteConnection connection)
    {
        const int Statements = 3;
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_status(connection.Handle!, Statements, out var bytes, out _, resetFlg: 0));
        return bytes;
    }
}
