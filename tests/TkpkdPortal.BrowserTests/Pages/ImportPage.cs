using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>One import, while it runs and after.</summary>
public static class ImportPage
{
    /// <summary>With script the page renews itself; without it the clerk asks again.</summary>
    public static async Task WaitForAsync(Window window, string state, bool hasScript, Func<Task> askAgain)
    {
        var done = window.Main.Locator(".tk-status").GetByText(state);
        await Assertions.Expect(window.Main.Locator(".tk-status")).ToBeVisibleAsync();
        for (var i = 0; i < 60 && !hasScript && !await done.IsVisibleAsync(); i++)
        {
            await Task.Delay(500);
            await RenewAsync(window, askAgain);
        }
        await Assertions.Expect(done).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    // An answer that has begun is not yet the page: until the new one stands there, the old one would still be read and followed.
    private static async Task RenewAsync(Window window, Func<Task> ask)
    {
        var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Renewed(object? sender, IFrame frame) => renewed.TrySetResult();
        window.Page.FrameNavigated += Renewed;
        await ask();
        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(90));
        window.Page.FrameNavigated -= Renewed;
        await window.LoadedAsync();
    }
}
