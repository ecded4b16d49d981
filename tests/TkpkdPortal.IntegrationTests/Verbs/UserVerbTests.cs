using System.Text.RegularExpressions;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Verbs;

public sealed class UserVerbTests
{
    [Fact]
    public async Task An_operator_opens_and_closes_accounts_and_never_learns_a_password()
    {
        using var data = new TempDirectory();
        Task<Verb> Run(params string[] arguments) => Verb.RunAsync(data["data"], "62.71", arguments);

        var added = (await Run("user", "add", "lurah@uji.invalid", "--role", "village-head", "--area", "62.71.04.1004")).Succeeded();
        Assert.Matches(new Regex("/akun/siapkan/[0-9a-f-]{36}\\?kode=", RegexOptions.None, TimeSpan.FromSeconds(1)), added.Output);

        Refused(await Run("user", "add", "camat@uji.invalid", "--role", "village-head", "--area", "62.71.04"), "tidak berlaku untuk tingkat wilayah");
        Refused(await Run("user", "add", "jauh@uji.invalid", "--role", "village-head", "--area", "64.08.01.2003"), "tidak ada di Kota Palangka Raya");
        Refused(await Run("user", "add", "opd@uji.invalid", "--role", "opd", "--area", "62.71"), "OPD");
        Refused(await Run("user", "add", "a@uji.invalid", "--role", "analyst", "--area", "62.71", "--as", "lurah@uji.invalid"), "tidak memegang tugas");
        Refused(await Run("user", "disable", "operator-konsol@konsol.invalid"), "konsol");
        Refused(await Run("user", "disable", "tidak-ada@uji.invalid"), "tidak ada");
        (await Run("user", "disable", "lurah@uji.invalid")).Succeeded();

        Assert.Equal(2, (await Run("user", "add", "x@uji.invalid", "--role", "raja", "--area", "62.71")).ExitCode);
        Assert.Equal(2, (await Run("user", "add", "x@uji.invalid", "--role", "analyst")).ExitCode);
        Assert.Equal(2, (await Run("user", "add", "x@uji.invalid", "--role", "analyst", "--area", "62.71", "--password", "rotan-hulu-dermaga-83")).ExitCode);
    }

    [Fact]
    public async Task An_operator_who_acts_as_an_admin_of_one_regency_gives_nothing_outside_it()
    {
        using var data = new TempDirectory();
        Task<Verb> Run(params string[] arguments) => Verb.RunAsync(data["data"], "64", arguments);
        (await Run("user", "add", "admin@uji.invalid", "--role", "admin", "--area", "64.08")).Succeeded();
        (await Run("user", "add", "provinsi@uji.invalid", "--role", "analyst", "--area", "64")).Succeeded();

        (await Run("user", "add", "lurah@uji.invalid", "--role", "village-head", "--area", "64.08.01.2003", "--as", "admin@uji.invalid")).Succeeded();
        Refused(await Run("user", "add", "jauh@uji.invalid", "--role", "village-head", "--area", "64.72.01.1001", "--as", "admin@uji.invalid"), "di luar wilayah yang Anda kelola");
        Refused(await Run("user", "add", "provinsi@uji.invalid", "--role", "analyst", "--area", "64.08", "--as", "admin@uji.invalid"), "di luar wilayah yang Anda kelola");
        Refused(await Run("user", "reset", "provinsi@uji.invalid", "--as", "admin@uji.invalid"), "di luar wilayah yang Anda kelola");
        Refused(await Run("user", "add", "admin@uji.invalid", "--role", "analyst", "--area", "64.08", "--as", "admin@uji.invalid"), "diurus admin lain");
        (await Run("user", "disable", "lurah@uji.invalid", "--as", "admin@uji.invalid")).Succeeded();
        (await Run("user", "enable", "lurah@uji.invalid")).Succeeded();
        Assert.Contains("/akun/siapkan/", (await Run("user", "reset", "lurah@uji.invalid")).Succeeded().Output, StringComparison.Ordinal);
    }

    private static void Refused(Verb verb, string reason)
    {
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains(reason, verb.Error, StringComparison.Ordinal);
        Assert.Empty(verb.Output);
    }
}
