using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Features.Rounds.Decrees;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rounds;

/// <summary>Recording a decree makes its annexes: a recap that anybody may read, and the families by name for few.</summary>
public sealed class DecreeAnnexTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", District = "62.71.04", LongName = "KAMARUDDIN DAENG PARANI BIN ABDURRAHMAN DAENG MATTOLA";

    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _analyst = null!;

    public async Task InitializeAsync() => _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst, "62.71"));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task The_annexes_hold_those_who_are_eligible_and_matched_and_stay_byte_for_byte()
    {
        var decree = await DecreedAsync();

        var (recap, byName) = (await FetchAsync(decree, "rekap.pdf"), await FetchAsync(decree, "daftar.pdf"));
        var (first, second) = (await SavedAsync(recap), await SavedAsync(byName));
        first.AssertSound();
        second.AssertSound();
        Assert.Contains("Jumlah Kota Palangka Raya 13 13", first.Text, StringComparison.Ordinal);
        Assert.Contains("Kelurahan Kameloh Baru 7 7", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KELUARGA UJI", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TERBATAS", first.Text, StringComparison.Ordinal);
        Assert.Contains("400.9/K.512/2026", first.Text, StringComparison.Ordinal);
        Assert.Contains("WALI KOTA PALANGKA RAYA, Rahman Contoh", first.Text, StringComparison.Ordinal);
        Assert.Contains("TERBATAS", second.Text, StringComparison.Ordinal);
        Assert.Contains("13 KK, 13 jiwa", second.Text, StringComparison.Ordinal);
        // One of each village was found not eligible and ended in the village.
        Assert.Contains("KELUARGA UJI A06", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KELUARGA UJI A07", second.Text, StringComparison.Ordinal);

        await ChangeAsync();

        Assert.Equal(recap, await FetchAsync(decree, "rekap.pdf"));
        Assert.Equal(byName, await FetchAsync(decree, "daftar.pdf"));
        var links = (await _analyst.GetAsync($"/verval/{await RoundOfAsync(decree)}")).Document.QuerySelectorAll("a[href^='/sk/']").Select(link => link.GetAttribute("href"));
        Assert.Equal([$"/sk/{decree}/rekap.pdf", $"/sk/{decree}/daftar.pdf"], links);
    }

    [Fact]
    public async Task The_families_by_name_are_for_whoever_records_decrees_and_sees_all_of_them_and_each_is_noted()
    {
        var decree = await DecreedAsync();
        var camat = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.DistrictHead, District));
        var elsewhere = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));

        Assert.Equal(HttpStatusCode.Forbidden, (await camat.GetAsync($"/sk/{decree}/daftar.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await camat.GetAsync($"/sk/{decree}/rekap.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync($"/sk/{decree}/rekap.pdf")).StatusCode);
        Assert.DoesNotContain("daftar.pdf", (await camat.GetAsync($"/verval/{await RoundOfAsync(decree)}")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync($"/sk/{Guid.NewGuid()}/rekap.pdf")).StatusCode);
        Assert.Equal(0, await ReadAsync(db => db.HouseholdAccesses.CountAsync(access => access.Channel == AccessChannel.DecreeAnnex)));

        await FetchAsync(decree, "daftar.pdf");

        await NotedAsync(13);
        Assert.Equal(1, await ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "Paper.Fetched" && entry.SubjectId == decree)));
        // In the eyes of somebody who sees one of the two villages there is no such list.
        Assert.Null(await _portal.Scenario.AsAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village), Permission.ViewRounds,
            services => services.GetRequiredService<PortalDbContext>().DecreePapers.SingleOrDefaultAsync(paper => paper.Annex == DecreeAnnex.ByName)));
    }

    [PaperFact]
    public async Task Three_hundred_families_break_over_pages_by_village_and_a_long_name_is_whole()
    {
        var rows = Enumerable.Range(1, 300).Select(i => new DecreedRow(i <= 180 ? "62.71.04.1004.001.003." : "62.71.04.1005.000.001.", i == 7 ? LongName : $"KELUARGA UJI {i:000}", "640899••••••••••", 4, 1, i % 2 == 0)).ToList();

        var (first, second) = (await SavedAsync(await WriteAsync(rows, byName: true)), await SavedAsync(await WriteAsync(rows, byName: false)));

        first.AssertSound();
        second.AssertSound();
        Assert.All(Enumerable.Range(1, 300).Where(i => i != 7), i => Assert.Contains($"KELUARGA UJI {i:000}", first.Text, StringComparison.Ordinal));
        Assert.Contains("MATTOLA", first.Text, StringComparison.Ordinal);
        Assert.Contains("(lanjutan)", first.Text, StringComparison.Ordinal);
        Assert.Contains("003/001", first.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, first.PageCount).Where(page => first.PageText(page).Contains("KELUARGA UJI", StringComparison.Ordinal)), page => Assert.Contains("Nama kepala keluarga", first.PageText(page), StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, first.PageCount), page => Assert.Contains("TERBATAS", first.PageText(page), StringComparison.Ordinal));
        Assert.Contains("WALI KOTA", first.PageText(first.PageCount), StringComparison.Ordinal);
        Assert.Contains("KELUARGA UJI", first.PageText(first.PageCount), StringComparison.Ordinal);
        Assert.Contains("Jumlah Kota Palangka Raya 300 1.200", second.Text, StringComparison.Ordinal);
    }

    // Two villages with seven and six families who enter the decree, and two who do not.
    private async Task<Guid> DecreedAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Families(Village, "A", 8), .. Families(OtherVillage, "B", 7)]);
        var round = await _portal.Scenario.RoundAsync(isRunning: true, District);
        var enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, Village);
        await _portal.Scenario.AssignAsync(enumerator, Role.Enumerator, OtherVillage);
        await _portal.Scenario.VisitTargetsAsync(round, enumerator, 100, i => i is 7 or 14 ? RoundScenario.Found(Today) with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.WellOff } : RoundScenario.Found(Today));
        await _portal.Scenario.BringAsync(round, VerificationState.Validated, CivilMatch.Agrees);
        var recorded = await (await _analyst.GetAsync($"/verval/{round}/sk")).SubmitAsync("main form", ("Number", "400.9/K.512/2026"), ("On", "20/11/2026"), ("Signatory", "Rahman Contoh"));
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        return await ReadAsync(db => db.Decrees.Select(decree => decree.PublicId).SingleAsync());
    }

    private static IEnumerable<FamilyRow> Families(string village, string letter, int count) => Enumerable.Range(0, count)
        .Select(i => new FamilyRow($"627123{(letter == "A" ? 100 : 200) + i:000000}", village.Replace(".", "", StringComparison.Ordinal)) { HeadName = $"KELUARGA UJI {letter}{i:00}" });

    private async Task<byte[]> FetchAsync(Guid decree, string file)
    {
        var answer = await _analyst.GetAsync($"/sk/{decree}/{file}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Bytes;
    }

    private async Task NotedAsync(int households)
    {
        for (var tries = 0; tries < 50 && await ReadAsync(db => db.HouseholdAccesses.CountAsync(access => access.Channel == AccessChannel.DecreeAnnex)) < households; tries++)
            await Task.Delay(100);
        Assert.Equal(households, await ReadAsync(db => db.HouseholdAccesses.CountAsync(access => access.Channel == AccessChannel.DecreeAnnex)));
    }

    private Task<Guid> RoundOfAsync(Guid decree) => ReadAsync(db => db.Rounds.Where(round => db.Decrees.Any(d => d.PublicId == decree && d.RoundId == round.Id)).Select(round => round.PublicId).SingleAsync());

    private Task<PaperFile> SavedAsync(byte[] bytes) => PaperFile.SavedAsync(bytes, Path.Combine(_portal.DataDirectory, $"{Guid.NewGuid():N}.pdf"));

    private Task<byte[]> WriteAsync(IReadOnlyList<DecreedRow> rows, bool byName) => _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, services =>
    {
        var at = new DateTime(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
        VerificationRound.Open(new RoundTerms("Verval P3KE 2026", 1, "Keputusan Wali Kota 188/2026", new DateOnly(2026, 10, 1), [new WaveTerms(AreaCode.Parse(District), new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 1))]), 1, at, out var round);
        round!.Advance(new RoundTally(1, 0, 0, 0, 0, 0), new DateOnly(2026, 10, 1));
        Assert.Null(Decree.Record(round, new DecreeTerms("400.9/K.512/2026", new DateOnly(2026, 11, 19), null), new DateOnly(2026, 11, 20), 1, at, out var decree).Refusal);
        var paper = new DecreeAnnexPaper(decree!, round, "P3KE 2023", rows, isTestData: true, services.GetRequiredService<OfficeSettings>(), services.GetRequiredService<AreaDirectory>());
        var fonts = services.GetRequiredService<FontLibrary>();
        return Task.FromResult(byName ? paper.WriteByName(fonts) : paper.WriteRecap(fonts));
    });

    private Task<int> ChangeAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        db.Changes.Declare(ChangeSource.FamilyEvent, null, "Alamat diperbaiki");
        var household = await db.Households.Include(h => h.Members).OrderBy(h => h.Id).FirstAsync();
        db.Entry(household).Property(h => h.HeadName).CurrentValue = "NAMA BARU UJI";
        return await db.SaveChangesAsync();
    });

    private Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read) => _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, services => read(services.GetRequiredService<PortalDbContext>()));

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);
}
