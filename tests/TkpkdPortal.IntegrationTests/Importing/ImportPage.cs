using System.Diagnostics;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>Waits for the background worker as an analyst does: by looking at the page again.</summary>
internal static class ImportPage
{
    public const string PublishForm = "form[action$='/terbitkan']", CancelForm = "form[action$='/batalkan']";

    /// <summary>Publishes what was judged, as whoever looks at its page; the page of an import that has ended otherwise comes back as it is.</summary>
    public static async Task<Page> PublishedAsync(Visitor desk, string path)
    {
        var page = await EndedAsync(desk, path);
        if (page.Document.QuerySelector(PublishForm) is null)
            return page;
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await page.SubmitAsync(PublishForm)).StatusCode);
        return await EndedAsync(desk, path);
    }

    public static async Task<Page> EndedAsync(Visitor desk, string path)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            var page = await desk.GetAsync(path);
            if (page.Document.QuerySelector("[data-reload]") is null)
                return page;
            Assert.True(started.Elapsed < TimeSpan.FromMinutes(1), "The import did not end: " + page.Text);
            await Task.Delay(50);
        }
    }
}
