using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>The dashboard's figures, by their label.</summary>
public sealed class DashboardPage(Window window)
{
    public static async Task<DashboardPage> OpenAsync(Window window)
    {
        await window.OpenMenuAsync("Dasbor");
        await Assertions.Expect(window.Heading).ToContainTextAsync("Dasbor");
        return new DashboardPage(window);
    }

    /// <summary>"1 KK" under "Disetujui".</summary>
    public async Task<string> FigureAsync(string label) =>
        (await window.Main.Locator(".tk-fig").Filter(new() { Has = window.Page.GetByText(label, new() { Exact = true }) }).Locator(".n").InnerTextAsync()).Trim();
}
