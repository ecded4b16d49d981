using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Quality;

/// <summary>Two sources say different things of one family: where, how many, what somebody decides, and how that is taken back.</summary>
public sealed class MisalignmentTests : IAsyncLifetime
{
    private const string Kameloh = "6271041004", Danau = "6271041005", Path = "/kualitas-data/ketidakselarasan", Settle = "form[action*='/putus']", Why = "Dilihat petugas pada hari Senin.";

    private static readonly FamilyRow
        Floor = Row(1, "LANTAI UJI"), Roof = Row(2, "ATAP UJI"), Spelled = Row(3, "SITI NUR HALIZA"), Moved = Row(4, "PINDAH UJI"), Same = Row(5, "SAMA UJI"), Two = Row(6, "DUA UJI");

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;

    public MisalignmentTests() => _portal = TestPortal.Start(services: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Two_releases_with_six_planted_differences_give_exactly_these_rows_and_every_count_is_theirs()
    {
        await LoadPlantedAsync();
        var analyst = await SignInAsync(Role.Analyst);
        var (all, large) = (await analyst.GetAsync(await PairAsync()), await analyst.GetAsync(await PairAsync() + "&ukuran=besar"));

        Assert.Equal(
        [
            "LANTAI UJI: Lantai Kayu/Papan Tanah besar", "ATAP UJI: Atap Asbes/Seng Beton", "SITI NURHALIZA: Kepala keluarga SITI NUR HALIZA SITI NURHALIZA",
            "DUA UJI: Dinding Kayu/Papan Bambu besar", "DUA UJI: Simpanan Tidak Ya", "PINDAH UJI: Desa/kelurahan Kameloh Baru Danau Tundai besar",
        ], Lines(all));
        Assert.Contains("5 dari 6 KK", all.Text, StringComparison.Ordinal);
        Assert.Equal(["Kepala keluarga 1", "Desa/kelurahan 1", "Atap 1", "Dinding 1", "Lantai 1", "Simpanan 1"], Chips(all));
        Assert.Equal(["LANTAI UJI: Lantai Kayu/Papan Tanah besar", "DUA UJI: Dinding Kayu/Papan Bambu besar", "PINDAH UJI: Desa/kelurahan Kameloh Baru Danau Tundai besar"], Lines(large));
        Assert.Contains("3 dari 6 KK", large.Text, StringComparison.Ordinal);

        var counts = await analyst.GetAsync(await PairAsync(Path + "/hitungan"));
        Assert.Equal(["Danau Tundai 1 1 0 1 0 0 0 0", "Jumlah 6 5 1 1 1 1 1 1", "Kameloh Baru 5 4 1 0 1 1 1 1"], counts.Document.QuerySelectorAll("section:nth-of-type(1) tbody tr, section:nth-of-type(1) tfoot tr").Select(Cells).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_village_head_sees_and_decides_the_own_village_and_nobody_a_family_elsewhere()
    {
        await LoadPlantedAsync();
        var (kameloh, danau) = (await SignInAsync(Role.VillageHead, "62.71.04.1004"), await SignInAsync(Role.VillageHead, "62.71.04.1005"));
        var own = await kameloh.GetAsync(await PairAsync());
        var stolen = await danau.PostAsync(await PairAsync(Path + "/putus"), Path, ("Form.Keys", KeyOf(own, "LANTAI UJI")), ("Form.Chosen", "Second"), ("Form.Reason", Why));

        Assert.Equal(4, Lines(own).Select(line => line.Split(':')[0]).Distinct().Count());
        Assert.DoesNotContain("LANTAI UJI", (await danau.GetAsync(await PairAsync())).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, stolen.StatusCode);
        Assert.Empty(await AskAsync(db => db.FieldDecisions.ToListAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await own.SubmitAsync(Settle, ("Form.Keys", KeyOf(own, "LANTAI UJI")), ("Form.Chosen", "Second"), ("Form.Reason", Why))).StatusCode);
        var decision = await AskAsync(db => db.FieldDecisions.SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await danau.GetAsync($"{Path}/putusan/{decision.PublicId}")).StatusCode);
    }

    [Fact]
    public async Task A_decision_changes_the_register_and_the_needs_is_not_asked_again_and_is_taken_back_with_its_value()
    {
        await LoadPlantedAsync();
        var analyst = await SignInAsync(Role.Analyst);
        var page = await analyst.GetAsync(await PairAsync());

        var without = await page.SubmitAsync(Settle, ("Form.Keys", KeyOf(page, "LANTAI UJI")), ("Form.Chosen", "First"));
        var decided = await page.SubmitAsync(Settle, ("Form.Keys", KeyOf(page, "LANTAI UJI")), ("Form.Chosen", "First"), ("Form.Reason", Why));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.StatusCode, decided.StatusCode));
        Assert.Contains("Tulis alasan", without.Text, StringComparison.Ordinal);
        Assert.Contains(KeyOf(page, "LANTAI UJI"), without.Document.QuerySelectorAll("input[name='Form.Keys'][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal((FloorMaterial.WoodPlank, false, HouseholdField.Floor), await FloorAsync());
        Assert.DoesNotContain("LANTAI UJI", (await analyst.GetAsync(await PairAsync())).Text, StringComparison.Ordinal);

        // The next release says the same as the one that lost: not asked again, and it changes nothing. Another value is asked about.
        await LoadAsync("2024", Floor with { Others = Of(P3keColumn.Floor, "Tanah") });
        Assert.Equal((FloorMaterial.WoodPlank, false, HouseholdField.Floor), await FloorAsync());
        Assert.DoesNotContain("LANTAI UJI", (await analyst.GetAsync(await PairAsync(second: "2024"))).Text, StringComparison.Ordinal);
        await LoadAsync("2025", Floor with { Others = Of(P3keColumn.Floor, "Bambu") });
        Assert.Equal((FloorMaterial.WoodPlank, false, HouseholdField.Floor), await FloorAsync());
        Assert.Contains("LANTAI UJI: Lantai Kayu/Papan Bambu besar", Lines(await analyst.GetAsync(await PairAsync(second: "2025"))));

        var id = await AskAsync(db => db.FieldDecisions.Select(d => d.PublicId).SingleAsync());
        var details = await analyst.GetAsync($"{Path}/putusan/{id}");
        var withdrawn = await details.SubmitAsync("form[action$='/cabut']", ("Form.Reason", "Salah lihat."));
        Assert.Contains(Why, details.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal((FloorMaterial.Earth, true, HouseholdField.None), await FloorAsync());
        Assert.Contains("LANTAI UJI: Lantai Kayu/Papan Tanah besar", Lines(await analyst.GetAsync(await PairAsync())));
        Assert.Contains("Salah lihat.", (await analyst.GetAsync($"{Path}/putusan/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Putusan ini sudah dicabut", (await details.SubmitAsync("form[action$='/cabut']", ("Form.Reason", "Lagi."))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_the_page_was_opened_is_left_and_another_village_is_never_chosen_from_a_list()
    {
        await LoadPlantedAsync();
        var analyst = await SignInAsync(Role.Analyst);
        var (page, other) = (await analyst.GetAsync(await PairAsync()), await analyst.GetAsync(await PairAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Settle, ("Form.Keys", KeyOf(page, "ATAP UJI")), ("Form.Chosen", "First"), ("Form.Reason", Why))).StatusCode);
        var late = await other.SubmitAsync(Settle, ("Form.Keys", KeyOf(page, "ATAP UJI")), ("Form.Chosen", "Second"), ("Form.Reason", Why));
        var after = await analyst.GetAsync(late.Location!);
        var village = await other.SubmitAsync(Settle, ("Form.Keys", KeyOf(page, "PINDAH UJI")), ("Form.Chosen", "First"), ("Form.Reason", Why));

        Assert.Contains("1 dilewati karena berubah", after.Source, StringComparison.Ordinal);
        Assert.Equal(RoofMaterial.AsbestosOrZinc, await AskAsync(db => db.Households.Where(h => h.HeadName == "ATAP UJI").Select(h => h.Housing.Roof).SingleAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, village.StatusCode);
        Assert.Contains("supaya yang menerima menyetujui", village.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verified_value_stands_against_a_release_its_difference_appears_and_goes_with_the_release_and_every_day_is_answered_as_it_was()
    {
        await LoadAsync("2023", Roof, Same);
        await _portal.Scenario.VerifyAsync(await IdOfAsync("ATAP UJI"), new Housing { Roof = RoofMaterial.ThatchOrLeaf });
        _clock.Pass(TimeSpan.FromDays(40));
        var later = await LoadAsync("2024", Roof with { Others = Of(P3keColumn.Roof, "Beton") }, Same);
        var (against, analyst) = ($"{Path}?a={await ReleaseAsync("2024")}&b=register", await SignInAsync(Role.Analyst));

        Assert.Equal(RoofMaterial.ThatchOrLeaf, await AskAsync(db => db.Households.Where(h => h.HeadName == "ATAP UJI").Select(h => h.Housing.Roof).SingleAsync()));
        Assert.Equal(["ATAP UJI: Atap Beton Jerami/Ijuk/Rumbia/Daun-daunan besar"], Lines(await analyst.GetAsync(against)));

        // Many at once never pass over what somebody saw at the door.
        var all = await (await analyst.GetAsync(against + "&isian=Roof")).SubmitAsync(Settle, ("Form.IsAll", "true"), ("Form.Chosen", "First"), ("Form.Reason", Why));
        Assert.Contains("1 dilewati karena nilai register sudah diverifikasi", (await analyst.GetAsync(all.Location!)).Source, StringComparison.Ordinal);
        Assert.Equal(RoofMaterial.ThatchOrLeaf, await AskAsync(db => db.Households.Where(h => h.HeadName == "ATAP UJI").Select(h => h.Housing.Roof).SingleAsync()));

        _clock.Pass(TimeSpan.FromDays(40));
        await _portal.Scenario.UndoImportAsync(later);

        analyst = await SignInAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(against)).StatusCode);
        Assert.DoesNotContain("ATAP UJI", (await analyst.GetAsync(against)).Text, StringComparison.Ordinal);
        Assert.Equal(["ATAP UJI: Atap Asbes/Seng Jerami/Ijuk/Rumbia/Daun-daunan besar"], Lines(await analyst.GetAsync($"{Path}?a={await ReleaseAsync("2023")}&b=register")));
        var months = (await analyst.GetAsync($"{Path}/hitungan?a={await ReleaseAsync("2023")}&b=register")).Document.QuerySelectorAll("section:nth-of-type(2) tbody tr").Select(Cells).ToList();
        Assert.All(months, month => Assert.EndsWith(" 2 1 1", month, StringComparison.Ordinal));
        Assert.InRange(months.Count, 3, 4);
    }

    [Fact]
    public async Task A_rule_is_applied_by_a_person_to_all_that_it_fits_but_not_to_what_a_visit_verified()
    {
        var rows = Enumerable.Range(10, 30).Select(i => Row(i, $"KELUARGA {i} UJI")).ToList();
        await LoadAsync("2023", [.. rows]);
        await _portal.Scenario.VerifyAsync(await IdOfAsync("KELUARGA 10 UJI"), new Housing { Roof = RoofMaterial.Tile });
        await _portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services => await services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName != "KELUARGA 10 UJI")
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Housing.Roof, RoofMaterial.Bamboo)));
        var analyst = await SignInAsync(Role.Analyst);
        var rules = await analyst.GetAsync($"{Path}/aturan");
        var fields = new (string, string?)[] { ("Form.Field", "Roof"), ("Form.Winner", "P3ke"), ("Form.Loser", "register"), ("Form.Reason", "Daftar lebih baru.") };

        Assert.Equal(HttpStatusCode.Redirect, (await rules.SubmitAsync("form.tk-read", fields)).StatusCode);
        var twice = await rules.SubmitAsync("form.tk-read", fields);
        var itself = await rules.SubmitAsync("form.tk-read", ("Form.Field", "Wall"), ("Form.Winner", "P3ke"), ("Form.Loser", "P3ke"), ("Form.Reason", "x"));
        var held = await analyst.GetAsync($"{Path}/aturan");

        Assert.Contains("sudah ada aturan", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Pilih dua sumber yang berbeda", itself.Text, StringComparison.Ordinal);
        Assert.Contains("sesuai untuk 30 KK sekarang", held.Text, StringComparison.Ordinal);
        var applied = await held.SubmitAsync("form[action$='/terapkan']");
        var after = await analyst.GetAsync(applied.Location!);
        Assert.Contains("29 isian diputuskan. 1 dilewati karena nilai register sudah diverifikasi", after.Source, StringComparison.Ordinal);
        Assert.Contains("sesuai untuk 1 KK sekarang", after.Text, StringComparison.Ordinal);
        Assert.Equal((29, 1), await AskAsync(async db => (await db.Households.CountAsync(h => h.Housing.Roof == RoofMaterial.AsbestosOrZinc), await db.Households.CountAsync(h => h.Housing.Roof == RoofMaterial.Tile))));
        Assert.Equal(29, await AskAsync(db => db.FieldDecisions.CountAsync(d => d.RuleId != null && d.Reason == "Daftar lebih baru.")));
        Assert.Equal(HttpStatusCode.Redirect, (await after.SubmitAsync("form[action$='/akhiri']")).StatusCode);
        Assert.Contains("diakhiri", (await analyst.GetAsync($"{Path}/aturan")).Text, StringComparison.Ordinal);
    }

    private static FamilyRow Row(int number, string head) => new($"6271230{number:00000}", Kameloh) { HeadName = head, Nik = $"62719903028{number:00000}" };

    private static Dictionary<string, string> Of(string column, string value) => new() { [column] = value };

    private async Task LoadPlantedAsync()
    {
        await LoadAsync("2022", Floor, Roof, Spelled, Moved, Same, Two, Row(7, "KELUAR UJI"));
        await LoadAsync("2023", Floor with { Others = Of(P3keColumn.Floor, "Tanah") }, Roof with { Others = Of(P3keColumn.Roof, "Beton") }, Spelled with { HeadName = "SITI NURHALIZA" }, Moved with { VillageDigits = Danau }, Same,
            Two with { Others = new Dictionary<string, string> { [P3keColumn.Wall] = "Bambu", [P3keColumn.Savings] = "Ya" } }, Row(8, "MASUK UJI"));
    }

    private Task<ImportBatch> LoadAsync(string release, params FamilyRow[] rows) => _portal.Scenario.ImportFamiliesAsync(release, new DateOnly(int.Parse(release, System.Globalization.CultureInfo.InvariantCulture), 3, 1), rows);

    private async Task<string> PairAsync(string path = Path, string second = "2023") => $"{path}?a={await ReleaseAsync("2022")}&b={await ReleaseAsync(second)}";

    private Task<Guid> ReleaseAsync(string name) => AskAsync(db => db.ListReleases.Where(release => release.Name == name).Select(release => release.PublicId).SingleAsync());

    private Task<(FloorMaterial? Floor, bool NeedsHouse, HouseholdField Decided)> FloorAsync() => AskAsync(async db =>
    {
        var household = await db.Households.SingleAsync(h => h.HeadName == "LANTAI UJI");
        return (household.Housing.Floor, household.Needs.HasFlag(Need.DecentHouse), household.Decided);
    });

    private Task<Guid> IdOfAsync(string head) => AskAsync(db => db.Households.Where(h => h.HeadName == head).Select(h => h.PublicId).SingleAsync());

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ViewDataQuality, services => ask(services.GetRequiredService<PortalDbContext>()));

    private async Task<Visitor> SignInAsync(Role role, string? area = null) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, area));

    private static string KeyOf(Page page, string head) => page.Document.QuerySelectorAll("tbody").First(body => body.QuerySelector("a")?.TextContent == head).QuerySelector("input")!.GetAttribute("value")!;

    private static List<string> Lines(Page page) => [.. page.Document.QuerySelectorAll("tbody").SelectMany(body => body.QuerySelectorAll("tr").Skip(1).Select(row => $"{body.QuerySelector("a")!.TextContent}: {Line(row)}"))];

    private static string Line(AngleSharp.Dom.IElement row)
    {
        var name = row.Children[0].QuerySelector("label") is { } label ? label.ChildNodes.OfType<AngleSharp.Dom.IText>().Single(text => text.TextContent.Trim().Length > 0).TextContent.Trim() : row.Children[0].ChildNodes[0].TextContent.Trim();
        return $"{name} {row.Children[1].TextContent.Trim()} {row.Children[2].TextContent.Trim()}{(row.Children[3].TextContent == "Besar" ? " besar" : "")}";
    }

    private static IEnumerable<string> Chips(Page page) => page.Document.QuerySelectorAll(".tk-chip").Where(chip => chip.QuerySelector("b") is not null).Select(Words);

    private static string Cells(AngleSharp.Dom.IElement row) => string.Join(' ', row.Children.Select(Words));

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
