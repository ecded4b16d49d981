using System.CommandLine;

namespace TkpkdPortal.Verbs;

/// <summary>The verbs of the one executable. Without a verb, or with <c>serve</c>, it runs the portal.</summary>
public static class VerbTable
{
    private const int WrongUsage = 2;

    private static readonly string[] Names = ["migrate", "demo", "import", "doubles", "compare", "report", "user", "backup", "restore", "audit", "help", "--help", "-h", "-?"];

    public static bool Find(string[] args) => args is [var first, ..] && (Names.Contains(first) || (first == "serve" && args.Skip(1).Any(arg => arg is "--help" or "-h")));

    public static async Task<int> RunAsync(string[] args)
    {
        var result = Root().Parse(args[0] == "help" ? ["--help"] : args);
        if (result.Errors.Count == 0)
            return await result.InvokeAsync();
        foreach (var error in result.Errors)
            await Console.Error.WriteLineAsync(UsageWords.InIndonesian(error.Message));
        await Console.Error.WriteLineAsync("Tambahkan --help untuk melihat cara pakainya.");
        return WrongUsage;
    }

    private static RootCommand Root() => new("Portal TKPKD. Tanpa perintah, portal dijalankan di http://localhost:5080.")
    {
        new Command("serve", "Menjalankan portal (bawaan). Pengaturan: --urls, dan variabel lingkungan di docs/operations.md."),
        MigrateVerb.Command(),
        DemoVerb.Command(),
        ImportVerb.Command(),
        DoublesVerb.Command(),
        CompareVerb.Command(),
        ReportVerb.Command(),
        UserVerb.Command(),
        BackupVerb.Command(),
        BackupVerb.RestoreCommand(),
        AuditVerb.Command(),
    };
}
