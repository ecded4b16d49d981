using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.IntegrationTests.Features.Field;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Proposals;

/// <summary>Proposals in the minutes: an annex of their own, in the counts, the hash and the public page.</summary>
public sealed class ProposalMinutesTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!, _head = null!;

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 6; i++)
            await _portal.Scenario.HouseholdInAsync(Village, $"KELUARGA UJI {(char)('A' + i)}");
        (_enumerator, _head) = (await _portal.Scenario.AccountAsync(Role.Enumerator, Village), await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task The_annex_of_proposals_holds_those_that_the_meeting_takes_up_and_those_that_it_does_not()
    {
        var round = await _portal.Scenario.RoundAsync(true, Village[..8]);
        foreach (var name in new[] { "MARDIANSYAH USUL", "BURHANUDDIN USUL" })
            await _portal.Scenario.ClearAsync(await _portal.Scenario.ProposeAsync(_enumerator, Village, name, $"Rumah {name}"), _head);
        await _portal.Scenario.VisitTargetsAsync(round, _enumerator, 500, i => i < 7 ? RoundScenario.Found(Today) : RoundScenario.Found(Today) with { Eligibility = Eligibility.NotEligible, Reason = IneligibilityReason.WellOff });
        await _portal.Scenario.BringAsync(round, VerificationState.ApprovedByVillage);

        var minutes = await _portal.Scenario.FreezeAsync(round, Village);

        var rows = await _portal.AskAsync(db => db.Set<DeliberationRow>().AsNoTracking().OrderBy(row => row.Annex).ThenBy(row => row.Number).ToListAsync());
        Assert.Equal([("MARDIANSYAH USUL", Annex.Proposed, "layak ekstrem"), ("BURHANUDDIN USUL", Annex.ProposedInVain, "Sudah mampu")], rows.Where(row => row.Annex >= Annex.Proposed).Select(row => (row.HeadName, row.Annex, row.Finding)));
        Assert.Equal(6, rows.Count(row => row.Annex is Annex.ExtremelyPoor));
        var lurah = await _portal.SignInAsync(_head);
        var paper = await PaperFile.SavedAsync((await lurah.GetAsync($"/musyawarah/{minutes}/berita-acara.pdf")).Bytes, Path.Combine(_portal.DataDirectory, "berita-acara.pdf"));
        paper.AssertSound();
        Assert.Contains("Usulan baru: 2 KK", paper.Text, StringComparison.Ordinal);
        Assert.Contains("h. Usulan baru, layak 1 satu", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Jumlah a sampai i 8 delapan", paper.Text, StringComparison.Ordinal);
        var annex = Enumerable.Range(1, paper.PageCount).Select(paper.PageText).Single(text => text.Contains("Usulan baru: 2 KK", StringComparison.Ordinal));
        Assert.Contains("Tanggal 3 140/017", annex, StringComparison.Ordinal);
        Assert.Contains("MARDIANSYAH USUL", annex, StringComparison.Ordinal);
        Assert.Contains("Sudah mampu", annex, StringComparison.Ordinal);
        var code = await _portal.AskAsync(db => db.Deliberations.Select(d => d.Code).SingleAsync());
        var check = await _portal.Visitor().GetAsync($"/verifikasi/{code}");
        Assert.Contains("8 KK", check.Text, StringComparison.Ordinal);
        Assert.Equal("tidak ditampilkan", check.Document.QuerySelectorAll("dl div").Single(pair => pair.TextContent.Contains("usulan baru", StringComparison.Ordinal)).QuerySelector("dd")!.TextContent);
        Assert.Equal(ProposalState.Refused, ProposalWords.StateOf(ProposalCheck.Cleared, await _portal.AskAsync(db => db.RoundTargets.Where(t => t.Exclusion != null).Select(t => t.State).SingleAsync())));
    }

    [Fact]
    public async Task A_village_with_an_unchecked_proposal_freezes_nothing_and_the_round_does_not_go_on()
    {
        var round = await _portal.Scenario.ReadyForMeetingAsync(Village);
        await _portal.Scenario.ProposeAsync(_enumerator, Village);
        var lurah = await _portal.SignInAsync(_head);
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

        var form = await lurah.GetAsync($"/verval/{round}/musyawarah/{Village}");
        var frozen = await form.SubmitAsync("main form", ("Form.Number", "140/1"), ("Form.HeldOn", "19/11/2026"), ("Form.From", "09.00"), ("Form.Until", "12.20"), ("Form.Place", "Aula"), ("Form.Chair", "Yohanes Uji"), ("Form.NoteTaker", "Siti Contoh"),
            ("Form.Invited", "3"), ("Form.Attendance", "Yohanes Uji\nSiti Contoh"), ("Form.Signatories", "Yohanes Uji, Ketua\nMarthin Uji, Lurah"));
        var advanced = await analyst.PostAsync($"/verval/{round}/lanjut", "/keluar");

        Assert.Contains("1 usulan baru belum diperiksa", form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, frozen.StatusCode);
        Assert.Contains("usulan baru yang belum diperiksa", frozen.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, advanced.StatusCode);
        Assert.Contains("usulan baru belum diperiksa", advanced.Find(".tk-summary").TextContent, StringComparison.Ordinal);
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);
}
