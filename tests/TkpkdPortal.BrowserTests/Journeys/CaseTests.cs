using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Accessibility;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Phone;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>One family over ninety days through all who deal with it: case, reminders, what is overdue, a referral that is answered late, closing, graduation and relapse; the clock is moved.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class CaseTests(Chromium chromium)
{
    private const string Village = "62.71.04.1004", Digits = "6271041004", Family = "627123000077";

    private static readonly WindowOptions Phone = new(360, 640);

    private static readonly Housing Poor = new() { Floor = FloorMaterial.Earth, Roof = RoofMaterial.AsbestosOrZinc }, Mended = new() { Floor = FloorMaterial.Cement, Roof = RoofMaterial.AsbestosOrZinc };

    private readonly MovableClock _clock = new();
    private readonly List<string> _faults = [];

    [BrowserFact]
    public async Task A_family_is_helped_closed_graduates_and_falls_back_within_ninety_days()
    {
        await using var portal = TestPortal.StartOnNetwork(services: services => services.AddSingleton<TimeProvider>(_clock));
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), Listed("1"));
        var household = await FieldOffice.AskAsync(portal, db => db.Households.Select(h => h.PublicId).SingleAsync());
        await portal.Scenario.VerifyAsync(household, Poor, Eligibility.ExtremelyPoor);
        var office = new Staff(await portal.Scenario.AccountAsync(Role.VillageHead, Village), await portal.Scenario.AccountAsync(Role.Enumerator, Village), await portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"),
            await portal.Scenario.AccountAsync(Role.Opd, opd: "Disperkim"), await portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"), await portal.Scenario.AccountAsync(Role.Analyst));
        var companion = await FieldOffice.AskAsync(portal, db => db.Users.Where(user => user.Id == office.Companion.Id).Select(user => user.PublicId).SingleAsync());
        await Desk.WorkAsync(chromium, portal, async desk =>
        {
            await OpenAsync(desk, office, household, companion);
            _clock.Pass(TimeSpan.FromDays(10));
            await AccompanyAsync(desk, office);
            await ReferAsync(desk, office, household);
            _clock.Pass(TimeSpan.FromDays(20));
            await AnswerLateAsync(desk, office);
            _clock.Pass(TimeSpan.FromDays(2));
            await CloseAsync(desk, office, household);
            await portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), Listed("6"));
            await portal.Scenario.VerifyAsync(household, Mended, Eligibility.NotEligible, IneligibilityReason.RegularIncome);
            _clock.Pass(TimeSpan.FromDays(28));
            await portal.Scenario.VerifyAsync(household, Mended, Eligibility.NotEligible, IneligibilityReason.WellOff);
            await GraduateAsync(desk, office, household);
            _clock.Pass(TimeSpan.FromDays(30));
            await portal.Scenario.VerifyAsync(household, Poor, Eligibility.ExtremelyPoor);
            await FallBackAsync(desk, office, household);
        });
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private async Task OpenAsync(Desk desk, Staff office, Guid household, Guid companion)
    {
        var lurah = await desk.SignInAsync(office.Head);
        await lurah.GoAsync($"/keluarga/{household}");
        await lurah.FollowAsync("Buka kasus");
        await CheckAsync(lurah, "Buka kasus keluarga");
        await lurah.PressAsync("Buka kasus");
        await CheckAsync(lurah, "Tulis asesmen");
        await lurah.Page.GetByLabel("Asesmen").FillAsync("Ayah buruh tani, ibu bisa menjahit. Lantai rumah tanah.");
        await lurah.Page.GetByLabel("Pendamping").SelectOptionAsync(companion.ToString());
        await lurah.PressAsync("Buka kasus");
        await CheckAsync(lurah, "dibuka. Susun langkahnya sekarang");
        await StepAsync(lurah, "Antar ibu ke kursus menjahit di kelurahan.", "None", null, 7);
        await StepAsync(lurah, "Perbaiki lantai rumah.", "Work", "Disperkim", 30);
        await CheckAsync(lurah, "kirim rujukan");
        await StepAsync(lurah, "Perbaiki lantai rumah.", "DecentHouse", "Disperkim", 25);
        await CheckAsync(lurah, "2 langkah belum selesai");
        // Steps are open, so the case is not closed over them.
        await lurah.Page.GetByText("Tutup kasus").First.ClickAsync();
        await lurah.Page.GetByLabel("Alasan").SelectOptionAsync("GoalsReached");
        await lurah.Page.GetByLabel("Hasil", new() { Exact = true }).FillAsync("Semua selesai.");
        await lurah.PressAsync("Tutup kasus");
        await CheckAsync(lurah, "Masih ada 2 langkah yang belum selesai");
    }

    // Ten days later, on the phone: reminded of a step that is overdue since three.
    private async Task AccompanyAsync(Desk desk, Staff office)
    {
        var companion = await desk.SignInAsync(office.Companion, Phone);
        await companion.GoAsync("/menunggu");
        await CheckAsync(companion, "Langkah kasus jatuh tempo");
        await companion.GoAsync("/kasus?tampil=langkah");
        await CheckAsync(companion, "1 lewat tenggat");
        await companion.Main.GetByRole(AriaRole.Link, new() { Name = "BUDI UJI" }).ClickAsync();
        await CheckAsync(companion, "lewat 3 hari");
        await companion.Page.GetByText("Tulis catatan kontak").ClickAsync();
        await companion.Page.GetByLabel("Cara").SelectOptionAsync("AtHome");
        await companion.Page.GetByLabel("Catatan", new() { Exact = true }).FillAsync("Ibu mau ikut kursus, minta diantar sekali.");
        await companion.PressAsync("Simpan catatan");
        await CheckAsync(companion, "minta diantar sekali");
        await companion.Page.GetByText("Catat hasil langkah").ClickAsync();
        await companion.Page.Locator("#Settle_Step").SelectOptionAsync(new SelectOptionValue { Label = "Antar ibu ke kursus menjahit di kelurahan." });
        await companion.Page.GetByRole(AriaRole.Radio, new() { Name = "Selesai" }).CheckAsync();
        await companion.Page.GetByLabel("Keterangan").FillAsync("Sudah diantar dan terdaftar.");
        await companion.PressAsync("Simpan hasil");
        await CheckAsync(companion, "terlambat");
    }

    private async Task ReferAsync(Desk desk, Staff office, Guid household)
    {
        var dinsos = await desk.SignInAsync(office.SocialService);
        await dinsos.GoAsync($"/tugas-opd/rujukan/baru/{household}");
        await dinsos.Page.GetByLabel("Kebutuhan").SelectOptionAsync("DecentHouse");
        await dinsos.Page.GetByLabel("OPD yang dituju").SelectOptionAsync(new SelectOptionValue { Label = await dinsos.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Tenaga Kerja" }).InnerTextAsync() });
        await dinsos.Page.GetByLabel("Alasan").FillAsync("Bahan bangunan lewat padat karya.");
        await dinsos.PressAsync("Kirim rujukan");
        await CheckAsync(dinsos, "Rujukan dikirim");
    }

    // Thirty days in: the referral was due after fourteen.
    private async Task AnswerLateAsync(Desk desk, Staff office)
    {
        var labour = await desk.SignInAsync(office.Labour);
        await labour.GoAsync("/tugas-opd/rujukan?tampil=jawab");
        await CheckAsync(labour, "lewat batas");
        await labour.Main.GetByRole(AriaRole.Link, new() { Name = "BUDI UJI" }).ClickAsync();
        await labour.Page.GetByRole(AriaRole.Radio, new() { Name = "Diterima" }).CheckAsync();
        await labour.Page.Locator("#Form_DueOn").FillAsync(Day(20));
        await labour.PressAsync("Simpan jawaban");
        await CheckAsync(labour, "dijawab terlambat");

        var houses = await desk.SignInAsync(office.Houses);
        await houses.GoAsync("/menunggu");
        await CheckAsync(houses, "Langkah kasus jatuh tempo");
        await houses.GoAsync("/kasus");
        await houses.Main.GetByRole(AriaRole.Link, new() { Name = "BUDI UJI" }).ClickAsync();
        await CheckAsync(houses, "Perbaiki lantai rumah.");
        var seen = await houses.Main.InnerTextAsync();
        Assert.DoesNotContain("kursus menjahit", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("minta diantar", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("buruh tani", seen, StringComparison.Ordinal);
        await houses.Page.GetByText("Catat hasil langkah").ClickAsync();
        await houses.Page.Locator("#Settle_Step").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await houses.Page.GetByRole(AriaRole.Radio, new() { Name = "Selesai" }).CheckAsync();
        await houses.Page.GetByLabel("Keterangan").FillAsync("Lantai sudah disemen.");
        await houses.PressAsync("Simpan hasil");
        await CheckAsync(houses, "Hasil langkah dicatat");
    }

    private async Task CloseAsync(Desk desk, Staff office, Guid household)
    {
        var lurah = await desk.SignInAsync(office.Head);
        await lurah.GoAsync("/menunggu");
        await CheckAsync(lurah, "Kasus untuk ditinjau lagi");
        await lurah.GoAsync($"/keluarga/{household}");
        await lurah.FollowAsync("Lihat kasus");
        await CheckAsync(lurah, "Tinjauan lewat tenggat");
        await CheckAsync(lurah, "dijawab terlambat");
        await lurah.Page.GetByText("Tutup kasus").First.ClickAsync();
        await lurah.Page.GetByLabel("Alasan").SelectOptionAsync("GoalsReached");
        await lurah.Page.GetByLabel("Hasil", new() { Exact = true }).FillAsync("Lantai disemen, ibu menjahit di rumah.");
        await lurah.PressAsync("Tutup kasus");
        await CheckAsync(lurah, "Ditutup");
        await CheckAsync(lurah, "Lantai disemen, ibu menjahit di rumah.");
    }

    private async Task GraduateAsync(Desk desk, Staff office, Guid household)
    {
        var bappeda = await desk.SignInAsync(office.Analyst);
        await bappeda.GoAsync("/graduasi");
        await CheckAsync(bappeda, "BUDI UJI");
        await bappeda.FollowAsync("BUDI UJI");
        await CheckAsync(bappeda, "Diusulkan aturan");
        await bappeda.Page.GetByRole(AriaRole.Radio, new() { Name = "Graduasi alamiah" }).CheckAsync();
        await bappeda.Page.Locator("#Form_Reason").FillAsync("Dua kunjungan menemukan penghasilan tetap.");
        await bappeda.PressAsync("Simpan putusan");
        await CheckAsync(bappeda, "Tulis buktinya");
        await bappeda.Page.Locator("#Form_Evidence").FillAsync("Berita acara musyawarah 12");
        await bappeda.PressAsync("Simpan putusan");
        await CheckAsync(bappeda, "Dipantau sampai");
        await bappeda.GoAsync($"/keluarga/{household}");
        await CheckAsync(bappeda, "bukan sasaran bantuan baru");
        await bappeda.GoAsync("/graduasi?tampil=pantau");
        await CheckAsync(bappeda, "Graduasi alamiah");
    }

    private async Task FallBackAsync(Desk desk, Staff office, Guid household)
    {
        var bappeda = await desk.SignInAsync(office.Analyst);
        await bappeda.GoAsync("/menunggu");
        await CheckAsync(bappeda, "Graduasi yang mungkin kambuh");
        await bappeda.GoAsync($"/graduasi/keluarga/{household}");
        await CheckAsync(bappeda, "Mungkin kambuh. Kunjungan sesudah graduasi");
        await bappeda.Page.GetByRole(AriaRole.Radio, new() { Name = "Kambuh" }).CheckAsync();
        await bappeda.Page.Locator("#Relapse_Reason").FillAsync("Ayah sakit, penghasilan hilang.");
        await bappeda.PressAsync("Simpan putusan");
        await CheckAsync(bappeda, "kembali menjadi sasaran");
        await bappeda.GoAsync($"/keluarga/{household}");
        await CheckAsync(bappeda, "Keluarga ini sasaran lagi");
        var lurah = await desk.SignInAsync(office.Head);
        await lurah.GoAsync($"/kasus/baru/{household}");
        await CheckAsync(lurah, "Mengapa kasusnya dibuka");
    }

    private async Task StepAsync(Window lurah, string text, string need, string? opd, int days)
    {
        if (!await lurah.Page.Locator("#Step_Text").IsVisibleAsync())
            await lurah.Page.GetByText("Tambah langkah").First.ClickAsync();
        await lurah.Page.Locator("#Step_Text").FillAsync(text);
        await lurah.Page.Locator("#Step_Need").SelectOptionAsync(need);
        if (opd is not null)
            await lurah.Page.Locator("#Step_Opd").SelectOptionAsync(new SelectOptionValue { Label = await lurah.Page.Locator("#Step_Opd option").Filter(new() { HasText = opd }).InnerTextAsync() });
        await lurah.Page.Locator("#Step_DueOn").FillAsync(Day(days));
        await lurah.PressAsync("Tambah langkah");
        await lurah.SeesAsync(text);
    }

    // The office lies in the west: its day begins seven hours before that of UTC.
    private string Day(int days) => _clock.GetUtcNow().AddHours(7).AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task CheckAsync(Window window, string says)
    {
        await window.SeesAsync(says);
        _faults.AddRange((await PageCheck.FaultsAsync(window)).Select(fault => $"{says}: {fault}"));
    }

    private static FamilyRow Listed(string decile) => new(Family, Digits) { Decile = decile, Nik = "6271990302800077" };

    private sealed record Staff(Account Head, Account Companion, Account SocialService, Account Houses, Account Labour, Account Analyst);
}
