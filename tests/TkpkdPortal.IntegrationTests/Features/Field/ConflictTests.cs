using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>Two people say different things of one family: nothing is lost, and nothing enters that nobody chose.</summary>
public sealed class ConflictTests
{
    [Fact]
    public async Task Two_enumerators_who_edit_one_family_offline_are_both_heard_and_the_head_of_the_village_decides_field_by_field()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var (first, second) = (await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village), await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var (one, two) = (await portal.PhoneAsync(first), await portal.PhoneAsync(second));
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var (visit, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (mine, theirs) = (FieldPhone.Visit(household, 0), FieldPhone.Visit(household, 0));
        (mine["correctedAddress"], theirs["correctedAddress"]) = ("JL. RAJAWALI 1", "JL. RAJAWALI 11");
        (theirs["eligibility"], theirs["housing"]!["roof"]) = ("ExtremelyPoor", "Bamboo");

        var sent = await one.SubmitAsync(visit, 1, mine);
        var met = await two.SubmitAsync(other, 1, theirs);
        var queue = await head.GetAsync("/periksa");
        var page = await head.GetAsync($"/periksa/{visit}");
        var undecided = await page.SubmitAsync("#keputusan", ("Decision", "Approve"));

        Assert.Equal(("submitted", "conflict"), (sent.Outcome, met.Outcome));
        Assert.Contains("petugas lain", met.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains($"/periksa/{visit}", queue.Source, StringComparison.Ordinal);
        Assert.Contains($"/periksa/{other}", queue.Source, StringComparison.Ordinal);
        foreach (var words in new[] { "JL. RAJAWALI 1", "JL. RAJAWALI 11", "Bambu", "JL. UJI RT 01 RW 01", "miskin, bukan ekstrem", "memenuhi kriteria miskin ekstrem" })
            Assert.Contains(words, page.Find("#berbeda").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.StatusCode);
        Assert.Contains("Pilih dahulu nilai yang dipakai untuk: Keberadaan dan kelayakan, Alamat, Atap.", undecided.Text, StringComparison.Ordinal);

        var decided = await page.SubmitAsync("#keputusan", ("Decision", "Approve"), ("Choices[Finding]", other.ToString()), ("Choices[Address]", visit.ToString()), ("Choices[Roof]", "tercatat"));

        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var now = await portal.AskAsync(db => db.Households.AsNoTracking().SingleAsync());
        Assert.Equal((Eligibility.ExtremelyPoor, "JL. RAJAWALI 1"), (now.Eligibility, now.Address));
        Assert.NotEqual(RoofMaterial.Bamboo, now.Housing.Roof);
        Assert.All(await portal.AskAsync(db => db.Visits.AsNoTracking().ToListAsync()), v => Assert.Equal(VisitStatus.Approved, v.Status));
        var told = await one.Visitor.GetAsync("/");
        Assert.Contains("Dipakai dari kunjungan ini: Alamat. Dipakai dari kunjungan lain: Keberadaan dan kelayakan. Tetap seperti tercatat: Atap.", told.Text, StringComparison.Ordinal);
        await (await one.Visitor.GetAsync($"/kunjungan/{visit}")).SubmitAsync($"form[action='/kunjungan/{visit}/dibaca']");
        Assert.DoesNotContain("Dipakai dari kunjungan ini", (await one.Visitor.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Dipakai dari kunjungan ini: Keberadaan dan kelayakan.", (await two.Visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_visits_that_wait_for_one_family_are_not_waved_through_with_many_others()
    {
        await using var portal = TestPortal.Start();
        var households = await portal.FamiliesAsync(2);
        var (first, second) = (await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village), await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        // Both say the same: it is looked at all the same, since two people were at one door.
        var one = await portal.Scenario.SubmittedVisitAsync(households[0], first);
        await portal.Scenario.SubmittedVisitAsync(households[0], second);
        await portal.Scenario.SubmittedVisitAsync(households[1], first);

        var marked = await (await head.GetAsync("/periksa")).SubmitAsync("form[action='/periksa/sekaligus']", ("Ids", one.ToString()));
        var all = await (await head.GetAsync("/periksa")).SubmitAsync("form[action='/periksa/sekaligus']", ("IsAll", "true"));

        Assert.Equal(1, marked.Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("Dua kunjungan menunggu untuk keluarga ini", StringComparison.Ordinal)));
        Assert.Contains("1 kunjungan disetujui", all.Text, StringComparison.Ordinal);
        Assert.Equal(2, all.Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("Dua kunjungan menunggu untuk keluarga ini", StringComparison.Ordinal)));
        Assert.Equal((2, 1), await portal.AskAsync(async db => (await db.Visits.CountAsync(v => v.Status == VisitStatus.Submitted), await db.Visits.CountAsync(v => v.Status == VisitStatus.Approved))));
    }

    [Fact]
    public async Task What_came_back_stays_with_its_enumerator_also_where_somebody_was_there_later()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var (first, second) = (await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village), await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var earlier = await portal.Scenario.SubmittedVisitAsync(household, first);
        var later = await portal.Scenario.SubmittedVisitAsync(household, second);
        await (await head.GetAsync($"/periksa/{earlier}")).SubmitAsync("#keputusan", ("Decision", "Return"), ("Note", "Foto belum jelas."));
        await (await head.GetAsync($"/periksa/{later}")).SubmitAsync("#keputusan", ("Decision", "Approve"));
        Assert.Equal(VisitStatus.Approved, await portal.AskAsync(db => db.Visits.Where(v => v.PublicId == later).Select(v => v.Status).SingleAsync()));

        var phone = await portal.PhoneAsync(first);
        foreach (var path in new[] { "/", "/menunggu", "/kunjungan?saya=true", "/kunjungan?status=Returned&saya=true" })
            Assert.Single((await phone.Visitor.GetAsync(path)).Document.QuerySelectorAll($"main .tk-rows a[href='/kunjungan/{earlier}']"));
        await phone.AccountAsync();
        var item = Assert.Single(await phone.WorklistAsync());
        Assert.Equal((earlier.ToString(), "Returned", false), (item.GetProperty("visit").GetProperty("id").GetString(), item.GetProperty("visit").GetProperty("status").GetString(), item.GetProperty("isTarget").GetBoolean()));
        var other = await portal.PhoneAsync(second);
        Assert.DoesNotContain(earlier.ToString(), (await other.Visitor.GetAsync("/kunjungan?saya=true")).Source, StringComparison.Ordinal);

        var mended = await (await phone.Visitor.GetAsync($"/kunjungan/{earlier}")).SubmitAsync("form.tk-numbered", ("Form.Action", "ajukan"));
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Empty((await phone.Visitor.GetAsync("/menunggu")).Document.QuerySelectorAll("main .tk-rows a"));
    }

    [Fact]
    public async Task A_visit_against_a_record_that_changed_since_it_was_loaded_overwrites_nothing_by_itself()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var (early, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (FieldPhone.Visit(household, 0), FieldPhone.Visit(household, 0));
        first["correctedAddress"] = "JL. BARU 5";
        (second["correctedAddress"], second["visitedOn"]) = ("JL. LAMA 7", first["visitedOn"]!.GetValue<string>());
        await phone.SubmitAsync(early, 1, first);
        await (await head.GetAsync($"/periksa/{early}")).SubmitAsync("#keputusan", ("Decision", "Approve"));

        var met = await phone.SubmitAsync(late, 1, second);
        var page = await head.GetAsync($"/periksa/{late}");
        var undecided = await page.SubmitAsync("#keputusan", ("Decision", "Approve"));
        var kept = await page.SubmitAsync("#keputusan", ("Decision", "Approve"), ("Choices[Address]", "tercatat"));

        Assert.Equal("conflict", met.Outcome);
        Assert.Contains("berubah sejak daftar dimuat", met.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("JL. BARU 5", await portal.AskAsync(db => db.Households.Select(h => h.Address).SingleAsync()));
    }

    [Fact]
    public async Task A_visit_that_arrives_while_the_reviewer_decides_is_shown_before_anything_is_saved()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var one = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var two = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var visit = Guid.CreateVersion7();
        await one.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0));
        var page = await head.GetAsync($"/periksa/{visit}");
        await two.SubmitAsync(Guid.CreateVersion7(), 1, FieldPhone.Visit(household, 0));

        var stale = await page.SubmitAsync("#keputusan", ("Decision", "Approve"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("2 kunjungan menunggu untuk keluarga ini", stale.Text, StringComparison.Ordinal);
        Assert.Equal(2, await portal.AskAsync(db => db.Visits.CountAsync(v => v.Status == VisitStatus.Submitted)));
    }
}
