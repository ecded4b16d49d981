using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>A proposal that was written without a signal arrives exactly once, and is sought in the register when it does.</summary>
public sealed class ProposalOnPhoneTests : IAsyncLifetime
{
    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!;
    private FieldPhone _phone = null!;

    public async Task InitializeAsync()
    {
        await _portal.FamiliesAsync(2);
        _enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village);
        _phone = await _portal.PhoneAsync(_enumerator);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task It_arrives_once_a_repeat_gets_the_first_answer_and_another_body_none()
    {
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var (id, body) = (Guid.CreateVersion7(), Proposal());
        var first = await _phone.ProposeAsync(id, 1, body);
        await _portal.Scenario.HouseholdInAsync(FieldOffice.Village, "SITI CONTOH");

        var repeats = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _phone.ProposeAsync(id, 1, body)));
        var stranger = await (await _portal.PhoneAsync(await _portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village))).ProposeAsync(id, 1, body);
        body["reason"] = "Berubah";
        var other = await _phone.ProposeAsync(id, 1, body);
        var next = await _phone.ProposeAsync(id, 2, body);

        Assert.Equal((HttpStatusCode.OK, "submitted"), (first.StatusCode, first.Outcome));
        Assert.All(repeats, repeat => Assert.Equal(first.Text, repeat.Text));
        Assert.Equal((HttpStatusCode.Conflict, "other-body"), (other.StatusCode, other.Outcome));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Contains("sudah diterima", next.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        var saved = await _portal.AskAsync(db => db.Proposals.AsNoTracking().SingleAsync());
        Assert.Equal((id, "62.71.04.1004.001.003.", "Siti Contoh", _enumerator.Id, null), (saved.PublicId, saved.AreaCode, saved.HeadName, saved.ProposedById, saved.SimilarSeen));
    }

    [Fact]
    public async Task Parallel_sendings_make_one_proposal()
    {
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var id = Guid.CreateVersion7();
        await _phone.AccountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _phone.ProposeAsync(id, 1, Proposal())));

        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, await _portal.AskAsync(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task What_the_register_has_already_is_told_and_waits_for_the_head_with_it()
    {
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        await _portal.Scenario.HouseholdInAsync(FieldOffice.Village, "SITTI TJONTOH");

        var reply = await _phone.ProposeAsync(Guid.CreateVersion7(), 1, Proposal());

        Assert.Equal("similar", reply.Outcome);
        Assert.Contains("1 keluarga yang mirip", reply.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var page = await head.GetAsync((await head.GetAsync("/usulan?periksa=true")).Find(".tk-rows a").GetAttribute("href")!);
        Assert.Contains("SITTI TJONTOH", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_one_says_what_to_mend_and_the_mended_one_is_the_next_revision()
    {
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var (id, body) = (Guid.CreateVersion7(), Proposal());
        (body["address"], body["nik"], body["members"], body["reason"]) = (null, "627199030280", "Siti, tetangga", "NIK-nya 6271990302800001");

        var refused = await _phone.ProposeAsync(id, 1, body);
        var mended = await _phone.ProposeAsync(id, 2, Proposal());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "refused"), (refused.StatusCode, refused.Outcome));
        var fields = refused.Json.GetProperty("fields");
        Assert.Equal(["address", "members", "nik", "reason"], fields.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("NIK berisi 16 angka. Yang tertulis baru 12.", fields.GetProperty("nik").GetString());
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
    }

    [Fact]
    public async Task A_place_elsewhere_is_not_there_and_without_a_round_nothing_is_taken()
    {
        var without = await _phone.ProposeAsync(Guid.CreateVersion7(), 1, Proposal());
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var body = Proposal();
        body["area"] = FieldOffice.OtherVillage;

        var elsewhere = await _phone.ProposeAsync(Guid.CreateVersion7(), 1, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("Tidak ada periode verval", without.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(0, await _portal.AskAsync(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task One_that_was_thrown_away_stands_in_the_audit()
    {
        var id = Guid.CreateVersion7();

        var told = await _phone.DiscardProposalAsync(id, FieldOffice.Village);
        var elsewhere = await _phone.DiscardProposalAsync(id, FieldOffice.OtherVillage);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (told.StatusCode, elsewhere.StatusCode));
        Assert.Contains(id.ToString(), (await _portal.AskAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(entry => entry.Action == "Proposal.Discarded"))).Detail, StringComparison.Ordinal);
    }

    private static JsonObject Proposal() => new()
    {
        ["area"] = FieldOffice.Village,
        ["rt"] = "3",
        ["rw"] = "1",
        ["headName"] = "Siti Contoh",
        ["address"] = "Gang Haur",
        ["members"] = "Alya, anak",
        ["reason"] = "Belum ada di daftar.",
        ["writtenOn"] = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}
