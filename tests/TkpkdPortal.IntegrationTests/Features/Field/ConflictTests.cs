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
