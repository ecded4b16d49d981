using System.Net;
using System.Text.RegularExpressions;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Web;

public sealed partial class SecurityHeaderTests
{
    [Fact]
    public async Task Every_kind_of_answer_carries_the_same_protection()
    {
        await using var portal = TestPortal.StartOnNetwork();
        var household = await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var (personal, kept) = (new List<Page>(), new List<Page>());
        foreach (var (path, status) in new (string, HttpStatusCode)[]
        {
            ("/", HttpStatusCode.OK), ("/keluarga", HttpStatusCode.OK), ($"/keluarga/{household}", HttpStatusCode.OK), ($"/keluarga/{household}/lembar.pdf", HttpStatusCode.OK),
            ("/masuk", HttpStatusCode.Redirect), ("/periksa", HttpStatusCode.Forbidden), ("/tidak-ada", HttpStatusCode.NotFound), ("/lib/tidak-ada.js", HttpStatusCode.NotFound),
            ("/galat/500", HttpStatusCode.InternalServerError), ("/health/ready", HttpStatusCode.OK),
        })
        {
            var answer = await analyst.GetAsync(path);
            Assert.True(answer.StatusCode == status, $"{path}: {(int)answer.StatusCode}");
            personal.Add(answer);
        }
        personal.Add(await portal.Visitor().GetAsync("/masuk"));
        personal.Add(await portal.Visitor().GetAsync("/keluarga"));
        personal.Add(await analyst.PostAsync("/keluarga/cari", [("Name", "BUDI")]));
        personal.Add(await analyst.PostAsync("/keluarga/cari", "/keluar", ("Name", "BUDI")));
        foreach (var file in new[] { "/portal.css", "/portal.js", "/portal.svg", "/lib/bootstrap.min.css" })
            kept.Add(await analyst.GetAsync(file));

        Assert.All(kept, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.All(personal.Concat(kept), Protected);
        Assert.All(personal, answer => Assert.Equal("no-store", Header(answer, "Cache-Control")));
        Assert.Equal(personal.Count + kept.Count, personal.Concat(kept).Select(answer => Nonce().Match(Header(answer, "Content-Security-Policy")).Value).Distinct().Count());
    }

    [Fact]
    public async Task Scripts_run_only_with_the_nonce_of_their_page()
    {
        await using var portal = TestPortal.Start();

        var page = await portal.Visitor().GetAsync("/masuk");

        var nonce = Nonce().Match(Header(page, "Content-Security-Policy")).Groups[1].Value;
        Assert.NotEmpty(page.Document.Scripts);
        Assert.All(page.Document.Scripts, script => Assert.Equal(nonce, script.GetAttribute("nonce")));
        Assert.Empty(page.Document.QuerySelectorAll("[style], style"));
    }

    private static void Protected(Page answer)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Matches(Nonce(), policy);
        Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.False(answer.Response.Headers.Contains("Server"));
        Assert.False(answer.Response.Headers.Contains("X-Powered-By"));
    }

    private static string Header(Page answer, string name) => Assert.Single(answer.Response.Headers.GetValues(name));

    [GeneratedRegex("script-src 'nonce-([A-Za-z0-9+/=]{20,})'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}
