using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Field;

public sealed class SubmissionTests
{
    [Fact]
    public async Task A_visit_arrives_with_what_the_phone_wrote_and_waits_for_the_head_of_the_village()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var visit = Guid.CreateVersion7();

        var reply = await phone.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(("submitted", 1), (reply.Outcome, reply.Json.GetProperty("number").GetInt32()));
        var saved = await portal.AskAsync(db => db.Visits.AsNoTracking().SingleAsync(v => v.PublicId == visit));
        Assert.Equal((VisitStatus.Submitted, Presence.Found, "Kepala keluarga", Eligibility.Poor), (saved.Status, saved.Presence, saved.Respondent, saved.Eligibility));
        Assert.Equal((-2.2, 12.5, 1), (saved.Position?.Latitude, saved.Position?.Accuracy, saved.NoticeNumber));
    }

    [Theory]
    [InlineData("note"), InlineData("respondent"), InlineData("correctedAddress"), InlineData("correctedHeadName")]
    public async Task A_number_in_a_text_is_refused_at_its_field_and_kept_nowhere(string field)
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var body = FieldPhone.Visit(household, 0);
        body[field] = "NIK 6271 9903 0280 0001";

        var reply = await phone.SubmitAsync(Guid.CreateVersion7(), 1, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("Jangan tulis NIK", reply.Json.GetProperty("fields").GetProperty(field).GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.AskAsync(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_another_body_none()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var stranger = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var (visit, body) = (Guid.CreateVersion7(), FieldPhone.Visit(household, 0));
        var first = await phone.SubmitAsync(visit, 1, body);

        var repeat = await phone.SubmitAsync(visit, 1, body);
        var reordered = await phone.SubmitAsync(visit, 1, $"  {body.ToJsonString()}\n");
        body["note"] = "Berubah";
        var other = await phone.SubmitAsync(visit, 1, body);
        var elsewhere = await stranger.SubmitAsync(visit, 1, body);

        Assert.Equal(first.Text, repeat.Text);
        Assert.Equal(first.Text, reordered.Text);
        Assert.Equal((HttpStatusCode.Conflict, "other-body"), (other.StatusCode, other.Outcome));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(1, await portal.AskAsync(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task A_refused_form_says_what_to_mend_and_the_mended_one_is_the_next_revision()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var (visit, body) = (Guid.CreateVersion7(), FieldPhone.Visit(household, 0));
        body["respondent"] = null;
        body["correctedNik"] = "627199030280";
        body["visitedOn"] = DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var refused = await phone.SubmitAsync(visit, 1, body);
        var mended = await phone.SubmitAsync(visit, 2, FieldPhone.Visit(household, 0));
        var late = await phone.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0));
        var again = await phone.SubmitAsync(visit, 3, FieldPhone.Visit(household, 0));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "refused"), (refused.StatusCode, refused.Outcome));
        var fields = refused.Json.GetProperty("fields");
        Assert.Equal("Tulis siapa yang diwawancara", fields.GetProperty("respondent").GetString());
        Assert.Equal("NIK berisi 16 angka. Yang tertulis baru 12.", fields.GetProperty("correctedNik").GetString());
        Assert.Contains("belum terjadi", fields.GetProperty("visitedOn").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
        Assert.Contains("lebih baru", late.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("sudah diajukan", again.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "tidak terbaca")]
    [InlineData("""{"presence":"Hilang"}""", HttpStatusCode.UnprocessableEntity, "tidak terbaca")]
    [InlineData("""{"housing":{"roof":7}}""", HttpStatusCode.UnprocessableEntity, "tidak terbaca")]
    [InlineData("{}", HttpStatusCode.NotFound, "tidak ada")]
    public async Task What_cannot_be_read_is_answered_in_words(string body, HttpStatusCode status, string words)
    {
        await using var portal = TestPortal.Start();
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));

        var reply = await phone.SubmitAsync(Guid.NewGuid(), 1, body);

        Assert.Equal(status, reply.StatusCode);
        Assert.Contains(words, reply.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_any_size_is_refused_beyond_the_limit()
    {
        await using var portal = TestPortal.Start();
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));

        var reply = await phone.SubmitAsync(Guid.NewGuid(), 1, new string(' ', 300 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
        Assert.Contains("melebihi batas", reply.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_or_works_elsewhere_is_told_so_without_a_page()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var nobody = new FieldPhone(portal.Visitor());
        var head = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var elsewhere = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.OtherVillage));

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/lapangan/akun")).StatusCode);
        Assert.Contains("Masuk lagi", (await nobody.GetAsync("/lapangan/daftar")).Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/lapangan/akun")).StatusCode);
        Assert.Empty(await elsewhere.WorklistAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SubmitAsync(Guid.NewGuid(), 1, FieldPhone.Visit(household, 0))).StatusCode);
    }

    [Fact]
    public async Task The_worklist_comes_in_parts_holds_no_number_and_is_noted()
    {
        await using var portal = TestPortal.Start();
        var households = await portal.FamiliesAsync(260);
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village);
        var phone = await portal.PhoneAsync(enumerator);
        var visit = Guid.CreateVersion7();
        await phone.SubmitAsync(visit, 1, FieldPhone.Visit(households[0], 0));

        var items = await phone.WorklistAsync();

        Assert.Equal(households.Order(), items.Select(item => item.GetProperty("id").GetGuid()).Order());
        var visited = items.Single(item => item.GetProperty("id").GetGuid() == households[0]);
        Assert.Equal((visit, 1, "Submitted"), (visited.GetProperty("visit").GetProperty("id").GetGuid(), visited.GetProperty("visit").GetProperty("revision").GetInt32(), visited.GetProperty("visit").GetProperty("status").GetString()));
        Assert.Equal(-2.2, visited.GetProperty("lastPosition").GetProperty("lat").GetDouble());
        Assert.All(items, item => Assert.DoesNotMatch("[0-9]{16}", item.GetRawText()));
        await portal.WriteAccessesAsync();
        Assert.Equal(260, await portal.AskAsync(db => db.HouseholdAccesses.CountAsync(access => access.UserId == enumerator.Id && access.Channel == AccessChannel.Worklist)));
        Assert.Equal(1, await portal.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "Worklist.Loaded")));
    }

    [Fact]
    public async Task The_secret_of_a_phone_is_the_accounts_own_and_stays()
    {
        using var data = new TempDirectory();
        Account one, two;
        string? before;
        await using (var portal = TestPortal.StartOn(data.FullPath, "62.71"))
        {
            (one, two) = (await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village), await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
            before = await SecretAsync(portal, one);
            Assert.NotEqual(before, await SecretAsync(portal, two));
        }
        await using var restarted = TestPortal.StartOn(data.FullPath, "62.71");

        Assert.Equal(before, await SecretAsync(restarted, one));
        Assert.Equal(32, Convert.FromBase64String(before!).Length);
    }

    private static async Task<string?> SecretAsync(TestPortal portal, Account account) =>
        (await (await portal.PhoneAsync(account)).AccountAsync()).GetProperty("deviceSecret").GetString();
}
