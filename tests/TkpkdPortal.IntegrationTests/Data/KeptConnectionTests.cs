using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Features.Households;
using TkpkdPortal.Security;
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

    /// <summary>SQLite would plan anew for each value that is compared with an indexed column, and read all the SQL again for it.</summary>
    [Fact]
    public async Task Other_values_do_not_make_a_statement_be_read_again()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.Database.OpenConnectionAsync();
            using var command = (SqliteCommand)HouseholdRow.From(db, db.Households.In(AreaCode.Parse("62.71.04")).OrderBy(h => h.AreaCode).ThenBy(h => h.Id).Take(25)).CreateDbCommand();
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(((SqliteConnection)command.Connection!).Handle!, command.CommandText, out var statement));
            using (statement)
            {
                for (var asking = 0; asking < 3; asking++)
                {
                    foreach (SqliteParameter parameter in command.Parameters)
                        Bind(statement, parameter, asking);
                    Assert.True(raw.sqlite3_step(statement) is raw.SQLITE_ROW or raw.SQLITE_DONE);
                    raw.sqlite3_reset(statement);
                }
                const int Repreparations = 5;
                Assert.Equal(0, raw.sqlite3_stmt_status(statement, Repreparations, resetFlg: 0));
            }
            return true;
        });
    }

    /// <summary>The database knows no decimal numbers; what EF Core adds for them is there on a connection that is lent as well.</summary>
    [Fact]
    public async Task Amounts_are_compared_and_added_by_the_database()
    {
        await using var portal = TestPortal.Start();
        await using var scope = portal.Services.CreateAsyncScope();
        var programs = scope.ServiceProvider.GetRequiredService<PortalDbContext>().AidPrograms;

        Assert.Equal(0, await programs.Where(program => program.UnitCost > 1.5m).SumAsync(program => program.UnitCost ?? 0));
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

    private static void Bind(sqlite3_stmt statement, SqliteParameter parameter, int asking)
    {
        var index = raw.sqlite3_bind_parameter_index(statement, parameter.ParameterName);
        if (parameter.Value is string text)
            raw.sqlite3_bind_text(statement, index, asking == 0 ? text : $"{text}{asking}");
        else
            raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(parameter.Value, CultureInfo.InvariantCulture) + asking);
    }

    private static int BytesOfStatements(SqliteConnection connection)
    {
        const int Statements = 3;
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_status(connection.Handle!, Statements, out var bytes, out _, resetFlg: 0));
        return bytes;
    }
}
