using System.Diagnostics;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>Waits for the background worker as an analyst does: by looking at the page again.</summary>
internal static class ImportPage
{
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
