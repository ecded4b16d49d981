using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Privacy;

public sealed class SubjectRequestTests
{
    [Fact]
    public async Task A_request_is_recorded_worked_on_and_answered_within_its_72_hours()
    {
        await using var portal = TestPortal.Start();
        var household = await portal.Scenario.HouseholdInAsync("62.71.04.1004", "SITI UJI");
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));

        var recorded = await (await officer.GetAsync($"/privasi/permohonan/baru?keluarga={household}")).SubmitAsync("main form",
            ("Kind", "Access"), ("RequesterName", "SITI UJI"), ("Contact", "0800-000-000"), ("Statement", "Siapa saja yang melihat data saya?"));
        var page = await recorded.FollowAsync();
        Assert.Contains("Tersisa 71 jam", page.Text, StringComparison.Ordinal);
        Assert.Contains("Permohonan subjek data 1", (await officer.GetAsync("/")).Text, StringComparison.Ordinal);
        var working = await (await page.SubmitAsync("form.tk-decide", ("Form.Decision", "Start"))).FollowAsync();
        var unanswered = await working.SubmitAsync("form.tk-decide", ("Form.Decision", "Answer"), ("Form.Answer", " "));
        var ungrounded = await working.SubmitAsync("form.tk-decide", ("Form.Decision", "Refuse"), ("Form.Answer", "Tidak bisa."));
        var answered = await (await working.SubmitAsync("form.tk-decide", ("Form.Decision", "Answer"), ("Form.Answer", "Terlampir."))).FollowAsync();

        Assert.Contains("Dikerjakan", working.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (unanswered.StatusCode, ungrounded.StatusCode));
        Assert.Contains("Pilih alasan penolakan", ungrounded.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak bisa.", ungrounded.Text, StringComparison.Ordinal);
        Assert.Contains("Dijawab", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Tepat waktu", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Belum ada yang menunggu Anda", (await officer.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_stands_first_and_says_so()
    {
        await using var portal = TestPortal.Start();
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var form = await officer.GetAsync("/privasi/permohonan/baru");
        await form.SubmitAsync("main form", ("Kind", "Correction"), ("RequesterName", "BARU UJI"), ("Contact", "balai desa"), ("Statement", "Nama salah."));
        await form.SubmitAsync("main form", ("Kind", "Deletion"), ("ReceivedOn", "01/11/2025"), ("ReceivedTime", "9:30"), ("RequesterName", "LAMA UJI"), ("Contact", "balai desa"), ("Statement", "Hapus."));

        var list = await officer.GetAsync("/privasi/permohonan");

        Assert.Equal(["LAMA UJI", "BARU UJI"], list.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("1 permohonan melewati 3 × 24 jam", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_incomplete_or_not_yet_received_stays_in_the_form()
    {
        await using var portal = TestPortal.Start();
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var form = await officer.GetAsync("/privasi/permohonan/baru");

        var incomplete = await form.SubmitAsync("main form", ("RequesterName", "SITI UJI"), ("ReceivedTime", "siang"));
        var future = await form.SubmitAsync("main form", ("Kind", "Access"), ("ReceivedOn", "01/01/2099"), ("RequesterName", "SITI UJI"), ("Contact", "balai desa"), ("Statement", "Data saya."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (incomplete.StatusCode, future.StatusCode));
        foreach (var sentence in new[] { "Pilih hak yang diminta", "Tulis jam seperti 09.00", "Tulis ke mana jawaban disampaikan", "Tulis apa yang diminta" })
            Assert.Contains(sentence, incomplete.Text, StringComparison.Ordinal);
        Assert.Equal("SITI UJI", incomplete.Find("#RequesterName").GetAttribute("value"));
        Assert.Contains("belum terjadi", future.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_answers_at_once_the_second_is_shown_the_first_and_keeps_its_words()
    {
        await using var portal = TestPortal.Start();
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var page = await (await (await officer.GetAsync("/privasi/permohonan/baru")).SubmitAsync("main form", ("Kind", "Access"), ("RequesterName", "SITI UJI"), ("Contact", "balai desa"),
            ("Statement", "Data saya."))).FollowAsync();
        var working = await (await page.SubmitAsync("form.tk-decide", ("Form.Decision", "Start"))).FollowAsync();
        var twice = await page.SubmitAsync("form.tk-decide", ("Form.Decision", "Start"));
        await working.SubmitAsync("form.tk-decide", ("Form.Decision", "Answer"), ("Form.Answer", "Pertama."));

        var second = await working.SubmitAsync("form.tk-decide", ("Form.Decision", "Answer"), ("Form.Answer", "Kedua."));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (twice.StatusCode, second.StatusCode));
        Assert.Contains("Pertama.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Kedua.", second.Text, StringComparison.Ordinal);
    }
}
