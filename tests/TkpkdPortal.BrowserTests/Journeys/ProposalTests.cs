using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Accessibility;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Phone;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>A proposal from the form to the decision, on a desk and on a phone; every page of it can be used by everybody.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ProposalTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public async Task A_family_is_sought_proposed_compared_and_cleared(int width, int height)
    {
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, 3);
        await portal.Scenario.RoundAsync(isRunning: true, "62.71.04");
        await Desk.WorkAsync(chromium, portal, async desk =>
        {
            var (faults, options) = (new List<string>(), new WindowOptions(width, height));
            async Task CheckAsync(Window window, string says)
            {
                await window.SeesAsync(says);
                faults.AddRange((await PageCheck.FaultsAsync(window)).Select(fault => $"{says}: {fault}"));
            }
            var petugas = await desk.SignInAsync(staff.First.Email, options);
            await petugas.GoAsync("/usulan");
            await CheckAsync(petugas, "Belum ada usulan");
            await petugas.FollowAsync("Usulkan keluarga");
            await CheckAsync(petugas, "Mengapa diusulkan");
            await petugas.PressAsync("Lanjut: cari dalam register");
            await CheckAsync(petugas, "Tulis nama kepala keluarga");
            await petugas.Page.GetByLabel("Nama kepala keluarga").FillAsync(FieldOffice.NameOf(1));
            await petugas.Page.GetByLabel("Alamat", new() { Exact = true }).FillAsync("Rumah lanting paling hilir");
            await petugas.Page.GetByLabel("Mengapa diusulkan").FillAsync("Keluarga muda yang baru pisah KK.");
            await petugas.PressAsync("Lanjut: cari dalam register");
            await CheckAsync(petugas, "Register memuat 1 keluarga yang mirip");
            await petugas.PressAsync("Bukan keluarga itu, tetap usulkan");
            await CheckAsync(petugas, "diusulkan dan menunggu pemeriksaan");

            var lurah = await desk.SignInAsync(staff.VillageHead.Email, options);
            await lurah.GoAsync("/menunggu");
            await CheckAsync(lurah, "Usulan baru untuk diperiksa");
            await lurah.GoAsync("/usulan?periksa=true");
            await CheckAsync(lurah, "menunggu pemeriksaan Anda");
            await lurah.Main.Locator(".tk-rows a").First.ClickAsync();
            await CheckAsync(lurah, "Keputusan Anda");
            await lurah.Page.GetByRole(AriaRole.Radio, new() { Name = "Belum ada: terima untuk dikunjungi" }).CheckAsync();
            await lurah.PressAsync("Simpan keputusan");
            await CheckAsync(lurah, "Tulis mengapa usulan ini bukan keluarga itu");
            await lurah.Page.GetByLabel("Catatan").FillAsync("Anaknya, sudah pisah rumah.");
            await lurah.PressAsync("Simpan keputusan");
            await CheckAsync(lurah, "masuk register sebagai usulan baru");
            await lurah.FollowAsync("Buka keluarga");
            await CheckAsync(lurah, "tidak ada di daftar");
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        });
    }
}
