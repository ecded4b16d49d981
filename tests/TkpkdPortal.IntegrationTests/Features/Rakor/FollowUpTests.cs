using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>What meetings decided: who sees and reports what, and what the next meeting opens with.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    private readonly TestPortal _portal = TestPortal.Start();
    private Guid _late;
    private Guid _village;

    public async Task InitializeAsync()
    {
        (_, _late) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: -60, dueInDays: 30, supportedBy: "Disdik");
        (_, _village) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: -20, dueInDays: 24, named: [Village]);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_board_shows_what_is_overdue_first_to_members_and_to_a_head_what_names_the_own_place()
    {
        var opd = await (await OpdAsync("Disnaker")).GetAsync("/tindak-lanjut");
        var camat = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.DistrictHead, "62.71.04"));
        var lurah = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var elsewhere = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));

        Assert.Equal([$"/tindak-lanjut/{_late}", $"/tindak-lanjut/{_village}"], Links(opd));
        Assert.Contains("2 keputusan terbuka, 1 di antaranya lewat tenggat", opd.Text, StringComparison.Ordinal);
        Assert.Contains("Lewat 30 hari", opd.Text, StringComparison.Ordinal);
        Assert.Equal([$"/tindak-lanjut/{_village}"], Links(await camat.GetAsync("/tindak-lanjut")));
        Assert.Equal([$"/tindak-lanjut/{_village}"], Links(await lurah.GetAsync("/tindak-lanjut")));
        Assert.Empty(Links(await elsewhere.GetAsync("/tindak-lanjut")));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/tindak-lanjut/{_village}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lurah.GetAsync($"/tindak-lanjut/{_late}")).StatusCode);
        Assert.Contains("Keputusan rakor tentang", (await lurah.GetAsync($"/kualitas-data/kelurahan/{Village}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_responsible_OPD_sets_the_state_others_add_their_part_and_a_stranger_reports_nothing()
    {
        var (opd, supporting, stranger, lurah) = (await OpdAsync("Disnaker"), await OpdAsync("Disdik"), await OpdAsync("Disperkim"), await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village)));

        var refused = await ReportAsync(opd, _late, ("Form.State", "Done"), ("Form.Progress", "Semua diserahkan."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Tulis buktinya", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Semua diserahkan.", refused.Find("#Form_Progress")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Proses, 40 persen", (await (await ReportAsync(opd, _late, ("Form.State", "InProgress"), ("Form.Percent", "40"), ("Form.Progress", "Separuh."))).FollowAsync()).Text, StringComparison.Ordinal);
        var added = await (await ReportAsync(supporting, _late, ("Form.Progress", "Bagian sekolah selesai."))).FollowAsync();
        Assert.Contains("Bagian sekolah selesai.", added.Text, StringComparison.Ordinal);
        Assert.Contains("Proses, 40 persen", added.Text, StringComparison.Ordinal);
        Assert.Contains("Data kami serahkan.", (await (await ReportAsync(lurah, _village, ("Form.Progress", "Data kami serahkan."))).FollowAsync()).Text, StringComparison.Ordinal);
        var page = await stranger.GetAsync($"/tindak-lanjut/{_late}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Null(page.Document.QuerySelector("#Form_Progress"));
        // A place that a decision names is its head's to report for, and no OPD's that it does not name.
        var social = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"));
        foreach (var other in (Visitor[])[stranger, social])
            Assert.Null((await other.GetAsync($"/tindak-lanjut/{_village}")).Document.QuerySelector("#Form_Progress"));
    }

    [Fact]
    public async Task Whoever_decides_over_an_older_state_is_told_and_keeps_what_was_typed()
    {
        var (first, second) = (await OpdAsync("Disnaker"), await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst)));
        var (mine, theirs) = (await first.GetAsync($"/tindak-lanjut/{_late}"), await second.GetAsync($"/tindak-lanjut/{_late}"));

        Assert.Equal(HttpStatusCode.Redirect, (await mine.SubmitAsync(Form(_late), ("Form.State", "InProgress"), ("Form.Percent", "40"), ("Form.Progress", "Separuh."))).StatusCode);
        var overtaken = await theirs.SubmitAsync(Form(_late), ("Form.State", "Cancelled"), ("Form.Progress", "Digabung."));

        Assert.Contains("baru saja dilaporkan rekan Anda", overtaken.Text, StringComparison.Ordinal);
        Assert.Contains("Digabung.", overtaken.Find("#Form_Progress")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dibatalkan", (await (await overtaken.SubmitAsync(Form(_late))).FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_OPD_is_reminded_a_week_before_and_the_secretariat_of_what_is_overdue()
    {
        var (opd, other, analyst) = (await OpdAsync("Disnaker"), await OpdAsync("Disperkim"), await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst)));

        Assert.Contains("Keputusan rakor jatuh tempo", (await opd.GetAsync("/menunggu")).Text, StringComparison.Ordinal);
        Assert.Equal([$"/tindak-lanjut/{_late}", $"/tindak-lanjut/{_village}"], Links(await opd.GetAsync("/tindak-lanjut?tampil=tempo")));
        Assert.Empty(Links(await other.GetAsync("/tindak-lanjut?tampil=tempo")));
        Assert.Equal([$"/tindak-lanjut/{_late}"], Links(await analyst.GetAsync("/tindak-lanjut?tampil=tempo")));
    }

    [Fact]
    public async Task The_next_meeting_opens_with_what_is_open_and_the_open_meeting_is_not_on_the_board()
    {
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var (_, unfinished) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: -1, isClosed: false);
        var next = await _portal.Scenario.MeetingAsync();

        var page = await analyst.GetAsync($"/rakor/{next}");
        Assert.Equal([$"/tindak-lanjut/{_late}", $"/tindak-lanjut/{_village}"], Links(page));
        Assert.Contains("2 belum selesai, 1 lewat tenggat", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/tindak-lanjut/{unfinished}")).StatusCode);
    }

    [Fact]
    public async Task A_report_that_comes_after_the_decision_was_settled_is_shown_to_whoever_typed_it()
    {
        var (first, second) = (await OpdAsync("Disnaker"), await OpdAsync("Disdik"));
        var page = await second.GetAsync($"/tindak-lanjut/{_late}");
        await ReportAsync(first, _late, ("Form.State", "Done"), ("Form.Progress", "Selesai."), ("Form.Evidence", "Surat 12"));

        var late = await page.SubmitAsync(Form(_late), ("Form.Progress", "Bagian sekolah selesai."));

        Assert.Contains("Keputusan ini sudah selesai", late.Text, StringComparison.Ordinal);
        Assert.Contains("Isian Anda yang belum tersimpan", late.Text, StringComparison.Ordinal);
        Assert.Contains("Bagian sekolah selesai.", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_a_decision_names_is_counted_on_the_board_and_shows_the_decision_to_members()
    {
        var head = await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage);
        var family = await _portal.Scenario.HouseholdInAsync(OtherVillage);
        var id = await _portal.Scenario.CaseAsync(family, head);
        var (_, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: -10, named: [Village], about: id);

        Assert.Contains("1 kasus, terbaca oleh yang menanganinya", (await (await OpdAsync("Disnaker")).GetAsync($"/tindak-lanjut/{decision}")).Text, StringComparison.Ordinal);
        Assert.Contains("Keputusan rakor", (await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst))).GetAsync($"/kasus/{id}")).Text, StringComparison.Ordinal);
        // The decision names another village than this head's.
        Assert.DoesNotContain("Keputusan rakor", (await (await _portal.SignInAsync(head)).GetAsync($"/kasus/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_of_a_past_day_knows_no_later_report()
    {
        Task<IReadOnlyList<Figures.DecisionLine>> LinesAsync(TimeSpan ago) => _portal.Scenario.AsConsoleAsync(Permission.ViewMeetings, services =>
            Figures.DecisionLines.BeforeAsync(services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>().Today.AddDays(1), services.GetRequiredService<OfficeClock>().UtcNow - ago, default));
        await ReportAsync(await OpdAsync("Disnaker"), _late, ("Form.State", "Done"), ("Form.Progress", "Semua diserahkan."), ("Form.Evidence", "Surat 12"));

        Assert.Equal([(DecisionState.NotStarted, null), (DecisionState.Done, "Semua diserahkan.")], (await LinesAsync(TimeSpan.Zero)).Select(line => (line.State, line.Progress)));
        // The meetings of this office were closed a moment ago, so an hour before nothing was decided.
        Assert.Empty(await LinesAsync(TimeSpan.FromHours(1)));
    }

    private static string Form(Guid decision) => $"form[action='/tindak-lanjut/{decision}']";

    private static async Task<Page> ReportAsync(Visitor visitor, Guid decision, params (string Name, string? Value)[] fields) => await (await visitor.GetAsync($"/tindak-lanjut/{decision}")).SubmitAsync(Form(decision), fields);

    private static string[] Links(Page page) => [.. page.Document.QuerySelectorAll("main .tk-rows a[href^='/tindak-lanjut/']").Select(link => link.GetAttribute("href")!)];

    private async Task<Visitor> OpdAsync(string opd) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: opd));
}
