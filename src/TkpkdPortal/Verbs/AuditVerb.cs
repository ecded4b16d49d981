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
            var reached = services.GetRequiredService<AuditAnchor>().Read();
            var verdict = await services.GetRequiredService<AuditTrail>().VerifyAsync(services.GetRequiredService<PortalDbContext>(), ct, reached);
            if (reached?.Sequence > verdict.Entries && verdict.BrokenAt == verdict.Entries + 1)
            {
                return await VerbRun.RefuseAsync($"Catatan audit yang utuh berakhir pada nomor {Indonesian.Number(verdict.Entries)}, padahal pernah sampai nomor {Indonesian.Number(reached.Sequence)}. "
                    + "Bagian akhirnya hilang atau diubah, atau ini bukan basis data yang semula.");
            }
            if (verdict.BrokenAt is { } at)
                return await VerbRun.RefuseAsync($"Rantai audit putus pada catatan nomor {Indonesian.Number(at)}; {Indonesian.Number(verdict.Entries)} catatan sebelumnya utuh.");
            if (reached is null)
                return await VerbRun.RefuseAsync($"{Indonesian.Number(verdict.Entries)} catatan audit utuh, tetapi jangkarnya ({AuditAnchor.FileName}) tidak ada di direktori kunci: akhir yang hilang tidak akan terlihat.");
            Console.WriteLine($"{Indonesian.Number(verdict.Entries)} catatan audit utuh.");
            return VerbRun.Done;
        }, ct));
        return new Command("audit", "Catatan audit.") { verify };
    }
}
