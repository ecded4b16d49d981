using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>Decisions that name lists of households: by how they are narrowed, and shown on both sides.</summary>
public sealed class DecisionListTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", NotVisited = $"/keluarga?wilayah={Village}&status=belum";

    private static readonly int ThisYear = DateTime.UtcNow.AddHours(7).Year;

    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _analyst = null!;

    public async Task InitializeAsync() => _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_named_list_is_counted_then_and_now_and_its_page_says_which_decision_names_it()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village);
        await _portal.Scenario.HouseholdInAsync(Village, "SITI UJI");
        await _portal.Scenario.HouseholdInAsync(OtherVillage, "RINA UJI");
        var (meeting, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        // As it is copied from a browser: with the host, an order and a page, and a word that filters nothing.
        var saved = await ChangeAsync(meeting, decision, $"https://portal.contoh.go.id/keluarga?status=belum&urut=nama&halaman=2&kelayakan=apa&wilayah={Village}");
        Assert.Equal(NotVisited, (await _analyst.GetAsync($"/rakor/{meeting}/keputusan/{decision}")).Find("#Form_Lists").TextContent.Trim());
        Assert.DoesNotContain("Disebut dalam", (await _analyst.GetAsync(NotVisited)).Text, StringComparison.Ordinal);
        await (await saved.FollowAsync()).SubmitToAsync($"/rakor/{meeting}/tutup", $"form[action='/rakor/{meeting}/notula']");
        await _portal.Scenario.SubmittedVisitAsync(household, await _portal.Scenario.AccountAsync(Role.Enumerator, Village));

        var page = await _analyst.GetAsync($"/tindak-lanjut/{decision}");
        Assert.Contains("2 KK saat diputuskan, 1 KK sekarang", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yang Anda lihat", page.Text, StringComparison.Ordinal);
        Assert.Equal("Kelurahan Kameloh Baru, Kecamatan Sabangau, Belum dikunjungi", page.Find($"a[href='{NotVisited}']").TextContent);
        var list = await _analyst.GetAsync(NotVisited + "&urut=nama");
        Assert.Contains("Disebut dalam keputusan 1 rakor", list.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector($"a[href='/tindak-lanjut/{decision}']"));
        Assert.DoesNotContain("Disebut dalam", (await _analyst.GetAsync($"/keluarga?wilayah={OtherVillage}&status=belum")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_fewer_families_is_told_that_the_count_is_of_those()
    {
        await _portal.Scenario.HouseholdInAsync(Village);
        await _portal.Scenario.HouseholdInAsync(OtherVillage, "RINA UJI");
        var (meeting, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false, named: [Village]);
        var saved = await ChangeAsync(meeting, decision, "/keluarga?wilayah=62.71.04&status=belum");
        await (await saved.FollowAsync()).SubmitToAsync($"/rakor/{meeting}/tutup", $"form[action='/rakor/{meeting}/notula']");

        var lurah = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var page = await lurah.GetAsync($"/tindak-lanjut/{decision}");
        Assert.Contains("2 KK di seluruhnya saat diputuskan; yang Anda lihat sekarang 1 KK", page.Text, StringComparison.Ordinal);
        // The wider list leads to what lies at home.
        var own = await lurah.GetAsync(page.Find("a[href^='/keluarga?']").GetAttribute("href")!);
        Assert.Contains("1 dari 1 KK sesuai saringan", own.Text, StringComparison.Ordinal);
        // A list that lies elsewhere is no more than its words.
        var (other, elsewhere) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false, named: [Village]);
        await (await (await ChangeAsync(other, elsewhere, $"/keluarga?wilayah={OtherVillage}&status=belum")).FollowAsync()).SubmitToAsync($"/rakor/{other}/tutup", $"form[action='/rakor/{other}/notula']");
        var silent = await lurah.GetAsync($"/tindak-lanjut/{elsewhere}");
        Assert.Contains("Belum dikunjungi", silent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("saat diputuskan", silent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_read_the_counts_of_the_whole_and_an_OPD_those_of_its_duty()
    {
        await _portal.Scenario.HouseholdInAsync(Village);
        var (meeting, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        await (await (await ChangeAsync(meeting, decision, NotVisited)).FollowAsync()).SubmitToAsync($"/rakor/{meeting}/tutup", $"form[action='/rakor/{meeting}/notula']");

        var leader = await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership))).GetAsync($"/tindak-lanjut/{decision}");
        var agency = await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"))).GetAsync($"/tindak-lanjut/{decision}");

        Assert.Contains("1 KK saat diputuskan, 1 KK sekarang", leader.Text, StringComparison.Ordinal);
        Assert.Null(leader.Document.QuerySelector("a[href^='/keluarga']"));
        Assert.Contains("1 KK di seluruhnya saat diputuskan; yang Anda lihat sekarang", agency.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_of_the_aid_is_put_in_a_count_stays_and_the_same_list_stands_once()
    {
        await _portal.Scenario.HouseholdInAsync(Village);
        var (meeting, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        await ChangeAsync(meeting, decision, $"/keluarga?bantuan=tanpa&wilayah={Village}\n\n/keluarga?wilayah={Village}&bantuan=tanpa&tahun={ThisYear}");
        await _portal.Scenario.HouseholdInAsync(Village, "SITI UJI");
        var again = await _analyst.GetAsync($"/rakor/{meeting}/keputusan/{decision}");
        Assert.Equal($"/keluarga?wilayah={Village}&bantuan=tanpa&tahun={ThisYear}", again.Find("#Form_Lists").TextContent.Trim());
        var saved = await again.SubmitAsync($"form[action='/rakor/{meeting}/keputusan/{decision}']", ("Form.Action", "Membangun jamban."));
        await (await saved.FollowAsync()).SubmitToAsync($"/rakor/{meeting}/tutup", $"form[action='/rakor/{meeting}/notula']");

        var page = await _analyst.GetAsync($"/tindak-lanjut/{decision}");
        Assert.Contains($"Tanpa bantuan {ThisYear}", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 KK saat diputuskan, 2 KK sekarang", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_lists_than_a_decision_can_bear_are_refused_before_they_are_counted()
    {
        var (meeting, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);

        var refused = await ChangeAsync(meeting, decision, string.Join('\n', Enumerable.Range(1, 11).Select(year => $"/keluarga?bantuan=tanpa&tahun={2000 + year}")));

        Assert.Contains("paling banyak 10 daftar keluarga", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dasbor", "Daftar keluarga pada baris 2 tidak dikenal")]
    [InlineData("/keluarga", "Daftar keluarga pada baris 2 tidak dikenal")]
    [InlineData("/keluarga?wilayah=64.72&status=belum", "Daftar keluarga pada baris 2 tidak dikenal")]
    [InlineData("/keluarga?sasaran=tugas", "disaring menurut tugas OPD, yang berbeda bagi tiap pembaca")]
    public async Task An_address_that_is_no_narrowed_list_of_the_office_is_refused_with_its_line_and_stays(string typed, string refusal)
    {
        var (meeting, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);

        var refused = await ChangeAsync(meeting, decision, $"{NotVisited}\n{typed}");

        Assert.Contains(refusal, refused.Text, StringComparison.Ordinal);
        Assert.Contains(typed, refused.Find("#Form_Lists").TextContent, StringComparison.Ordinal);
    }

    private async Task<Page> ChangeAsync(Guid meeting, Guid decision, string lists) =>
        await (await _analyst.GetAsync($"/rakor/{meeting}/keputusan/{decision}")).SubmitAsync($"form[action='/rakor/{meeting}/keputusan/{decision}']", ("Form.Lists", lists));
}
