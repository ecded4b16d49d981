using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Imports;

/// <summary>A published list turns out to be the wrong one and is taken back, while people have gone on working with what it brought.</summary>
public sealed class ImportUndoTests : IAsyncLifetime
{
    private const string Village = "6271041004", OtherVillage = "6271041005";

    private static readonly FamilyRow First = new("627123000001", Village) { HeadName = "ANI UJI", Decile = "1" }, Second = new("627123000002", Village) { HeadName = "BUDI UJI" }, Third = new("627123000003", Village) { HeadName = "CICI UJI" };

    private readonly TestPortal _portal = TestPortal.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Taking_back_one_file_after_the_other_gives_the_register_of_before_each_and_loading_again_that_of_after()
    {
        var empty = await HashAsync();
        var families = await LoadAsync("2023", First, Second);
        var withFamilies = await HashAsync();
        var persons = await _portal.Scenario.ImportPersonsAsync("2023", Day("2023"), new PersonRow(First.FamilyId, "62712300000101", Village) { Name = "ANI UJI", Relationship = "Kepala keluarga" },
            new PersonRow(First.FamilyId, "62712300000102", Village) { Name = "DODI UJI", Relationship = "Anak" });
        var withPersons = await HashAsync();
        var corrected = await LoadAsync("2023", First with { Address = "JL. BARU RT 02 RW 01" });
        var later = await LoadAsync("2024", First with { HeadName = "ANI UJI BARU", Decile = "3", VillageDigits = OtherVillage }, Third);
        var all = await HashAsync();

        await UndoAsync(later);
        await UndoAsync(corrected);
        Assert.Equal(withPersons, await HashAsync());
        await UndoAsync(persons);
        Assert.Equal(withFamilies, await HashAsync());
        await UndoAsync(families);
        Assert.Equal(empty, await HashAsync());

        await LoadAsync("2023", First, Second);
        await _portal.Scenario.ImportPersonsAsync("2023", Day("2023"), new PersonRow(First.FamilyId, "62712300000101", Village) { Name = "ANI UJI", Relationship = "Kepala keluarga" },
            new PersonRow(First.FamilyId, "62712300000102", Village) { Name = "DODI UJI", Relationship = "Anak" });
        await LoadAsync("2023", First with { Address = "JL. BARU RT 02 RW 01" });
        await LoadAsync("2024", First with { HeadName = "ANI UJI BARU", Decile = "3", VillageDigits = OtherVillage }, Third);
        Assert.Equal(all, await HashAsync());
    }

    [Fact]
    public async Task What_was_known_in_between_can_still_be_asked_for()
    {
        await LoadAsync("2023", First, Second);
        var later = await LoadAsync("2024", First with { Decile = "4" }, Third);
        var between = await NowAsync();
        await UndoAsync(later);

        Assert.Equal(("P3KE 2024", 2), await FamiliesAtAsync(between));
        Assert.Equal(("P3KE 2023", 2), await FamiliesAtAsync(await NowAsync()));
        Assert.Equal(("ANI UJI, BUDI UJI", "1"), await NamesAsync());
        var version = await AskAsync(db => db.HouseholdVersions.IgnoreQueryFilters().Where(v => v.HeadName == "CICI UJI").SingleAsync());
        Assert.Null(version.Closure);
        Assert.Equal(Closure.Withdrawn, await AskAsync(db => db.Households.IgnoreQueryFilters([FilterNames.Open]).Where(h => h.HeadName == "CICI UJI").Select(h => h.Closure).SingleAsync()));
    }

    [Fact]
    public async Task What_people_have_found_decided_or_given_since_stands()
    {
        await LoadAsync("2023", First with { Others = Roof("Genteng") }, Second);
        var later = await LoadAsync("2024", First with { Others = Roof("Beton"), Address = "JL. LAIN RT 05 RW 02" }, Third, new FamilyRow("627123000004", Village) { HeadName = "EKO UJI" });
        var (first, third) = (await IdOfAsync("ANI UJI"), await IdOfAsync("CICI UJI"));
        await _portal.Scenario.VerifyAsync(first, new Housing { Roof = RoofMaterial.ThatchOrLeaf });
        await _portal.Scenario.AidAsync(await _portal.Scenario.ProgramAsync("Dinsos"), third);

        await UndoAsync(later);

        var household = await AskAsync(db => db.Households.SingleAsync(h => h.PublicId == first));
        Assert.Equal((RoofMaterial.ThatchOrLeaf, "JL. UJI RT 01 RW 01"), (household.Housing.Roof, household.Address));
        Assert.True(household.Verified.HasFlag(HouseholdField.Roof));
        Assert.Equal("ANI UJI, BUDI UJI, CICI UJI", (await NamesAsync()).Names);
        var again = await LoadAsync("2024", Third);
        Assert.Equal((1, 3), (again.Counts.New, await AskAsync(db => db.Households.CountAsync())));
    }

