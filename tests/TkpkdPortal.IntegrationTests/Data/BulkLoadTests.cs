using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>What makes a large load fast changes nothing of what is stored, and nothing of the database that it leaves.</summary>
public sealed class BulkLoadTests
{
    private const string Office = "64.08";

    public static TheoryData<object> Values => [1L, 0, (short)-7, (byte)255, true, false, 2.5, "", "Rt 03 — ‘é’", new string('n', 600), new string('é', 70_000), Guid.Parse("01a21bf6-98f6-7f15-bf23-c8f53dd13e56"),
        new DateOnly(1980, 2, 29), new DateTime(2026, 11, 27, 7, 5, 9, DateTimeKind.Utc).AddTicks(1_230_000), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), 1_250_000.50m, Array.Empty<byte>(), new byte[] { 0, 255, 7 },
        long.MinValue, long.MinValue + 1, long.MaxValue];

    [Theory, MemberData(nameof(Values))]
    public void A_value_is_bound_as_the_provider_binds_it(object value)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE TABLE stored (value)");
        using (var statement = new BoundStatement(connection.Handle!, "INSERT INTO stored VALUES (?)", 1))
        {
            // Twice, and once more after nothing: a parameter that keeps its value is not bound again.
            foreach (var bound in new[] { value, value, null, null, value })
            {
                if (bound is null)
                    statement.BindNull(1);
                else
                    typeof(BoundStatement).GetMethod(nameof(BoundStatement.Bind), [typeof(int), bound.GetType()])!.Invoke(statement, [1, bound]);
                statement.Run();
            }
        }
        var expected = Texts(connection, "SELECT typeof($value) || ' ' || hex($value) || ' ' || quote($value)", value).Single();

        Assert.Equal([expected, expected, "null  NULL", "null  NULL", expected], Texts(connection, "SELECT typeof(value) || ' ' || hex(value) || ' ' || quote(value) FROM stored ORDER BY rowid"));
    }

    [Fact]
    public async Task Indexes_that_a_killed_load_had_put_aside_are_there_again_word_for_word_when_the_database_is_opened_next()
    {
        using var folder = new TempDirectory();
        IReadOnlyList<string> before, during;
        await using (var portal = await StartedAsync(folder["data"]))
        {
            before = Indexes(folder["data"]);
            await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services => await LateIndexes.PutAsideAsync(services.GetRequiredService<PortalDbContext>(), default));
            during = Indexes(folder["data"]);
        }
        await (await StartedAsync(folder["data"])).DisposeAsync();

        Assert.Equal(before, Indexes(folder["data"]));
        Assert.Equal(4, before.Except(during).Count());
        Assert.Empty(Texts(folder["data"], "SELECT name FROM sqlite_master WHERE name = '__IndexesPutAside'"));
    }

    [Fact]
    public async Task A_load_that_had_indexes_put_aside_leaves_them_and_finds_its_families_by_them()
    {
        using var folder = new TempDirectory();
        await using var portal = await StartedAsync(folder["data"]);
        var before = Indexes(folder["data"]);
        await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services => await LateIndexes.PutAsideAsync(services.GetRequiredService<PortalDbContext>(), default));
        // More than go into one statement, and some besides.
        var families = Enumerable.Range(1, 37).Select(n => new FamilyRow($"64082300{n:0000}", "6408032001") { HeadName = $"SITI KE{(char)('A' + (n % 26))}", Nik = $"640899410180{n:0000}", BirthDate = "1980-01-01" });

        await portal.Scenario.ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15)), FamiliesFile.Of(families));

        Assert.Equal(before, Indexes(folder["data"]));
        Assert.Equal(["37"], Texts(folder["data"], "SELECT CAST(COUNT(*) AS TEXT) FROM NameTokens INDEXED BY IX_NameTokens_Word_AreaCode_HouseholdId WHERE Word = 'SITI'"));
        Assert.Equal(["ok"], Texts(folder["data"], "PRAGMA integrity_check"));
    }

    [Fact]
    public void No_two_numbers_are_sealed_with_one_nonce_whoever_seals_them()
    {
        var sealer = new Sealer(SealingKeys.Ephemeral());
        var row = Guid.CreateVersion7();
        var envelopes = new byte[4_000][];
        Parallel.For(0, envelopes.Length, i => envelopes[i] = sealer.Seal("6408990101800001", SealedField.PersonNik, row));

        Assert.Equal(envelopes.Length, envelopes.Select(envelope => Convert.ToHexString(envelope.AsSpan(2, 12))).Distinct().Count());
        Assert.All(envelopes, envelope => Assert.Equal("6408990101800001", sealer.Open(envelope, SealedField.PersonNik, row)));
    }

    // A portal opens its database when it is first asked for anything.
    private static async Task<TestPortal> StartedAsync(string data)
    {
        var portal = TestPortal.StartOn(data, Office);
        Assert.True(await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Opds.AnyAsync()));
        return portal;
    }

    private static List<string> Indexes(string data) => Texts(data, "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE type = 'index' ORDER BY name");

    private static List<string> Texts(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Texts(connection, sql);
    }

    private static List<string> Texts(SqliteConnection connection, string sql, object? value = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
            command.Parameters.AddWithValue("$value", value);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
