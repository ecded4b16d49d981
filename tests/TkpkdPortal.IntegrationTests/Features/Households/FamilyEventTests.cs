using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using static TkpkdPortal.IntegrationTests.Features.Households.FamilyOffice;

namespace TkpkdPortal.IntegrationTests.Features.Households;

public sealed class FamilyEventTests
{
    [Fact]
    public async Task A_member_who_died_leaves_the_page_and_the_search_and_stays_in_the_past()
    {
        await using var office = await StartAsync();

        var page = await office.DieAsync(Son);
        var found = await office.VillageHead.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Budi"));
        var past = await office.VillageHead.GetAsync($"/keluarga/{office.Household}?per=02/11/2026");

        Assert.DoesNotContain(Son, page.Find("#anggota").TextContent, StringComparison.Ordinal);
        Assert.Contains("Kematian anggota", page.Find("#riwayat").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Son}, 2 November 2026. Laporan ketua RT", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Household.ToString(), found.Source, StringComparison.Ordinal);
        Assert.Contains(Son, past.Find("#anggota").TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Head} Head, {Wife} Spouse", await office.MembersAsync());
    }

    [Fact]
    public async Task When_the_head_dies_the_form_asks_for_another_and_the_household_has_one_again()
    {
        await using var office = await StartAsync();
        var head = (await office.MemberAsync(Head)).ToString();

        var asked = await office.TryAsync("kematian", ("Form.MemberId", head), ("Form.NewHeadId", ""));
        var page = await office.DieAsync(Head, newHead: Wife);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Kepala keluarga pergi. Pilih kepala keluarga yang baru", asked.Text, StringComparison.Ordinal);
        Assert.Contains($"Keluarga {Wife}", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Wife} Head, {Son} Child", await office.MembersAsync());
    }

