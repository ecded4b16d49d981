using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Runs the built program as an operator does: another process, its own settings, what it prints.</summary>
public sealed record Verb(int ExitCode, string Output, string Error)
{
    // What waits for a lock that nobody gives back would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<Verb> RunAsync(string dataDirectory, string office, params string[] arguments) => EndOfAsync(Start(dataDirectory, office, arguments));

    /// <summary>The same with whatever settings; also for a start that is refused.</summary>
    public static Task<Verb> RunWithAsync(string[] arguments, params (string Name, string? Value)[] environment) => EndOfAsync(StartWith(arguments, environment));

    /// <summary>Starts without waiting: for what is killed or served from.</summary>
    public static Process Start(string dataDirectory, string office, params string[] arguments) => Start(dataDirectory, office, tempDirectory: null, arguments);

    /// <summary>The same with a temporary folder of its own.</summary>
    public static Process Start(string dataDirectory, string office, string? tempDirectory, IEnumerable<string> arguments) => StartWith(arguments,
        ("Portal__DataDirectory", dataDirectory), ("Office__AreaCode", office), ("TMPDIR", tempDirectory ?? Environment.GetEnvironmentVariable("TMPDIR")));

    public static Process StartWith(IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Repository.Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public Verb Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit {ExitCode}: {Error}");
        return this;
    }

    private static async Task<Verb> EndOfAsync(Process process)
    {
        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            try
            {
                using var limit = new CancellationTokenSource(Patience);
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                Assert.Fail($"It neither ended nor said why: {await error}");
            }
            return new Verb(process.ExitCode, await output, await error);
        }
    }
}
