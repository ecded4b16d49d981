using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace TkpkdPortal.Testing;

/// <summary>The built program serving in a process of its own, for what needs a process: kill it, read its environment's folders, hear what it prints.</summary>
public sealed partial class ServedPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] Serve = ["serve", "--urls", "http://127.0.0.1:0"];

    private readonly Process _process;
    private readonly StringBuilder _output = new(), _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedPortal(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(_log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has said on standard output so far.</summary>
    public string Output => Text(_output);

    /// <summary>What it has logged on standard error so far.</summary>
    public string Log => Text(_log);

    public Uri Address => _address.Task.Result;

    /// <summary>Starts to serve and waits until it listens.</summary>
    public static Task<ServedPortal> StartAsync(string dataDirectory, string office, string? tempDirectory = null) =>
        ListeningAsync(Verb.Start(dataDirectory, office, tempDirectory, Serve));

    /// <summary>Serves again at the address of one that was killed, as after a power cut.</summary>
    public static Task<ServedPortal> StartAgainAsync(Uri address, string dataDirectory, string office) =>
        ListeningAsync(Verb.Start(dataDirectory, office, "serve", "--urls", address.GetLeftPart(UriPartial.Authority)));

    /// <summary>The same with whatever settings.</summary>
    public static Task<ServedPortal> StartWithAsync(params (string Name, string? Value)[] environment) => ListeningAsync(Verb.StartWith(Serve, environment));

    private static async Task<ServedPortal> ListeningAsync(Process process)
    {
        var portal = new ServedPortal(process);
        try
        {
            await portal._address.Task.WaitAsync(Patience);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw new InvalidOperationException($"The portal did not start: {portal.Output}{portal.Log}");
        }
    }

    public int ProcessId => _process.Id;

    public Visitor Visitor() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = Patience }) { BaseAddress = Address });

    public async Task<Visitor> SignInAsync(Account account)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(account);
        return visitor;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    [GeneratedRegex("Now listening on: \"?(http://[^\" ]+)")]
    private static partial Regex Listening();
}
