using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Features.Deliberations;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Deliberations;

/// <summary>A village agrees on its list: what is frozen stays as it was, whatever happens to the households afterwards.</summary>
public sealed class DeliberationTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    private readonly TestPortal _portal = TestPortal.Start();
    private readonly List<Guid> _households = [];
    private Visitor _head = null!;

    private static readonly (string, string?)[] Meeting =
    [
        ("Form.Number", "140/017/BA-MK/XI/2026"), ("Form.HeldOn", "19/11/2026"), ("Form.From", "09.00"), ("Form.Until", "12.20"), ("Form.Place", "Aula Kelurahan"), ("Form.Chair", "Yohanes Uji, Ketua LPM"),
        ("Form.NoteTaker", "Siti Contoh, Sekretaris"), ("Form.Invited", "4"), ("Form.Attendance", "Yohanes Uji, Ketua LPM\nSiti Contoh, Sekretaris\nAndi Uji, Ketua RT 003"),
        ("Form.Signatories", "Yohanes Uji, Pimpinan\nMarthin Uji, Lurah"),
    ];

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 8; i++)
            _households.Add(await _portal.Scenario.HouseholdInAsync(Village, $"KELUARGA UJI {(char)('A' + i)}"));
        _head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Three_households_change_and_the_minutes_stay_byte_for_byte()
    {
        var round = await _portal.Scenario.ReadyForMeetingAsync(Village, Answers);
        var frozen = await FreezeAsync(round);
        Assert.Equal(HttpStatusCode.Redirect, frozen.StatusCode);
        var page = frozen.Location!;
        var before = (await _head.GetAsync(page + "/berita-acara.pdf")).Bytes;
        var (code, hash) = await CodeAsync();
        var check = await _portal.Visitor().GetAsync($"/verifikasi/{code}");

        await ChangeAsync(_households.Take(3));

        Assert.Equal(before, (await _head.GetAsync(page + "/berita-acara.pdf")).Bytes);
        Assert.Equal(before, await ComposedAgainAsync());
        Assert.Equal((code, hash), await CodeAsync());
        Assert.Equal(check.Text, (await _portal.Visitor().GetAsync($"/verifikasi/{code}")).Text);
        var details = await _head.GetAsync(page);
        Assert.Equal(["KELUARGA UJI A", "KELUARGA UJI B", "KELUARGA UJI C"], details.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task The_public_page_confirms_number_date_counts_and_hash_and_names_nobody()
    {
        await FreezeAsync(await _portal.Scenario.ReadyForMeetingAsync(Village));
        var (code, hash) = await CodeAsync();

        var page = await _portal.Visitor().GetAsync($"/verifikasi/{code.ToLowerInvariant()}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        foreach (var told in new[] { "140/017/BA-MK/XI/2026", "19 November 2026", "8 KK", hash, "Kameloh Baru" })
            Assert.Contains(told, page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("UJI A", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Yohanes", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visitor().GetAsync("/verifikasi/VB-AAAAA-AAAAA")).StatusCode);
    }

    [Fact]
    public async Task A_part_of_few_families_is_not_told_to_the_public()
    {
        await FreezeAsync(await _portal.Scenario.ReadyForMeetingAsync(Village, Answers));

        var page = await _portal.Visitor().GetAsync($"/verifikasi/{(await CodeAsync()).Code}");

        Assert.Contains("tidak ditampilkan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6 KK", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_household_goes_on_or_off_the_list_with_its_reason()
    {
        await FreezeAsync(await _portal.Scenario.ReadyForMeetingAsync(Village, Answers));

        var states = await ReadAsync(db => db.RoundTargets.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var rows = await ReadAsync(db => db.Set<DeliberationRow>().OrderBy(row => row.Annex).ThenBy(row => row.Number).ToListAsync());

        Assert.Equal(6, states[VerificationState.AgreedInDeliberation]);
        Assert.Equal(2, states[VerificationState.Excluded]);
        Assert.Equal([Annex.ExtremelyPoor, Annex.NotEligible, Annex.Moved], rows.Select(row => row.Annex).Distinct());
        Assert.Equal("Sudah mampu", rows.Single(row => row.Annex is Annex.NotEligible).Finding);
        Assert.All(rows.GroupBy(row => row.Annex), group => Assert.Equal(Enumerable.Range(1, group.Count()), group.Select(row => row.Number)));
    }

    [Fact]
    public async Task Minutes_that_would_not_hold_are_refused_and_what_was_typed_stays()
    {
        var round = await _portal.Scenario.ReadyForMeetingAsync(Village);

        var noQuorum = await FreezeAsync(round, ("Form.Invited", "6"));
        var future = await FreezeAsync(round, ("Form.HeldOn", "19/11/2090"));
        var backwards = await FreezeAsync(round, ("Form.Until", "08.00"));
        var oneSigns = await FreezeAsync(round, ("Form.Signatories", "Marthin Uji, Lurah"));

        Assert.All([noQuorum, future, backwards, oneSigns], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("Kuorum belum tercapai", noQuorum.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("belum terjadi", future.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("lebih awal", backwards.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("dua penanda tangan", oneSigns.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("Aula Kelurahan", noQuorum.Find("[name='Form.Place']").GetAttribute("value"));
        Assert.Equal(0, await ReadAsync(db => db.Deliberations.CountAsync()));
        Assert.Equal(8, await ReadAsync(db => db.RoundTargets.CountAsync(t => t.State == VerificationState.ApprovedByVillage)));
    }

    [Fact]
    public async Task A_list_with_a_household_that_is_still_visited_is_not_frozen()
    {
        var round = await _portal.Scenario.RoundAsync(isRunning: true, Village[..8]);
        await _portal.Scenario.VisitTargetsAsync(round, await _portal.Scenario.AccountAsync(Role.Enumerator, Village), 7);
        await _portal.Scenario.BringAsync(round, VerificationState.ApprovedByVillage);

        var refused = await FreezeAsync(round);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Masih 1 keluarga", refused.Find(".tk-summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_another_village_finds_neither_form_nor_minutes()
    {
        var round = await _portal.Scenario.ReadyForMeetingAsync(Village);
        var minutes = (await FreezeAsync(round)).Location!;
        var other = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));

        foreach (var path in new[] { minutes, minutes + "/berita-acara.pdf", $"/verval/{round}/musyawarah/{Village}" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
    }

    // Six eligible, one not eligible, one moved.
    private static VisitAnswers Answers(int i) => i switch
    {
        6 => RoundScenario.Found(Today) with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.WellOff },
        7 => new VisitAnswers { VisitedOn = Today, Presence = Presence.MovedOutOfRegion },
        _ => RoundScenario.Found(Today),
    };

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private async Task<Page> FreezeAsync(Guid round, params (string Name, string? Value)[] changed)
    {
        var fields = Meeting.Where(field => !changed.Any(other => other.Name == field.Item1)).Concat(changed).ToArray();
        return await (await _head.GetAsync($"/verval/{round}/musyawarah/{Village}")).SubmitAsync("main form", fields);
    }

    private Task<(string Code, string Hash)> CodeAsync() => ReadAsync(async db =>
    {
        var deliberation = await db.Deliberations.SingleAsync();
        return (deliberation.Code, Convert.ToHexStringLower(deliberation.ListHash));
    });

    // From the stored rows, by the same program: what is stored is what would be made again.
    private Task<byte[]> ComposedAgainAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var deliberation = await db.Deliberations.Include(d => d.Rows.OrderBy(row => row.Annex).ThenBy(row => row.Number)).SingleAsync();
        var round = await db.Rounds.SingleAsync(r => r.Id == deliberation.RoundId);
        var release = await db.ListReleases.SingleAsync(r => r.Id == round.ReleaseId);
        return new MinutesPaper(deliberation, round, release.Title, $"http://localhost/verifikasi/{deliberation.Code}", isTestData: await db.Offices.Select(o => o.HasTestData).SingleAsync(), services.GetRequiredService<OfficeSettings>(), services.GetRequiredService<AreaDirectory>())
            .Write(services.GetRequiredService<FontLibrary>());
    });

    private Task<int> ChangeAsync(IEnumerable<Guid> households) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        db.Changes.Declare(ChangeSource.FamilyEvent, null, "Alamat diperbaiki");
        foreach (var id in households)
        {
            var household = await db.Households.Include(h => h.Members).SingleAsync(h => h.PublicId == id);
            db.Entry(household).Property(h => h.Address).CurrentValue = "Jl. Baru Uji 7";
        }
        return await db.SaveChangesAsync();
    });

    private Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read) => _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, services => read(services.GetRequiredService<PortalDbContext>()));
}