    [Fact]
    public async Task When_all_have_died_the_household_leaves_the_list_and_its_page_says_so_and_shows_the_past()
    {
        await using var office = await StartAsync();
        var enumerator = await office.EnterAsync(Role.Enumerator);
        var form = await enumerator.GetAsync($"/keluarga/{office.Household}");
        await office.DieAsync(Son);
        await office.DieAsync(Wife);

        var page = await office.DieAsync(Head);
        var list = await office.VillageHead.GetAsync("/keluarga");
        var past = await office.VillageHead.GetAsync($"/keluarga/{office.Household}?per=02/11/2026");
        var visit = await form.SubmitAsync("form[action^='/kunjungan/']");
        var again = await office.VillageHead.GetAsync(EventPath(office.Household, "kelahiran"));

        Assert.Contains("tidak ada lagi dalam register: semua anggota meninggal, 2 November 2026", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Head, list.Text, StringComparison.Ordinal);
        Assert.Contains("0 KK", list.Text, StringComparison.Ordinal);
        Assert.Contains(Head, past.Find("#anggota").TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (visit.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_family_whose_visit_waits_for_approval_does_not_close_before_it_is_decided()
    {
        await using var office = await StartAsync();
        await office.DieAsync(Son);
        await office.DieAsync(Wife);
        await office.Portal.Scenario.SubmittedVisitAsync(office.Household, await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));

        var refused = await office.TryAsync("kematian", ("Form.MemberId", (await office.MemberAsync(Head)).ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("masih menunggu persetujuan", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Laporan ketua RT", refused.Find("[name='Form.Note']").GetAttribute("value"));
        Assert.Contains(Head, refused.Find("form[action$='/peristiwa/kematian']").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await office.ReadAsync(db => db.Households.CountAsync()));
    }

    [Fact]
    public async Task A_family_that_left_the_region_is_closed()
    {
        await using var office = await StartAsync();

        var page = await office.RecordAsync("pindah-luar");

        Assert.Contains("pindah ke luar kabupaten/kota", page.Text, StringComparison.Ordinal);
        Assert.Equal("", await office.MembersAsync());
    }

    [Fact]
    public async Task A_closed_family_counts_neither_as_target_nor_as_visited_from_the_day_on_which_that_was_known()
    {
        await using var office = await StartAsync();
        var visit = await office.Portal.Scenario.SubmittedVisitAsync(office.Household, await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));
        Expect(HttpStatusCode.Redirect, await (await office.VillageHead.GetAsync($"/periksa/{visit}")).SubmitAsync("form[action^='/periksa/']", ("Decision", "Approve")));
        await office.PassAsync(TimeSpan.FromDays(1));
        await office.RecordAsync("pindah-luar");

        Assert.Equal((1, 1, 1), await CountsAsync(office, new DateOnly(2026, 11, 3)));
        Assert.Equal((0, 0, 0), await CountsAsync(office, new DateOnly(2026, 11, 4)));
    }

    [Fact]
    public async Task A_child_is_born_and_somebody_unknown_marries_in()
    {
        await using var office = await StartAsync();

        await office.RecordAsync("kelahiran", ("Form.Name", "ANI UJI"), ("Form.Sex", "Female"), ("Form.Nik", "6271994211260004"));
        var page = await office.RecordAsync("bergabung", ("Form.Name", "TONO UJI"), ("Form.Sex", "Male"), ("Form.Relationship", "Other"), ("Form.BirthDate", "01/02/1990"));
        var found = await office.VillageHead.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Tono"));

        Assert.Equal($"{Head} Head, {Wife} Spouse, ANI UJI Child, {Son} Child, TONO UJI Other", await office.MembersAsync());
        Assert.Equal(new DateOnly(2026, 11, 2), await office.ReadAsync(db => db.Persons.Where(p => p.Name == "ANI UJI").Select(p => p.BirthDate).SingleAsync()));
        Assert.Contains("5 jiwa", page.Text, StringComparison.Ordinal);
        Assert.Contains(office.Household.ToString(), found.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("6271994211260004", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_birth_without_a_name_or_with_an_impossible_number_is_shown_again_with_the_sentences()
    {
        await using var office = await StartAsync();

        var answer = await office.TryAsync("kelahiran", ("Form.On", ""), ("Form.Note", ""), ("Form.Nik", "123"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(["Isi tanggal peristiwa", "Tulis dasar catatan", "Tulis nama", "Pilih jenis kelamin", "NIK ini bukan nomor yang mungkin"],
            sentence => Assert.Contains(sentence, answer.Find(".tk-summary").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_member_becomes_head_and_what_would_change_is_shown_before()
    {
        await using var office = await StartAsync();
        var son = (await office.MemberAsync(Son)).ToString();

        var confirm = await office.TryAsync("ganti-kepala", ("Form.NewHeadId", son));
        var before = await office.MembersAsync();
        await office.RecordAsync("ganti-kepala", ("Form.NewHeadId", son));

        Assert.Contains($"{Son}, kepala keluarga", confirm.Text, StringComparison.Ordinal);
        Assert.Equal($"{Head} Head, {Wife} Spouse, {Son} Child", before);
        Assert.Equal($"{Son} Head, {Head} Other, {Wife} Other", await office.MembersAsync());
    }

    [Fact]
    public async Task What_was_typed_stands_in_the_form_again_when_it_is_to_be_changed()
    {
        await using var office = await StartAsync();
        var son = (await office.MemberAsync(Son)).ToString();
        var confirm = await office.TryAsync("ganti-kepala", ("Form.NewHeadId", son));

        var form = await confirm.SubmitAsync("form[action$='/peristiwa/ganti-kepala']", ("Form.Step", "ubah"));

        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Equal("Laporan ketua RT", form.Find("[name='Form.Note']").GetAttribute("value"));
        Assert.Equal(son, form.Find("[name='Form.NewHeadId'] option[selected]").GetAttribute("value"));
        Assert.Empty(form.Document.QuerySelectorAll(".tk-summary"));
    }

    [Fact]
    public async Task A_head_leaves_with_the_son_and_both_households_have_one_head_and_are_found()
    {
        await using var office = await StartAsync();

        var split = await office.SplitAsync(newHead: Wife, (Head, Relationship.Head), (Son, Relationship.Child));
        var found = await office.VillageHead.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Budi"));
        var page = await office.VillageHead.GetAsync($"/keluarga/{split}");
        var past = await office.VillageHead.GetAsync($"/keluarga/{office.Household}?per=02/11/2026");

        Assert.Equal($"{Wife} Head", await office.MembersAsync());
        Assert.Equal($"{Head} Head, {Son} Child", await office.MembersAsync(split));
        Assert.Contains(split.ToString(), found.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Household.ToString(), found.Source, StringComparison.Ordinal);
        Assert.Contains("Pecah KK", page.Find("#riwayat").TextContent, StringComparison.Ordinal);
        Assert.Contains(Son, past.Find("#anggota").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.VillageHead.GetAsync($"/keluarga/{split}?per=02/11/2026")).StatusCode);
    }

    [Fact]
    public async Task A_daughter_in_law_joins_the_family_and_her_emptied_household_closes()
    {
        await using var office = await StartAsync();
        var bride = await office.Portal.Scenario.HouseholdInAsync(Village, "DEWI UJI");
        var path = EventPath(bride, "pindah-keluarga");
        (string, string?)[] fields = [("Form.MemberId", (await office.MemberAsync("DEWI UJI")).ToString()), ("Form.Relationship", "Other"), ("Form.Find", "rahman")];

        var choose = await FillAsync(await office.VillageHead.GetAsync(path), "pindah-keluarga", fields);
        var confirm = await FillAsync(choose, "pindah-keluarga", [.. fields, ("Form.TargetId", office.Household.ToString())]);
        var page = await (await confirm.SubmitAsync("form[action$='/peristiwa/pindah-keluarga']", ("Form.Step", "catat"))).FollowAsync();

        Assert.Contains("Pilih keluarga tujuan dari yang ditemukan", choose.Text, StringComparison.Ordinal);
        Assert.Contains("tidak ada lagi dalam register: semua anggota bergabung dengan keluarga lain", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{Head} Head, {Wife} Spouse, {Son} Child, DEWI UJI Other", await office.MembersAsync());
        Assert.Contains(office.Household.ToString(), (await office.VillageHead.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Dewi"))).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_is_sought_by_number_for_an_event_is_noted_like_one_on_the_search_page()
    {
        await using var office = await StartAsync();
        var bride = await office.Portal.Scenario.HouseholdInAsync(Village, "DEWI UJI");

        var choose = await FillAsync(await office.VillageHead.GetAsync(EventPath(bride, "pindah-keluarga")), "pindah-keluarga",
            ("Form.MemberId", (await office.MemberAsync("DEWI UJI")).ToString()), ("Form.Relationship", "Other"), ("Form.Find", Family.Nik));

        Assert.Contains("Pilih keluarga tujuan dari yang ditemukan", choose.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "Number.Searched")));
        Assert.Contains("Hasil pencarian nomor", await office.WhoSawAsync(office.VillageHead, "Hasil pencarian nomor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_has_no_place_in_the_note_of_an_event_or_the_reason_of_an_offer()
    {
        await using var office = await StartAsync();
        const string WithNumber = "Menurut KTP 627199 030280 0001";

        var noted = await office.TryAsync("ganti-kepala", ("Form.NewHeadId", (await office.MemberAsync(Wife)).ToString()), ("Form.Note", WithNumber));
        var offered = await (await office.VillageHead.GetAsync($"/serah-terima/keluarga/{office.Household}"))
            .SubmitAsync("form[action^='/serah-terima/keluarga/']", ("Form.To", Elsewhere), ("Form.MovedOn", "02/11/2026"), ("Form.Reason", WithNumber));

        Assert.All([noted, offered], page => Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (page.StatusCode, page.Text.Contains("Jangan tulis NIK atau nomor KK", StringComparison.Ordinal))));
        Assert.Equal(0, await office.ReadAsync(db => db.HandOvers.CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_moved_into_a_family_of_another_village()
    {
        await using var office = await StartAsync();
        var there = await office.Portal.Scenario.HouseholdInAsync(Elsewhere, "JAUH UJI");

        var answer = await office.TryAsync("pindah-keluarga", ("Form.MemberId", (await office.MemberAsync(Son)).ToString()), ("Form.Relationship", "Other"), ("Form.Find", "jauh"),
            ("Form.TargetId", there.ToString()));

        Assert.Contains("Tidak ada keluarga yang cocok di wilayah Anda", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("JAUH", answer.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_record_at_once_the_second_sees_what_the_first_did_and_keeps_what_was_typed()
    {
        await using var office = await StartAsync();
        var registry = await office.EnterAsync(Role.CivilRegistry, "62.71");
        var late = await registry.GetAsync(EventPath(office.Household, "kelahiran"));
        await office.DieAsync(Son);

        var answer = await FillAsync(late, "kelahiran", ("Form.Name", "ANI UJI"), ("Form.Sex", "Female"));
        var confirm = await answer.SubmitAsync("form[action$='/peristiwa/kelahiran']");
        await confirm.SubmitAsync("form[action$='/peristiwa/kelahiran']", ("Form.Step", "catat"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("berubah saat Anda mengisi", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Kematian anggota", answer.Text, StringComparison.Ordinal);
        Assert.Equal("ANI UJI", answer.Find("[name='Form.Name']").GetAttribute("value"));
        Assert.Equal($"{Head} Head, {Wife} Spouse, ANI UJI Child", await office.MembersAsync());
    }

    [Fact]
    public async Task Whoever_opens_the_form_of_an_event_is_noted_among_those_who_saw_the_household()
    {
        await using var office = await StartAsync();
        await office.VillageHead.GetAsync(EventPath(office.Household, "kematian"));

        Assert.Contains("Pencatatan peristiwa keluarga", await office.WhoSawAsync(office.VillageHead, "Pencatatan peristiwa"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_does_not_exist_is_not_found()
    {
        await using var office = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.VillageHead.GetAsync(EventPath(office.Household, "penobatan"))).StatusCode);
        Assert.Contains("Pecah KK", (await office.VillageHead.GetAsync($"/keluarga/{office.Household}/peristiwa")).Text, StringComparison.Ordinal);
    }

    private static Task<(int Target, int Visited, int Approved)> CountsAsync(FamilyOffice office, DateOnly day) => office.Portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var scope = await FigureScope.ForAsync(db, AreaCode.Parse(Village), releaseId: null, services.GetRequiredService<OfficeClock>().EndOf(day), default);
        var total = (await VerificationFigures.OfAsync(db, scope, AreaLevel.Village, default)).Total;
        return (total.Target, total.Visited, total.Approved);
    });
}
