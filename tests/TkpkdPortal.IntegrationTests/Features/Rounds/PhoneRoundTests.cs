using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rounds;

/// <summary>What a round means for the phone: its targets, its due days, its questions, and where a visit goes.</summary>
public sealed class PhoneRoundTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _one = null!, _other = null!;
    private Guid _round;

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, 4).Select(n => new FamilyRow($"6271230000{n:00}", "6271041004") { HeadName = $"UJI {n}" })]);
        (_one, _other) = (await _portal.Scenario.AccountAsync(Role.Enumerator, Village), await _portal.Scenario.AccountAsync(Role.Enumerator, Village));
        _round = await _portal.Scenario.RoundAsync(true, "62.71.04");
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_phone_loads_what_the_round_assigns_asks_what_it_asks_and_moves_the_target()
    {
        var (household, question) = await AssignFirstAsync(_one);
        var phone = new FieldPhone(await _portal.SignInAsync(_one));

        var asked = (await phone.AccountAsync()).GetProperty("questionnaire");
        Assert.Equal(("Roof", question.ToString(), "YesNo"), (asked.GetProperty("required")[0].GetString()!, asked.GetProperty("questions")[0].GetProperty("id").GetString()!, asked.GetProperty("questions")[0].GetProperty("kind").GetString()!));
        var item = Assert.Single(await phone.WorklistAsync());
        Assert.Equal(household.ToString(), item.GetProperty("id").GetString());
        Assert.NotNull(item.GetProperty("dueOn").GetString());

        var visit = Guid.CreateVersion7();
        var incomplete = await phone.SubmitAsync(visit, 1, Body(household));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.NotNull(incomplete.Json.GetProperty("fields").GetProperty($"extra[{question}]").GetString());
        Assert.NotNull(incomplete.Json.GetProperty("fields").GetProperty("photos").GetString());
        var body = Body(household, (Guid.CreateVersion7(), "HouseFront", [1, 2, 3]));
        body["extra"] = new JsonObject { [question.ToString()] = "Ya" };
        var sent = await phone.SubmitAsync(visit, 1, body);

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal((VerificationState.Submitted, _one.Id), await StateAsync(household));
        Assert.Equal("Ya", await _portal.Scenario.AsConsoleAsync(Permission.ViewVisits, async services => (await services.GetRequiredService<PortalDbContext>().Visits.SingleAsync(v => v.PublicId == visit)).Extra[question]));
        Assert.Empty(await phone.WorklistAsync());
    }

    [Fact]
    public async Task A_visit_that_the_round_does_not_call_for_is_taken_outside_of_it()
    {
        var (household, question) = await AssignFirstAsync(_one);
        var phone = new FieldPhone(await _portal.SignInAsync(_other));
        await phone.AccountAsync();

        Assert.Empty(await phone.WorklistAsync());
        var sent = await phone.SubmitAsync(Guid.CreateVersion7(), 1, Body(household));

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal((VerificationState.NotVisited, _one.Id), await StateAsync(household));
        Assert.NotEqual(Guid.Empty, question);
        // Whoever made it is told, and so is whoever reviews it.
        Assert.Contains("tidak dihitung dalam periode verval. Keluarga ini ditugaskan kepada petugas lain.", sent.Text, StringComparison.Ordinal);
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var id = await _portal.Scenario.AsConsoleAsync(Permission.ViewVisits, services => services.GetRequiredService<PortalDbContext>().Visits.Select(v => v.PublicId).SingleAsync());
        Assert.Contains("Tidak dihitung dalam Verval uji", (await head.GetAsync($"/periksa/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_begun_before_the_round_counts_in_it_once_it_is_sent_and_its_answers_are_seen_by_the_reviewer()
    {
        var household = await _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await db.RoundTargets.OrderBy(t => t.Id).Join(db.Households, t => t.HouseholdId, h => h.Id, (t, h) => h.PublicId).FirstAsync();
        });
        var draft = await _portal.Scenario.DraftVisitAsync(household, _one);
        var (_, question) = await AssignFirstAsync(_one);
        var phone = new FieldPhone(await _portal.SignInAsync(_one));
        await phone.AccountAsync();

        var body = Body(household, (Guid.CreateVersion7(), "HouseFront", [1, 2, 3]));
        body["extra"] = new JsonObject { [question.ToString()] = "Ya" };
        var sent = await phone.SubmitAsync(draft, 1, body);

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal((VerificationState.Submitted, _one.Id), await StateAsync(household));
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var page = (await head.GetAsync($"/periksa/{draft}")).Text;
        Assert.Contains("Punya perahu?", page, StringComparison.Ordinal);
        Assert.Contains("113,90000", page, StringComparison.Ordinal);
    }

    private static JsonObject Body(Guid household, params (Guid Id, string Kind, byte[] Bytes)[] photos) => FieldPhone.Visit(household, 0, photos);

    // The first household, and a version of the questionnaire that requires the roof and an answer of its own.
    private Task<(Guid Household, Guid Question)> AssignFirstAsync(Account enumerator) => _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = await db.Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == _round);
        var first = await services.GetRequiredService<RoundVisits>().CurrentAsync(round.Id, default);
        Assert.Null(first.Renew(round, new QuestionnaireTerms(Questionnaire.Askable, HouseholdField.Roof, [new QuestionTerms(null, "Punya perahu?", QuestionKind.YesNo, IsRequired: true, [])]), enumerator.Id, DateTime.UtcNow, out var next).Refusal);
        db.Questionnaires.Add(next!);
        var target = await db.RoundTargets.OrderBy(t => t.Id).FirstAsync();
        Assert.Null(target.Assign(enumerator.Id, round.Waves[0].EndsOn, round).Refusal);
        await db.SaveChangesAsync();
        return (await db.Households.Where(h => h.Id == target.HouseholdId).Select(h => h.PublicId).SingleAsync(), next!.Questions[0].PublicId);
    });

    private Task<(VerificationState, long?)> StateAsync(Guid household) => _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var target = await db.RoundTargets.SingleAsync(t => db.Households.Any(h => h.Id == t.HouseholdId && h.PublicId == household));
        return (target.State, target.EnumeratorId);
    });
}
