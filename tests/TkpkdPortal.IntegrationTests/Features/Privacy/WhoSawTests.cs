using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Privacy;

public sealed class WhoSawTests
{
    private const string Village = "62.71.04.1004";

    [Fact]
    public async Task Who_saw_a_household_shows_five_ways_of_seeing_with_user_time_and_purpose_within_a_minute()
    {
        await using var portal = TestPortal.Start();
        var household = await portal.Scenario.HouseholdInAsync(Village, "SITI UJI");
        var clerk = await portal.Scenario.AccountAsync(Role.Enumerator, Village);
        var draft = await portal.Scenario.DraftVisitAsync(household, clerk);
        var enumerator = await portal.SignInAsync(clerk);
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        var page = await enumerator.GetAsync($"/keluarga/{household}");
        await enumerator.GetAsync($"/keluarga/{household}/lembar.pdf");
        await enumerator.GetAsync($"/kunjungan/{draft}");
        await page.SubmitAsync("form[action$='/nomor']", ("Reason", "FamilyRequest"));
        await analyst.PostAsync("/keluarga/cari", "/keluarga", ("Name", "SITI"));

        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var rows = await UntilAsync(officer, household, 5);
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal(4, row.Count));
        Assert.All(rows.SelectMany(row => row), cell => Assert.NotEqual("", cell));
        Assert.Equal(["Formulir kunjungan", "Halaman keluarga", "Hasil pencarian nama", "Lembar keluarga (PDF)", "Nomor lengkap dibuka"], rows.Select(row => row[2]).Order());
        Assert.Contains(rows, row => row[2] == "Nomor lengkap dibuka" && row[3] == "Permintaan keluarga sendiri");
        Assert.Contains(rows, row => row[2] == "Formulir kunjungan" && row[3] == "Verifikasi lapangan");
        Assert.Contains(rows, row => row[2] == "Hasil pencarian nama" && row[3] == "Penetapan dan pemantauan sasaran");
    }

    [Fact]
    public async Task Whoever_opens_a_piece_of_aid_has_seen_the_family_that_it_is_for()
    {
        await using var portal = TestPortal.Start();
        var household = await portal.Scenario.HouseholdInAsync(Village);
        var aid = await portal.Scenario.AidAsync(await portal.Scenario.ProgramAsync("Disnaker"), household);
        var agency = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Opd));

        await agency.GetAsync($"/intervensi/{aid}");

        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        Assert.Equal(["Catatan bantuan", "Bantuan menurut tugas OPD"], Assert.Single(await UntilAsync(officer, household, 1)).TakeLast(2));
    }

    [Fact]
    public async Task What_was_seen_just_before_the_portal_stops_is_written()
    {
        using var place = new TempDirectory();
        Guid household;
        await using (var portal = TestPortal.StartOn(place["data"], "62.71"))
        {
            household = await portal.Scenario.HouseholdInAsync(Village);
            var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
            await analyst.GetAsync($"/keluarga/{household}");
        }

        await using var again = TestPortal.StartOn(place["data"], "62.71");
        var channels = await again.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
            services => services.GetRequiredService<PortalDbContext>().HouseholdAccesses.Select(access => access.Channel).ToListAsync());

        Assert.Equal([AccessChannel.Page], channels);
    }

    [Fact]
    public async Task An_export_of_many_households_is_noted_for_each_of_them()
    {
        await using var portal = TestPortal.Start();
        var households = new List<Guid>();
        for (var i = 0; i < 3; i++)
            households.Add(await portal.Scenario.HouseholdInAsync(Village));

        var purposes = await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            services.GetRequiredService<Accesses>().Note(households.Append(Guid.NewGuid()), AccessChannel.Export, "Bahan rapat");
            await portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AccessWriter>().Single().WriteAsync(default);
            return await services.GetRequiredService<PortalDbContext>().HouseholdAccesses.Select(access => access.Purpose).ToListAsync();
        });

        Assert.Equal(["Bahan rapat", "Bahan rapat", "Bahan rapat"], purposes);
    }

    [Fact]
    public async Task Only_whoever_watches_over_privacy_here_sees_who_saw()
    {
        await using var portal = TestPortal.Start();
        var household = await portal.Scenario.HouseholdInAsync(Village);

        foreach (var (role, area, answer) in new[]
        {
            (Role.DataProtectionOfficer, "62.71", HttpStatusCode.OK), (Role.Auditor, "62.71", HttpStatusCode.OK), (Role.VillageHead, Village, HttpStatusCode.OK),
            (Role.VillageHead, "62.71.04.1005", HttpStatusCode.NotFound), (Role.Enumerator, Village, HttpStatusCode.Forbidden), (Role.Admin, "62.71", HttpStatusCode.Forbidden),
        })
        {
            var visitor = await portal.SignInAsync(await portal.Scenario.AccountAsync(role, area));
            Assert.Equal(answer, (await visitor.GetAsync($"/keluarga/{household}/akses")).StatusCode);
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> UntilAsync(Visitor officer, Guid household, int count)
    {
        for (var second = 0; ; second++)
        {
            var page = await officer.GetAsync($"/keluarga/{household}/akses");
            var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => (IReadOnlyList<string>)[.. row.Children.Select(cell => cell.TextContent.Trim())]).ToList();
            if (rows.Count >= count || second >= 60)
                return rows;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
