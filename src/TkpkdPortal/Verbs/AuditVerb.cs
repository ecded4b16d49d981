using System.CommandLine;
using TkpkdPortal.Data.History;

namespace TkpkdPortal.Verbs;

internal static class AuditVerb
{
    public static Command Command()
    {
        var verify = new Command("verify", "Memeriksa rantai audit dari catatan pertama sampai terakhir.");
        verify.SetAction((_, ct) => VerbRun.WithDatabaseAsync(async services =>
        {
            var found = await services.GetRequiredService<AuditCheck>().RunAsync(ct);
            if (found.Fault is { } fault)
                return await VerbRun.RefuseAsync(fault);
            Console.WriteLine(found.Sentence);
            return VerbRun.Done;
        }, ct));
        return new Command("audit", "Catatan audit.") { verify };
    }
}
