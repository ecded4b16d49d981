using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using Xunit.Abstractions;
using static TkpkdPortal.IntegrationTests.Features.Households.FamilyOffice;

namespace TkpkdPortal.IntegrationTests.Features.Households;

/// <summary>
/// Two at once on one household, in five ways: what either was told is saved is there at the end, and whoever comes second sees what the first did
/// and keeps what was typed. TKPKD_FULL=1 runs 1.000 races.
/// </summary>
public sealed class HouseholdRaceTests(ITestOutputHelper output)
{
    private static readonly int Races = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 200 : 8;

    [Fact]
    public async Task Two_windows_on_one_visit_lose_nothing()
    {
        await using var office = await StartAsync();
        var account = await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village);
        var path = $"/kunjungan/{await office.Portal.Scenario.DraftVisitAsync(office.Household, account)}";
        var (phone, desk) = (await office.Portal.SignInAsync(account), await office.Portal.SignInAsync(account));

        for (var race = 0; race < Races; race++)
        {
            var (atPhone, atDesk) = (await phone.GetAsync(path), await desk.GetAsync(path));
            Task<Page> SaveAsync(Page form, string note) => form.SubmitAsync("form[action^='/kunjungan/']", ("Form.Note", note), ("Form.Action", "simpan"));

            var (first, second, stale) = await RaceAsync(Text("HP", race), Text("Meja", race), note => SaveAsync(atPhone, note), note => SaveAsync(atDesk, note));
            var between = await NoteAsync(office);
            Expect(HttpStatusCode.Redirect, await stale.SubmitAsync("form[action^='/kunjungan/']", ("Form.Action", "simpan")));

            Assert.All([first, second], note => Assert.Contains(note, stale.Find("form[action^='/kunjungan/']").TextContent, StringComparison.Ordinal));
            Assert.Equal((first, second), (between, await NoteAsync(office)));
        }

