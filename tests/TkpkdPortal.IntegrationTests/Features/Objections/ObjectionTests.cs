using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.IntegrationTests.Features.Field;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Objections;

/// <summary>An objection from the counter of a kelurahan to its answer, in time or late.</summary>
public sealed class ObjectionTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", Elsewhere = "62.71.04.1005";

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;

    public ObjectionTests() => _portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task An_objection_is_recorded_at_the_counter_looked_into_by_the_camat_and_upheld_into_an_addendum()
    {
        var household = await _portal.Scenario.AgreedHouseholdAsync(Village);
        var (petugas, camat) = (await SignInAsync(Role.Enumerator, Village), await SignInAsync(Role.DistrictHead, Village[..8]));

        var page = await petugas.GetAsync((await petugas.GetAsync($"/keluarga/{household}")).Find("main a[href^='/sanggahan/baru/']").GetAttribute("href")!);
        var empty = await page.SubmitAsync("main form", ("Statement", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Pilih hubungan", empty.Text, StringComparison.Ordinal);
        var wrong = await page.SubmitAsync("main form", ("Kind", "AgainstExclusion"), ("Relation", "Neighbour"), ("Channel", "Office"), ("Statement", "Rumahnya sudah dijual."));
        Assert.Contains("Keluarga ini masuk daftar", wrong.Text, StringComparison.Ordinal);
        var saved = await page.SubmitAsync("main form", ("Kind", "AgainstInclusion"), ("Relation", "Neighbour"), ("Channel", "Office"), ("Statement", "Rumahnya sudah dijual."));
        var path = saved.Location!;
        var again = await page.SubmitAsync("main form", ("Kind", "AgainstInclusion"), ("Relation", "Family"), ("Channel", "Office"), ("Statement", "Sama."));
        Assert.Contains("belum dijawab", again.Text, StringComparison.Ordinal);
        Assert.Empty((await petugas.GetAsync(path)).Document.QuerySelectorAll("main form"));

        var waiting = await camat.GetAsync("/menunggu");
        Assert.Contains("Sanggahan untuk diperiksa", waiting.Text, StringComparison.Ordinal);
        var found = await (await camat.GetAsync(path)).SubmitAsync("main form", ("Form.Finding", "Ditanyakan ke ketua RT 001; rumah dijual bulan lalu."));
        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        var without = await (await camat.GetAsync(path)).SubmitAsync("main form", ("Form.IsUpheld", "True"));
        Assert.Contains("Tulis jawaban", without.Text, StringComparison.Ordinal);
        var upheld = await (await camat.GetAsync(path)).SubmitAsync("main form", ("Form.IsUpheld", "True"), ("Form.Answer", "Keluarga sudah pindah."));
        Assert.Equal(HttpStatusCode.Redirect, upheld.StatusCode);

        var target = await _portal.AskAsync(db => db.RoundTargets.AsNoTracking().SingleAsync(t => db.Objections.Any(o => o.RoundTargetId == t.Id)));
        Assert.Equal((VerificationState.Returned, true, true, "Sanggahan dikabulkan: Keluarga sudah pindah."), (target.State, target.IsWithVillage, target.NeedsAddendum, target.ReturnNote));
        Assert.Contains("adendum berita acara", (await petugas.GetAsync(path)).Text, StringComparison.Ordinal);
        await _portal.WriteAccessesAsync();
        Assert.True(await _portal.AskAsync(db => db.HouseholdAccesses.AnyAsync(a => a.Channel == AccessChannel.Objection)));
        Assert.Equal(3, await _portal.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Subject == nameof(Objection) && entry.Action != "Rule.Refused")));
    }

    [Fact]
    public async Task Of_several_that_are_recorded_at_once_about_a_household_one_stands()
    {
        var household = await _portal.Scenario.AgreedHouseholdAsync(Village);
        var petugas = await SignInAsync(Role.Enumerator, Village);
        var page = await petugas.GetAsync($"/sanggahan/baru/{household}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => page.SubmitAsync("main form", ("Kind", "AgainstInclusion"), ("Relation", "Neighbour"), ("Channel", "Office"), ("Statement", $"Rumahnya sudah dijual {i}."))));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.UnprocessableEntity && answer.Text.Contains("belum dijawab", StringComparison.Ordinal)));
        Assert.Equal(1, await _portal.AskAsync(db => db.Objections.CountAsync()));
    }

    [Fact]
    public async Task After_ten_working_days_it_is_late_in_the_list_and_among_what_waits()
    {
        var id = await _portal.Scenario.ObjectionAsync(Village);
        var camat = await SignInAsync(Role.DistrictHead, Village[..8]);
        Assert.Contains("Dijawab paling lambat", (await camat.GetAsync("/menunggu")).Text, StringComparison.Ordinal);
        Assert.Empty((await camat.GetAsync("/sanggahan")).Document.QuerySelectorAll("main .tk-status.is-bad"));

        _clock.Pass(TimeSpan.FromDays(15));
        camat = await SignInAsync(Role.DistrictHead, Village[..8]);

        foreach (var path in new[] { "/menunggu", "/sanggahan", "/sanggahan?keadaan=terlambat", $"/sanggahan/{id}" })
            Assert.Contains("Lewat batas", (await camat.GetAsync(path)).Find("main .tk-status.is-bad").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 belum dijawab, 1 lewat batas", (await camat.GetAsync("/sanggahan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_village_sees_nothing_of_it_and_who_recorded_it_cannot_answer()
    {
        var id = await _portal.Scenario.ObjectionAsync(Village);
        foreach (var (role, area) in new[] { (Role.VillageHead, Elsewhere), (Role.Enumerator, Elsewhere), (Role.DistrictHead, "62.71.05") })
        {
            var stranger = await SignInAsync(role, area);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/sanggahan/{id}")).StatusCode);
            Assert.DoesNotContain("SANGGAH UJI", (await stranger.GetAsync("/sanggahan")).Source, StringComparison.Ordinal);
        }
        var analyst = await _portal.Scenario.AccountAsync(Role.Analyst);
        var household = await _portal.Scenario.AgreedHouseholdAsync(Village);
        var visitor = await _portal.SignInAsync(analyst);
        var saved = await (await visitor.GetAsync($"/sanggahan/baru/{household}")).SubmitAsync("main form", ("Kind", "AgainstInclusion"), ("Relation", "Neighbour"), ("Channel", "Letter"), ("Statement", "Sudah mampu."));

        Assert.Contains("Anda catat sendiri", (await visitor.GetAsync(saved.Location!)).Text, StringComparison.Ordinal);
        var forced = await visitor.PostAsync($"{saved.Location}/periksa", "/sanggahan", ("Form.Finding", "Benar."), ("Form.Version", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        var found = await visitor.PostAsync("/sanggahan/cari", "/sanggahan", ("nama", "SANGGAH"));
        Assert.Equal(2, found.Document.QuerySelectorAll("tbody tr").Length);
    }

    private async Task<Visitor> SignInAsync(Role role, string area) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, area));
}
