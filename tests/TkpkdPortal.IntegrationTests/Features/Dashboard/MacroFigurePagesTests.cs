using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>Figures of BPS on their way from the publication to the dashboard and the pack.</summary>
public sealed class MacroFigurePagesTests : IAsyncLifetime
{
    private const string Shown = "3,52 %";

    private readonly MovingClock _clock = new(new DateTimeOffset(2026, 9, 10, 3, 0, 0, TimeSpan.Zero));
    private readonly TestPortal _portal;
    private Visitor _analyst = null!;
    private Visitor _leader = null!;

    public MacroFigurePagesTests() => _portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    public async Task InitializeAsync()
    {
        await _portal.Scenario.HouseholdInAsync("62.71.04.1004");
        _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        _leader = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_figure_is_shown_once_another_person_has_confirmed_it()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync()).StatusCode);

        Assert.Contains("Belum dikonfirmasi", (await _leader.GetAsync("/dasbor")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Shown, (await _leader.GetAsync("/dasbor")).Text, StringComparison.Ordinal);
        Assert.Empty(await InPackAsync());
        Assert.Null((await _analyst.GetAsync("/dasbor/bps")).Document.QuerySelector("form[action$='/putusan']"));

        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(_leader, "Confirm")).StatusCode);

        var row = (await _leader.GetAsync("/dasbor")).Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(Shown, StringComparison.Ordinal));
        Assert.Equal(["Persentase penduduk miskin (P0)", "Kota Palangka Raya", "Maret 2025", Shown, "BPS Kota Palangka Raya 2025, terbit 15 Jul 2025; dikonfirmasi 10 Sep 2026, 10.00"],
            row.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal([Shown], await InPackAsync());
    }

    [Fact]
    public async Task A_past_day_shows_what_was_confirmed_by_then()
    {
        await EnterAsync();
        await DecideAsync(_leader, "Confirm");
        _clock.Now = _clock.Now.AddMinutes(1).AddDays(2);
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

        Assert.DoesNotContain(Shown, (await analyst.GetAsync("/dasbor?per=09/09/2026")).Text, StringComparison.Ordinal);
        Assert.Contains(Shown, (await analyst.GetAsync("/dasbor?per=10/09/2026")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Angka BPS dan desil", (await analyst.GetAsync("/dasbor?wilayah=62.71.04")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_read_or_cannot_be_is_said_and_kept()
    {
        var unread = await EnterAsync(("Value", "delapan"), ("Source", ""));
        var wrong = await EnterAsync(("Month", "9"), ("Value", "3,60"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (unread.StatusCode, wrong.StatusCode));
        Assert.Contains("Tulis nilai seperti 8,81", unread.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("Tulis sumbernya", unread.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("delapan", unread.Find("[name=Value]").GetAttribute("value"));
        Assert.Contains("hanya ada untuk Maret", wrong.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(("3,60", "9"), (wrong.Find("[name=Value]").GetAttribute("value"), wrong.Find("[name=Month][checked]").GetAttribute("value")));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_is_missing_is_listed_in_the_order_of_the_form()
    {
        var empty = await EnterAsync(("Year", ""), ("Value", ""), ("Source", ""), ("PublishedOn", ""));

        var fields = empty.Document.QuerySelectorAll(".tk-summary a").Select(link => link.GetAttribute("href")!.TrimStart('#')).ToList();
        Assert.Equal(["Year", "Value", "Source", "PublishedOn"], fields);
    }

    [Fact]
    public async Task A_second_press_of_the_button_enters_nothing_more()
    {
        await EnterAsync();
        var again = await EnterAsync();

        Assert.Contains("sudah menunggu konfirmasi", again.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_analyst_cannot_confirm_the_own_figure_by_hand()
    {
        await EnterAsync();
        var id = await _portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, services => services.GetRequiredService<PortalDbContext>().MacroFigures.Select(f => f.PublicId).SingleAsync());

        var answer = await _analyst.PostAsync($"/dasbor/bps/{id}/putusan", "/dasbor/bps/baru", ("Decision", "Confirm"), ("Version", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Anda isi sendiri", answer.Find(".tk-summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_needs_its_reason_and_the_figure_stays_away()
    {
        await EnterAsync();

        var without = await DecideAsync(_leader, "Reject");
        var rejected = await DecideAsync(_leader, "Reject", "Tertulis 3,25");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.StatusCode, rejected.StatusCode));
        Assert.Contains("Tulis apa yang berbeda", without.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("Tertulis 3,25", (await _analyst.GetAsync("/dasbor/bps")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Shown, (await _leader.GetAsync("/dasbor")).Text, StringComparison.Ordinal);
        var camat = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.DistrictHead, "62.71.04"));
        Assert.DoesNotContain(Shown, (await camat.GetAsync("/dasbor/bps")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_overrule_each_other()
    {
        await EnterAsync();
        var second = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership));
        var stale = await second.GetAsync("/dasbor/bps");
        await DecideAsync(_leader, "Confirm");

        var answer = await stale.SubmitAsync("form[action$='/putusan']", ("Decision", "Reject"), ("Reason", "Tertulis 3,25"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(Shown, (await _leader.GetAsync("/dasbor")).Text, StringComparison.Ordinal);
    }

    private async Task<Page> EnterAsync(params (string Name, string? Value)[] other)
    {
        (string Name, string? Value)[] good = [("Indicator", "PoorShare"), ("Year", "2025"), ("Month", "3"), ("Value", "3,52"), ("Source", "BPS Kota Palangka Raya 2025"), ("PublishedOn", "15/07/2025")];
        return await (await _analyst.GetAsync("/dasbor/bps/baru")).SubmitAsync("form[action='/dasbor/bps/baru']", [.. good.Where(field => other.All(one => one.Name != field.Name)), .. other]);
    }

    private static async Task<Page> DecideAsync(Visitor visitor, string decision, string reason = "") =>
        await (await visitor.GetAsync("/dasbor/bps")).SubmitAsync("form[action$='/putusan']", ("Decision", decision), ("Reason", reason));

    private Task<int> CountAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, services => services.GetRequiredService<PortalDbContext>().MacroFigures.CountAsync());

    private Task<List<string>> InPackAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewMeetings, async services => (await services.GetRequiredService<PackWriter>().CollectAsync(meeting: null, asOf: null, default))
        .Macro.Select(figure => figure.Written).ToList());
}
