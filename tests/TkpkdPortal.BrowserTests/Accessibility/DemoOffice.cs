using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Demo;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Accessibility;

/// <summary>The demo office of Palangka Raya: work in every state, so that every page has something to show.</summary>
public sealed class DemoOffice : IAsyncLifetime
{
    private TestPortal? _portal;

    public TestPortal Portal => _portal ?? throw new InvalidOperationException("The office opens only where there is a browser.");

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        _portal = TestPortal.StartOnNetwork("62.71");
        var fill = _portal.Services.GetRequiredService<DemoFill>();
        var story = fill.Story(families: null);
        await fill.OpenAccountsAsync(story, Account.Password, default);
        await fill.FillAsync(story, DemoFill.DefaultSeed, onProgress: null, default);
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
