using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Accessibility;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>A whole meeting from its letter to the first page of the next one: secretariat, chair on the phone, a guest in the hall, two OPDs, one decision overdue; the clock is moved.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class MeetingTests(Chromium chromium)
{
    private readonly MovableClock _clock = new();
    private readonly List<string> _faults = [];
    private WindowOptions _phone = new();
    private int _pictures;

    [BrowserTheory(ReadsPdf = true), InlineData(360)]
    public async Task What_a_meeting_decides_is_followed_and_opens_the_next_one(int phoneWidth)
    {
        _phone = new WindowOptions(phoneWidth, 640);
        await using var portal = TestPortal.StartOnNetwork(services: services => services.AddSingleton<TimeProvider>(_clock));
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("627123000077", "6271041004") { Nik = "6271990302800077" });
        var office = new Staff(await portal.Scenario.AccountAsync(Role.Analyst), await portal.Scenario.AccountAsync(Role.Leadership), await portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"), await portal.Scenario.AccountAsync(Role.Opd, opd: "Disperkim"));
        await Desk.WorkAsync(chromium, portal, async desk =>
        {
            var secretariat = await desk.SignInAsync(office.Secretariat);
            var meeting = await CallAsync(secretariat, "Rakor Desember", 7);
            await InviteAsync(secretariat, meeting);
            _clock.Pass(TimeSpan.FromDays(7));
            secretariat = await desk.SignInAsync(office.Secretariat);
            await AttendAsync(desk, secretariat, meeting);
            await MinuteAsync(secretariat, meeting);
            await DecideAsync(secretariat, meeting, "Menyerahkan daftar penerima pelatihan.", "Tenaga Kerja", 14);
            await DecideAsync(secretariat, meeting, "Memperbaiki 10 rumah.", "Perumahan", 30);
            await CloseAsync(secretariat, meeting);
            _clock.Pass(TimeSpan.FromDays(20));
            await ReportAsync(desk, office);
            await NextAsync(desk, office);
        });
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private async Task<string> CallAsync(Window secretariat, string title, int days)
    {
        await secretariat.GoAsync("/rakor/baru");
        await secretariat.Page.GetByLabel("Judul rapat").FillAsync(title);
        await secretariat.Page.GetByLabel("Tanggal").FillAsync(Day(days));
        await secretariat.Page.GetByLabel("Tempat").FillAsync("Aula Peteng Karuhei");
        await secretariat.Page.GetByLabel("Pimpinan rapat").FillAsync("Wakil Wali Kota selaku Ketua TKPK");
        await secretariat.Page.GetByLabel("Agenda").FillAsync("08.00 Pembukaan\n09.30 Paparan OPD");
        await secretariat.PressAsync("Simpan rakor");
        await CheckAsync(secretariat, "mulai sebelum rapat dibuka");
        await secretariat.Page.GetByLabel("Agenda").FillAsync("09.00 Pembukaan\n09.30 Paparan OPD");
        await secretariat.PressAsync("Simpan rakor");
        await CheckAsync(secretariat, "09.30 Paparan OPD");
        return secretariat.Path;
    }

    private async Task InviteAsync(Window secretariat, string meeting)
    {
        await secretariat.FollowAsync("Tulis surat undangan");
        await CheckAsync(secretariat, "OPD yang diundang");
        await secretariat.Page.GetByLabel("Nomor surat").FillAsync("005/214/TKPK");
        await secretariat.Page.GetByLabel("Jabatan penanda tangan").FillAsync("Sekretaris TKPK");
        await secretariat.Page.GetByLabel("Nama penanda tangan").FillAsync("Pejabat Uji");
        await secretariat.Page.GetByLabel("Undangan lain").FillAsync("Camat Pahandut\nPerwakilan kampus");
        await secretariat.PressAsync("Simpan undangan");
        await CheckAsync(secretariat, "Surat undangan (PDF)");
        var letter = await PackText.DownloadAsync(secretariat, "Surat undangan (PDF)");
        Assert.Contains("Perwakilan kampus", letter, StringComparison.Ordinal);
        Assert.Contains("09.30 Paparan OPD", letter, StringComparison.Ordinal);
        await secretariat.PressAsync("Terbitkan bahan");
        await CheckAsync(secretariat, "Unduh bahan terbitan (PDF)");
        await secretariat.Main.Locator("a[href*='/potret/']").First.ClickAsync();
        await CheckAsync(secretariat, "Sama, byte demi byte");
        // No link of the demo leads to a snapshot, so that its width on a phone is seen here.
        var wide = secretariat.Page.ViewportSize!;
        await secretariat.Page.SetViewportSizeAsync(_phone.Width, _phone.Height);
        await CheckAsync(secretariat, "Versi publik (PDF)");
        await secretariat.Page.SetViewportSizeAsync(wide.Width, wide.Height);
    }

    private async Task AttendAsync(Desk desk, Window secretariat, string meeting)
    {
        await secretariat.GoAsync($"{meeting}/hadir");
        await CheckAsync(secretariat, "Hadir lewat ponsel");
        var door = new Uri(await secretariat.Main.Locator(".tk-break").InnerTextAsync()).AbsolutePath;
        var guest = await desk.OpenAsync(_phone);
        await guest.GoAsync(door);
        await CheckAsync(guest, "Nomor telepon dan NIK tidak diminta");
        await guest.Page.GetByLabel("Nama").FillAsync("Siti Uji");
        await guest.Page.GetByLabel("Jabatan").FillAsync("Lurah");
        await guest.Page.GetByLabel("Instansi").FillAsync("Kelurahan Kameloh Baru");
        await guest.PressAsync("Saya hadir");
        await guest.SeesAsync("Siti Uji tercatat hadir");
        await secretariat.Page.GetByLabel("Nama").FillAsync("Budi Uji");
        await secretariat.Page.GetByLabel("Jabatan").FillAsync("Kepala dinas");
        await secretariat.Page.GetByLabel("Instansi").FillAsync("Disnaker");
        await secretariat.PressAsync("Catat hadir");
        await CheckAsync(secretariat, "2 orang hadir");
    }

    private async Task MinuteAsync(Window secretariat, string meeting)
    {
        await secretariat.GoAsync($"{meeting}/notula");
        await secretariat.Page.GetByLabel("Notulis").FillAsync("Rina Uji, analis Bappeda");
        await secretariat.Page.GetByLabel("Jalannya rapat").FillAsync("Ketua membuka rapat.\nOPD menyampaikan capaian.");
        await secretariat.PressAsync("Simpan notula");
        await CheckAsync(secretariat, "Notula tersimpan");
        await secretariat.PressAsync("Simpan dan tutup rapat");
        await CheckAsync(secretariat, "Catat paling sedikit satu");
    }

    private async Task DecideAsync(Window secretariat, string meeting, string action, string opd, int days)
    {
        await secretariat.GoAsync($"{meeting}/keputusan/baru");
        await secretariat.Page.Locator("#Form_Text").FillAsync("Setiap OPD mengambil bagiannya.");
        await secretariat.Page.Locator("#Form_Action").FillAsync(action);
        await secretariat.Page.Locator("#Form_Indicator").FillAsync("Laporan di portal");
        await secretariat.Page.Locator("#Form_Opd").SelectOptionAsync(new SelectOptionValue { Label = await secretariat.Page.Locator("#Form_Opd option").Filter(new() { HasText = opd }).First.InnerTextAsync() });
        await secretariat.Page.Locator("#Form_DueOn").FillAsync(Day(days));
        await secretariat.PressAsync("Simpan keputusan");
        await CheckAsync(secretariat, action);
    }

    private async Task CloseAsync(Window secretariat, string meeting)
    {
        await secretariat.GoAsync($"{meeting}/notula");
        await secretariat.PressAsync("Simpan dan tutup rapat");
        await CheckAsync(secretariat, "masuk papan tindak lanjut");
        var minutes = await PackText.DownloadAsync(secretariat, "Notula (PDF)");
        Assert.Contains("Memperbaiki 10 rumah.", minutes, StringComparison.Ordinal);
        Assert.Contains("Siti Uji", minutes, StringComparison.Ordinal);
    }

    // Twenty days later one is overdue and silent, the other on its way.
    private async Task ReportAsync(Desk desk, Staff office)
    {
        var houses = await desk.SignInAsync(office.Houses, _phone);
        await houses.GoAsync("/tindak-lanjut?tampil=kami");
        await CheckAsync(houses, "Memperbaiki 10 rumah.");
        await houses.FollowAsync("Memperbaiki 10 rumah.");
        await houses.Page.GetByRole(AriaRole.Radio, new() { Name = "Selesai" }).CheckAsync();
        await houses.Page.GetByLabel("Yang sudah dilakukan").FillAsync("Enam rumah selesai.");
        await houses.PressAsync("Simpan laporan");
        await CheckAsync(houses, "Tulis buktinya");
        await houses.Page.GetByRole(AriaRole.Radio, new() { Name = "Proses" }).CheckAsync();
        await houses.Page.GetByLabel("Kemajuan (persen)").FillAsync("60");
        await houses.Page.GetByLabel("Kendala").FillAsync("Bahan terlambat datang.");
        await houses.PressAsync("Simpan laporan");
        await CheckAsync(houses, "Proses, 60 persen");
        var labour = await desk.SignInAsync(office.Labour);
        await labour.GoAsync("/menunggu");
        await CheckAsync(labour, "Keputusan rakor jatuh tempo");
        await labour.GoAsync("/tindak-lanjut");
        await CheckAsync(labour, "Lewat 6 hari");
    }

    private async Task NextAsync(Desk desk, Staff office)
    {
        var secretariat = await desk.SignInAsync(office.Secretariat);
        var next = await CallAsync(secretariat, "Rakor Januari", 5);
        await CheckAsync(secretariat, "2 belum selesai, 1 lewat tenggat");
        var chair = await desk.SignInAsync(office.Chair, _phone);
        await chair.GoAsync(next);
        await CheckAsync(chair, "Lewat 6 hari");
        var pack = await PackText.DownloadAsync(chair);
        Assert.Contains("Dari 2 keputusan yang dibawa dari rakor sebelumnya, 0 selesai, dan 2 belum selesai.", pack, StringComparison.Ordinal);
        Assert.Contains("1 keputusan lewat tenggat: Disnaker 1.", pack, StringComparison.Ordinal);
        Assert.Contains("Menyerahkan daftar penerima pelatihan.", pack, StringComparison.Ordinal);
        Assert.Contains("Kendala: Bahan terlambat datang.", pack, StringComparison.Ordinal);
        Assert.True(pack.IndexOf("Menyerahkan daftar penerima", StringComparison.Ordinal) < pack.IndexOf("Memperbaiki 10 rumah", StringComparison.Ordinal));
    }

    // The office lies in the west: its day begins seven hours before that of UTC.
    private string Day(int days) => _clock.GetUtcNow().AddHours(7).AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task CheckAsync(Window window, string says)
    {
        await window.SeesAsync(says);
        _faults.AddRange((await PageCheck.FaultsAsync(window)).Select(fault => $"{says}: {fault}"));
        // TKPKD_PICTURES names a folder that keeps every page of the journey, in its order.
        if (Environment.GetEnvironmentVariable("TKPKD_PICTURES") is { } folder)
            await window.Page.ScreenshotAsync(new() { Caret = ScreenshotCaret.Initial, Path = Path.Combine(folder, $"{++_pictures:00}-{string.Concat(says.Where(letter => char.IsLetterOrDigit(letter) || letter == ' ')).Replace(' ', '-')}-{window.Page.ViewportSize!.Width}.png"), FullPage = true });
    }

    private sealed record Staff(Account Secretariat, Account Chair, Account Labour, Account Houses);
}
