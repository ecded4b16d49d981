using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Accounts;

public sealed class PasswordTests : IAsyncLifetime
{
    private const string Wrong = "bukan-kata-sandinya-9";

    private readonly MovableClock _clock = new();
    private readonly HashCount _hashes = new();
    private readonly TestPortal _portal;

    public PasswordTests() => _portal = TestPortal.Start(services: services =>
        services.AddSingleton<TimeProvider>(_clock).AddSingleton(_hashes).AddScoped<IPasswordHasher<PortalUser>, CountingHasher>());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Unknown_wrong_closed_and_locked_are_all_answered_alike()
    {
        var known = await _portal.Scenario.AccountAsync(Role.Analyst);
        var closed = await _portal.Scenario.AccountAsync(Role.Analyst);
        await _portal.Scenario.DisableAsync(closed);

        var unknown = await TryAsync("tidak-ada@uji.invalid", Wrong);
        var wrong = await TryAsync(known.Email, Wrong);
        var shut = await TryAsync(closed.Email, Account.Password);
        for (var i = 0; i < 5; i++)
            await TryAsync(known.Email, Wrong);
        var locked = await TryAsync(known.Email, Account.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.All([wrong, shut, locked], answer => Assert.Equal((unknown.StatusCode, unknown.Text), (answer.StatusCode, answer.Text)));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_a_quarter_of_an_hour()
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        for (var i = 0; i < 5; i++)
            await TryAsync(account.Email, Wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(account.Email, Account.Password)).StatusCode);

        _clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(account.Email, Account.Password)).StatusCode);
        _clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(account.Email, Account.Password)).StatusCode);
    }

    [Fact]
    public async Task The_fifth_try_may_still_be_right_and_starts_the_count_anew()
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await TryAsync(account.Email, Wrong);
            Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(account.Email, Account.Password)).StatusCode);
        }
    }

    [Fact]
    public async Task Fifty_wrong_passwords_at_once_are_five_tries()
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        var guesser = _portal.Visitor();
        var page = await guesser.GetAsync("/masuk");
        _hashes.Watched = await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
            services => services.GetRequiredService<PortalDbContext>().Users.Where(u => u.Id == account.Id).Select(u => u.PasswordHash!).SingleAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => page.SubmitAsync("form", ("Email", account.Email), ("Password", Wrong))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(PortalUser.TriesBeforeLock, _hashes.Looked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(account.Email, Account.Password)).StatusCode);
        Assert.Equal(51, await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
            services => services.GetRequiredService<PortalDbContext>().AuditEntries.CountAsync(entry => entry.Action == "Session.Refused")));
    }

    [Fact]
    public async Task A_set_up_link_works_once_and_only_for_a_password_worth_the_name()
    {
        var link = await _portal.Scenario.SetupLinkAsync(Role.Analyst, "baru@uji.invalid");
        Assert.Contains("paling sedikit 12 huruf", (await ChooseAsync(link, "rotan-hulu8")).Text, StringComparison.Ordinal);
        foreach (var guessable in new[] { "katasandi2026", "P@ssw0rd1234", "dermadermaderma", "qwertyuiop123", "baru-baru-2026", "bappeda-kutim-1" })
            Assert.Contains("mudah ditebak", (await ChooseAsync(link, guessable)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync("baru@uji.invalid", "katasandi2026")).StatusCode);

        Assert.Equal("/masuk", (await ChooseAsync(link, Account.Password)).Location);

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync("baru@uji.invalid", Account.Password)).StatusCode);
        var again = await ChooseAsync(link, "sampan-lain-hanyut-7");
        Assert.Contains("sudah dipakai", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync("baru@uji.invalid", "sampan-lain-hanyut-7")).StatusCode);
    }

    [Fact]
    public async Task A_new_link_opens_a_locked_account_and_ends_its_sessions()
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        var session = await _portal.SignInAsync(account);
        for (var i = 0; i < 5; i++)
            await TryAsync(account.Email, Wrong);

        await ChooseAsync(await RenewAsync(account), "sampan-lain-hanyut-7");

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(account.Email, "sampan-lain-hanyut-7")).StatusCode);
        Assert.Contains("/masuk", (await session.GetAsync("/")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_password_that_ends_while_it_is_looked_at_opens_no_session(bool isClosed)
    {
        var account = await _portal.Scenario.AccountAsync(Role.Analyst);
        _hashes.Meanwhile = () => isClosed ? _portal.Scenario.DisableAsync(account) : RenewAsync(account);

        var answer = await TryAsync(account.Email, Account.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services =>
            services.GetRequiredService<PortalDbContext>().Sessions.CountAsync(session => session.UserId == account.Id)));
    }

    [Fact]
    public async Task An_old_set_up_link_says_so()
    {
        await using var portal = TestPortal.Start(services: services => services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.Zero));
        var link = await portal.Scenario.SetupLinkAsync(Role.Analyst, "lama@uji.invalid");

        var answer = await (await portal.Visitor().GetAsync(link)).SubmitAsync("form", ("Password", Account.Password), ("Repeated", Account.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("lewat batas waktunya", answer.Text, StringComparison.Ordinal);
    }

    // A new link in the place of the password, as an admin makes it.
    private async Task<string> RenewAsync(Account account)
    {
        var (outcome, link) = await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(u => u.Id == account.Id);
            return await services.GetRequiredService<TkpkdPortal.Access.Accounts>().RenewAsync(user, default);
        });
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        return new Uri(link!).PathAndQuery; // Accepted comes with its link.
    }

    private async Task<Page> TryAsync(string email, string password) => await (await _portal.Visitor().GetAsync("/masuk")).SubmitAsync("form", ("Email", email), ("Password", password));

    private async Task<Page> ChooseAsync(string link, string password) =>
        await (await _portal.Visitor().GetAsync(link)).SubmitAsync("form", ("Password", password), ("Repeated", password));

    private sealed class HashCount
    {
        private int _looked;

        public string? Watched { get; set; }

        public int Looked => _looked;

        /// <summary>Happens once, as soon as a password has been looked at.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public Func<Task>? TakeMeanwhile()
        {
            var happen = Meanwhile;
            Meanwhile = null;
            return happen;
        }

        public void Look(string hash) => Interlocked.Add(ref _looked, hash == Watched ? 1 : 0);
    }

    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options, HashCount count) : PasswordHasher<PortalUser>(options)
    {
        public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            count.Look(hashedPassword);
            var result = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
            if (count.TakeMeanwhile() is { } happen)
                Task.Run(happen).GetAwaiter().GetResult();
            return result;
        }
    }
}
