using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>What the lurah decides about one visit.</summary>
public sealed class ReviewPage(Window window)
{
    /// <summary>Opens the family from the list of what waits.</summary>
    public static async Task<ReviewPage> OpenAsync(Window window, string family)
    {
        await window.OpenMenuAsync("Periksa");
        await window.FollowAsync($"Keluarga {family}");
        return new ReviewPage(window);
    }

    public async Task ReturnAsync(string note)
    {
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Kembalikan ke petugas" }).CheckAsync();
        await window.Page.GetByLabel("Catatan untuk petugas").FillAsync(note);
        await window.PressAsync("Simpan");
        await window.SeesAsync("dikembalikan kepada");
    }

    public async Task ApproveAsync()
    {
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Setujui" }).CheckAsync();
        await window.PressAsync("Simpan");
        await window.SeesAsync("disetujui; data keluarga diperbarui");
    }
}
