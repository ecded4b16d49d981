using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", SecondVillage = "62.71.04.1005", ThirdVillage = "62.71.04.1006";

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;

    public SessionTests() => _portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        var (visitor, cookie) = await SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        Assert.Equal(HttpStatusCode.OK, (await WithCookieAsync(cookie)).StatusCode);

        await visitor.PostAsync("/keluar", "/keluar");

        Assert.StartsWith("http://localhost/masuk?kembali=", (await WithCookieAsync(cookie)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_over_a_session_that_was_left_open_does_not_hand_it_on()
    {
        var (left, copied) = await SignInAsync(await _portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var head = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);

        Assert.Equal("/", (await left.GetAsync("/masuk")).Location);
        var refused = await left.PostAsync("/masuk", "/keluar", ("Email", head.Email), ("Password", Account.Password));

        Assert.Equal("/masuk", refused.Location);
        Assert.Contains("/masuk", (await WithCookieAsync(copied)).Location, StringComparison.Ordinal);
        var accepted = await (await left.GetAsync("/masuk")).SubmitAsync("form", ("Email", head.Email), ("Password", Account.Password));
        Assert.Equal("/", accepted.Location);
        Assert.Contains("/masuk", (await WithCookieAsync(copied)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_it_began_however_busy_it_was()
    {
        var visitor = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        for (var hour = 1; hour < 12; hour++)
        {
            _clock.Pass(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        }

        _clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_is_out_within_a_minute_and_cannot_come_back()
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        var (visitor, cookie) = await SignInAsync(account);

        await _portal.Scenario.DisableAsync(account);
        _clock.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await WithCookieAsync(cookie)).StatusCode);
        var again = await (await visitor.GetAsync("/masuk")).SubmitAsync("form", ("Email", account.Email), ("Password", Account.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task An_assignment_counts_from_its_first_day_to_its_last()
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        var visitor = await _portal.SignInAsync(account);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/keluarga")).StatusCode);

        await _portal.Scenario.EndAssignmentsAsync(account);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/keluarga")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_lurah_who_stands_in_for_a_second_kelurahan_works_in_both_and_in_no_third()
    {
        var lurah = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        await _portal.Scenario.AssignAsync(lurah, Role.VillageHead, SecondVillage);
        var visitor = await _portal.SignInAsync(lurah);
        foreach (var village in new[] { Village, SecondVillage, ThirdVillage })
        {
            var household = await _portal.Scenario.HouseholdInAsync(village, "KELUARGA UJI");
            var visit = await _portal.Scenario.SubmittedVisitAsync(household, await _portal.Scenario.AccountAsync(Role.Enumerator, village));
            var expected = village == ThirdVillage ? HttpStatusCode.NotFound : HttpStatusCode.OK;

            Assert.Equal(expected, (await visitor.GetAsync($"/keluarga/{household}")).StatusCode);
            Assert.Equal(expected, (await visitor.GetAsync($"/keluarga/{household}/lembar.pdf")).StatusCode);
            Assert.Equal(expected, (await visitor.GetAsync($"/periksa/{visit}")).StatusCode);
        }
    }

    [Theory]
    [InlineData("https://jahat.invalid/")]
    [InlineData("//jahat.invalid")]
    [InlineData("/\\jahat.invalid")]
    [InlineData("\\\\jahat.invalid")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/keluarga?halaman=2", "/keluarga?halaman=2")]
    public async Task After_signing_in_nobody_is_sent_out_of_the_portal(string asked, string sentTo = "/")
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        var visitor = _portal.Visitor();

        var answer = await (await visitor.GetAsync($"/masuk?kembali={Uri.EscapeDataString(asked)}"))
            .SubmitAsync("form", ("Email", account.Email), ("Password", Account.Password));

        Assert.Equal(sentTo, answer.Location);
    }

    [Fact]
    public void Sessions_and_links_last_as_long_as_the_office_was_told()
    {
        Assert.Equal(TimeSpan.FromHours(12), AccessSetup.SessionLength);
        Assert.Equal(TimeSpan.FromHours(72), AccessSetup.SetupLinkLength);
    }

    private async Task<(Visitor Visitor, string Cookie)> SignInAsync(Account account)
    {
        var visitor = _portal.Visitor();
        var answer = await (await visitor.GetAsync("/masuk")).SubmitAsync("form", ("Email", account.Email), ("Password", Account.Password));
        return (visitor, answer.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("tkpkd-sesi=", StringComparison.Ordinal)).Split(';')[0]);
    }

    private async Task<Page> WithCookieAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", cookie);
        return await _portal.Visitor(keepsCookies: false).SendAsync(request);
    }
}
