using System.Net;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

/// <summary>In WAL one process has the database file; with the journal TRUNCATE several share it, and never the one beside the other.</summary>
public sealed class OneProcessTests : IDisposable
{
    private const string Busy = "sedang dipakai portal yang berjalan";

    private readonly TempDirectory _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_verb_is_refused_while_the_portal_runs_and_done_after_it_was_killed()
    {
        await using (var portal = await ServedPortal.StartWithAsync(Settings("Wal")))
        {
            foreach (var verb in new string[][] { ["migrate"], ["audit", "verify"], ["user", "add", "baru@uji.invalid", "--role", "analyst", "--area", "62.71"], [] })
            {
                var answer = await Verb.RunWithAsync(verb, Settings("Wal"));

                Assert.Equal((string.Join(' ', verb), 1), (string.Join(' ', verb), answer.ExitCode));
                Assert.Contains(Busy, answer.Error, StringComparison.Ordinal);
            }
            Assert.Contains("SQLite 3.", portal.Log, StringComparison.Ordinal);
            Assert.Contains("journal Wal, one writer at a time", portal.Log, StringComparison.Ordinal);
        }
        (await Verb.RunWithAsync(["migrate"], Settings("Wal"))).Succeeded();
    }

    [Fact]
    public async Task Two_portals_share_a_file_whose_journal_is_truncated_and_keep_one_in_WAL_out()
    {
        await using var first = await ServedPortal.StartWithAsync(Settings("Truncate"));
        var one = first.Visitor().Client;
        await using var second = await ServedPortal.StartWithAsync(Settings("Truncate"));
        var two = second.Visitor().Client;

        foreach (var client in new[] { one, two, one })
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        (await Verb.RunWithAsync(["user", "add", "baru@uji.invalid", "--role", "analyst", "--area", "62.71"], Settings("Truncate"))).Succeeded();
        var answer = await Verb.RunWithAsync(["migrate"], Settings("Wal"));
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(Busy, answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_office["data/portal.db-wal"]));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_the_database()
    {
        (await Verb.RunWithAsync(["migrate"], Settings("Wal"))).Succeeded();

        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in Directory.GetFiles(_office["data"], "portal.db*"))
            Assert.Equal((file, owner), (file, File.GetUnixFileMode(file)));
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(_office["data"]));
        Assert.Equal(owner, File.GetUnixFileMode(_office["keys/sealing-keys.json"]));
    }

    private (string, string?)[] Settings(string journal) =>
        [("Portal__DataDirectory", _office["data"]), ("Portal__KeyDirectory", _office["keys"]), ("Office__AreaCode", "62.71"), ("Database__Journal", journal)];
}
