using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Accessibility;

/// <summary>The screens of the field app, which no link leads to one by one.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class PhoneScreenTests(Chromium chromium, DemoOffice office) : IClassFixture<DemoOffice>
{
    private const string Pin = "482915", Search = "Cari nama, alamat, atau RT";

    [BrowserFact]
    public Task Every_screen_can_be_used_by_everybody_on_a_desk_and_on_a_phone() => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var window = await desk.SignInAsync("petugas@demo.invalid");
        var (page, faults) = (window.Page, new List<string>());
        async Task CheckAsync(string says)
        {
            await window.SeesAsync(says);
            foreach (var (width, height) in new[] { (1280, 800), (360, 640) })
            {
                await page.SetViewportSizeAsync(width, height);
                faults.AddRange((await PageCheck.FaultsAsync(window)).Select(fault => $"{says}: {fault}"));
            }
            await page.SetViewportSizeAsync(1280, 800);
        }
        await window.GoAsync("/lapangan");
        await CheckAsync("Pilih PIN untuk ponsel ini");
        await page.GetByLabel("PIN baru").FillAsync("123456");
        await window.PressAsync("Simpan PIN dan muat daftar");
        await CheckAsync("PIN ini mudah ditebak");
        await page.GetByLabel("PIN baru").FillAsync(Pin);
        await page.GetByLabel("Ulangi PIN").FillAsync(Pin);
        await window.PressAsync("Simpan PIN dan muat daftar");
        await page.GetByLabel(Search).WaitForAsync();
        await CheckAsync("Perlu dikunjungi");
        await page.GetByLabel(Search).FillAsync("tidak ada yang bernama begini");
        await CheckAsync("Tidak ada yang cocok");
        await page.GetByLabel(Search).FillAsync("");
        await window.Main.Locator(".tk-row-button").Last.ClickAsync();
        await CheckAsync("Apakah keluarga ini ditemukan?");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Ditemukan dan diwawancara" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Tidak layak" }).CheckAsync();
        await window.PressAsync("Ajukan kepada");
        await CheckAsync("Belum bisa diajukan");
        await page.GetByLabel("Siapa yang diwawancara?").FillAsync("Kepala keluarga");
        await page.GetByLabel("Alasan tidak layak").SelectOptionAsync("WellOff");
        await page.Context.SetOfflineAsync(true);
        await window.PressAsync("Ajukan kepada");
        await CheckAsync("Menunggu sinyal");
        await Assertions.Expect(page.Locator("[data-strip]")).ToBeVisibleAsync();
        await window.PressAsync("Hapus");
        await CheckAsync("Ketik HAPUS untuk melanjutkan");
        await window.PressAsync("Hapus kunjungan");
        await CheckAsync("Belum dihapus");
        await window.GoAsync("/lapangan");
        await CheckAsync("PIN ponsel ini");
        await page.Context.SetOfflineAsync(false);
        await window.GoAsync("/keluar");
        await CheckAsync("1 isian menunggu di ponsel ini");
        await window.PressAsync("Keluar");
        await page.GetByLabel("Kata sandi").WaitForAsync();
        await window.GoAsync("/lapangan");
        await CheckAsync("Masuk untuk memuat daftar");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    });

    [BrowserTheory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public Task A_visit_is_written_without_a_mouse(int width, int height) => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var account = new Account(0, "petugas@demo.invalid", TkpkdPortal.Security.Role.Enumerator, office.Portal.Office);
        var keyboard = await Keyboard.SignInAsync(desk, account, new WindowOptions(width, height));
        await keyboard.Window.GoAsync("/lapangan");
        await keyboard.Window.Page.GetByLabel("PIN baru").WaitForAsync();
        await keyboard.TypeAsync("PIN baru", Pin);
        await keyboard.TypeAsync("Ulangi PIN", Pin);
        await keyboard.PressAsync("Simpan PIN dan muat daftar");
        await keyboard.Window.Page.GetByLabel(Search).WaitForAsync();
        await keyboard.TypeAsync(Search, "rt");
        await keyboard.PressAsync("Keluarga ");
        await keyboard.Window.Page.GetByText("Apakah keluarga ini ditemukan?").WaitForAsync();
        await keyboard.PickAsync("Ada, tetapi belum bisa ditemui");
        await keyboard.PressAsync("Ajukan kepada");
        await Assertions.Expect(keyboard.Window.Heading).ToHaveTextAsync("Antrean");
        await keyboard.Window.SeesAsync("Terkirim");
    });
}
