using Microsoft.Playwright;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>
/// Somebody at a window without a mouse: Tab, Shift+Tab, Enter, Space, arrows and letters. At every stop of the focus it has to be seen,
/// and to have come on in the order of reading: down, or to the next column.
/// </summary>
public sealed class Keyboard(Window window)
{
    private const int MostStops = 150;

    public Window Window => window;

    private IKeyboard Keys => window.Page.Keyboard;

    public static async Task<Keyboard> SignInAsync(Desk desk, Account account, WindowOptions options)
    {
        var keyboard = new Keyboard(await desk.OpenAsync(options));
        await keyboard.Window.GoAsync("/masuk");
        await keyboard.JumpToContentAsync();
        await keyboard.TypeAsync("Pos-el", account.Email);
        await keyboard.TypeAsync("Kata sandi", Account.Password);
        await keyboard.Keys.PressAsync("Enter");
        await Assertions.Expect(keyboard.Window.Page.Locator("#menu")).ToBeAttachedAsync();
        return keyboard;
    }

    /// <summary>The first Tab on a page shows the way past the menu; Enter takes it.</summary>
    public async Task JumpToContentAsync()
    {
        await TabAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Langsung ke isi halaman" })).ToBeFocusedAsync();
        await Keys.PressAsync("Enter");
        await Assertions.Expect(window.Main).ToBeFocusedAsync();
    }

    /// <summary>Goes to an entry of the main menu, on a phone by way of "Menu".</summary>
    public async Task OpenMenuAsync(string entry)
    {
        if (window.Page.ViewportSize is { Width: < 768 })
            await EnterAtAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "Menu", Exact = true }));
        await EnterAtAsync(window.Page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = entry }));
        await Assertions.Expect(window.Page.Locator("#menu [aria-current='page']")).ToContainTextAsync(entry);
        await JumpToContentAsync();
    }

    public Task FollowAsync(string link) => EnterAtAsync(window.Main.GetByRole(AriaRole.Link, new() { Name = link }).First);

    public Task PressAsync(string button) => EnterAtAsync(window.Main.GetByRole(AriaRole.Button, new() { Name = button }).First);

    /// <summary>Replaces what stands in a field, as somebody who tabbed into it does.</summary>
    public async Task TypeAsync(string label, string text)
    {
        await TabToAsync(Field(label));
        await Keys.PressAsync("Control+A");
        await Keys.TypeAsync(text);
    }

    /// <summary>Enters a group of radios by Tab and moves inside it by the arrows.</summary>
    public async Task PickAsync(string answer)
    {
        var radio = window.Main.GetByRole(AriaRole.Radio, new() { Name = answer }).First;
        await TabUntilAsync(radio, "radio => document.activeElement.name === radio.name");
        await Keys.PressAsync("Space");
        await ArrowUntilAsync(radio, "radio => radio.checked");
    }

    public async Task SelectAsync(string label, string option)
    {
        var select = Field(label);
        await TabToAsync(select);
        await ArrowUntilAsync(select, $"select => select.selectedOptions[0].text.includes('{option}')");
    }

    public async Task ChooseFileAsync(string label, FilePayload file)
    {
        await TabToAsync(window.Page.GetByLabel(label, new() { Exact = true }));
        var chooser = await window.Page.RunAndWaitForFileChooserAsync(() => Keys.PressAsync("Space"));
        await chooser.SetFilesAsync(file);
    }

    public Task<IDownload> DownloadAsync(Func<Task> act) => window.Page.RunAndWaitForDownloadAsync(act);

    /// <summary>The refusal stands first and has the focus; its first sentence leads to the field it is about.</summary>
    public async Task FollowRefusalAsync(string sentence)
    {
        var summary = window.Page.Locator(".tk-summary");
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await EnterAtAsync(summary.GetByRole(AriaRole.Link, new() { Name = sentence }));
        await Assertions.Expect(window.Page.Locator(".tk-field.is-invalid :focus")).ToHaveCountAsync(1);
    }

    public Task TabToAsync(ILocator thing) => TabUntilAsync(thing, "element => element === document.activeElement");

    private ILocator Field(string label) => window.Main.GetByLabel(label).First;

    private async Task EnterAtAsync(ILocator thing)
    {
        await TabToAsync(thing);
        await Keys.PressAsync("Enter");
    }

    private async Task TabUntilAsync(ILocator thing, string isThere)
    {
        for (var i = 0; i < MostStops; i++)
        {
            if (await thing.EvaluateAsync<bool>(isThere))
                return;
            await TabAsync();
        }
        throw new InvalidOperationException($"Tab never reaches {thing} on {window.Path}");
    }

    private async Task ArrowUntilAsync(ILocator thing, string isSo)
    {
        for (var i = 0; i < MostStops && !await thing.EvaluateAsync<bool>(isSo); i++)
            await Keys.PressAsync("ArrowDown");
        Assert.True(await thing.EvaluateAsync<bool>(isSo), $"the arrows never reach {thing} on {window.Path}");
    }

    private async Task TabAsync()
    {
        // Before its styles have come a page shows no focus yet.
        await window.LoadedAsync();
        await Keys.PressAsync("Tab");
        var fault = await window.Page.EvaluateAsync<string?>(FaultOfStop);
        Assert.True(fault is null, $"{window.Path} at {window.Page.ViewportSize?.Width} px: {fault}");
    }

    // From the end of the page Tab comes back to its beginning: then there is no stop before this one to compare with.
    private const string FaultOfStop = """
        () => {
            const stop = document.activeElement, before = window.stopBefore;
            if (stop === document.body) { window.stopBefore = null; return null; }
            window.stopBefore = stop;
            const name = stop.tagName + ' "' + (stop.textContent.trim() || stop.id).slice(0, 40) + '"';
            const box = stop.getClientRects()[0], ring = getComputedStyle(stop.closest('.tk-choice') ?? stop);
            if (!box || !stop.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return name + ' has the focus and is not seen';
            if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return name + ' has the focus out of sight';
            const over = document.elementFromPoint(Math.max(0, box.left + box.width / 2), Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
            if (over && !stop.contains(over) && !over.contains(stop)) return name + ' has the focus under something else';
            if (ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 2) return name + ' has the focus and does not show it';
            if (!before?.isConnected || before.matches('.tk-skip, [tabindex="-1"]')) return null;
            if (!(before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)) return stop.matches('.tk-skip') ? null : name + ' comes before what had the focus';
            const last = before.getClientRects()[0];
            return last && box.bottom <= last.top && box.left < last.right ? name + ' stands above what had the focus' : null;
        }
        """;
}
