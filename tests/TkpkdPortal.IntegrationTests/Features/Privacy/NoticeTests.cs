using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Privacy;

public sealed class NoticeTests
{
    private const string Village = "62.71.04.1004";

    private static readonly string NewText = "# Siapa\n\n" + string.Concat(Enumerable.Repeat("Pemerintah kota memakai data ini untuk penanggulangan kemiskinan. ", 5)).Trim();

    [Fact]
    public async Task A_visit_keeps_the_version_of_the_notice_that_its_form_showed()
    {
        await using var portal = TestPortal.Start();
        var household = await portal.Scenario.HouseholdInAsync(Village);
        var account = await portal.Scenario.AccountAsync(Role.Enumerator, Village);
        var draft = await portal.Scenario.DraftVisitAsync(household, account);
        var enumerator = await portal.SignInAsync(account);
        var shown = await enumerator.GetAsync($"/kunjungan/{draft}");
        Assert.Contains("pemberitahuan privasi versi 1", shown.Text, StringComparison.Ordinal);
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));

        var published = await (await officer.GetAsync("/privasi/pemberitahuan/baru")).SubmitAsync("main form", ("Text", NewText));
        await shown.SubmitAsync("main form", ("Form.Action", "simpan"));
        var first = await NoticeOfAsync(portal, draft);
        await (await enumerator.GetAsync($"/kunjungan/{draft}")).SubmitAsync("main form", ("Form.Action", "simpan"));

        Assert.Equal("/privasi", published.Location);
        Assert.Equal((1, 2), (first, await NoticeOfAsync(portal, draft)));
        Assert.Contains("Pemerintah kota memakai data ini", (await enumerator.GetAsync("/privasi")).Text, StringComparison.Ordinal);
        Assert.Contains("pengendali data pribadi", (await enumerator.GetAsync("/privasi?versi=1")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await enumerator.GetAsync("/privasi?versi=3")).StatusCode);
    }

    [Fact]
    public async Task A_notice_that_says_next_to_nothing_or_comes_too_late_is_not_published_and_stays_in_the_form()
    {
        await using var portal = TestPortal.Start();
        var admin = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Admin));
        var form = await admin.GetAsync("/privasi/pemberitahuan/baru");

        var tooShort = await form.SubmitAsync("main form", ("Text", "Data Anda aman."));
        var empty = await form.SubmitAsync("main form", ("Text", ""));
        await form.SubmitAsync("main form", ("Text", NewText));
        var late = await form.SubmitAsync("main form", ("Text", NewText + " Dan ini."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (tooShort.StatusCode, empty.StatusCode, late.StatusCode));
        Assert.Contains("terlalu pendek", tooShort.Text, StringComparison.Ordinal);
        Assert.Contains("Data Anda aman.", tooShort.Text, StringComparison.Ordinal);
        Assert.Contains("Tulis teks pemberitahuan", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Dan ini.", late.Text, StringComparison.Ordinal);
    }

    private static Task<int?> NoticeOfAsync(TestPortal portal, Guid visit) => portal.Scenario.AsConsoleAsync(Permission.ViewVisits,
        services => services.GetRequiredService<PortalDbContext>().Visits.Where(v => v.PublicId == visit).Select(v => v.NoticeNumber).SingleAsync());
}
