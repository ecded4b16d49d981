using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

/// <summary>The built program as an operator starts it, in a process of its own.</summary>
internal sealed partial class ServedPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly StringBuilder _output = new(), _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedPortal(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            Keep(_log, line.Data);
            if (ListeningPattern().Match(line.Data ?? "") is { Success: true } match)
                _address.TrySetResult(new Uri(match.Groups[1].Value));
        };
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The portal ended before it listened: " + Log));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(_output);

    public string Log => Text(_log);

    public static ServedPortal Start(params (string Name, string? Value)[] environment) => new(Run(["--urls", "http://127.0.0.1:0"], environment));

    /// <summary>Runs to the end, as a verb or a start that is refused does.</summary>
    public static async Task<Verb> RunToEndAsync(string[] arguments, params (string Name, string? Value)[] environment)
    {
        using var process = Run(arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"It neither ended nor said why: {await error}");
        }
        return new Verb(process.ExitCode, await output, await error);
    }

    public async Task<HttpClient> ListeningAsync() => new() { BaseAddress = await _address.Task.WaitAsync(Patience) };

    public async Task<bool> SaysAsync(string text)
    {
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(50))
        {
            if (Log.Contains(text, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Run(string[] arguments, (string Name, string? Value)[] environment)
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

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex ListeningPattern();
}
