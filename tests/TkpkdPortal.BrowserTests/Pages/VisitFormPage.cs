using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>The form that a petugas fills in at the door.</summary>
public sealed class VisitFormPage(Window window)
{
    public ILocator Found => Radio("Ditemukan dan diwawancara");

    public ILocator Respondent => window.Page.GetByLabel("Siapa yang diwawancara?");

    public ILocator Poor => Radio("Miskin, bukan ekstrem");

    public ILocator Note => window.Page.GetByLabel("Keterangan (bila perlu)").And(window.Page.Locator("textarea"));

    public ILocator Address => window.Page.GetByLabel("Alamat (bila perlu)");

    public ILocator SaveDraft => window.Main.GetByRole(AriaRole.Button, new() { Name = "Simpan draf" });

    public ILocator Submit => window.Main.GetByRole(AriaRole.Button, new() { Name = "Ajukan kepada" });

    public async Task RecordPresenceAsync(string respondent)
    {
        await Found.CheckAsync();
        await Respondent.FillAsync(respondent);
    }

    public Task FindPoorAsync() => Poor.CheckAsync();

    public async Task CorrectAddressAsync(string address)
    {
        await window.Page.GetByText("Ada data yang salah?").ClickAsync();
        await Address.FillAsync(address);
    }

    /// <summary>Where the house is known its questions are folded away.</summary>
    public async Task CorrectHousingAsync(string question, string answer)
    {
        var asked = window.Page.GetByLabel(question, new() { Exact = true }).And(window.Page.Locator("select"));
        if (!await asked.IsVisibleAsync())
            await window.Page.GetByText("Ubah keadaan rumah").ClickAsync();
        await asked.SelectOptionAsync(answer);
    }

    public async Task SaveDraftAsync()
    {
        await SaveDraft.ClickAsync();
        await window.SeesAsync("Draf tersimpan pukul");
    }

    public async Task SubmitAsync()
    {
        await Submit.ClickAsync();
        await window.SeesAsync("diajukan kepada Lurah");
    }

    private ILocator Radio(string answer) => window.Page.GetByRole(AriaRole.Radio, new() { Name = answer });
}
