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
    public async Task The_next_scope_finds_the_statement_prepared_and_answers_what_it_is_asked()
    {
        await using var portal = TestPortal.Start();
        var (first, second) = (await NamesAsync(portal, 1), await NamesAsync(portal, 2));

        Assert.Same(first.Connection, second.Connection);
        Assert.Equal((1, 2), (first.Names, second.Names));
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

    private static async Task<(SqliteConnection Connection, int Names, int Before, int After)> NamesAsync(TestPortal portal, int count)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var before = BytesOfStatements(connection);
        var names = await db.Opds.Where(opd => opd.Id <= count).Select(opd => opd.Name).ToListAsync();
        return (connection, names.Count, before, BytesOfStatements(connection));
    }

    private static int BytesOfStatements(SqliteConnection connection)
    {
        const int Statements = 3;
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_status(connection.Handle!, Statements, out var bytes, out _, resetFlg: 0));
        return bytes;
    }
}