    [Fact]
    public async Task A_file_under_a_newer_one_is_refused_with_the_name_of_that_one_and_recipients_never_leave_at_once()
    {
        var older = await LoadAsync("2023", First);
        await LoadAsync("2024", First, Second);
        var recipients = await _portal.Scenario.ImportRecipientsAsync("Sembako 2025", new RecipientLine("6271990302800001", Village));
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var before = await HashAsync();

        var without = await (await analyst.GetAsync($"/impor/{older.PublicId}")).SubmitAsync("form[action$='/cabut']");
        var asked = await without.SubmitAsync("form[action$='/cabut']", ("Undo.Reason", "Salah berkas"));
        var refused = await EndedAsync(analyst, older);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.StatusCode, asked.StatusCode));
        Assert.Contains("Tulis alasan mencabut impor ini", without.Text, StringComparison.Ordinal);
        Assert.Contains("sudah dimuat: P3KE 2024, keluarga (keluarga.csv). Cabut berkas itu dulu.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Cabut impor", (await analyst.GetAsync($"/impor/{recipients.PublicId}")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync());
    }

    [Fact]
    public async Task A_page_takes_it_back_and_says_who_and_why()
    {
        await LoadAsync("2023", First);
        var later = await LoadAsync("2024", First, Second);
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

        Assert.Equal(HttpStatusCode.Redirect, (await (await analyst.GetAsync($"/impor/{later.PublicId}")).SubmitAsync("form[action$='/cabut']", ("Undo.Reason", "Rilis kabupaten lain"))).StatusCode);
        var page = await EndedAsync(analyst, later);

        Assert.Contains("Alasan: Rilis kabupaten lain.", page, StringComparison.Ordinal);
        Assert.Contains("Dicabut setelah dimuat", page, StringComparison.Ordinal);
        Assert.DoesNotContain("BUDI UJI", (await analyst.GetAsync("/keluarga")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "Import.Undone")));
    }

    private static Dictionary<string, string> Roof(string kind) => new() { ["jenis_atap"] = kind };

    private static DateOnly Day(string year) => new(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), 9, 15);

    private Task<ImportBatch> LoadAsync(string year, params FamilyRow[] rows) => _portal.Scenario.ImportFamiliesAsync(year, Day(year), rows);

    private Task UndoAsync(ImportBatch batch) => _portal.Scenario.UndoImportAsync(batch);

    private Task<byte[]> HashAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<RegisterContentHash>().OfRegisterAsync(default));

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => ask(services.GetRequiredService<PortalDbContext>()));

    private Task<DateTime> NowAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => Task.FromResult(services.GetRequiredService<OfficeClock>().UtcNow));

    private Task<Guid> IdOfAsync(string head) => AskAsync(db => db.Households.Where(h => h.HeadName == head).Select(h => h.PublicId).SingleAsync());

    private async Task<(string Names, string Decile)> NamesAsync()
    {
        var found = await AskAsync(db => db.Households.OrderBy(h => h.HeadName).Select(h => new { h.HeadName, h.DecileCode }).ToListAsync());
        return (string.Join(", ", found.Select(h => h.HeadName)), WelfareDecile.FromCode(found[0].DecileCode!.Value).Label);
    }

    private Task<(string, int)> FamiliesAtAsync(DateTime at) => _portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var scope = await FigureScope.ForAsync(db, AreaCode.Parse("62.71"), null, at, default);
        var title = scope.Release!.Title;
        return (title.Split(", dicabut")[0], (await DecileFigures.OfAsync(db, scope, default)).Families);
    });

    private static async Task<string> EndedAsync(Visitor analyst, ImportBatch batch)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var page = (await analyst.GetAsync($"/impor/{batch.PublicId}")).Text;
            if (!page.Contains("Mencabut impor", StringComparison.Ordinal))
                return page;
            await Task.Delay(100);
        }
        throw new InvalidOperationException("The import was not taken back within a minute.");
    }
}
