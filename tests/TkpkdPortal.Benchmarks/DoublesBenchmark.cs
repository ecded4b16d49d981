using System.Diagnostics;
using System.Globalization;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>
/// Seeks planted doubles in an invented register, a tenth of the asked size and the whole, each in a process of its own. Time is that of taking the
/// families in and comparing them; making them up is left out. Growth is told in processor time, since a machine is seldom alone.
/// </summary>
internal static class DoublesBenchmark
{
    private const int PersonsOfAPair = 500;

    public static async Task<int> RunAsync(int persons)
    {
        Console.WriteLine("| persons | planted | found of them | recall | precision | seconds | CPU seconds | compared | too common | memory MB |\n|---|---|---|---|---|---|---|---|---|---|");
        var seconds = new List<double>();
        foreach (var size in new[] { persons / 10, persons })
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(DoublesBenchmark).Assembly.Location, "doubles-of", size.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var answer = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Console.WriteLine(lines[0]);
            Array.ForEach(lines[1..], line => Console.Error.WriteLine(line));
            seconds.Add(double.Parse(lines[0].Split('|')[7], CultureInfo.InvariantCulture));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nTen times the persons take {seconds[1] / seconds[0]:0.0} times as much processor time."));
        return 0;
    }

    public static int Of(int persons)
    {
        // Once without comparing, so that the processor time of making them up can be taken off.
        var cpu = CpuSeconds();
        var made = new PlantedRegister(persons, persons / PersonsOfAPair).Families().Sum(family => family.Members.Count);
        cpu = -(CpuSeconds() - cpu) - CpuSeconds();
        var register = new PlantedRegister(persons, persons / PersonsOfAPair);
        var finder = new DoubleFinder(new DoubleWeights());
        var clock = new Stopwatch();
        foreach (var family in register.Families())
        {
            clock.Start();
            finder.Add(family);
            clock.Stop();
        }
        clock.Start();
        var found = finder.Find().ToList();
        clock.Stop();
        cpu += CpuSeconds();
        var right = found.Count(pair => register.Planted.ContainsKey((pair.FirstId, pair.SecondId)));
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {made} | {register.Planted.Count} | {right} | {100d * right / register.Planted.Count:0.0} % | {100d * right / found.Count:0.0} % | {seconds:0.00} | {cpu:0.00} | {finder.Compared} | {finder.TooCommon} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} |"));
        foreach (var kind in register.Planted.GroupBy(planted => planted.Value))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key}: {kind.Count(planted => found.Exists(pair => (pair.FirstId, pair.SecondId) == planted.Key))} of {kind.Count()}"));
        foreach (var wrong in found.Where(pair => !register.Planted.ContainsKey((pair.FirstId, pair.SecondId))).Take(10))
            Console.WriteLine($"  not planted: {wrong.Score} {wrong.Kind}: {string.Join(", ", wrong.Parts.Select(part => $"{part.Part} {part.Points}"))}");
        return 0;
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