        Assert.Equal(2 * Races, await office.ReadAsync(db => db.Visits.Select(v => v.Version).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_correct_one_person_lose_nothing()
    {
        await using var office = await StartAsync();
        var path = $"/keluarga/anggota/{await office.MemberAsync(Son)}/perbaikan";
        var (one, other) = (await office.EnterAsync(Role.CivilRegistry, "62.71"), await office.EnterAsync(Role.CivilRegistry, "62.71"));

        for (var race = 0; race < Races; race++)
        {
            var (mine, theirs) = (await one.GetAsync(path), await other.GetAsync(path));
            Task<Page> SaveAsync(Page form, string name) => form.SubmitAsync("form[action$='/perbaikan']", ("Form.Name", name), ("Form.Note", "KTP-el"));

            var (first, second, stale) = await RaceAsync(Text("BUDIMAN", race), Text("BUDIONO", race), name => SaveAsync(mine, name), name => SaveAsync(theirs, name));
            var between = await NameOfSonAsync(office);
            Expect(HttpStatusCode.Redirect, await stale.SubmitAsync("form[action$='/perbaikan']"));

            Assert.Contains($"Tersimpan sekarang: {first}", stale.Text, StringComparison.Ordinal);
            Assert.Equal(second, stale.Find("[name='Form.Name']").GetAttribute("value"));
            Assert.Equal((first, second), (between, await NameOfSonAsync(office)));
        }
    }

    [Fact]
    public async Task Two_who_name_another_head_lose_nothing()
    {
        await using var office = await StartAsync();
        var registry = await office.EnterAsync(Role.CivilRegistry, "62.71");

        for (var race = 0; race < Races; race++)
        {
            var others = await OthersThanHeadAsync(office);
            var (mine, theirs) = (await ConfirmAsync(office, office.VillageHead, others[0]), await ConfirmAsync(office, registry, others[1]));

            var (first, second, stale) = await RaceAsync(others[0], others[1], _ => RecordAsync(mine), _ => RecordAsync(theirs));
            var between = await HeadAsync(office);
            Expect(HttpStatusCode.Redirect, await RecordAsync(await stale.SubmitAsync("form[action$='/ganti-kepala']")));

            Assert.Contains($"{first}, kepala keluarga", stale.Text, StringComparison.Ordinal);
            Assert.Contains(second, stale.Find("[name='Form.NewHeadId'] option[selected]").TextContent, StringComparison.Ordinal);
            Assert.Equal("Laporan ketua RT", stale.Find("[name='Form.Note']").GetAttribute("value"));
            Assert.Equal((first, second), (between, await HeadAsync(office)));
        }

        Assert.Equal(2 * Races, await office.ReadAsync(db => db.FamilyEvents.CountAsync()));
    }

    [Fact]
    public async Task An_approval_and_a_correction_at_once_lose_nothing()
    {
        await using var office = await StartAsync();
        var (registry, enumerator) = (await office.EnterAsync(Role.CivilRegistry, "62.71"), await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var path = $"/keluarga/anggota/{await office.MemberAsync(Son)}/perbaikan";
        var stale = 0;

        for (var race = 0; race < Races; race++)
        {
            var visit = await office.Portal.Scenario.SubmittedVisitAsync(office.Household, enumerator);
            var (review, form, name) = (await office.VillageHead.GetAsync($"/periksa/{visit}"), await registry.GetAsync(path), Text("BUDIMAN", race));
            Task<Page> ApproveAsync(Page page) => page.SubmitAsync("form[action^='/periksa/']", ("Decision", "Approve"));

            var answers = await TogetherAsync(() => ApproveAsync(review), () => form.SubmitAsync("form[action$='/perbaikan']", ("Form.Name", name), ("Form.Note", "KTP-el")));
            // A correction that is read after the approval stands beside it, since that has not touched the member; what was read before is asked again.
            if (answers[1].StatusCode is HttpStatusCode.Conflict)
                answers[1] = await answers[1].SubmitAsync("form[action$='/perbaikan']");
            Expect(HttpStatusCode.Redirect, answers[1]);
            if (answers[0].StatusCode is HttpStatusCode.Conflict)
            {
                stale++;
                Assert.Contains("Data berubah saat Anda memeriksa", answers[0].Text, StringComparison.Ordinal);
                answers[0] = await ApproveAsync(answers[0]);
            }
            Expect(HttpStatusCode.Redirect, answers[0]);

            Assert.Equal((name, VisitStatus.Approved), (await NameOfSonAsync(office), await office.ReadAsync(db => db.Visits.Where(v => v.PublicId == visit).Select(v => v.Status).SingleAsync())));
            Assert.Equal(Eligibility.Poor, await office.ReadAsync(db => db.Households.Select(h => h.Eligibility).SingleAsync()));
        }

        output.WriteLine($"{Races} races: the correction came first {stale} times");
    }

    [Fact]
    public async Task A_change_of_head_and_an_import_at_once_lose_nothing()
    {
        await using var office = await StartAsync();
        var (random, stale) = (new Random(7), 0);

        for (var race = 0; race < Races; race++)
        {
            var (wanted, decile, pause) = ((await OthersThanHeadAsync(office))[0], 1 + (race % 4), random.Next(0, 120));
            var confirm = await ConfirmAsync(office, office.VillageHead, wanted);

            var answers = await TogetherAsync(
                async () =>
                {
                    await Task.Delay(pause);
                    return await RecordAsync(confirm);
                },
                async () =>
                {
                    await office.Portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), Family with { Decile = decile.ToString(CultureInfo.InvariantCulture), Address = $"JL. UJI {race}" });
                    return confirm;
                });
            if (answers[0].StatusCode is HttpStatusCode.Conflict)
            {
                stale++;
                Assert.Contains("Dimuat dari P3KE 2024", answers[0].Text, StringComparison.Ordinal);
                Assert.Contains(wanted, answers[0].Find("[name='Form.NewHeadId'] option[selected]").TextContent, StringComparison.Ordinal);
                answers[0] = await RecordAsync(await answers[0].SubmitAsync("form[action$='/ganti-kepala']"));
            }
            Expect(HttpStatusCode.Redirect, answers[0]);

            Assert.Equal((wanted, (byte?)decile, $"JL. UJI {race}"), await office.ReadAsync(db => db.Households.Select(h => ValueTuple.Create(h.HeadName, h.DecileCode, h.Address)).SingleAsync()));
            Assert.Equal(wanted, await HeadAsync(office));
        }

        output.WriteLine($"{Races} races: the import came first {stale} times");
    }

    [Fact]
    public async Task Of_two_who_decide_one_visit_the_second_sees_the_first_decision_and_keeps_the_note()
    {
        await using var office = await StartAsync();
        var standIn = await office.EnterAsync(Role.VillageHead);
        var visit = await office.Portal.Scenario.SubmittedVisitAsync(office.Household, await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var (mine, theirs) = (await office.VillageHead.GetAsync($"/periksa/{visit}"), await standIn.GetAsync($"/periksa/{visit}"));
        Task<Page> ReturnAsync(Page page, string note) => page.SubmitAsync("form[action^='/periksa/']", ("Decision", "Return"), ("Note", note));

        var (first, second, stale) = await RaceAsync("Foto rumah kurang", "Tanggal keliru", note => ReturnAsync(mine, note), note => ReturnAsync(theirs, note));

        Assert.Contains($"Catatan: “{first}”", stale.Text, StringComparison.Ordinal);
        Assert.Equal(second, stale.Find("#Note").TextContent);
        Assert.Equal(first, await office.ReadAsync(db => db.Visits.Select(v => v.ReturnNote).SingleAsync()));
    }

    // Exactly one is told that it is saved; the other is shown that it came second.
    private static async Task<(string First, string Second, Page Stale)> RaceAsync(string mine, string theirs, Func<string, Task<Page>> save, Func<string, Task<Page>> saveToo)
    {
        var answers = await TogetherAsync(() => save(mine), () => saveToo(theirs));
        var stale = Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Conflict);
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Redirect);
        return answers[0] == stale ? (theirs, mine, stale) : (mine, theirs, stale);
    }

    private static Task<Page[]> TogetherAsync(Func<Task<Page>> one, Func<Task<Page>> other) => Task.WhenAll(Task.Run(one), Task.Run(other));

    private static async Task<Page> ConfirmAsync(FamilyOffice office, Visitor visitor, string newHead) =>
        await FillAsync(await visitor.GetAsync(EventPath(office.Household, "ganti-kepala")), "ganti-kepala", ("Form.NewHeadId", (await office.MemberAsync(newHead)).ToString()));

    private static Task<Page> RecordAsync(Page confirm) => confirm.SubmitAsync("form[action$='/ganti-kepala']", ("Form.Step", "catat"));

    private static Task<string?> NoteAsync(FamilyOffice office) => office.ReadAsync(db => db.Visits.Select(v => v.Note).SingleAsync());

    private static Task<string> NameOfSonAsync(FamilyOffice office) => office.ReadAsync(db => db.Persons.Where(p => p.Relationship == Relationship.Child).Select(p => p.Name).SingleAsync());

    private static Task<string> HeadAsync(FamilyOffice office) => office.ReadAsync(db => db.Persons.Where(p => p.Relationship == Relationship.Head).Select(p => p.Name).SingleAsync());

    private static Task<List<string>> OthersThanHeadAsync(FamilyOffice office) =>
        office.ReadAsync(db => db.Persons.Where(p => p.Relationship != Relationship.Head).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync());

    private static string Text(string word, int race) => FormattableString.Invariant($"{word} {race} UJI");
}
