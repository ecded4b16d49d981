using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;

namespace TkpkdPortal.Verbs;

internal static class MigrateVerb
{
    public static Command Command()
    {
        var command = new Command("migrate", "Membawa basis data SQLite ke versi ini. SQL Server: lihat docs/operations.md.");
        command.SetAction((_, ct) => VerbRun.WithDatabaseAsync(async services =>
        {
            var applied = await services.GetRequiredService<PortalDbContext>().Database.GetAppliedMigrationsAsync(ct);
            Console.WriteLine($"Basis data pada versi {applied.Last()}.");
            return VerbRun.Done;
        }, ct));
        return command;
    }
}
