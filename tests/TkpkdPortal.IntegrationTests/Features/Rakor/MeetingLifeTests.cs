using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>A meeting from its letter to its closing, and what is frozen then.</summary>
public sealed class MeetingLifeTests : IAsyncLifetime
{
    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _analyst = null!;

    public async Task InitializeAsync() => _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_letter_keeps_what_was_typed_when_it_is_refused_and_is_printed_with_those_invited()
    {
        var id = await _portal.Scenario.MeetingAsync();
        var path = $"/rakor/{id}/undangan";
        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync($"{path}.pdf")).StatusCode);

        var refused = await SubmitAsync(path, ("Form.Number", "005/12"), ("Form.On", "01/11/2026"), ("Form.SignatoryTitle", "Sekretaris"), ("Form.SignatoryName", "Nama Uji"), ("Form.StaffNumber", "12345"), ("Form.Others", "Camat Uji"));
        Assert.Contains("NIP berisi 18 angka", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Camat Uji", refused.Find("#Form_Others").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await refused.SubmitAsync($"form[action='{path}']", ("Form.StaffNumber", ""))).StatusCode);

        var paper = await _analyst.GetAsync($"{path}.pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(paper.Bytes, 0, 4));
    }

    [Fact]
    public async Task Whoever_is_in_the_hall_signs_in_by_the_code_until_the_meeting_is_closed()
    {
        var (id, _) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        var door = $"/hadir/{await _portal.Scenario.AttendanceCodeAsync(id)}";
        var stranger = _portal.Visitor();

        var empty = await (await stranger.GetAsync(door)).SubmitAsync($"form[action='{door}']");
        Assert.Equal(["Tulis nama", "Tulis jabatan", "Tulis instansi"], empty.Document.QuerySelectorAll(".tk-summary li").Select(fault => fault.TextContent.Trim()));
        var refused = await (await stranger.GetAsync(door)).SubmitAsync($"form[action='{door}']", ("Form.Name", "Siti Uji"), ("Form.Function", "Lurah"));
        Assert.Contains("Tulis instansi", refused.Text, StringComparison.Ordinal);
        var thanks = await (await refused.SubmitAsync($"form[action='{door}']", ("Form.Institution", "Kelurahan Uji"))).FollowAsync();
        Assert.Contains("Siti Uji tercatat hadir", thanks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Budi Uji", thanks.Text, StringComparison.Ordinal);
        // Whoever asks for a name that is there already is thanked alike, and stands on the list once.
        Assert.Equal(HttpStatusCode.Redirect, (await thanks.SubmitAsync($"form[action='{door}']", ("Form.Name", "siti uji"), ("Form.Function", "Lurah"), ("Form.Institution", "Kelurahan Uji"))).StatusCode);
        Assert.Contains("2 orang hadir", (await _analyst.GetAsync($"/rakor/{id}/hadir")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await CloseAsync(id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(door)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/hadir/AAAAAAAAAAAA")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/hadir/{await _portal.Scenario.AttendanceCodeAsync(await _portal.Scenario.MeetingAsync())}")).StatusCode);
    }

    [Fact]
    public async Task Closing_freezes_minutes_attendance_and_decisions()
    {
        var (id, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        var draft = await _analyst.GetAsync($"/rakor/{id}/notula.pdf");
        var editing = await _analyst.GetAsync($"/rakor/{id}/keputusan/{decision}");
        Assert.Equal(HttpStatusCode.Redirect, (await CloseAsync(id)).StatusCode);

        var frozen = await _analyst.GetAsync($"/rakor/{id}/notula.pdf");
        Assert.NotEqual(draft.Bytes, frozen.Bytes);
        Assert.Equal(frozen.Bytes, (await _analyst.GetAsync($"/rakor/{id}/notula.pdf")).Bytes);
        Assert.Contains("Rapat ini sudah ditutup", (await editing.SubmitAsync($"form[action='/rakor/{id}/keputusan/{decision}']", ("Form.Action", "Lain."))).Text, StringComparison.Ordinal);
        Assert.Contains("Rapat ini sudah ditutup", (await editing.SubmitAsync($"form[action='/rakor/{id}/keputusan/{decision}/hapus']")).Text, StringComparison.Ordinal);
        var board = await _analyst.GetAsync($"/tindak-lanjut/{decision}");
        Assert.Contains("Menyerahkan daftar penerima.", board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_names_a_responsible_OPD_places_and_cases_that_exist_and_can_be_taken_out_while_the_meeting_is_open()
    {
        var (id, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        var path = $"/rakor/{id}/keputusan/baru";
        (string, string?)[] valid = [("Form.Text", "Air bersih didahulukan."), ("Form.Action", "Memasang sambungan."), ("Form.Indicator", "10 KK tersambung"), ("Form.DueOn", "31/12/2026")];

        Assert.Contains("Pilih OPD penanggung jawab", (await SubmitAsync(path, valid)).Text, StringComparison.Ordinal);
        var opd = (await _analyst.GetAsync(path)).Find("#Form_Opd option:nth-child(2)").GetAttribute("value");
        Assert.Contains("Wilayah “99.99.99” tidak dikenal", (await SubmitAsync(path, [.. valid, ("Form.Opd", opd), ("Form.Areas", "99.99.99")])).Text, StringComparison.Ordinal);
        Assert.Contains("Satu kasus tidak ditemukan", (await SubmitAsync(path, [.. valid, ("Form.Opd", opd), ("Form.Cases", $"/kasus/{Guid.NewGuid()}")])).Text, StringComparison.Ordinal);
        var minutes = await (await SubmitAsync(path, [.. valid, ("Form.Opd", opd), ("Form.Areas", "62.71.04.1004, 62.71.05")])).FollowAsync();
        Assert.Contains("2 keputusan rapat ini", minutes.Text, StringComparison.Ordinal);
        var removed = await (await (await _analyst.GetAsync($"/rakor/{id}/keputusan/{decision}")).SubmitAsync($"form[action='/rakor/{id}/keputusan/{decision}/hapus']")).FollowAsync();
        Assert.Contains("1 keputusan rapat ini", removed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Menyerahkan daftar penerima.", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_decided_nothing_is_told_so_when_it_is_closed()
    {
        var (id, decision) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        await (await _analyst.GetAsync($"/rakor/{id}/keputusan/{decision}")).SubmitAsync($"form[action='/rakor/{id}/keputusan/{decision}/hapus']");

        Assert.Contains("Catat paling sedikit satu; rapat berikut dibuka dengannya", (await CloseAsync(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_over_a_colleague_sees_what_is_stored()
    {
        var (id, _) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        var mine = await _analyst.GetAsync($"/rakor/{id}/notula");
        await SubmitAsync($"/rakor/{id}/notula", ("Form.Course", "Tulisan rekan."));

        var overtaken = await mine.SubmitAsync($"form[action='/rakor/{id}/notula']", ("Form.Course", "Tulisan saya."));

        Assert.Contains("Tulisan rekan.", overtaken.Text, StringComparison.Ordinal);
        Assert.Contains("Tulisan saya.", overtaken.Find("#Form_Course").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_saves_what_is_typed_and_is_refused_over_a_decision_that_nobody_on_the_page_has_seen()
    {
        var (id, _) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        var minutes = await _analyst.GetAsync($"/rakor/{id}/notula");
        var opd = (await _analyst.GetAsync($"/rakor/{id}/keputusan/baru")).Find("#Form_Opd option:nth-child(2)").GetAttribute("value");
        await SubmitAsync($"/rakor/{id}/keputusan/baru", ("Form.Text", "Lain."), ("Form.Action", "Lain."), ("Form.Indicator", "Lain"), ("Form.DueOn", "31/12/2026"), ("Form.Opd", opd));

        var refused = await minutes.SubmitToAsync($"/rakor/{id}/tutup", $"form[action='/rakor/{id}/notula']", ("Form.Course", "Alinea terakhir yang belum disimpan."));
        Assert.Contains("baru saja ditambah atau diubah", refused.Text, StringComparison.Ordinal);
        var closed = await (await refused.SubmitToAsync($"/rakor/{id}/tutup", $"form[action='/rakor/{id}/notula']")).FollowAsync();
        Assert.Contains("Ditutup", closed.Text, StringComparison.Ordinal);
        // Whoever still writes sees what could not be saved.
        var late = await minutes.SubmitAsync($"form[action='/rakor/{id}/notula']", ("Form.Course", "Terlambat diketik."));
        Assert.Contains("Isian Anda yang belum tersimpan", late.Text, StringComparison.Ordinal);
        Assert.Contains("Terlambat diketik.", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_decision_leaves_no_gap_and_a_newer_edit_is_not_removed()
    {
        var (id, first) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false, named: ["62.71.04.1004"], supportedBy: "Disdik");
        var opd = (await _analyst.GetAsync($"/rakor/{id}/keputusan/baru")).Find("#Form_Opd option:nth-child(2)").GetAttribute("value");
        foreach (var action in (string[])["Kedua.", "Ketiga."])
            await SubmitAsync($"/rakor/{id}/keputusan/baru", ("Form.Text", "Uji."), ("Form.Action", action), ("Form.Indicator", "Uji"), ("Form.DueOn", "31/12/2026"), ("Form.Opd", opd));
        var stale = await _analyst.GetAsync($"/rakor/{id}/keputusan/{first}");
        await SubmitAsync($"/rakor/{id}/keputusan/{first}", ("Form.Action", "Diubah rekan."));

        Assert.Contains("baru saja diubah rekan Anda", (await stale.SubmitAsync($"form[action='/rakor/{id}/keputusan/{first}/hapus']")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await (await _analyst.GetAsync($"/rakor/{id}/keputusan/{first}")).SubmitAsync($"form[action='/rakor/{id}/keputusan/{first}/hapus']")).StatusCode);
        Assert.Equal([1, 2], await _portal.Scenario.AsConsoleAsync(Permission.ManageMeetings, services => services.GetRequiredService<PortalDbContext>().MeetingDecisions.OrderBy(one => one.Number).Select(one => one.Number).ToListAsync()));
    }

    [Fact]
    public async Task A_struck_name_is_on_no_paper_and_nobody_is_struck_after_the_closing()
    {
        var (id, _) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        await SubmitAsync($"/rakor/{id}/hadir", ("Form.Name", "Siti Uji"), ("Form.Function", "Lurah"), ("Form.Institution", "Kelurahan Uji"));
        var list = await _analyst.GetAsync($"/rakor/{id}/hadir");
        var forms = list.Document.QuerySelectorAll("form[action$='/coret']").Select(form => form.GetAttribute("action")!).ToList();
        Assert.Equal(2, forms.Count);
        Assert.Contains("1 orang hadir", (await (await list.SubmitAsync($"form[action='{forms[0]}']")).FollowAsync()).Text, StringComparison.Ordinal);
        await CloseAsync(id);
        Assert.Contains("Rapat ini sudah ditutup", (await list.SubmitAsync($"form[action='{forms[1]}']")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_with_attendance_is_not_moved_to_another_day_and_its_pack_is_not_published_once_it_is_closed()
    {
        var (id, _) = await _portal.Scenario.HeldMeetingAsync("Disnaker", days: 0, isClosed: false);
        var moved = await SubmitAsync($"/rakor/{id}/ubah", "form[method=post]:has(#On)", ("On", "30/12/2026"));
        Assert.Contains("tanggalnya tidak bisa dipindah", moved.Text, StringComparison.Ordinal);
        var open = await _analyst.GetAsync($"/rakor/{id}");
        await CloseAsync(id);
        Assert.Contains("Rapat ini sudah ditutup", (await open.SubmitAsync($"form[action='/rakor/{id}/terbitkan']")).Text, StringComparison.Ordinal);
    }

    private async Task<Page> CloseAsync(Guid id) => await (await _analyst.GetAsync($"/rakor/{id}/notula")).SubmitToAsync($"/rakor/{id}/tutup", $"form[action='/rakor/{id}/notula']");

    private async Task<Page> SubmitAsync(string path, string form, params (string Name, string? Value)[] values) => await (await _analyst.GetAsync(path)).SubmitAsync(form, values);

    private async Task<Page> SubmitAsync(string path, params (string Name, string? Value)[] values) => await (await _analyst.GetAsync(path)).SubmitAsync($"form[action='{path}']", values);
}
