using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>One import, while it runs and after.</summary>
public static class ImportPage
{
    /// <summary>With script the page renews itself; without it the clerk asks again.</summary>
    public static async Task WaitForEndAsync(Window window, bool hasScript, Func<Task> askAgain)
    {
        var done = window.Main.Locator(".tk-status").GetByText("Dimuat");
        await Assertions.Expect(window.Main.Locator(".tk-status")).ToBeVisibleAsync();
        for (var i = 0; i < 60 && !hasScript && !await done.IsVisibleAsync(); i++)
        {
            await Task.Delay(500);
            await window.Page.RunAndWaitForResponseAsync(askAgain, answer => answer.Request.IsNavigationRequest, new() { Timeout = 90_000 });
            await window.Page.WaitForLoadStateAsync();
        }
        await Assertions.Expect(done).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }
}
