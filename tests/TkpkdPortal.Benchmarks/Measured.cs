using System.Diagnostics;
using System.Globalization;

namespace TkpkdPortal.Benchmarks;

/// <summary>What a process cost: seconds on the clock, seconds of processor, and the most memory it and its children held at once.</summary>
internal sealed record Measured(double Seconds, double CpuSeconds, double PeakMegabytes)
{
    private const double TicksPerSecond = 100, KilobytesPerMegabyte = 1024;

    /// <summary>What it printed.</summary>
    public string Output { get; private init; } = "";

    /// <summary>
    /// Runs a process to its end, watching its whole tree (Chromium is many processes) every 20 milliseconds through /proc; one that takes long, and holds many
    /// pages of memory that have to be counted each time, more seldom.
    /// </summary>
    public static async Task<Measured> RunAsync(ProcessStartInfo start, int everyMilliseconds = 20)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, peak) = (new Dictionary<int, double>(), 0d);
        while (!process.HasExited)
        {
            var tree = Tree(process.Id);
            peak = Math.Max(peak, tree.Sum(child => child.Kilobytes) / KilobytesPerMegabyte);
            foreach (var child in tree)
                cpu[child.Id] = child.CpuSeconds;
            await Task.Delay(everyMilliseconds);
        }
        clock.Stop();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} answered {process.ExitCode}: {await error}");
        return new Measured(clock.Elapsed.TotalSeconds, cpu.Values.Sum(), peak) { Output = await output };
    }

    /// <summary>Seconds of processor that a running process has used so far.</summary>
    public static double CpuSecondsOf(int process) => Tree(process).Find(entry => entry.Id == process).CpuSeconds;

    public static int Count(string typed) => int.Parse(typed, CultureInfo.InvariantCulture);

    /// <summary>"1.20 / 1.31 / 1.60": smallest, middle and largest.</summary>
    public static string Spread(IEnumerable<double> values, string format)
    {
        var sorted = values.Order().ToList();
        return string.Join(" / ", new[] { sorted[0], sorted[sorted.Count / 2], sorted[^1] }.Select(value => value.ToString(format, CultureInfo.InvariantCulture)));
    }

    private static List<(int Id, double CpuSeconds, long Kilobytes)> Tree(int root)
    {
        var all = new Dictionary<int, (int Parent, double Cpu)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            // After the name in brackets: state, parent, …, user and system ticks as the 12th and 13th.
            if (ReadOrNull($"{folder}/stat") is { } stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is [_, var parent, .. var rest])
                all[Count(Path.GetFileName(folder))] = (Count(parent), (Count(rest[9]) + Count(rest[10])) / TicksPerSecond);
        }
        return [.. all.Where(entry => IsWithin(entry.Key)).Select(entry => (entry.Key, entry.Value.Cpu, Proportional(entry.Key)))];

        bool IsWithin(int id) => id == root || (all.TryGetValue(id, out var entry) && entry.Parent > 1 && IsWithin(entry.Parent));
    }

    // Proportional set size: memory that processes share is counted once.
    private static long Proportional(int id) =>
        ReadOrNull($"/proc/{id}/smaps_rollup")?.Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) : 0;

    private static string? ReadOrNull(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
