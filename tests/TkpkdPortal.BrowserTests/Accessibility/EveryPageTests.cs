using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;

namespace TkpkdPortal.BrowserTests.Accessibility;

/// <summary>Walks the menu of every role and, from there, one page of each kind that a link leads to.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class EveryPageTests(Chromium chromium, DemoOffice office) : IClassFixture<DemoOffice>
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    // Kinds that an account has shown: what others see of them is looked at on the phone and without the rules of axe, and in a full run as the first time.
    private static readonly HashSet<string> Known = [];

    // The kinds of pages that each account has to come across; a page that no link leads to any more is missed here.
    public static TheoryData<string, string> Accounts => new()
    {
        { "petugas", "/ /sanggahan /menunggu /lapangan /usulan /usulan/baru /kunjungan /kunjungan/ID /kunjungan/kertas /keluarga /keluarga/ID /keluarga/nomor" },
        { "lurah", "/ /tindak-lanjut /tindak-lanjut/ID /sanggahan /menunggu /usulan /usulan/baru /periksa /periksa/ID /keluarga /keluarga/ID /keluarga/nomor /keluarga/ID/peristiwa /keluarga/ID/peristiwa/kelahiran /keluarga/ID/peristiwa/kematian /keluarga/ID/peristiwa/pecah-kk"
            + " /keluarga/ID/peristiwa/pindah-keluarga /keluarga/anggota/ID /serah-terima /serah-terima/keluarga/ID /kualitas-data/ganda /kualitas-data/kelurahan /kualitas-data/kelurahan/CODE /dasbor /dasbor/karakteristik /dasbor/bps" },
        { "camat", "/ /tindak-lanjut /tindak-lanjut/ID /kualitas-data/kelurahan /sanggahan /menunggu /usulan /kunjungan /kunjungan/ID /keluarga /keluarga/ID /dasbor /dasbor/karakteristik /dasbor/bps" },
        { "bappeda", "/ /kualitas-data/ganda /sanggahan /usulan /kunjungan /kunjungan/ID /keluarga /keluarga/ID /keluarga/nomor /impor /impor/ID /impor/baru /impor/profil /program /program/ID /dasbor /dasbor/karakteristik /dasbor/bantuan /dasbor/bps /dasbor/bps/baru /dasbor/unduh /dasbor/bantuan/unduh /keluarga/unduh /rakor /rakor/ID /rakor/baru /rakor/ID/ubah"
            + " /rakor/ID/undangan /rakor/ID/bab /rakor/ID/hadir /rakor/ID/notula /rakor/ID/keputusan/baru /laporan /tindak-lanjut /tindak-lanjut/ID" },
        { "dinsos", "/ /kualitas-data/ganda /sanggahan /usulan /kunjungan /kunjungan/ID /keluarga /keluarga/ID /impor /impor/ID /impor/baru /impor/profil /program /program/ID /program/baru /intervensi/baru /dasbor /dasbor/bantuan /dasbor/unduh /keluarga/unduh /rakor /rakor/ID /laporan /tindak-lanjut /tindak-lanjut/ID" },
        { "disdukcapil", "/ /pemadanan /pemadanan/unduh /pemadanan/jawaban /pemadanan/jawaban/baru /keluarga /keluarga/ID /keluarga/nomor /keluarga/ID/peristiwa /keluarga/anggota/ID /keluarga/anggota/ID/perbaikan" },
        { "opd", "/ /keluarga /keluarga/ID /keluarga/nomor /program /program/ID /program/baru /intervensi/baru /dasbor/bantuan /keluarga/unduh /tindak-lanjut /tindak-lanjut/ID" },
        { "pimpinan", "/ /dasbor /dasbor/karakteristik /dasbor/bps /rakor /rakor/ID /laporan /tindak-lanjut /tindak-lanjut/ID" },
        { "admin", "/ /pengguna /pengguna/ID /pengguna/baru /pengguna/ID/tugas /pengguna/ID/tugas/ID /pengguna/berkas /pengguna/tinjauan /pengaturan /pengaturan/dasar-hukum /pengaturan/kode /audit" },
        { "auditor", "/ /pengguna /pengguna/ID /pengguna/tinjauan /audit" },
        { "dpo", "/" },
    };

    [BrowserTheory]
    [MemberData(nameof(Accounts))]
    public Task Every_page_of_an_account_can_be_used_by_everybody_on_a_desk_and_on_a_phone(string account, string kinds) =>
        Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var window = await desk.SignInAsync($"{account}@demo.invalid");
            var (seen, faults) = (new HashSet<string>(), new List<string>());
            var ahead = new Queue<string>(await Links.OfAsync(window.Page.Locator("#menu a, footer a")));
            while (ahead.TryDequeue(out var path))
            {
                if (!seen.Add(Links.KindOf(path)))
                    continue;
                var answer = await window.GoAsync(path);
                if (answer is not { Ok: true })
                    faults.Add($"{path} answered {answer?.Status}");
                var isNew = Known.Add(Links.KindOf(path)) || IsFull;
                foreach (var (width, height) in ((int, int)[])(isNew ? [(1280, 800), (360, 640)] : [(360, 640)]))
                {
                    await window.Page.SetViewportSizeAsync(width, height);
                    faults.AddRange(await PageCheck.FaultsAsync(window, asksAxe: isNew));
                }
                foreach (var link in await Links.OfAsync(window.Main.Locator("a")))
                    ahead.Enqueue(link);
            }

            faults.AddRange(window.Complaints);
            faults.AddRange($"{kinds} /panduan /privasi".Split(' ').Except(seen).Select(kind => $"no link leads to {kind}"));
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }, $"{nameof(EveryPageTests)}-{account}");

    [BrowserTheory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public Task Pages_that_answer_a_form_can_be_used_by_everybody_too(int width, int height) => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var (faults, options) = (new List<string>(), new WindowOptions(width, height));
        async Task CheckAsync(Window window, string says)
        {
            await window.SeesAsync(says);
            faults.AddRange(await PageCheck.FaultsAsync(window));
        }
        var stranger = await desk.OpenAsync(options);
        await stranger.GoAsync("/masuk");
        await CheckAsync(stranger, "Pos-el");
        await stranger.PressAsync("Masuk");
        await CheckAsync(stranger, "Belum bisa masuk");

        await stranger.GoAsync("/rt");
        await CheckAsync(stranger, "Untuk ketua RT dan RW");
        await stranger.PressAsync("Buka daftar RT");
        await CheckAsync(stranger, "Tautan ini tidak berlaku");

        var lurah = await desk.SignInAsync("lurah@demo.invalid", options);
        await lurah.GoAsync("/keluar");
        await CheckAsync(lurah, "Keluar dari portal");
        await lurah.GoAsync("/keluarga");
        await lurah.Page.GetByLabel("Cari nama").FillAsync("siti");
        await lurah.PressAsync("Cari");
        await CheckAsync(lurah, "Ejaan boleh tidak persis");
        await lurah.GoAsync("/keluarga/nomor");
        await lurah.Page.GetByLabel("NIK atau nomor KK").FillAsync("123");
        await lurah.PressAsync("Cari");
        await CheckAsync(lurah, "Belum bisa dicari");
        await lurah.GoAsync("/keluarga");
        await lurah.Main.Locator("tbody a").First.ClickAsync();
        await lurah.Page.GetByText("Buka nomor lengkap").ClickAsync();
        await CheckAsync(lurah, "Untuk apa nomor ini dibuka?");
        await lurah.Page.GetByLabel("Untuk apa nomor ini dibuka?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await lurah.PressAsync("Buka nomor selama 5 menit");
        await CheckAsync(lurah, "Halaman ini menutup sendiri");
        await lurah.GoAsync("/periksa");
        await lurah.Main.Locator(".tk-rows a").First.ClickAsync();
        await lurah.PressAsync("Simpan");
        await CheckAsync(lurah, "Belum bisa disimpan");

        await lurah.GoAsync("/keluarga");
        await lurah.Main.Locator("tbody a").First.ClickAsync();
        await lurah.FollowAsync("Catat peristiwa");
        await lurah.FollowAsync("Keluarga pindah ke luar kabupaten/kota");
        await lurah.PressAsync("Lanjut: lihat perubahannya");
        await CheckAsync(lurah, "Belum bisa dicatat");
        await lurah.Page.GetByLabel("Tanggal peristiwa").FillAsync("01/11/2026");
        await lurah.Page.GetByLabel("Dasar catatan").FillAsync("Laporan ketua RT");
        await lurah.PressAsync("Lanjut: lihat perubahannya");
        await CheckAsync(lurah, "Belum ada yang berubah");

        var analyst = await desk.SignInAsync("bappeda@demo.invalid", options);
        await analyst.GoAsync("/rakor/baru");
        await analyst.PressAsync("Simpan rakor");
        await CheckAsync(analyst, "Belum bisa disimpan");
        await analyst.GoAsync("/impor/baru");
        await analyst.PressAsync("Unggah dan periksa");
        await CheckAsync(analyst, "Belum bisa dimuat");
        await UploadAsync(analyst, "P3keFamilies", $"kolom-{width}.csv", $"No ID;Kode Desa;Peringkat;Nama KK;No KTP\n64082390{width:0000};6408012001;1;SITI UJI;\n", asksColumns: true);
        await CheckAsync(analyst, "Kolom berkas ini dicocokkan dulu oleh seseorang");
        await analyst.FollowAsync("Cocokkan kolom");
        await CheckAsync(analyst, "Contoh bacaan");
        await analyst.PressAsync("Simpan profil dan periksa berkas");
        await CheckAsync(analyst, "Kolom wajib yang belum dipilih");
        await UploadAsync(analyst, "Deliberation", $"musdes-{width}.csv",
            $"desa_kelurahan,id_keluarga,id_individu,desil,nama,nik,hubungan,hubungan_dengan_kepala_keluarga,hasil_musyawarah\nSeberang,64082391{width:0000},1,1,SITI UJI,,,Kepala Keluarga,Ya\n", asksColumns: false);
        await ImportPage.WaitForAsync(analyst, "Menunggu diterbitkan", hasScript: true, () => Task.CompletedTask);
        await CheckAsync(analyst, "Periksa, lalu terbitkan");
        await analyst.PressAsync("Terbitkan");
        await ImportPage.WaitForAsync(analyst, "Dimuat", hasScript: true, () => Task.CompletedTask);
        await CheckAsync(analyst, "Ada nama desa atau kelurahan yang belum pasti");
        await analyst.FollowAsync("Pilih wilayah");
        await CheckAsync(analyst, "Belum pasti, biarkan menunggu");
        await analyst.PressAsync("Muat baris dengan wilayah ini");
        await CheckAsync(analyst, "Pilih wilayah untuk paling sedikit satu nama");

        var admin = await desk.SignInAsync("admin@demo.invalid", options);
        await admin.GoAsync("/pengguna/berkas");
        var colleague = System.Text.Encoding.UTF8.GetBytes($"pos_el,nama,peran,wilayah\nrekan.{width}@demo.invalid,Rekan Uji,Pimpinan,\n");
        await admin.Page.SetInputFilesAsync("#File", new FilePayload { Name = "pengguna.csv", MimeType = "text/csv", Buffer = colleague });
        await admin.PressAsync("Periksa berkas");
        await CheckAsync(admin, "1 akun siap dibuat");
        await admin.PressAsync("Buat 1 akun");
        await CheckAsync(admin, "Halaman ini hanya tampil sekali");

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    });

    [BrowserFact]
    public Task A_page_with_faults_is_found_out() => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var stranger = await desk.OpenAsync();
        await stranger.GoAsync("/masuk");
        Assert.Empty(await PageCheck.FaultsAsync(stranger));
        await stranger.Page.EvaluateAsync("() => { const main = document.querySelector('main'); main.append(document.createElement('img')); main.style.color = '#ddd'; }");

        var faults = string.Join('\n', await PageCheck.FaultsAsync(stranger));

        Assert.Contains("axe image-alt", faults, StringComparison.Ordinal);
        Assert.Contains("axe color-contrast", faults, StringComparison.Ordinal);
        Assert.Contains("style attribute", faults, StringComparison.Ordinal);
    });

    private static async Task UploadAsync(Window analyst, string kind, string name, string text, bool asksColumns)
    {
        await analyst.GoAsync("/impor/baru");
        await analyst.Page.Locator($"input[name=Kind][value={kind}]").CheckAsync();
        await analyst.Page.GetByLabel("Nama rilis").FillAsync(name);
        await analyst.Page.GetByLabel("Tanggal rilis").FillAsync("15/02/2024");
        if (asksColumns)
            await analyst.Page.Locator("input[name=AskColumns]").CheckAsync();
        await analyst.Page.SetInputFilesAsync("#File", new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await analyst.PressAsync("Unggah dan periksa");
    }

    [BrowserFact]
    public Task A_family_prints_as_tables_on_A4_without_what_can_only_be_clicked() => Desk.WorkAsync(chromium, office.Portal, async desk =>
    {
        var lurah = await desk.SignInAsync("lurah@demo.invalid");
        await lurah.GoAsync("/keluarga");
        await lurah.Main.Locator("tbody a").First.ClickAsync();
        await lurah.SeesAsync("Riwayat");
        // A4 less its margins, in CSS pixels.
        await lurah.Page.SetViewportSizeAsync(673, 950);
        await lurah.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(lurah.Page.Locator("#anggota thead")).ToHaveCSSAsync("display", "table-header-group");
        await Assertions.Expect(lurah.Page.Locator("#anggota tbody tr").First).ToHaveCSSAsync("display", "table-row");
        foreach (var clicked in new[] { "#menu", ".tk-jump", ".tk-actions", ".tk-reveal", ".tk-crumbs" })
            await Assertions.Expect(lurah.Page.Locator(clicked).First).ToBeHiddenAsync();
        Assert.True(await lurah.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 673"));
    });
}
