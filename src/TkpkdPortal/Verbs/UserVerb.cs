using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Verbs;

internal static class UserVerb
{
    public static Command Command() => new("user", "Akun pengguna.") { Add(), Disable(), Enable(), Reset() };

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
            return Ready(result.GetRequiredValue(email), link);
        }, ct));
        return command;
    }

    private static Command Disable() => Step("disable", "Menutup akun; semua sesinya berakhir.", async (accounts, user, ct) =>
        await accounts.CloseAsync(user, ct) is { IsAccepted: false } refused ? await VerbRun.RefuseAsync(refused.Refusal!) : Say($"Akun {user.Email} ditutup."));

    private static Command Enable() => Step("enable", "Membuka lagi akun yang ditutup.", async (accounts, user, ct) =>
        await accounts.ReopenAsync(user, ct) is { IsAccepted: false } refused ? await VerbRun.RefuseAsync(refused.Refusal!) : Say($"Akun {user.Email} dibuka lagi."));

    private static Command Reset() => Step("reset", "Mengganti kata sandi dengan tautan sekali pakai yang baru; semua sesinya berakhir.", async (accounts, user, ct) =>
    {
        var (outcome, link) = await accounts.RenewAsync(user, ct);
        return outcome.IsAccepted ? Ready(user.Email!, link) : await VerbRun.RefuseAsync(outcome.Refusal!);
    });

    private static Command Step(string name, string description, Func<Accounts, PortalUser, CancellationToken, Task<int>> step)
    {
        var email = new Argument<string>("EMAIL");
        var command = new Command(name, description) { email, VerbRun.AsOption };
        command.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ManageUsers, async services =>
            await services.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync(result.GetRequiredValue(email)) is { } user
                ? await step(services.GetRequiredService<Accounts>(), user, ct)
                : await VerbRun.RefuseAsync($"Akun {result.GetRequiredValue(email)} tidak ada."), ct));
        return command;
    }

    private static int Ready(string email, string? link) => Say(link is null
        ? $"Akun {email} siap; kata sandinya tetap. Tautan baru: user reset."
        : $"Akun {email} siap. Tautan sekali pakai (berlaku {AccessSetup.SetupLinkLength.TotalHours:0} jam):{Environment.NewLine}{link}");

    private static int Say(string sentence)
    {
        Console.WriteLine(sentence);
        return VerbRun.Done;
    }
}
