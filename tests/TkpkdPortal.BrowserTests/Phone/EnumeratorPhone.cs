using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>A phone in the hands of a petugas: a browser with its own disk, the field app open in it.</summary>
public sealed class EnumeratorPhone : IAsyncDisposable
{
    public const string Pin = "482915";

    private const int Patience = 30_000;

    private static readonly string[] Kinds = ["HouseFront", "Roof", "Wall", "Floor", "Toilet", "FamilyCard"];

    private readonly IBrowserContext _context;

    private EnumeratorPhone(IBrowserContext context, Window window) => (_context, Window) = (context, window);

    public Window Window { get; private set; }

    public IPage Page => Window.Page;

    public ILocator Sent => Window.Main.Locator(".tk-rows .tk-status.is-ok");

    public ILocator Waiting => Window.Main.GetByText("Menunggu sinyal", new() { Exact = true });

    public static async Task<EnumeratorPhone> SwitchOnAsync(Chromium chromium, string profile, Uri portal)
    {
        var context = await chromium.SwitchOnAsync(profile);
        context.SetDefaultTimeout(Patience);
        return new EnumeratorPhone(context, new Window(context.Pages[0], portal));
    }

    public async Task SignInAsync(Account account)
    {
        await Window.GoAsync("/masuk?kembali=/lapangan");
        await EnterAccountAsync(Page, account);
    }

    /// <summary>In another tab, while the app stays open in the first.</summary>
    public async Task SignInBesideAsync(Account account, Uri portal)
    {
        var tab = await _context.NewPageAsync();
        await tab.GotoAsync(new Uri(portal, "/masuk").ToString());
        await EnterAccountAsync(tab, account);
        await tab.CloseAsync();
    }

    /// <summary>The first time on this phone: chooses the PIN and waits until the worklist and the shell are kept.</summary>
    public async Task ChoosePinAsync(string pin = Pin)
    {
        await Page.GetByLabel("PIN baru").FillAsync(pin);
        await Page.GetByLabel("Ulangi PIN").FillAsync(pin);
        await Window.PressAsync("Simpan PIN dan muat daftar");
        await SeesListAsync();
        await Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50)); }");
    }

    public async Task EnterPinAsync(string pin = Pin)
    {
        await Page.GetByLabel("PIN ponsel ini").FillAsync(pin);
        await Window.PressAsync("Buka");
    }

    public Task SeesListAsync() => Assertions.Expect(Page.GetByLabel("Cari nama, alamat, atau RT")).ToBeVisibleAsync(new() { Timeout = 4 * Patience });

    public Task OpenAsync() => Window.GoAsync("/lapangan");

    public Task SetOfflineAsync(bool isOffline) => _context.SetOfflineAsync(isOffline);

    public async Task OpenMenuAsync(string entry)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Menu", Exact = true }).ClickAsync();
        await Page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = entry }).ClickAsync();
    }

    public async Task OpenFamilyAsync(int family)
    {
        await OpenMenuAsync("Daftar saya");
        await Page.GetByLabel("Cari nama, alamat, atau RT").FillAsync(FieldOffice.WordOf(family));
        await Window.Main.GetByRole(AriaRole.Button, new() { Name = FieldOffice.NameOf(family) }).ClickAsync();
        await Assertions.Expect(Window.Heading).ToContainTextAsync(FieldOffice.NameOf(family));
    }

    public async Task AnswerAsync(string respondent)
    {
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Ditemukan dan diwawancara" }).CheckAsync();
        await Page.GetByLabel("Siapa yang diwawancara?").FillAsync(respondent);
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Miskin, bukan ekstrem" }).CheckAsync();
    }

    public async Task TakePhotosAsync(IReadOnlyList<byte[]> photos)
    {
        foreach (var (photo, kind) in photos.Zip(Kinds))
        {
            var place = Page.Locator($"[data-kind='{kind}']");
            await place.Locator("input").SetInputFilesAsync(new FilePayload { Name = "kamera.jpg", MimeType = "image/jpeg", Buffer = photo });
            await Assertions.Expect(place.Locator("canvas")).ToBeVisibleAsync();
        }
    }

    /// <summary>Hands the visit in; with or without a signal it stands in the queue at once.</summary>
    public async Task HandInAsync()
    {
        await Window.PressAsync("Ajukan kepada");
        await Assertions.Expect(Window.Heading).ToHaveTextAsync("Antrean");
    }

    public async Task WriteVisitAsync(int family, string respondent = "Kepala keluarga", params IReadOnlyList<byte[]> photos)
    {
        await OpenFamilyAsync(family);
        await AnswerAsync(respondent);
        await TakePhotosAsync(photos);
        await HandInAsync();
    }

    public async Task SignOutAsync()
    {
        await Window.GoAsync("/keluar");
        await Window.PressAsync("Keluar");
        await Assertions.Expect(Page.GetByLabel("Kata sandi")).ToBeVisibleAsync();
    }

    /// <summary>Photos as a camera makes them, each another, with the place where they were taken in their EXIF.</summary>
    public async Task<IReadOnlyList<byte[]>> PhotosAsync(int count, int width = 640, int height = 480)
    {
        var photos = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            var drawn = Convert.FromBase64String(await Page.EvaluateAsync<string>(Noise, new { width, height }));
            var note = "Exif\0\0"u8.ToArray().Concat(CameraNote.ToArray()).ToArray();
            photos.Add([.. drawn[..2], 0xFF, 0xE1, 0, (byte)(note.Length + 2), .. note, .. drawn[2..]]);
        }
        return photos;
    }

    /// <summary>Stands in the EXIF of every photo; nothing of it may leave the phone.</summary>
    public static ReadOnlySpan<byte> CameraNote => "GPS-DARI-KAMERA"u8;

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static async Task EnterAccountAsync(IPage page, Account account)
    {
        await page.GetByLabel("Pos-el").FillAsync(account.Email);
        await page.GetByLabel("Kata sandi").FillAsync(Account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Kata sandi")).ToHaveCountAsync(0);
    }

    private const string Noise = """
        async ({ width, height }) => {
            const canvas = Object.assign(document.createElement('canvas'), { width, height });
            const context = canvas.getContext('2d'), picture = context.createImageData(width, height);
            for (let i = 0; i < picture.data.length; i++) picture.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
            context.putImageData(picture, 0, 0);
            const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
            return await new Promise(done => { const reader = new FileReader(); reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(blob); });
        }
        """;
}
