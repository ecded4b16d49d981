using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>How a window is opened: how large, and with or without script.</summary>
public sealed record WindowOptions(int Width = 1280, int Height = 800, bool HasScript = true);

/// <summary>
/// The windows of one test. When the test fails, each leaves a picture and a trace under `failures` beside the test's assembly
/// (read a trace with `playwright show-trace`).
/// </summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly IBrowser _browser;
    private readonly TestPortal _portal;
    private readonly List<Window> _windows = [];

    private Desk(IBrowser browser, TestPortal portal) => (_browser, _portal) = (browser, portal);

    public static async Task WorkAsync(Chromium chromium, TestPortal portal, Func<Desk, Task> work, [CallerMemberName] string test = "")
    {
        await using var desk = new Desk(chromium.Browser, portal);
        try
        {
            await work(desk);
        }
        catch
        {
            await desk.KeepEvidenceAsync(test);
            throw;
        }
    }

    /// <summary>A window of somebody who has not signed in.</summary>
    public async Task<Window> OpenAsync(WindowOptions? options = null)
    {
        var size = options ?? new WindowOptions();
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "id-ID",
            JavaScriptEnabled = size.HasScript,
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
        });
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        var window = new Window(await context.NewPageAsync(), _portal.Address);
        _windows.Add(window);
        return window;
    }

    /// <summary>A window of an account that has signed in through the form.</summary>
    public Task<Window> SignInAsync(Account account, WindowOptions? options = null) => SignInAsync(account.Email, options);

    public async Task<Window> SignInAsync(string email, WindowOptions? options = null)
    {
        var window = await OpenAsync(options);
        await window.GoAsync("/masuk");
        await window.Page.GetByLabel("Pos-el").FillAsync(email);
        await window.Page.GetByLabel("Kata sandi").FillAsync(Account.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Keluar", Exact = true }).Or(window.Page.GetByRole(AriaRole.Link, new() { Name = "Menu" })).First).ToBeVisibleAsync();
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
            await window.Page.Context.CloseAsync();
    }

    private async Task KeepEvidenceAsync(string test)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "failures", test);
        for (var i = 0; i < _windows.Count; i++)
        {
            await _windows[i].Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"window-{i + 1}.png"), FullPage = true });
            await _windows[i].Page.Context.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(folder, $"window-{i + 1}.zip") });
        }
    }
}
