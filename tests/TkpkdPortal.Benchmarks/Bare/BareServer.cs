using System.Diagnostics;

namespace TkpkdPortal.Benchmarks.Bare;

/// <summary>The least that ASP.NET Core can do with the same file, in a process of its own: what the portal's pages are measured against.</summary>
internal sealed class BareServer : IDisposable
{
    private readonly Process _process;

    private BareServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public static async Task<BareServer> StartAsync(string database)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BareServer).Assembly.Location, "serve-bare", database]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare page did not start.");
        return new BareServer(process, new Uri(line));
    }

    public static async Task<int> ServeAsync(string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorPages().WithRazorPagesRoot("/Bare");
        builder.Services.AddSingleton(new BareFile($"Data Source={database};Mode=ReadOnly"));
        await using var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
