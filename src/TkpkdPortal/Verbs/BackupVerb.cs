using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkdPortal.Backups;

namespace TkpkdPortal.Verbs;

/// <summary>
/// Backup, its verification and its restoration. They act for whoever may read the data directory and the keys on this machine, not for an
/// account: a backup reads, and has to work while the portal holds the database.
/// </summary>
internal static class BackupVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Command()
    {
        var verify = Make("verify", "Memulihkan cadangan ke tempat sementara dan membuktikan isinya.", (desk, directory, keys, ct) => desk.VerifyAsync(directory, keys, Environment.UserName, ct));
        var backup = Make("backup", "Mencadangkan basis data dan berkas, juga selagi portal berjalan; kunci ke direktori terpisah.",
            (desk, directory, keys, ct) => desk.MakeAsync(directory, keys, Environment.UserName, ct));
        backup.Add(verify);
        return backup;
    }

    public static Command RestoreCommand() => Make("restore", "Memulihkan cadangan ke direktori data yang masih kosong.",
        (desk, directory, keys, ct) => desk.RestoreAsync(directory, keys, Environment.UserName, ct));

    private static Command Make(string name, string description, Func<BackupDesk, string, string, CancellationToken, Task<BackupReport>> work)
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "Direktori cadangan." };
        var keys = new Option<DirectoryInfo>("--keys") { Required = true, Description = "Direktori kunci cadangan, terpisah dari DIR." };
        var json = new Option<bool>("--json") { Description = "Jawaban sebagai satu objek JSON." };
        var command = new Command(name, description) { directory, keys, json };
        command.SetAction((result, ct) => VerbRun.WithoutDatabaseAsync(async services =>
        {
            var report = await work(services.GetRequiredService<BackupDesk>(), result.GetRequiredValue(directory).FullName, result.GetRequiredValue(keys).FullName, ct);
            Console.WriteLine(result.GetValue(json) ? JsonSerializer.Serialize(report, Json) : report.Sentence);
            return VerbRun.Done;
        }));
        return command;
    }
}
