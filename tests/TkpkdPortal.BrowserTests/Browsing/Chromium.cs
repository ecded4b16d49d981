using Microsoft.Playwright;

namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>The machine's own Chromium; nothing is downloaded, and it calls nobody but the portal.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string Executable { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    /// <summary>Why browser tests are skipped on this machine; null where they run. A CI run without a Chromium fails instead.</summary>
    public static string? SkipReason { get; } = IsMissing && Environment.GetEnvironmentVariable("CI") != "true"
        ? $"There is no Chromium at {Executable}; set CHROMIUM_PATH to one."
        : null;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException($"There is no Chromium at {Executable}.");

    /// <summary>A phone: a browser with a profile on the disk, so that what it keeps outlives its closing.</summary>
    public Task<IBrowserContext> SwitchOnAsync(string profile, int width = 360, int height = 640) =>
        (_playwright ?? throw new InvalidOperationException($"There is no Chromium at {Executable}.")).Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Executable,
            Args = Flags,
            Locale = "id-ID",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["geolocation"],
            Geolocation = new Geolocation { Latitude = -1.70211f, Longitude = 113.90322f, Accuracy = 8 },
        });

    private static bool IsMissing => !File.Exists(Executable);

    public async Task InitializeAsync()
    {
        if (IsMissing)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>All browser tests share one Chromium and run one after the other: two at once on a small machine only wait for each other.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}
