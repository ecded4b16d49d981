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

    private static void Refused(Verb verb, string reason)
    {
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains(reason, verb.Error, StringComparison.Ordinal);
        Assert.Empty(verb.Output);
    }
}
