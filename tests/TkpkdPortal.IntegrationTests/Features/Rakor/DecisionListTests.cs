using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>Decisions that name lists of households: by how they are narrowed, and shown on both sides.</summary>
public sealed class DecisionListTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", NotVisited = $"/keluarga?wilayah={Village}&status=belum";

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
        Assert.Equal("Kelurahan Kameloh Baru, Belum dikunjungi", page.Find($"a[href='{NotVisited}']").TextContent);
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
        Assert.Contains("2 KK saat diputuskan, 1 KK sekarang yang Anda lihat", (await lurah.GetAsync($"/tindak-lanjut/{decision}")).Text, StringComparison.Ordinal);
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
