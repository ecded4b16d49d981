using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Needs;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Needs;

/// <summary>Rules of needs: what a preview says, what adopting them changes, and what the past still says.</summary>
public sealed class NeedRuleTests : IAsyncLifetime
{
    private const string Kameloh = "6271041004", Danau = "6271041005", Path = "/kebutuhan/aturan", Compose = "form[action$='/pratinjau']", Adopt = "form[action$='/tetapkan']";

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;

    public NeedRuleTests() => _portal = TestPortal.Start(services: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task What_a_preview_shows_is_what_adopting_changes_with_history_and_audit()
    {
        await LoadAsync();
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var before = await FlagsAsync();
        var page = await analyst.GetAsync($"{Path}/baru");
        var preview = await page.SubmitAsync(Compose, ("PoorParts", "1"), ("FoodUpToDecile", "1"));
        var (told, last) = await AskAsync(async services => (await services.GetRequiredService<NeedRuleDesk>().PreviewAsync(NeedTerms.Given with { PoorParts = 1, FoodUpToDecile = 1 }, default), _clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Equal(["Pangan 0 1 0 0", "Rumah layak 1 0 0 0"], Rows(preview, 0));
        Assert.Equal(["Danau Tundai 1 −1 –", "Kameloh Baru 1 – +1"], Rows(preview, 1).Order(StringComparer.Ordinal));
        Assert.Contains("2 KK dari 4 KK berubah", preview.Text, StringComparison.Ordinal);
        Assert.Equal(before, await FlagsAsync());

        _clock.Pass(TimeSpan.FromHours(1));
        var without = await preview.SubmitAsync(Adopt, ("Form.Reason", "Rapat."));
        Assert.Contains("Tulis dasar aturan ini", without.Text, StringComparison.Ordinal);
        var adopted = await preview.SubmitAsync(Adopt, ("Form.Source", "Berita acara rapat TKPKD 12 November 2026"), ("Form.Reason", "Atap rumbia saja sudah tidak layak."));
        var after = await FlagsAsync();

        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);
        Assert.Contains("Aturan kebutuhan nomor 2 berlaku. 2 KK dari 4 KK berubah.", (await analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(told.Changed, after.Count(row => row.Value != before[row.Key]));
        foreach (var need in NeedWords.Of((Need)~0))
        {
            Assert.Equal((need, told.Of(need).Gained, told.Of(need).Lost), (need, after.Count(row => row.Value.Of(need) is NeedState.Present && before[row.Key].Of(need) is not NeedState.Present),
                after.Count(row => row.Value.Of(need) is not NeedState.Present && before[row.Key].Of(need) is NeedState.Present)));
        }

        // A question about the day before is still answered as it was.
        var past = await AskAsync(services => services.GetRequiredService<PortalDbContext>().HouseholdVersions.AsNoTracking().Where(v => v.KnownFrom <= last.UtcDateTime && v.KnownTo > last.UtcDateTime).Select(v => new { v.HouseholdId, v.Needs, v.UnknownNeeds }).ToListAsync());
        Assert.Equal(told.Changed, past.Count);
        Assert.All(past, row => Assert.Equal(before[row.HouseholdId], new NeedProfile(row.Needs, row.UnknownNeeds)));
        Assert.Equal(2, await AskAsync(services => services.GetRequiredService<PortalDbContext>().ChangeSets.Where(change => change.Source == ChangeSource.NeedRules)
            .Join(services.GetRequiredService<PortalDbContext>().Households, change => change.Id, household => household.ChangeSetId, (_, household) => household).CountAsync()));
        var audit = await AskAsync(services => services.GetRequiredService<PortalDbContext>().AuditEntries.Where(entry => entry.Action == "Needs.RulesAdopted" || entry.Action == "Needs.Judged").OrderBy(entry => entry.Sequence).Select(entry => entry.Action + " " + entry.Detail).ToListAsync());
        Assert.Equal(2, audit.Count);
        Assert.Contains("Berita acara rapat TKPKD", audit[0], StringComparison.Ordinal);
        Assert.Contains("\"changed\":\"2\"", audit[1].Replace("\"changed\":2", "\"changed\":\"2\"", StringComparison.Ordinal), StringComparison.Ordinal);

        // The page that was shown has been overtaken.
        var late = await preview.SubmitAsync(Adopt, ("Form.Source", "SK"), ("Form.Reason", "Terlambat."));
        Assert.Contains("baru saja ditetapkan", late.Text, StringComparison.Ordinal);
        Assert.Equal(2, await AskAsync(services => services.GetRequiredService<PortalDbContext>().NeedRuleSets.CountAsync()));
    }

    [Fact]
    public async Task A_household_tells_each_need_in_a_sentence_with_its_source_and_asks_what_nobody_knows()
    {
        await LoadAsync();
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var id = await AskAsync(services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName == "LANTAI UJI").Select(h => h.PublicId).SingleAsync());
        await _portal.Scenario.VerifyAsync(id, new Housing { Wall = WallMaterial.Bamboo });

        var page = await analyst.GetAsync($"/keluarga/{id}");
        var needs = page.Find("#kebutuhan").TextContent;

        Assert.Contains("Rumah layak: lantai tanah menurut P3KE 2023 (rilis 1 Maret 2023); dinding bambu menurut kunjungan ", needs, StringComparison.Ordinal);
        Assert.Contains("Pangan: desil 1 menurut P3KE 2023 (rilis 1 Maret 2023).", needs, StringComparison.Ordinal);
        Assert.Contains("Apakah setiap anggota punya jaminan kesehatan yang aktif", needs, StringComparison.Ordinal);
        Assert.DoesNotContain("Jaminan kesehatan:", needs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_of_age_is_judged_anew_without_anybody_writing()
    {
        await LoadAsync();
        var id = await AskAsync(services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName == "ATAP UJI").Select(h => h.Id).SingleAsync());
        await AskAsync(services => services.GetRequiredService<PortalDbContext>().Persons.Where(p => p.HouseholdId == id).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.MaritalStatus, Domain.People.MaritalStatus.Widowed).SetProperty(p => p.BirthDate, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddYears(-60).AddDays(30))));
        await RejudgeAsync();
        Assert.Equal(NeedState.Unknown, (await FlagsAsync())[id].Of(Need.ElderlyOrDisabled));

        _clock.Pass(TimeSpan.FromDays(40));
        await RejudgeAsync();

        Assert.Equal(NeedState.Present, (await FlagsAsync())[id].Of(Need.ElderlyOrDisabled));
        Assert.Equal(0, (await RejudgeAsync()).Changed);
    }

    private Task<Domain.Imports.ImportBatch> LoadAsync() => _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 3, 1),
        Row(1, "LANTAI UJI", Kameloh, "1", (P3keColumn.Floor, "Tanah")), Row(2, "ATAP UJI", Kameloh, "1", (P3keColumn.Roof, "Jerami/Ijuk/Rumbia/Daun-daunan")),
        Row(3, "DESIL DUA UJI", Danau, "2"), Row(4, "DESIL EMPAT UJI", Danau, "4"));

    private static FamilyRow Row(int number, string head, string village, string decile, params (string Column, string Value)[] others) => new($"6271230{number:00000}", village)
    {
        HeadName = head,
        Nik = $"62719903028{number:00000}",
        Decile = decile,
        Others = others.ToDictionary(other => other.Column, other => other.Value),
    };

    private Task<NeedPreview> RejudgeAsync() => AskAsync(services => services.GetRequiredService<NeedRejudging>().RunAsync(default));

    private Task<Dictionary<long, NeedProfile>> FlagsAsync() => AskAsync(services => services.GetRequiredService<PortalDbContext>().Households.AsNoTracking().ToDictionaryAsync(h => h.Id, h => new NeedProfile(h.Needs, h.UnknownNeeds)));

    private Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.SetNeedRules, ask);

    private static List<string> Rows(Page page, int table) => [.. page.Document.QuerySelectorAll("table")[table].QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];
}
