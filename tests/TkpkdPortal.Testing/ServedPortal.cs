using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace TkpkdPortal.Testing;

/// <summary>The built program serving in a process of its own, for what needs a process: kill it, read its environment's folders, hear what it prints.</summary>
public sealed partial class ServedPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedPortal(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All that it has printed so far.</summary>
    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    public Uri Address => _address.Task.Result;

    /// <summary>Starts to serve and waits until it listens.</summary>
    public static async Task<ServedPortal> StartAsync(string dataDirectory, string office, string? tempDirectory = null)
    {
        var portal = new ServedPortal(Verb.Start(dataDirectory, office, tempDirectory, ["serve", "--urls", "http://127.0.0.1:0"]));
        try
        {
            await portal._address.Task.WaitAsync(Patience);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw new InvalidOperationException($"The portal did not start: {portal.Printed}");
        }
    }

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

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_printed)
            _printed.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex("Now listening on: \"?(http://[^\" ]+)")]
    private static partial Regex Listening();
}
