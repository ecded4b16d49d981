using System.CommandLine;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Verbs;

internal static class UserVerb
{
    public static Command Command() => new("user", "Akun pengguna.") { Add(), Disable() };

    private static Command Add()
    {
        var email = new Argument<string>("EMAIL");
        var role = new Option<string>("--role") { Required = true, Description = "Peran." };
        role.AcceptOnlyFromAmong([.. Roles.Codes.All.Select(Roles.Codes.Label)]);
        var area = new Option<string>("--area") { Required = true, Description = "Kode wilayah Kemendagri penugasan." };
        var name = new Option<string?>("--name") { Description = "Nama lengkap." };
        var opd = new Option<string?>("--opd") { Description = "Singkatan OPD, untuk peran opd." };
        var command = new Command("add", "Menambah akun atau tugas, dan mencetak tautan sekali pakai untuk memilih kata sandi.") { email, role, area, name, opd, VerbRun.AsOption };
        command.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ManageUsers, async services =>
        {
            if (!AreaCode.TryParse(result.GetRequiredValue(area), out var code) || !Roles.Codes.TryRead(result.GetRequiredValue(role), out var parsed))
                return await VerbRun.RefuseAsync($"Kode wilayah {result.GetRequiredValue(area)} tidak terbaca. Contoh: 64.08.01.2003.");
            var accounts = services.GetRequiredService<Accounts>();
            var (outcome, link) = await accounts.AddAsync(new NewAccount(result.GetRequiredValue(email), parsed, code) { FullName = result.GetValue(name), Opd = result.GetValue(opd) }, ct);
            if (!outcome.IsAccepted)
                return await VerbRun.RefuseAsync(outcome.Refusal!);
            Console.WriteLine($"Akun {result.GetRequiredValue(email)} siap. Tautan sekali pakai (berlaku {AccessSetup.SetupLinkLength.TotalHours:0} jam):");
            Console.WriteLine(link);
            return VerbRun.Done;
        }, ct));
        return command;
    }

    private static Command Disable()
    {
        var email = new Argument<string>("EMAIL");
        var command = new Command("disable", "Menutup akun; semua sesinya berakhir.") { email, VerbRun.AsOption };
        command.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ManageUsers, async services =>
        {
            var outcome = await services.GetRequiredService<Accounts>().DisableAsync(result.GetRequiredValue(email), ct);
            if (!outcome.IsAccepted)
                return await VerbRun.RefuseAsync(outcome.Refusal!);
            Console.WriteLine($"Akun {result.GetRequiredValue(email)} ditutup.");
            return VerbRun.Done;
        }, ct));
        return command;
    }
}
