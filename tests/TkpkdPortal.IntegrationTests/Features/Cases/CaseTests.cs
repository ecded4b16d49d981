using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.IntegrationTests.Access;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Cases;

/// <summary>Who sees what of a case, two who work on it at once, a case that moves, and which families the rule proposes for graduation or takes for fallen back.</summary>
public sealed class CaseTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _head = null!;

    public async Task InitializeAsync() => _head = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task Whoever_goes_from_house_to_house_sees_the_own_cases_and_an_OPD_its_own_steps_and_no_notes()
    {
        var (mine, colleague) = (await _portal.Scenario.AccountAsync(Role.Enumerator, Village), await _portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var id = await _portal.Scenario.CaseAsync(await _portal.Scenario.HouseholdInAsync(Village), _head, mine, "Disperkim");
        var lurah = await _portal.SignInAsync(_head);
        var page = await lurah.GetAsync($"/kasus/{id}");
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action$='/kontak']", ("Contact.Kind", "AtHome"), ("Contact.On", Today()), ("Contact.Text", "Ibu sedang sakit."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action$='/langkah']", ("Step.Text", "Antar ke puskesmas."), ("Step.Need", "None"), ("Step.DueOn", Today()))).StatusCode);

        var companion = await (await _portal.SignInAsync(mine)).GetAsync($"/kasus/{id}");
        var stranger = await _portal.SignInAsync(colleague);
        var houses = await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disperkim"))).GetAsync($"/kasus/{id}");
        var labour = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"));
        var camat = await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.DistrictHead, "62.71.04"))).GetAsync($"/kasus/{id}");

        Assert.Contains("Ibu sedang sakit.", companion.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, 0), ((await stranger.GetAsync($"/kasus/{id}")).StatusCode, (await stranger.GetAsync("/kasus")).Document.QuerySelectorAll("tbody tr").Length));
        Assert.Equal(HttpStatusCode.NotFound, (await labour.GetAsync($"/kasus/{id}")).StatusCode);
        Assert.Contains("Langkah uji.", houses.Text, StringComparison.Ordinal);
        foreach (var (who, hidden) in new[] { (houses, "Antar ke puskesmas."), (houses, "Ibu sedang sakit."), (houses, "bisa menjahit"), (camat, "Ibu sedang sakit.") })
            Assert.DoesNotContain(hidden, who.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_review_at_once_the_second_sees_that_it_changed_and_keeps_what_was_typed()
    {
        var id = await _portal.Scenario.CaseAsync(await _portal.Scenario.HouseholdInAsync(Village), _head);
        var (first, second) = (await (await _portal.SignInAsync(_head)).GetAsync($"/kasus/{id}"), await (await _portal.SignInAsync(_head)).GetAsync($"/kasus/{id}"));

        var done = await first.SubmitAsync("form[action$='/tinjau']", ("Review.Assessment", "Ayah sudah bekerja."));
        var late = await second.SubmitAsync("form[action$='/tinjau']", ("Review.Assessment", "Ayah masih sakit."));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (done.StatusCode, late.StatusCode));
        Assert.Contains("diubah rekan Anda", late.Text, StringComparison.Ordinal);
        Assert.Contains("Ayah masih sakit.", late.Find("[name='Review.Assessment']").TextContent, StringComparison.Ordinal);
        Assert.Equal("Ayah sudah bekerja.", await AskAsync(db => db.Cases.Select(one => one.Assessment).SingleAsync()));
    }

    [Fact]
    public async Task One_family_has_one_open_case_and_another_after_it_was_closed()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village);
        var lurah = await _portal.SignInAsync(_head);
        var form = await lurah.GetAsync($"/kasus/baru/{household}");
        var owner = await _portal.PublicIdOfAsync(_head);
        (string, string?)[] typed = [("Form.Assessment", "Buruh tani."), ("Form.Owner", owner)];

        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("main form", typed)).StatusCode);
        var again = await form.SubmitAsync("main form", typed);
        var stranger = await _portal.PublicIdOfAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));
        await _portal.NoStepsAsync();
        var id = await AskAsync(db => db.Cases.Select(one => one.PublicId).SingleAsync());
        var closed = await (await lurah.GetAsync($"/kasus/{id}")).SubmitAsync("form[action$='/tutup']", ("Close.Ending", "Moved"), ("Close.Note", "Pindah ke Kapuas."));
        var wrong = await form.SubmitAsync("main form", ("Form.Assessment", "Buruh tani."), ("Form.Owner", stranger));
        var next = await form.SubmitAsync("main form", typed);

        Assert.Contains("sudah punya kasus yang terbuka", again.Text, StringComparison.Ordinal);
        Assert.Contains("dari daftar", wrong.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (closed.StatusCode, next.StatusCode));
        Assert.Equal([1, 2], await AskAsync(db => db.Cases.OrderBy(one => one.Number).Select(one => one.Number).ToListAsync()));
    }

    [Fact]
    public async Task A_family_that_moves_takes_its_case_along_and_the_old_village_gets_404()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village);
        var id = await _portal.Scenario.CaseAsync(household, _head);
        await _portal.Scenario.GraduationAsync(household);
        var offer = await _portal.Scenario.OfferAsync(household, OtherVillage);
        var receiver = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));

        var accepted = await (await receiver.GetAsync($"/serah-terima/{offer}")).SubmitAsync("#jawab", ("Form.Decision", "Accept"), ("Form.Address", "JL. BARU 7"));

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _portal.SignInAsync(_head)).GetAsync($"/kasus/{id}")).StatusCode);
        Assert.Contains("Langkah uji.", (await receiver.GetAsync($"/kasus/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(db => db.Graduations.CountAsync(one => one.AreaCode.StartsWith(OtherVillage))));
    }

    [Fact]
    public async Task The_list_proposes_exactly_whom_the_rule_proposes_one_by_one()
    {
        var visits = new[] { "", "W", "WW", "PP", "WP", "EW", "WE", "WWE", "MM", "W-" };
        var deciles = new[] { "1", "5", "7" };
        foreach (var (found, decile) in visits.SelectMany(found => deciles.Select(decile => (found, decile))))
            await FamilyAsync(found, decile);

        var (list, oneByOne) = await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            var (db, today) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>().Today);
            var rule = await GraduationLines.RuleAsync(db, default);
            var judged = new List<string>();
            foreach (var household in await db.Households.ToListAsync())
            {
                if (rule.Judge(await GraduationLines.FactsAsync(db, household, null, default)).All(condition => condition.Holds))
                    judged.Add(household.HeadName);
            }
            return (await GraduationLines.Candidates(db, rule.Terms, today).Select(household => household.HeadName).ToListAsync(), judged);
        });

        Assert.Equal(oneByOne.Order(StringComparer.Ordinal), list.Order(StringComparer.Ordinal));
        Assert.Equal(["PP 5", "PP 7", "WP 5", "WP 7", "WW 5", "WW 7"], list.Where(name => !name.StartsWith("WWE", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_graduated_is_no_target_of_new_aid_until_something_known_since_and_a_person_say_otherwise()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village);
        var program = await _portal.Scenario.ProgramAsync("Disnaker");
        var opd = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.SocialService));
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        await _portal.Scenario.GraduationAsync(household);
        var quiet = await analyst.GetAsync("/graduasi?tampil=kambuh");
        var targets = await TargetsAsync();
        await _portal.Scenario.VerifyAsync(household, Housing.Unknown, Eligibility.ExtremelyPoor);
        var suspected = await analyst.GetAsync("/graduasi?tampil=kambuh");
        var page = await analyst.GetAsync($"/graduasi/keluarga/{household}");

        var kept = await page.SubmitAsync("form[action$='/pantauan']", ("Relapse.HasRelapsed", "False"), ("Relapse.Reason", "Salah catat."));
        var weighed = await analyst.GetAsync("/graduasi?tampil=kambuh");
        var fell = await (await analyst.GetAsync($"/graduasi/keluarga/{household}")).SubmitAsync("form[action$='/pantauan']", ("Relapse.HasRelapsed", "True"), ("Relapse.Reason", "Sakit."));

        Assert.Equal((0, 1, 0), (RowsOf(quiet), RowsOf(suspected), RowsOf(weighed)));
        Assert.Contains("Mungkin kambuh", page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (kept.StatusCode, fell.StatusCode));
        Assert.Equal((0, 1), (targets, await TargetsAsync()));

        Task<int> TargetsAsync() => AskAsync(db => TkpkdPortal.Features.Interventions.Targets.TargetPage.Fitting(db, new(), _portal.Office).CountAsync());
    }

    private static int RowsOf(Page page) => page.Document.QuerySelectorAll("main tbody tr").Length;

    private string Today() => _portal.Services.GetRequiredService<OfficeClock>().Today.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    // The first letter is the latest visit; a dash is one that nobody has approved.
    private async Task FamilyAsync(string found, string decile)
    {
        var (number, enumerator) = (await AskAsync(db => db.Households.CountAsync()), await _portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var name = $"{found} {decile}".Trim();
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow($"62710000{number:0000}", Village.Replace(".", "", StringComparison.Ordinal)) { HeadName = name, Decile = decile });
        await _portal.Scenario.AsAsync(_head, Permission.ReviewVisits, async services =>
        {
            var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
            var household = await db.Households.Include(h => h.Members).SingleAsync(h => h.HeadName == name);
            foreach (var (letter, place) in found.Reverse().Select((letter, place) => (letter, place)))
            {
                var visit = household.OpenVisit(Guid.CreateVersion7(), enumerator.Id, place + 1);
                var (eligibility, reason) = letter switch { 'W' => (Eligibility.NotEligible, (IneligibilityReason?)IneligibilityReason.WellOff), 'M' => (Eligibility.NotEligible, IneligibilityReason.Moved), 'E' => (Eligibility.ExtremelyPoor, null), _ => (Eligibility.Poor, null) };
                Assert.Null(visit.Save(new VisitAnswers { VisitedOn = clock.Today, Presence = Presence.Found, Respondent = "Ani", Eligibility = eligibility, Reason = reason }, clock.UtcNow).Refusal);
                Assert.Null(visit.Submit(clock.Today, clock.UtcNow).Refusal);
                if (letter is not '-')
                    Assert.Null(visit.Approve(_head.Id, clock.UtcNow).Refusal);
                db.Visits.Add(visit);
            }
            return await db.SaveChangesAsync();
        });
    }

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> question) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => question(services.GetRequiredService<PortalDbContext>()));
}
