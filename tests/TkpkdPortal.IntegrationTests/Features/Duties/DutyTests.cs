using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Duties;

/// <summary>
/// Needs that are an OPD's duty: answered one or a thousand at once while others edit the same families, referred from OPD to OPD, and seen by the secretariat where nobody takes them. TKPKD_FULL=1
/// takes 1.000 households.
/// </summary>
public sealed class DutyTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", Path = "/tugas-opd", Answer = "form[action*='/jawab']", Pick = "form[action*='/tinjau']";

    private static readonly DateOnly DueOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(90);

    private static readonly string Due = Indonesian.TypedDate(DueOn);

    private static readonly int Many = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 1_000 : 100;

    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _houses = null!;

    public async Task InitializeAsync() => _houses = await SignInAsync(Role.Opd, "Disperkim");

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task All_of_a_filter_accepted_while_another_edits_the_same_families_loses_no_edit_and_names_what_was_left()
    {
        await FamiliesAsync(Many);
        var review = await (await _houses.GetAsync(Path + "?kebutuhan=DecentHouse&keadaan=Unanswered")).SubmitAsync(Pick, ("Form.IsAll", "true"));
        Assert.Contains($"Jawab {Indonesian.Number(Many)} kebutuhan", review.Text, StringComparison.Ordinal);
        // Before it is sent, two families no longer need a house, and one gets another address.
        await EditAsync(0, household => household.Property(h => h.Needs).CurrentValue = Need.None);
        await EditAsync(1, household => household.Property(h => h.Needs).CurrentValue = Need.Food);
        await EditAsync(2, household => household.Property(h => h.Address).CurrentValue = "JL. BARU 2");
        var edited = Enumerable.Range(0, Many).Where(number => number % 3 == 2).ToList();

        var editing = Task.Run(async () =>
        {
            foreach (var number in edited)
                await EditAsync(number, household => household.Property(h => h.Address).CurrentValue = $"JL. BARU {number}");
        });
        var report = await review.SubmitAsync(Answer, ("Form.Verdict", "Accepted"), ("Form.DueOn", Due));
        await editing;

        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        var left = report.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ToList();
        var answered = await AskAsync(db => db.DutyAnswers.Join(db.Households, answer => answer.HouseholdId, household => household.Id,
            (answer, household) => new { household.HeadName, answer.At, Changed = db.ChangeSets.Where(change => change.Id == household.ChangeSetId).Select(change => change.KnownFrom).First() }).ToListAsync());
        Assert.Equal([.. Enumerable.Range(0, Many).Select(Name).Order(StringComparer.Ordinal)], left.Concat(answered.Select(one => one.HeadName)).Order(StringComparer.Ordinal));
        Assert.Empty(new[] { Name(0), Name(1), Name(2) }.Except(left));
        Assert.Contains("kebutuhan yang menjadi tugas Anda tidak ada lagi", report.Text, StringComparison.Ordinal);
        Assert.Contains("berubah sejak daftar dibuka", report.Text, StringComparison.Ordinal);
        // Every edit is there, and what was edited between the list and the answer was not answered.
        Assert.Equal(edited.ConvertAll(number => $"JL. BARU {number}").Order(StringComparer.Ordinal), (await AskAsync(db => db.Households.Where(h => h.Address.StartsWith("JL. BARU")).Select(h => h.Address).ToListAsync())).Order(StringComparer.Ordinal));
        var shown = new DateTime(long.Parse(review.Find("[name='Form.Seen']").GetAttribute("value")!, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        Assert.DoesNotContain(answered, one => one.Changed > shown && one.Changed < one.At);
    }

    [Fact]
    public async Task What_a_colleague_answered_meanwhile_is_left_a_plan_speaks_for_itself_and_a_refusal_can_become_an_acceptance()
    {
        var families = await FamiliesAsync(3);
        var colleague = await SignInAsync(Role.Opd, "Disperkim");
        var (mine, theirs) = (await _houses.GetAsync(Path), await colleague.GetAsync(Path));
        var key = $"{families[0]}|{(int)Need.DecentHouse}";
        var refused = await (await theirs.SubmitAsync(Pick, ("Form.Keys", key))).SubmitAsync(Answer, ("Form.Verdict", "Refused"), ("Form.Reason", "Anggaran habis."));
        var late = await (await mine.SubmitAsync(Pick, ("Form.Keys", key))).SubmitAsync(Answer, ("Form.Verdict", "Accepted"), ("Form.DueOn", Due));
        var incomplete = await (await mine.SubmitAsync(Pick, ("Form.Keys", key))).SubmitAsync(Answer, ("Form.Verdict", "Refused"));

        Assert.Contains("1 kebutuhan ditolak", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Baru saja dijawab rekan Anda: ditolak", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("Tulis alasan", incomplete.Text, StringComparison.Ordinal);
        Assert.Contains("KELUARGA 0000", (await (await SignInAsync(Role.Analyst)).GetAsync(Path + "?keadaan=Refused")).Text, StringComparison.Ordinal);

        var accepted = await (await (await _houses.GetAsync(Path)).SubmitAsync(Pick, ("Form.Keys", key))).SubmitAsync(Answer, ("Form.Verdict", "Accepted"), ("Form.DueOn", Due));
        Assert.Contains("1 kebutuhan diterima", accepted.Text, StringComparison.Ordinal);
        Assert.Equal([(1, false), (2, true)], (await AskAsync(db => db.DutyAnswers.OrderBy(answer => answer.Number).Select(answer => new { answer.Number, answer.IsInForce }).ToListAsync())).Select(one => (one.Number, one.IsInForce)));
        await _portal.Scenario.AidAsync(await ProgramAsync(), families[1]);
        var states = (await _houses.GetAsync(Path)).Document.QuerySelectorAll("td[data-label='Keadaan']").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal([$"Diterimatenggat {Indonesian.ShortDate(DueOn)}", "Direncanakan", "Belum dijawab"], states);
    }

    [Fact]
    public async Task A_referral_opens_one_family_to_the_OPD_that_is_asked_until_it_declines_and_accepting_answers_the_need()
    {
        var families = await FamiliesAsync(2);
        var labour = await SignInAsync(Role.Opd, "Disnaker");
        Assert.Equal(HttpStatusCode.NotFound, (await labour.GetAsync($"/keluarga/{families[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await labour.GetAsync($"{Path}/rujukan/baru/{families[0]}")).StatusCode);
        var to = await AskAsync(db => db.Opds.Where(opd => opd.ShortName == "Disnaker").Select(opd => opd.PublicId).SingleAsync());
        foreach (var family in families)
        {
            var form = await _houses.GetAsync($"{Path}/rujukan/baru/{family}");
            Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form[action*='/rujukan/baru/']", ("Form.Need", "DecentHouse"), ("Form.To", to.ToString()), ("Form.Reason", "Lewat padat karya."))).StatusCode);
            Assert.Contains("sudah dirujuk", (await form.SubmitAsync("form[action*='/rujukan/baru/']", ("Form.Need", "DecentHouse"), ("Form.To", to.ToString()), ("Form.Reason", "Lewat padat karya."))).Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await labour.GetAsync($"/keluarga/{families[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Role.Opd, "Disdik")).GetAsync($"/keluarga/{families[0]}")).StatusCode);

        var links = (await labour.GetAsync(Path + "/rujukan?tampil=jawab")).Document.QuerySelectorAll("tbody a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.Redirect, (await (await labour.GetAsync(links["KELUARGA 0000"])).SubmitAsync("form[action*='/rujukan/']", ("Form.Verdict", "Accepted"), ("Form.DueOn", Due))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await labour.GetAsync(links["KELUARGA 0001"])).SubmitAsync("form[action*='/rujukan/']", ("Form.Verdict", "Refused"), ("Form.Reason", "Bukan bidang kami."))).StatusCode);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await labour.GetAsync($"/keluarga/{families[0]}")).StatusCode, (await labour.GetAsync($"/keluarga/{families[1]}")).StatusCode));
        Assert.Contains("Rumah layak", (await labour.GetAsync(Path + "?keadaan=Accepted")).Find("tbody").TextContent, StringComparison.Ordinal);
        var unowned = await (await SignInAsync(Role.Analyst)).GetAsync(Path + "?kebutuhan=DecentHouse");
        Assert.Contains("KELUARGA 0001", unowned.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KELUARGA 0000", unowned.Text, StringComparison.Ordinal);
        Assert.Contains("1 kebutuhan tanpa bantuan", unowned.Text, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(db => db.DutyAnswers.CountAsync()));
    }

    private static string Name(int number) => $"KELUARGA {number:0000}";

    // Families that lack a decent house and nothing else that is known.
    private async Task<List<Guid>> FamiliesAsync(int count)
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(0, count).Select(number => new FamilyRow($"62712300{number:0000}", Village.Replace(".", "", StringComparison.Ordinal))
        {
            HeadName = Name(number),
            Others = new Dictionary<string, string> { ["jenis_lantai"] = "Tanah" },
        })]);
        return await AskAsync(db => db.Households.OrderBy(household => household.HeadName).Select(household => household.PublicId).ToListAsync());
    }

    private Task<Guid> ProgramAsync() => AskAsync(async db =>
    {
        var opd = await db.Opds.Where(one => one.ShortName == "Disperkim").Select(one => one.Id).SingleAsync();
        Assert.True(AidProgram.Open(opd, new ProgramTerms("RTLH", AidStrategy.ReducePockets, FundSource.RegionalApbd, DateTime.UtcNow.Year) { Needs = Need.DecentHouse }, false, out var program).IsAccepted);
        db.AidPrograms.Add(program!);
        await db.SaveChangesAsync();
        return program!.PublicId;
    });

    private Task<int> EditAsync(int number, Action<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Household>> edit) => AskAsync(async db =>
    {
        var name = Name(number);
        edit(db.Entry(await db.Households.SingleAsync(household => household.HeadName == name)));
        db.Changes.Declare(ChangeSource.Page, null, "uji");
        return await db.SaveChangesAsync();
    });

    private async Task<Visitor> SignInAsync(Role role, string? opd = null) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, opd: opd));

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ViewDuties, services => ask(services.GetRequiredService<PortalDbContext>()));
}
