using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TkpkdPortal.Data;

namespace TkpkdPortal.Verbs;

internal static class MigrateVerb
{
    public static Command Command()
    {
        var script = new Option<bool>("--script") { Description = "Hanya mencetak skrip SQL Server yang boleh dijalankan berulang; tidak membuka basis data." };
        var command = new Command("migrate", "Membawa basis data SQLite ke versi ini. SQL Server: lihat docs/operations.md.") { script };
        command.SetAction((result, ct) => result.GetValue(script) ? PrintScriptAsync() : VerbRun.WithDatabaseAsync(async services =>
        {
            var applied = await services.GetRequiredService<PortalDbContext>().Database.GetAppliedMigrationsAsync(ct);
            Console.WriteLine($"Basis data pada versi {applied.Last()}.");
            return VerbRun.Done;
        }, ct));
        return command;
    }

    // An office has the published portal, not its sources with the tools of EF.
    private static async Task<int> PrintScriptAsync()
    {
        await using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        await Console.Out.WriteAsync(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
        return VerbRun.Done;
    }
}
