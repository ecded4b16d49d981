using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using static TkpkdPortal.IntegrationTests.Features.Households.FamilyOffice;

namespace TkpkdPortal.IntegrationTests.Features.Households;

/// <summary>A family moves from one village of the office to another: offered by one head, taken in by the other.</summary>
public sealed class HandOverTests
{
    [Fact]
    public async Task Until_it_is_accepted_the_family_stays_where_it_is_and_the_receiver_sees_no_more_than_the_offer()
    {
        await using var office = await StartAsync();
        var page = await office.OfferAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);

        var home = await receiver.GetAsync("/");
        var offer = await receiver.GetAsync(await office.OfferPathAsync());

        Assert.Contains("Sampai diterima keluarga ini tetap di sini", page.Text, StringComparison.Ordinal);
        Assert.Contains("Serah terima keluarga", home.Text, StringComparison.Ordinal);
        Assert.NotNull(home.Document.QuerySelector($"a[href='{await office.OfferPathAsync()}']"));
        Assert.Contains(Head, (await receiver.GetAsync("/serah-terima?tampil=menunggu")).Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang menunggu Anda", (await office.VillageHead.GetAsync("/serah-terima?tampil=menunggu")).Text, StringComparison.Ordinal);
        Assert.Contains(Head, offer.Text, StringComparison.Ordinal);
        Assert.All([Wife, Son, "JL. UJI", "627199"], hidden => Assert.DoesNotContain(hidden, offer.Source, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/keluarga/{office.Household}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.VillageHead.GetAsync($"/keluarga/{office.Household}")).StatusCode);
    }

