using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Web;

/// <summary>What a browser may keep of the portal on a phone.</summary>
public sealed class PhoneShellTests
{
    [Fact]
    public async Task The_shell_is_the_same_for_everybody_and_alone_may_start_a_worker_and_read_the_position()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync("62.71.04.1004", "SITI RAHASIA");
        var account = await portal.Scenario.AccountAsync(Role.Enumerator, "62.71.04.1004");
        var stranger = await portal.Visitor().GetAsync("/lapangan");
        var petugas = await (await portal.SignInAsync(account)).GetAsync("/lapangan");
        var other = await portal.Visitor().GetAsync("/masuk");

        Assert.Equal(WithoutNonce(stranger), WithoutNonce(petugas));
        Assert.DoesNotContain("RAHASIA", petugas.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Email, petugas.Source, StringComparison.Ordinal);
        Assert.Contains("worker-src 'self'", Header(petugas, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=(self)", Header(petugas, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("worker-src", Header(other, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=()", Header(other, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_the_worker_keeps_is_there_for_a_stranger()
    {
        await using var portal = TestPortal.Start();
        var visitor = portal.Visitor();
        var worker = await visitor.GetAsync("/sw.js");
        var list = worker.Source.Split('\n')[0]["const kept = ".Length..].TrimEnd(';');
        var files = JsonDocument.Parse(list).RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();

        Assert.Equal("text/javascript", worker.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/lapangan/app.js", files);
        Assert.DoesNotContain("/lapangan/worker.js", files);
        foreach (var file in files)
            Assert.Equal((file, HttpStatusCode.OK), (file, (await visitor.GetAsync(file)).StatusCode));
    }

    [Fact]
    public async Task The_app_installs_under_the_name_of_the_office()
    {
        await using var portal = TestPortal.Start();
        var manifest = await portal.Visitor().GetAsync("/manifest.webmanifest");

        Assert.Equal("application/manifest+json", manifest.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Kunjungan TKPK Kota Palangka Raya", JsonDocument.Parse(manifest.Source).RootElement.GetProperty("name").GetString());
    }

    // As it is written into the page, where a plus is encoded.
    private static string WithoutNonce(Page page) => page.Source.Replace(HtmlEncoder.Default.Encode(page.Document.Scripts[0].GetAttribute("nonce")!), "", StringComparison.Ordinal);

    private static string Header(Page page, string name) => Assert.Single(page.Response.Headers.GetValues(name));
}
