using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;
using static TkpkdPortal.IntegrationTests.Features.Households.FamilyOffice;

namespace TkpkdPortal.IntegrationTests.Features.Households;

public sealed class PersonPageTests
{
    [Fact]
    public async Task A_person_is_shown_across_the_households_that_the_register_knows()
    {
        await using var office = await StartAsync();
        var son = await office.MemberAsync(Son);
        await office.SplitAsync(null, (Son, Relationship.Head));

        var page = await office.VillageHead.GetAsync($"/keluarga/anggota/{son}");

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Kepala Keluarga", rows[0], StringComparison.Ordinal);
        Assert.Contains($"Keluarga {Head}", rows[1], StringComparison.Ordinal);
        Assert.Contains("Anak", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("6271990605050003", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_died_is_still_found_by_the_own_page()
    {
        await using var office = await StartAsync();
        var son = await office.MemberAsync(Son);
        await office.DieAsync(Son);

        var page = await office.VillageHead.GetAsync($"/keluarga/anggota/{son}");

        Assert.Contains("bukan anggota keluarga lagi", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.EnterAsync(Role.CivilRegistry, "62.71")).GetAsync($"/keluarga/anggota/{son}/perbaikan")).StatusCode);
    }

    [Fact]
    public async Task A_household_of_another_village_is_counted_and_not_named()
    {
        await using var office = await StartAsync();
        var son = await office.MemberAsync(Son);
        await office.SplitAsync(null, (Son, Relationship.Head));
        await office.HandOverAsync();

        var page = await office.VillageHead.GetAsync($"/keluarga/anggota/{son}");

        Assert.Contains("1 di wilayah Anda, 1 di luar wilayah Anda", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Head, page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_civil_registry_puts_a_person_right_and_no_list_undoes_it()
    {
        await using var office = await StartAsync();
        var son = await office.MemberAsync(Son);
        var registry = await office.EnterAsync(Role.CivilRegistry, "62.71");

        var done = await (await registry.GetAsync($"/keluarga/anggota/{son}/perbaikan")).SubmitAsync("form[action$='/perbaikan']", ("Form.Name", "BUDIMAN UJI"),
            ("Form.Nik", "6271990605050004"), ("Form.BirthDate", "06/05/2005"), ("Form.Note", "Kutipan akta kelahiran"));
        await office.Portal.Scenario.ImportPersonsAsync("2024", new DateOnly(2024, 9, 15), [.. Persons.Select(person => person with { Decile = "3" })]);
        var page = await registry.GetAsync($"/keluarga/{office.Household}");

        Expect(HttpStatusCode.Redirect, done);
        Assert.Equal($"{Head} Head, {Wife} Spouse, BUDIMAN UJI Child", await office.MembersAsync());
        Assert.Contains("Perbaikan data anggota", page.Find("#riwayat").TextContent, StringComparison.Ordinal);
        Assert.Contains("Kutipan akta kelahiran", page.Find("#riwayat").TextContent, StringComparison.Ordinal);
        Assert.Contains(office.Household.ToString(), (await registry.PostAsync("/keluarga/nomor", "/keluarga/nomor", ("Number", "6271990605050004"))).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_without_its_ground_or_with_an_impossible_number_or_day_is_refused_and_kept()
    {
        await using var office = await StartAsync();
        var path = $"/keluarga/anggota/{await office.MemberAsync(Son)}/perbaikan";
        var registry = await office.EnterAsync(Role.CivilRegistry, "62.71");

        var incomplete = await (await registry.GetAsync(path)).SubmitAsync("form[action$='/perbaikan']", ("Form.Name", ""), ("Form.Nik", "123"));
        var unborn = await (await registry.GetAsync(path)).SubmitAsync("form[action$='/perbaikan']", ("Form.BirthDate", "06/05/2030"), ("Form.Note", "KTP-el"));

        Assert.All(["Tulis nama", "NIK ini bukan nomor yang mungkin", "Tulis dasar perbaikan"], sentence => Assert.Contains(sentence, incomplete.Text, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (incomplete.StatusCode, unborn.StatusCode));
        Assert.Contains("Tanggal lahir belum lewat", unborn.Text, StringComparison.Ordinal);
        Assert.Equal("KTP-el", unborn.Find("[name='Form.Note']").GetAttribute("value"));
        Assert.Equal(Son, await office.ReadAsync(db => db.Persons.OrderByDescending(p => p.Id).Select(p => p.Name).FirstAsync()));
    }

    [Fact]
    public async Task Of_two_corrections_at_once_the_second_sees_the_first_and_keeps_what_was_typed()
    {
        await using var office = await StartAsync();
        var path = $"/keluarga/anggota/{await office.MemberAsync(Son)}/perbaikan";
        var registry = await office.EnterAsync(Role.CivilRegistry, "62.71");
        var (first, second) = (await registry.GetAsync(path), await registry.GetAsync(path));
        await first.SubmitAsync("form[action$='/perbaikan']", ("Form.Name", "BUDIMAN UJI"), ("Form.Note", "KTP-el"));

        var late = await second.SubmitAsync("form[action$='/perbaikan']", ("Form.Name", "BUDIONO UJI"), ("Form.Note", "KTP-el"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Tersimpan sekarang: BUDIMAN UJI", late.Text, StringComparison.Ordinal);
        Assert.Equal("BUDIONO UJI", late.Find("[name='Form.Name']").GetAttribute("value"));
    }
}
