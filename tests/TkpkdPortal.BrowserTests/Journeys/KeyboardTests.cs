using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>The daily work of five roles without a mouse: at a desk with script, on a phone without.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    private const string Village = VillageOffice.Village;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_petugas_records_and_submits_a_visit_without_a_mouse(bool hasScript)
    {
        await using var office = await VillageOffice.OpenAsync();
        await WorkAsync(office.Portal, office.Enumerator, hasScript, async petugas =>
        {
            await petugas.OpenMenuAsync("Kunjungan");
            await petugas.FollowAsync($"Keluarga {VillageOffice.Family}");
            await petugas.Window.SeesAsync("Anggota");
            await petugas.JumpToContentAsync();
            await petugas.PressAsync("Catat kunjungan");
            await petugas.Window.SeesAsync("Apakah keluarga ini ditemukan?");

            await petugas.JumpToContentAsync();
            await petugas.PickAsync("Ditemukan dan diwawancara");
            await petugas.TypeAsync("Siapa yang diwawancara?", "Siti (kepala keluarga)");
            await petugas.PressAsync("Ajukan kepada Lurah");
            await petugas.FollowRefusalAsync("Pilih apakah keluarga ini layak");
            await petugas.PickAsync("Miskin, bukan ekstrem");
            await petugas.SelectAsync("Lantai", "Tanah");
            await petugas.PressAsync("Ajukan kepada Lurah");

            await petugas.Window.SeesAsync("diajukan kepada Lurah Kameloh Baru");
        });
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lurah_approves_one_visit_and_returns_the_next_without_a_mouse(bool hasScript)
    {
        await using var portal = TestPortal.StartOnNetwork();
        var (lurah, enumerator) = (await portal.Scenario.AccountAsync(Role.VillageHead, Village), await portal.Scenario.AccountAsync(Role.Enumerator, Village));
        foreach (var head in new[] { "SITI UJI", "ADI UJI" })
            await portal.Scenario.SubmittedVisitAsync(await portal.Scenario.HouseholdInAsync(Village, head), enumerator);
        await WorkAsync(portal, lurah, hasScript, async keyboard =>
        {
            await keyboard.OpenMenuAsync("Periksa");
            await keyboard.FollowAsync("Keluarga SITI UJI");
            await keyboard.Window.SeesAsync("Keputusan Anda");
            await keyboard.JumpToContentAsync();
            await keyboard.PressAsync("Simpan, lanjut ke berikutnya");
            await keyboard.FollowRefusalAsync("Pilih setujui atau kembalikan");
            await keyboard.PickAsync("Setujui");
            await keyboard.PressAsync("Simpan, lanjut ke berikutnya");

            await keyboard.Window.SeesAsync("disetujui; data keluarga diperbarui");
            await Assertions.Expect(keyboard.Window.Heading).ToContainTextAsync("ADI UJI");
            await keyboard.JumpToContentAsync();
            await keyboard.PickAsync("Kembalikan ke petugas");
            await keyboard.TypeAsync("Catatan untuk petugas", "Lantai belum diperiksa.");
            await keyboard.PressAsync("Simpan");

            await keyboard.Window.SeesAsync("dikembalikan kepada");
        });
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_analyst_loads_a_list_reads_the_findings_and_calls_a_rakor_without_a_mouse(bool hasScript)
    {
        await using var portal = TestPortal.StartOnNetwork();
        var file = FamiliesFile.Of([new FamilyRow("627123000001", "6271041004"), new FamilyRow("627123000002", "1101012001") { HeadName = "JAUH UJI" }]);
        await WorkAsync(portal, await portal.Scenario.AccountAsync(Role.Analyst), hasScript, async analyst =>
        {
            await analyst.OpenMenuAsync("Impor");
            await analyst.FollowAsync("Muat daftar");
            await analyst.Window.SeesAsync("Jenis berkas");
            await analyst.JumpToContentAsync();
            await analyst.PressAsync("Unggah dan periksa");
            await analyst.FollowRefusalAsync("Pilih jenis berkas");
            await analyst.PickAsync("P3KE keluarga");
            await analyst.TypeAsync("Nama rilis", "2023");
            await analyst.TypeAsync("Tanggal rilis", "15/09/2023");
            await analyst.ChooseFileAsync("Berkas", new FilePayload { Name = "keluarga.csv", MimeType = "text/csv", Buffer = file });
            await analyst.PressAsync("Unggah dan periksa");
            await ImportPage.WaitForAsync(analyst.Window, "Menunggu diterbitkan", hasScript, () => analyst.FollowAsync("Perbarui"));
            await analyst.PressAsync("Terbitkan 1 baris");
            await ImportPage.WaitForAsync(analyst.Window, "Dimuat", hasScript, () => analyst.FollowAsync("Perbarui"));
            await Assertions.Expect(analyst.Window.Main.GetByRole(AriaRole.Table, new() { Name = "Temuan per baris" })).ToContainTextAsync("Ditolak");
            var withheld = await analyst.DownloadAsync(() => analyst.PressAsync("baris tertahan"));
            Assert.EndsWith(".xlsx", withheld.SuggestedFilename, StringComparison.Ordinal);

            await analyst.OpenMenuAsync("Rakor");
            await analyst.FollowAsync("Jadwalkan rakor");
            await analyst.Window.SeesAsync("Judul rapat");
            await analyst.JumpToContentAsync();
            await analyst.TypeAsync("Judul rapat", "Rakor triwulan");
            await analyst.TypeAsync("Tanggal", "30/11/2030");
            await analyst.TypeAsync("Mulai", "09.00");
            await analyst.TypeAsync("Tempat", "Aula");
            await analyst.PressAsync("Simpan rakor");
            await analyst.FollowRefusalAsync("Pimpinan rapat perlu diisi");
            await analyst.TypeAsync("Pimpinan rapat", "Wakil Wali Kota");
            await analyst.PressAsync("Simpan rakor");
            await analyst.Window.SeesAsync("Unduh bahan (PDF)");
        });
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_OPD_records_its_aid_without_a_mouse(bool hasScript)
    {
        await using var office = await VillageOffice.OpenAsync();
        await office.Portal.Scenario.ProgramAsync("Disnaker", "Pelatihan las");
        await WorkAsync(office.Portal, await office.Portal.Scenario.AccountAsync(Role.Opd), hasScript, async opd =>
        {
            await opd.OpenMenuAsync("Program dan bantuan");
            await opd.Window.SeesAsync("Pelatihan las");
            await opd.OpenMenuAsync("Sasaran kami");
            await opd.FollowAsync(VillageOffice.Family);
            await opd.Window.SeesAsync("Anggota");
            await opd.JumpToContentAsync();
            await opd.FollowAsync("Catat bantuan");
            await opd.Window.SeesAsync("Nilai rupiah");
            await opd.JumpToContentAsync();
            await opd.SelectAsync("Program", "Pelatihan las");
            await opd.PressAsync("Simpan bantuan");
            await opd.FollowRefusalAsync("Pilih keadaan bantuan");
            await opd.PickAsync("Tersalur");
            await opd.TypeAsync("Nilai rupiah", "1.500.000");
            await opd.PressAsync("Simpan bantuan");

            await opd.Window.SeesAsync($"Bantuan Pelatihan las untuk keluarga {VillageOffice.Family} tercatat.");
            await opd.Window.SeesAsync("Rp1.500.000");
        });
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_leader_reads_the_dashboard_and_takes_the_pack_along_without_a_mouse(bool hasScript)
    {
        await using var office = await VillageOffice.OpenAsync();
        await office.Portal.Scenario.MeetingAsync();
        await WorkAsync(office.Portal, await office.Portal.Scenario.AccountAsync(Role.Leadership), hasScript, async leader =>
        {
            await leader.OpenMenuAsync("Dasbor");
            await leader.Window.SeesAsync("4 KK");
            await leader.TabToAsync(leader.Window.Main.GetByText("Lihat sebagai tabel").First);
            await leader.OpenMenuAsync("Rakor");
            await leader.FollowAsync("Rakor uji");
            await leader.Window.SeesAsync("Bahan rakor");
            await leader.JumpToContentAsync();
            var pack = await leader.DownloadAsync(() => leader.FollowAsync("Unduh bahan (PDF)"));
            Assert.EndsWith(".pdf", pack.SuggestedFilename, StringComparison.Ordinal);
        });
    }

    private Task WorkAsync(TestPortal portal, Account account, bool hasScript, Func<Keyboard, Task> work) => Desk.WorkAsync(chromium, portal, async desk =>
    {
        var keyboard = await Keyboard.SignInAsync(desk, account, hasScript ? new WindowOptions() : new WindowOptions(360, 640, HasScript: false));
        await work(keyboard);
        // A refused form answers 422, and the browser says so; nothing else may trouble it.
        Assert.DoesNotContain(keyboard.Window.Complaints, complaint => !complaint.Contains("status of 422", StringComparison.Ordinal));
    }, $"{nameof(KeyboardTests)}-{account.Role}-{hasScript}");
}
