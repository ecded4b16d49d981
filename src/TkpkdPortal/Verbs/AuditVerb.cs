using System.CommandLine;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Verbs;

internal static class AuditVerb
{
    public static Command Command()
    {
        var verify = new Command("verify", "Memeriksa rantai audit dari catatan pertama sampai terakhir.");
        verify.SetAction((_, ct) => VerbRun.WithDatabaseAsync(async services =>
        {
            var verdict = await services.GetRequiredService<AuditTrail>().VerifyAsync(services.GetRequiredService<PortalDbContext>(), ct);
            if (verdict.BrokenAt is { } at)
                return await VerbRun.RefuseAsync($"Rantai audit putus pada catatan nomor {Indonesian.Number(at)}; {Indonesian.Number(verdict.Entries)} catatan sebelumnya utuh.");
            Console.WriteLine($"{Indonesian.Number(verdict.Entries)} catatan audit utuh.");
            return VerbRun.Done;
        }, ct));
        return new Command("audit", "Catatan audit.") { verify };
    }
}
