using Microsoft.Playwright;

namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>A browser window of one user, and what the browser complained about in it.</summary>
public sealed class Window
{
    private readonly List<string> _complaints = [];
    private readonly Uri _portal;

    public Window(IPage page, Uri portal)
    {
        (Page, _portal) = (page, portal);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != portal.Authority)
                _complaints.Add($"{page.Url} asked a stranger: {address.Authority}");
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors, refusals of the content policy and addresses elsewhere, in the order they happened.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public string Path => new Uri(Page.Url).PathAndQuery;

    public ILocator Main => Page.Locator("main");

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public async Task<IResponse?> GoAsync(string path) => await Page.GotoAsync(new Uri(_portal, path).ToString());

    /// <summary>Opens an entry of the main menu.</summary>
    public Task OpenMenuAsync(string entry) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Menu utama" }).GetByRole(AriaRole.Link, new() { Name = entry }).ClickAsync();

    public Task FollowAsync(string link) => Main.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>
    /// Waits until the page stands there whole, with its styles. It asks the page, since the driver's own wait for a state misses
    /// one that is reached between its look and its wait, and then waits for ever.
    /// </summary>
    public async Task LoadedAsync()
    {
        for (var i = 0; i < 600; i++, await Task.Delay(50))
            if (await StateAsync() == "complete")
                return;
        throw new TimeoutException($"{Path} was not loaded after 30 s");
    }

    // A page that is being replaced while it is asked has no answer.
    private async Task<string> StateAsync()
    {
        try
        {
            return await Page.EvaluateAsync<string>("document.readyState");
        }
        catch (PlaywrightException)
        {
            return "";
        }
    }

    /// <summary>Waits until the page's own part says this.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Main).ToContainTextAsync(text);
}
