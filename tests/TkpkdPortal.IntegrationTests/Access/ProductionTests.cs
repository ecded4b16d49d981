using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

public sealed class ProductionTests
{
    [Fact]
    public async Task A_new_office_has_no_account_that_anybody_could_sign_in_with()
    {
        await using var portal = TestPortal.StartInProduction();

        var users = await portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => services.GetRequiredService<PortalDbContext>().Users.AsNoTracking().ToListAsync());

        var console = Assert.Single(users);
        Assert.True(console.IsConsole);
        Assert.Null(console.PasswordHash);
    }

    [Fact]
    public async Task Every_answer_asks_for_https_and_every_cookie_holds_to_it()
    {
        await using var portal = TestPortal.StartInProduction();
        var account = await portal.Scenario.AccountAsync(Role.Analyst);
        var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/masuk");
        var signedIn = await page.SubmitAsync("form", ("Email", account.Email), ("Password", Account.Password));

        foreach (var answer in new[] { page, signedIn, await visitor.GetAsync("/"), await visitor.GetAsync("/portal.css"), await visitor.GetAsync("/tidak-ada"), await visitor.GetAsync("/periksa") })
            Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Response.Headers.GetValues("Strict-Transport-Security")));
        var cookies = new[] { page, signedIn }.SelectMany(answer => answer.Response.Headers.GetValues("Set-Cookie")).ToList();
        Assert.True(cookies.Count >= 2);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.All(["secure", "httponly", "path=/", "samesite="], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Plain_http_is_answered_with_a_sentence_and_the_same_headers()
    {
        await using var portal = TestPortal.StartInProduction();

        var answer = await portal.Visitor().GetAsync("http://portal.uji.invalid/masuk");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("HTTPS", answer.Source, StringComparison.Ordinal);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
