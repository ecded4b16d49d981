using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.IntegrationTests.Features.Field;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Proposals;

/// <summary>A family that is on no list: sought first, proposed, checked by somebody else, and then one of the others.</summary>
public sealed class ProposalPagesTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", Nik = "6271990302800001", OtherNik = "6271990302800002";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!, _head = null!;
    private Visitor _petugas = null!, _lurah = null!;

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new FamilyRow("627123000001", "6271041004") { HeadName = "H. SOEHARNI NOER", Nik = Nik, Address = "JL. G. OBOS XII RT 03 RW 01", BirthDate = "1980-02-03" },
            new FamilyRow("627123000002", "6271041005") { HeadName = "MOHAMMAD YUSRAN", Nik = OtherNik, Address = "JL. MAHIR RT 01 RW 01", BirthDate = "1975-05-06" },
            new FamilyRow("627123000003", "6271041004") { HeadName = "ANNA LAIN", Address = "JL. MENDAWAI RT 02 RW 01", BirthDate = "1990-01-01" });
        (_enumerator, _head) = (await _portal.Scenario.AccountAsync(Role.Enumerator, Village), await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
        (_petugas, _lurah) = (await _portal.SignInAsync(_enumerator), await _portal.SignInAsync(_head));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Without_a_running_round_there_is_no_form()
    {
        var page = await _petugas.GetAsync("/usulan/baru");

        Assert.Contains("Belum ada periode verval yang berjalan", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_family_is_sought_before_it_is_sent_and_comes_to_the_head_of_the_village()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);
        var similar = await SeekAsync(("Form.HeadName", "Norsehan"), ("Form.Members", "Alya, cucu, 12/03/2015"));
        Assert.Contains("Tidak ada keluarga yang mirip", similar.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _portal.AskAsync(db => db.Proposals.CountAsync()));

        var sent = await similar.SubmitAsync("main form", ("Form.Step", "usulkan"));
        var again = await similar.SubmitAsync("main form", ("Form.Step", "usulkan"));

        Assert.Equal((HttpStatusCode.Redirect, sent.Location), (sent.StatusCode, again.Location));
        var proposal = await _portal.AskAsync(db => db.Proposals.AsNoTracking().SingleAsync());
        Assert.Equal(("Norsehan", "62.71.04.1004.001.003.", ProposalCheck.Waiting, 0, 2), (proposal.HeadName, proposal.AreaCode, proposal.Check, proposal.SimilarSeen, proposal.MemberCount));
        Assert.Contains("Diusulkan", (await _petugas.GetAsync("/usulan?saya=true")).Text, StringComparison.Ordinal);
        Assert.Contains("Usulan baru untuk diperiksa", (await _lurah.GetAsync("/menunggu")).Text, StringComparison.Ordinal);
        Assert.Contains("Keluarga Norsehan", (await _lurah.GetAsync("/usulan?periksa=true")).Text, StringComparison.Ordinal);
        Assert.Equal(3, await _portal.AskAsync(db => db.Households.CountAsync()));
    }

    [Theory]
    [InlineData("Suharni Nur", null, "nama")]
    [InlineData("Suharni Nur", "03/02/1980", "tanggal lahir")]
    [InlineData("Nur Baiti", "03/02/1980", "sebagian nama")]
    public async Task Another_spelling_is_found_in_the_own_village_with_its_data(string name, string? born, string same)
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);

        var page = await SeekAsync(("Form.HeadName", name), ("Form.BirthDate", born));

        var row = page.Document.QuerySelectorAll("tbody tr")[1];
        Assert.Contains("H. SOEHARNI NOER", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(same, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("G. OBOS", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bukan keluarga itu, tetap usulkan", page.Text, StringComparison.Ordinal);
        await _portal.WriteAccessesAsync();
        Assert.Equal(1, await _portal.AskAsync(db => db.HouseholdAccesses.CountAsync(access => access.UserId == _enumerator.Id && access.Channel == AccessChannel.DuplicateSearch)));
    }

    [Fact]
    public async Task What_only_shares_a_word_is_not_called_similar()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);

        Assert.Contains("Tidak ada keluarga yang mirip", (await SeekAsync(("Form.HeadName", "Anna Suci"), ("Form.BirthDate", "04/05/1966"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OtherNik, "06/05/1975")]
    [InlineData(null, "01/01/1990")]
    public async Task Of_a_family_elsewhere_only_initials_and_the_village_are_told_whatever_number_and_date_were_typed(string? nik, string born)
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);

        var page = await SeekAsync(("Form.HeadName", "Muhamad Yusran"), ("Form.Nik", nik), ("Form.BirthDate", born));

        var row = page.Document.QuerySelectorAll("tbody tr")[1].TextContent;
        Assert.Contains("M••• Y•••", row, StringComparison.Ordinal);
        Assert.Contains("Hubungi lurah", row, StringComparison.Ordinal);
        Assert.DoesNotContain("NIK", row, StringComparison.Ordinal);
        Assert.DoesNotContain("tanggal", row, StringComparison.Ordinal);
        foreach (var secret in new[] { "YUSRAN", "MAHIR", "1975" })
            Assert.DoesNotContain(secret, row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_cannot_be_tried_until_one_answers()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);

        var page = await SeekAsync(("Form.HeadName", "Lain Sekali"), ("Form.Nik", OtherNik), ("Form.BirthDate", "06/05/1975"));
        for (var tried = 1; tried < SearchLimit.MostInMinute; tried++)
            await SeekAsync(("Form.HeadName", "Lain Sekali"));
        var refused = await SeekAsync(("Form.HeadName", "Lain Sekali"), ("Form.Reason", "Rumah roboh"));

        Assert.Contains("Tidak ada keluarga yang mirip", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Terlalu banyak pencarian", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Rumah roboh", refused.Find("[name='Form.Reason']").TextContent, StringComparison.Ordinal);
        Assert.Equal(SearchLimit.MostInMinute, await _portal.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == SearchLimit.ProposalSearched && entry.UserId == _enumerator.Id)));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);

        var page = await SeekAsync(("Form.HeadName", ""), ("Form.Nik", "627199"), ("Form.Rt", "tiga"), ("Form.Members", "Siti, tetangga"), ("Form.Area", OtherVillage), ("Form.Reason", "Rumah roboh"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        foreach (var sentence in new[] { "Tulis nama kepala keluarga", "Yang tertulis baru 6", "Pilih desa atau kelurahan dari daftar", "Baris 1" })
            Assert.Contains(sentence, page.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rumah roboh", page.Find("[name='Form.Reason']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cleared_proposal_is_a_household_without_list_and_a_target_of_its_enumerator()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);
        var sent = await (await SeekAsync(("Form.HeadName", "Norsehan"), ("Form.Nik", "6271991203700009"), ("Form.Members", "Alya, cucu"))).SubmitAsync("main form", ("Form.Step", "usulkan"));

        var cleared = await DecideAsync(sent.Location!, ("Form.Decision", "Clear"));

        Assert.Equal(HttpStatusCode.Redirect, cleared.StatusCode);
        var proposal = await _portal.AskAsync(db => db.Proposals.AsNoTracking().SingleAsync());
        var household = await _portal.AskAsync(db => db.Households.AsNoTracking().Include(h => h.Members).SingleAsync(h => h.Id == proposal.HouseholdId));
        var target = await _portal.AskAsync(db => db.RoundTargets.AsNoTracking().SingleAsync(t => t.Id == proposal.TargetId));
        Assert.Equal(("Norsehan", null, null, 2), (household.HeadName, household.DecileCode, household.DecileReleaseId, household.MemberCount));
        Assert.Equal((_head.Id, ProposalCheck.Cleared), (proposal.CheckedById, proposal.Check));
        Assert.Equal((VerificationState.NotVisited, _enumerator.Id, true, household.Id), (target.State, target.EnumeratorId, target.IsProposed, target.HouseholdId));
        Assert.Equal(ChangeSource.Proposal, await _portal.AskAsync(db => db.ChangeSets.Where(c => c.Id == household.ChangeSetId).Select(c => c.Source).SingleAsync()));
        Assert.Contains("tidak ada di daftar", (await _lurah.GetAsync($"/keluarga/{household.PublicId}")).Text, StringComparison.Ordinal);
        Assert.Contains("Norsehan", (await _lurah.GetAsync("/keluarga")).Text, StringComparison.Ordinal);
        Assert.Equal(["Norsehan"], (await (await _portal.PhoneAsync(_enumerator)).WorklistAsync()).Select(item => item.GetProperty("headName").GetString()));
        var found = await (await _petugas.GetAsync("/keluarga/nomor")).SubmitAsync("main form", ("Number", "6271991203700009"));
        Assert.Contains("Norsehan", found.Text, StringComparison.Ordinal);
        Assert.Contains("Menunggu kunjungan", (await _petugas.GetAsync("/usulan?tahap=Checked")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _lurah.PostAsync(sent.Location!, "/keluar", ("Form.Decision", "TurnDown"), ("Form.Note", "x"), ("Form.Version", "2"))).StatusCode);
    }

    [Fact]
    public async Task A_decision_about_other_families_than_those_shown_is_stale()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);
        var id = await _portal.Scenario.ProposeAsync(_enumerator, Village, "KELUARGA KEMBAR");
        var page = await _lurah.GetAsync($"/usulan/{id}");
        await _portal.Scenario.HouseholdInAsync(Village, "KELUARGA KEMBAR");

        var stale = await page.SubmitAsync("main form", ("Form.Decision", "Clear"), ("Form.Note", "Sudah dicek"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("berubah saat Anda membacanya", stale.Text, StringComparison.Ordinal);
        Assert.Contains("KELUARGA KEMBAR", stale.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sudah dicek", stale.Find("[name='Form.Note']").TextContent, StringComparison.Ordinal);
        var twin = stale.Document.QuerySelectorAll("[name='Form.HouseholdId'] option")[1].GetAttribute("value");
        Assert.Equal(HttpStatusCode.Redirect, (await stale.SubmitAsync("main form", ("Form.Decision", "Duplicate"), ("Form.HouseholdId", twin))).StatusCode);
        var closed = await _petugas.GetAsync($"/usulan/{id}");
        Assert.Contains("Ditutup sebagai ganda", closed.Text, StringComparison.Ordinal);
        Assert.Contains("“Sudah dicek”", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_equal_NIK_is_not_cleared_and_a_reason_is_asked_for()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);
        var sent = await (await SeekAsync(("Form.HeadName", "Lain Sekali"), ("Form.Nik", Nik))).SubmitAsync("main form", ("Form.Step", "usulkan"));

        var cleared = await DecideAsync(sent.Location!, ("Form.Decision", "Clear"), ("Form.Note", "Beda orang."));
        var silent = await DecideAsync(sent.Location!, ("Form.Decision", "TurnDown"));
        var refused = await DecideAsync(sent.Location!, ("Form.Decision", "TurnDown"), ("Form.Note", "NIK salah tulis."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, cleared.StatusCode);
        Assert.Contains("sudah tercatat pada keluarga lain", cleared.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("alasan", silent.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("NIK salah tulis.", (await _petugas.GetAsync("/usulan?saya=true&tahap=Refused")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_s_own_proposal_is_checked_by_the_office()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);
        var id = await _portal.Scenario.ProposeAsync(_head, Village);
        var dinsos = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"));
        var fromPetugas = await _portal.Scenario.ProposeAsync(_enumerator, Village, "LAIN UJI");

        var own = await _lurah.GetAsync($"/usulan/{id}");
        var waiting = await dinsos.GetAsync("/usulan?periksa=true");

        Assert.Empty(own.Document.QuerySelectorAll("main form"));
        Assert.Contains("diperiksa Dinas Sosial atau Bappeda", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _lurah.PostAsync($"/usulan/{id}", "/keluar", ("Form.Decision", "TurnDown"), ("Form.Note", "x"), ("Form.Version", "0"))).StatusCode);
        Assert.Contains($"/usulan/{id}", waiting.Source, StringComparison.Ordinal);
        Assert.DoesNotContain($"/usulan/{fromPetugas}", waiting.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await (await dinsos.GetAsync($"/usulan/{id}")).SubmitAsync("main form", ("Form.Decision", "Clear"))).StatusCode);
        Assert.Null(await _portal.AskAsync(db => db.RoundTargets.Where(t => t.CheckedById != null).Select(t => t.EnumeratorId).SingleAsync()));
    }

    [Fact]
    public async Task Another_village_finds_nothing_of_it()
    {
        await _portal.Scenario.RoundAsync(true, Village[..8]);
        var id = await _portal.Scenario.ProposeAsync(_enumerator, Village);
        foreach (var role in new[] { Role.VillageHead, Role.Enumerator })
        {
            var other = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, OtherVillage));

            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/usulan/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/usulan?wilayah={Village}")).StatusCode);
            Assert.DoesNotContain("USULAN UJI", (await other.GetAsync("/usulan")).Text, StringComparison.Ordinal);
        }
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));
        Assert.Equal(HttpStatusCode.NotFound, (await head.PostAsync($"/usulan/{id}", "/keluar", ("Form.Decision", "TurnDown"), ("Form.Note", "x"), ("Form.Version", "0"))).StatusCode);
    }

    [Fact]
    public async Task The_list_is_searched_ordered_and_narrowed_and_the_round_counts_it()
    {
        var round = await _portal.Scenario.RoundAsync(true, Village[..8]);
        await _portal.Scenario.ProposeAsync(_enumerator, Village, "ZAINAL USUL");
        await _portal.Scenario.ProposeAsync(_enumerator, Village, "ANNA USUL");

        var found = await (await _lurah.GetAsync("/usulan")).SubmitAsync("form[role=search]", ("nama", "zain"));
        var ordered = await _lurah.GetAsync("/usulan?urut=nama");
        var progress = await _lurah.GetAsync($"/verval/{round}");

        Assert.Contains("ZAINAL", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ANNA", found.Text, StringComparison.Ordinal);
        Assert.True(ordered.Text.IndexOf("ANNA", StringComparison.Ordinal) < ordered.Text.IndexOf("ZAINAL", StringComparison.Ordinal));
        Assert.Equal("2 KK", progress.Document.QuerySelectorAll(".tk-fig").Single(figure => figure.TextContent.Contains("Usulan baru", StringComparison.Ordinal)).QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal(["2", "0", "0", "2"], progress.Document.QuerySelectorAll("td[data-label='Usulan baru']").Select(cell => cell.TextContent.Trim()));
    }

    private async Task<Page> SeekAsync(params (string Name, string? Value)[] fields)
    {
        (string, string?)[] usual = [("Form.HeadName", "Norsehan"), ("Form.Rt", "3"), ("Form.Rw", "1"), ("Form.Address", "Gang Haur"), ("Form.Reason", "Belum ada di daftar.")];
        return await (await _petugas.GetAsync("/usulan/baru")).SubmitAsync("main form", [.. usual.Where(field => !fields.Any(other => other.Name == field.Item1)), .. fields]);
    }

    private async Task<Page> DecideAsync(string path, params (string Name, string? Value)[] fields) => await (await _lurah.GetAsync(path)).SubmitAsync("main form", fields);
}
