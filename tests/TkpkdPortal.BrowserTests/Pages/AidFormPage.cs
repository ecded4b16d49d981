using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>The form with which an OPD records what it gave to a family.</summary>
public sealed class AidFormPage(Window window)
{
    public ILocator Save => window.Main.GetByRole(AriaRole.Button, new() { Name = "Simpan bantuan" });

    /// <summary>Finds the family among the OPD's own and opens the form.</summary>
    public static async Task<AidFormPage> OpenAsync(Window window, string family)
    {
        await window.OpenMenuAsync("Sasaran kami");
        await window.FollowAsync(family);
        await window.FollowAsync("Catat bantuan");
        return new AidFormPage(window);
    }

    public async Task FillAsync(string program, string rupiah)
    {
        var programs = window.Page.GetByLabel("Program");
        await programs.SelectOptionAsync(await programs.Locator("option").Filter(new() { HasText = program }).GetAttributeAsync("value") ?? "");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Tersalur", Exact = true }).CheckAsync();
        await window.Page.GetByLabel("Nilai rupiah").FillAsync(rupiah);
    }
}
