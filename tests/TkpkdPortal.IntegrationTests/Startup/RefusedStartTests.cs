using Microsoft.Data.Sqlite;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

/// <summary>A start that would do harm ends with exit code 1 and a sentence that says what to do.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly TempDirectory _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData(null, null, "Portal__DataDirectory dan Portal__KeyDirectory wajib diisi")]
    [InlineData("data", null, "Portal__DataDirectory dan Portal__KeyDirectory wajib diisi")]
    [InlineData(null, "keys", "Portal__DataDirectory dan Portal__KeyDirectory wajib diisi")]
    [InlineData("data", "data/keys", "harus berada di luar Portal__DataDirectory")]
    [InlineData("data", "data", "harus berada di luar Portal__DataDirectory")]
    public async Task Production_names_its_directories_and_keeps_the_keys_apart(string? data, string? keys, string sentence) => Refused(sentence, await ProductionAsync(
        ("Portal__DataDirectory", data is null ? null : _office[data]), ("Portal__KeyDirectory", keys is null ? null : _office[keys])));

    [Fact]
    public async Task Production_takes_no_demo_office() => Refused("Demo__Enabled tidak boleh true di Production",
        await ProductionAsync(("Portal__DataDirectory", _office["data"]), ("Portal__KeyDirectory", _office["keys"]), ("Demo__Enabled", "true")));

    [Fact]
    public async Task Production_refuses_keys_that_everybody_on_the_machine_can_read()
    {
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(_office["keys"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Refused("chmod 700", await ProductionAsync(("Portal__DataDirectory", _office["data"]), ("Portal__KeyDirectory", _office["keys"])));
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Pilih Sqlite atau SqlServer")]
    [InlineData("Database__Provider", "SqlServer", "ConnectionStrings__Portal wajib diisi")]
    [InlineData("Database__Journal", "Memory", "hanya Wal atau Truncate")]
    [InlineData("Office__AreaCode", "64.99", "bukan kode provinsi, kabupaten, atau kota")]
    [InlineData("Office__AreaCode", "64.08.01", "bukan kode provinsi, kabupaten, atau kota")]
    public async Task A_setting_that_means_nothing_is_refused(string name, string value, string sentence) => Refused(sentence, await MigrateAsync((name, value)));

    [Fact]
    public async Task A_database_belongs_to_the_office_that_began_it()
    {
        (await MigrateAsync(("Office__AreaCode", "62.71"))).Succeeded();

        Refused("Basis data ini milik kantor 62.71, bukan 64.08", await MigrateAsync(("Office__AreaCode", "64.08")));
        (await MigrateAsync(("Office__AreaCode", "62.71"))).Succeeded();
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        (await MigrateAsync()).Succeeded();
        Execute("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('29990101000000_FromTheFuture', '99.0')");

        Refused("29990101000000_FromTheFuture", await MigrateAsync());
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_block_the_next()
    {
        (await MigrateAsync()).Succeeded();
        Execute("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL);"
            + "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00+00:00')");

        (await MigrateAsync()).Succeeded();
    }

    private static void Refused(string sentence, Verb answer)
    {
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    private static Task<Verb> ProductionAsync(params (string, string?)[] environment) => Verb.RunWithAsync([], [("ASPNETCORE_ENVIRONMENT", "Production"), .. environment]);

    private Task<Verb> MigrateAsync(params (string, string?)[] environment) =>
        Verb.RunWithAsync(["migrate"], [("Portal__DataDirectory", _office["data"]), .. environment]);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_office["data/portal.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
