using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>The audit can be added to and nothing else; whoever goes round the database's refusal is found out.</summary>
public sealed class AuditChainTests(AuditChainTests.Office office) : IClassFixture<AuditChainTests.Office>
{
    private const string Rewind = "UPDATE AuditHeads SET Sequence = (SELECT MAX(Sequence) FROM AuditEntries), Hash = (SELECT Hash FROM AuditEntries ORDER BY Sequence DESC LIMIT 1);";

    // Two steps, since the numbers are unique while they move.
    private const string ShiftUp = "UPDATE AuditEntries SET Sequence = -Sequence - 1 WHERE Sequence > 3; UPDATE AuditEntries SET Sequence = -Sequence WHERE Sequence < 0;";
    private const string ShiftDown = "UPDATE AuditEntries SET Sequence = 1 - Sequence WHERE Sequence > 3; UPDATE AuditEntries SET Sequence = -Sequence WHERE Sequence < 0;";

    [Theory]
    [InlineData("UPDATE AuditEntries SET Actor = 'orang lain'")]
    [InlineData("DELETE FROM AuditEntries")]
    public void The_database_refuses_to_change_or_remove_a_line(string sql) =>
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => office.Run(sql)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_untouched_chain_is_whole()
    {
        var verdict = await office.VerifyAsync();

        Assert.Null(verdict.BrokenAt);
        Assert.True(verdict.Entries > 5);
    }

    [Theory]
    [InlineData("a changed letter", "UPDATE AuditEntries SET Actor = 'X' || substr(Actor, 2) WHERE Sequence = 3;", 3)]
    [InlineData("a changed field with a new place for it", "UPDATE AuditEntries SET Subject = Actor WHERE Sequence = 3;", 3)]
    [InlineData("a line gone from the middle", "DELETE FROM AuditEntries WHERE Sequence = 3;", 3)]
    [InlineData("a line gone and the rest renumbered", "DELETE FROM AuditEntries WHERE Sequence = 3; " + ShiftDown + Rewind, 3)]
    [InlineData("two lines swapped", "UPDATE AuditEntries SET Sequence = -1 WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = 3 WHERE Sequence = 4; UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = -1;", 3)]
    [InlineData("a line put in", ShiftUp + "INSERT INTO AuditEntries (Sequence, At, Actor, UserId, Action, Subject, SubjectId, AreaCode, ChangeSetId, Detail, TraceId, PreviousHash, Hash) "
        + "SELECT 4, At, Actor, UserId, Action, Subject, SubjectId, AreaCode, ChangeSetId, Detail, TraceId, PreviousHash, Hash FROM AuditEntries WHERE Sequence = 3;" + Rewind, 4)]
    [InlineData("the end cut off", "DELETE FROM AuditEntries WHERE Sequence > 4;", 5)]
    [InlineData("the end cut off and the head moved back", "DELETE FROM AuditEntries WHERE Sequence > 4; " + Rewind, 5)]
    [InlineData("everything gone", "DELETE FROM AuditEntries; UPDATE AuditHeads SET Sequence = 0, Hash = zeroblob(32);", 1)]
    public async Task Whatever_is_done_to_the_chain_is_found(string what, string sql, long brokenAt)
    {
        office.Tamper(sql);

        var verdict = await office.VerifyAsync();

        Assert.True(verdict.BrokenAt == brokenAt, $"{what}: {verdict}");
        office.Restore();
        Assert.Null((await office.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task A_line_that_was_rolled_back_moves_no_anchor()
    {
        await office.Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await using (await db.Database.BeginTransactionAsync())
                await db.Changes.RecordAsync(db, "Rule.Refused");
            await using var other = await db.Database.BeginTransactionAsync();
            await other.CommitAsync();
            return 0;
        });

        Assert.Null((await office.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task The_operator_is_told_that_the_end_is_missing()
    {
        using var data = new TempDirectory();
        (await Verb.RunAsync(data["data"], "62.71", "user", "add", "lurah@uji.invalid", "--role", "village-head", "--area", "62.71.04.1004")).Succeeded();
        Assert.Contains("utuh", (await Verb.RunAsync(data["data"], "62.71", "audit", "verify")).Succeeded().Output, StringComparison.Ordinal);
        File.Move(Path.Combine(data["data"], "keys", AuditAnchor.FileName), data["away"]);
        Assert.Contains("jangkarnya", (await Verb.RunAsync(data["data"], "62.71", "audit", "verify")).Error, StringComparison.Ordinal);
        File.Move(data["away"], Path.Combine(data["data"], "keys", AuditAnchor.FileName));
        Office.Run(data["data"], "DROP TRIGGER AuditEntries_NoDelete; DELETE FROM AuditEntries WHERE Sequence > 2; " + Rewind);

        var verdict = await Verb.RunAsync(data["data"], "62.71", "audit", "verify");

        Assert.Equal(1, verdict.ExitCode);
        Assert.Contains("berakhir pada nomor 2", verdict.Error, StringComparison.Ordinal);
    }

    public sealed class Office : IAsyncLifetime
    {
        public TestPortal Portal { get; } = TestPortal.Start();

        public async Task InitializeAsync()
        {
            await Portal.Scenario.HouseholdInAsync("62.71.04.1004");
            await Portal.SignInAsync(await Portal.Scenario.AccountAsync(Role.Analyst));
        }

        public async Task DisposeAsync() => await Portal.DisposeAsync();

        public async Task<AuditVerdict> VerifyAsync()
        {
            await using var scope = Portal.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AuditTrail>().VerifyAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), default, scope.ServiceProvider.GetRequiredService<AuditAnchor>().Read());
        }

        public void Run(string sql) => Run(Portal.DataDirectory, sql);

        public static void Run(string dataDirectory, string sql)
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "portal.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        /// <summary>As somebody would who has the file and knows SQL, keeping a copy to put back.</summary>
        public void Tamper(string sql) => Run("DROP TRIGGER AuditEntries_NoUpdate; DROP TRIGGER AuditEntries_NoDelete; CREATE TABLE Kept AS SELECT * FROM AuditEntries; CREATE TABLE KeptHead AS SELECT * FROM AuditHeads; " + sql);

        public void Restore() => Run("DELETE FROM AuditEntries; INSERT INTO AuditEntries SELECT * FROM Kept; DELETE FROM AuditHeads; INSERT INTO AuditHeads SELECT * FROM KeptHead; DROP TABLE Kept; DROP TABLE KeptHead; "
            + "CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END; "
            + "CREATE TRIGGER AuditEntries_NoDelete BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;");
    }
}
