using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Runs the built program as an operator does: another process, its own settings, what it prints.</summary>
public sealed record Verb(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<Verb> RunAsync(string dataDirectory, string office, params string[] arguments)
    {
        using var process = Start(dataDirectory, office, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Verb(process.ExitCode, await output, await error);
    }

    /// <summary>Starts without waiting: for what is killed or served from.</summary>
    public static Process Start(string dataDirectory, string office, params string[] arguments) => Start(dataDirectory, office, tempDirectory: null, arguments);

    /// <summary>The same with a temporary folder of its own.</summary>
    public static Process Start(string dataDirectory, string office, string? tempDirectory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Repository.Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["Portal__DataDirectory"] = dataDirectory;
        start.Environment["Office__AreaCode"] = office;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        if (tempDirectory is not null)
            start.Environment["TMPDIR"] = tempDirectory;
        return Process.Start(start)!;
    }

    public Verb Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit {ExitCode}: {Error}");
        return this;
    }
}
