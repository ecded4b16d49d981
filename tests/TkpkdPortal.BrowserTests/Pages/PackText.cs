using System.Diagnostics;
using TkpkdPortal.BrowserTests.Browsing;

namespace TkpkdPortal.BrowserTests.Pages;

/// <summary>A paper as it comes out of the browser's download, read with pdftotext.</summary>
public static class PackText
{
    /// <summary>Why tests that read the pack are skipped on this machine; a CI run without the tool fails instead.</summary>
    public static string? SkipReason { get; } = HasTool || Environment.GetEnvironmentVariable("CI") == "true" ? null : "There is no pdftotext (poppler-utils) on this machine.";

    private static bool HasTool => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    public static async Task<string> DownloadAsync(Window window, string link = "Unduh bahan (PDF)")
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.FollowAsync(link));
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true };
        start.ArgumentList.Add(await download.PathAsync());
        start.ArgumentList.Add("-");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pdftotext did not start.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