    [Fact]
    public async Task On_the_day_it_is_accepted_the_former_village_loses_sight_of_all_of_it_and_the_new_one_sees_it()
    {
        await using var office = await StartAsync();
        var visit = await office.Portal.Scenario.DraftVisitAsync(office.Household, await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var person = await office.MemberAsync(Son);
        var formerEnumerator = await office.EnterAsync(Role.Enumerator);
        Assert.Equal(HttpStatusCode.OK, (await formerEnumerator.GetAsync($"/kunjungan/{visit}")).StatusCode);

        await office.HandOverAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);
        var list = await office.VillageHead.GetAsync("/keluarga");
        var found = await office.VillageHead.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Budi"));

        foreach (var path in new[] { $"/keluarga/{office.Household}", $"/keluarga/{office.Household}?per=02/11/2026", $"/keluarga/{office.Household}/lembar.pdf", $"/keluarga/{office.Household}/akses",
            $"/keluarga/{office.Household}/peristiwa", $"/keluarga/anggota/{person}", $"/kunjungan/{visit}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await office.VillageHead.GetAsync(path)).StatusCode));
            Assert.Equal((path, HttpStatusCode.OK), (path, (await receiver.GetAsync(path)).StatusCode));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await formerEnumerator.GetAsync($"/kunjungan/{visit}")).StatusCode);
        Assert.DoesNotContain(Head, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Household.ToString(), found.Source, StringComparison.Ordinal);
        Assert.Contains(office.Household.ToString(), (await receiver.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Budi"))).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_history_its_aid_and_those_who_saw_it_go_with_it_and_of_the_new_house_nothing_is_known()
    {
        await using var office = await StartAsync();
        await office.Portal.Scenario.AidAsync(await office.Portal.Scenario.ProgramAsync("Disnaker", "Pelatihan las"), office.Household);
        await office.VillageHead.GetAsync(EventPath(office.Household, "kematian"));
        await office.WhoSawAsync(office.VillageHead, "Pencatatan peristiwa");

        await office.HandOverAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);
        var page = await receiver.GetAsync($"/keluarga/{office.Household}");
        var past = await receiver.GetAsync($"/keluarga/{office.Household}?per=02/11/2026");

        Assert.All(["Keluarga pindah desa/kelurahan", "Dimuat dari P3KE 2023", "Pelatihan las"], text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.Contains("JL. BARU 7", page.Text, StringComparison.Ordinal);
        Assert.Contains("Pelatihan las", page.Find("#bantuan").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sumur Bor", page.Find("#rumah").TextContent, StringComparison.Ordinal);
        Assert.Contains("JL. UJI", past.Text, StringComparison.Ordinal);
        Assert.Contains("Sumur Bor", past.Find("#rumah").TextContent, StringComparison.Ordinal);
        Assert.Contains("Pencatatan peristiwa", await office.WhoSawAsync(receiver, "Pencatatan peristiwa"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_family_counts_where_it_lives_now_and_for_the_day_before_where_it_lived()
    {
        await using var office = await StartAsync();
        await office.HandOverAsync();
        office.Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal((0, 1), (await CountAsync(office, Village, new DateOnly(2026, 11, 3)), await CountAsync(office, Elsewhere, new DateOnly(2026, 11, 3))));
        Assert.Equal((1, 0), (await CountAsync(office, Village, new DateOnly(2026, 11, 2)), await CountAsync(office, Elsewhere, new DateOnly(2026, 11, 2))));
    }

    [Fact]
    public async Task The_new_village_visits_it_under_the_next_number()
    {
        await using var office = await StartAsync();
        var enumerator = await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village);
        var submitted = await office.Portal.Scenario.SubmittedVisitAsync(office.Household, enumerator);
        var approved = await (await office.VillageHead.GetAsync($"/periksa/{submitted}")).SubmitAsync("form[action^='/periksa/']", ("Decision", "Approve"));
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);

        await office.HandOverAsync();
        var visitor = await office.EnterAsync(Role.Enumerator, Elsewhere);
        var opened = await (await visitor.GetAsync($"/keluarga/{office.Household}")).SubmitAsync("form[action^='/kunjungan/']");

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal([(1, "62.71.04.1003.000.004."), (2, "62.71.04.1003.000.004.")],
            await office.ReadAsync(db => db.Visits.OrderBy(v => v.Number).Select(v => ValueTuple.Create(v.Number, v.AreaCode)).ToListAsync()));
    }

    [Fact]
    public async Task A_visit_that_the_former_village_left_open_does_not_keep_the_new_one_from_visiting()
    {
        await using var office = await StartAsync();
        var left = await office.Portal.Scenario.DraftVisitAsync(office.Household, await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));
        await office.HandOverAsync();
        var visitor = await office.EnterAsync(Role.Enumerator, Elsewhere);

        var opened = await (await (await visitor.GetAsync($"/keluarga/{office.Household}")).SubmitAsync("form[action^='/kunjungan/']")).FollowAsync();
        var again = await (await visitor.GetAsync($"/keluarga/{office.Household}")).SubmitAsync("form[action^='/kunjungan/']");

        Assert.NotNull(opened.Document.QuerySelector("[name='Form.Note']"));
        Assert.DoesNotContain(left.ToString(), again.Location, StringComparison.Ordinal);
        Assert.Equal(2, await office.ReadAsync(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task A_list_that_had_moved_the_family_leaves_its_visits_and_the_next_has_the_next_number()
    {
        await using var office = await StartAsync();
        var enumerator = await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village);
        await office.Portal.Scenario.SubmittedVisitAsync(office.Household, enumerator);
        await office.Portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), Family with { VillageDigits = "6271041003" });

        var visitor = await office.EnterAsync(Role.Enumerator, Elsewhere);
        var opened = await (await visitor.GetAsync($"/keluarga/{office.Household}")).SubmitAsync("form[action^='/kunjungan/']");

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal([1, 2], await office.ReadAsync(db => db.Visits.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync()));
    }

    [Fact]
    public async Task An_offer_is_declined_with_a_reason_that_the_offering_village_reads()
    {
        await using var office = await StartAsync();
        await office.OfferAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);
        var offer = await receiver.GetAsync(await office.OfferPathAsync());

        var incomplete = await offer.SubmitAsync("#jawab", ("Form.Decision", "Decline"));
        var done = await incomplete.SubmitAsync("#jawab", ("Form.Decision", "Decline"), ("Form.Note", "Tidak dikenal di sini"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (incomplete.StatusCode, done.StatusCode));
        Assert.Contains("Tulis alasan menolak", incomplete.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak dikenal di sini", (await office.VillageHead.GetAsync(await office.OfferPathAsync())).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.VillageHead.GetAsync($"/keluarga/{office.Household}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/keluarga/{office.Household}")).StatusCode);
    }

    [Fact]
    public async Task An_acceptance_needs_the_new_address()
    {
        await using var office = await StartAsync();
        await office.OfferAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);

        var answer = await (await receiver.GetAsync(await office.OfferPathAsync())).SubmitAsync("#jawab", ("Form.Decision", "Accept"), ("Form.Rt", "4"));

        Assert.Contains("Isi alamat keluarga di desa atau kelurahan Anda", answer.Text, StringComparison.Ordinal);
        Assert.Equal("4", answer.Find("[name='Form.Rt']").GetAttribute("value"));
    }

    [Fact]
    public async Task An_offer_that_was_withdrawn_meanwhile_is_not_accepted_and_the_receiver_sees_it()
    {
        await using var office = await StartAsync();
        await office.OfferAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);
        var open = await receiver.GetAsync(await office.OfferPathAsync());
        var withdrawn = await (await office.VillageHead.GetAsync(await office.OfferPathAsync())).SubmitAsync("#tarik");

        var late = await open.SubmitAsync("#jawab", ("Form.Decision", "Accept"), ("Form.Address", "JL. BARU 7"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (withdrawn.StatusCode, late.StatusCode));
        Assert.Contains("Keadaannya sekarang: ditarik kembali", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/keluarga/{office.Household}")).StatusCode);
    }

    [Fact]
    public async Task Neither_side_answers_for_the_other()
    {
        await using var office = await StartAsync();
        await office.OfferAsync();
        var (path, receiver) = (await office.OfferPathAsync(), await office.EnterAsync(Role.VillageHead, Elsewhere));

        var own = await office.VillageHead.PostAsync(path, path, ("Form.Decision", "Accept"), ("Form.Address", "JL. BARU 7"), ("Form.Version", "0"));
        var theirs = await receiver.PostAsync(path, path, ("Form.Decision", "Withdraw"), ("Form.Version", "0"));

        Assert.All([own, theirs], answer => Assert.Contains("tidak menunggu jawaban Anda", answer.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
    }

    [Fact]
    public async Task A_third_village_knows_nothing_of_it()
    {
        await using var office = await StartAsync();
        await office.OfferAsync();
        var third = await office.EnterAsync(Role.VillageHead, "62.71.04.1005");

        Assert.Equal(HttpStatusCode.NotFound, (await third.GetAsync(await office.OfferPathAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await third.GetAsync($"/serah-terima/keluarga/{office.Household}")).StatusCode);
        Assert.DoesNotContain(Head, (await third.GetAsync("/serah-terima")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_is_offered_once_and_not_while_its_visit_waits_for_approval()
    {
        await using var office = await StartAsync();
        var form = await office.VillageHead.GetAsync($"/serah-terima/keluarga/{office.Household}");
        (string, string?)[] offer = [("Form.To", Elsewhere), ("Form.MovedOn", "02/11/2026"), ("Form.Reason", "Ikut orang tua")];
        await office.OfferAsync();

        var twice = await form.SubmitAsync("form[action^='/serah-terima/keluarga/']", offer);
        await (await office.VillageHead.GetAsync(await office.OfferPathAsync())).SubmitAsync("#tarik");
        await office.Portal.Scenario.SubmittedVisitAsync(office.Household, await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var waiting = await form.SubmitAsync("form[action^='/serah-terima/keluarga/']", offer);

        Assert.Contains("sudah ditawarkan dan menunggu jawaban", twice.Text, StringComparison.Ordinal);
        Assert.Contains("masih menunggu persetujuan", waiting.Text, StringComparison.Ordinal);
        Assert.Equal("Ikut orang tua", waiting.Find("[name='Form.Reason']").TextContent.Trim());
    }

    [Fact]
    public async Task A_family_that_was_closed_or_whose_visit_waits_is_not_taken_in()
    {
        await using var office = await StartAsync();
        await office.OfferAsync();
        var receiver = await office.EnterAsync(Role.VillageHead, Elsewhere);
        (string, string?)[] accept = [("Form.Decision", "Accept"), ("Form.Address", "JL. BARU 7")];
        var enumerator = await office.Portal.Scenario.AccountAsync(Role.Enumerator, Village);
        var visit = await office.Portal.Scenario.SubmittedVisitAsync(office.Household, enumerator);
        var offer = await receiver.GetAsync(await office.OfferPathAsync());

        var waiting = await offer.SubmitAsync("#jawab", accept);
        await (await office.VillageHead.GetAsync($"/periksa/{visit}")).SubmitAsync("form[action^='/periksa/']", ("Decision", "Return"), ("Note", "Periksa lagi"));
        await office.RecordAsync("pindah-luar");
        var closed = await offer.SubmitAsync("#jawab", accept);

        Assert.Contains("masih menunggu persetujuan", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("sudah ditutup", closed.Text, StringComparison.Ordinal);
        Assert.Equal("JL. BARU 7", closed.Find("[name='Form.Address']").GetAttribute("value"));
    }

    private static Task<int> CountAsync(FamilyOffice office, string village, DateOnly day) => office.Portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var scope = await FigureScope.ForAsync(db, AreaCode.Parse(village), releaseId: null, services.GetRequiredService<OfficeClock>().EndOf(day), default);
        return (await VerificationFigures.OfAsync(db, scope, AreaLevel.Village, default)).Total.Target;
    });
}
