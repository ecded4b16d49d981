using System.Diagnostics;
using System.Globalization;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>`import p3ke-families` on a fresh database, as an operator runs it: the process with everything it starts and ends with.</summary>
internal static class ImportBenchmark
{
    public const string Office = "64.08";

    private static readonly string[] Given =
    [
        "AHMAD", "SITI", "RUSDI", "HAMIDAH", "JUMRI", "RUSMINI", "MASTUR", "JAMILAH", "BAHRUN", "HALIMAH", "SLAMET", "SUMIATI", "BAMBANG", "ENDANG", "SUTRISNO", "LESTARI", "AMBO", "HASNAH", "BASO",
        "ROSMINI", "YOHANES", "MARIA", "PETRUS", "KRISTINA", "LAWING", "BULAN", "AWANG", "DAYANG", "ASRAN", "SANIAH", "DEHEN", "HELMINA", "ELIA", "DEWI", "BURHAN", "ZUBAIDAH", "HENDRA", "SUSANA", "HOLIL", "MUSLIMAH",
    ];

    private static readonly string[] Syllables = ["BA", "BE", "BI", "BO", "DA", "DE", "DI", "DO", "KA", "KE", "KI", "KO", "LA", "LE", "LI", "LO", "MA", "ME", "MI", "MO"];

    private static readonly string[] Villages = ["6408032001", "6408032002", "6408032003", "6408022001", "6408022002", "6408022003"];

    public static async Task<int> RunAsync(int families, int runs)
    {
        var measured = new List<Measured>();
        using var folder = new TempDirectory();
        var file = folder["keluarga.csv"];
        await File.WriteAllBytesAsync(file, Families(families));
        for (var run = 0; run < runs; run++)
        {
            var data = folder[$"data-{run}"];
            (await Verb.RunAsync(data, Office, "migrate")).Succeeded();
            var start = new ProcessStartInfo("dotnet", [Repository.Program, "import", "p3ke-families", file, "--release", "2023", "--released-on", "2023-09-15", "--json"]);
            start.Environment["Portal__DataDirectory"] = data;
            start.Environment["Office__AreaCode"] = Office;
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
            measured.Add(await Measured.RunAsync(start));
        }
        Console.WriteLine("| families | seconds | families a second | CPU seconds | peak MB | file MB |\n|---|---|---|---|---|---|");
        Console.WriteLine($"| {families} | {Measured.Spread(measured.Select(m => m.Seconds), "0.0")} | {Measured.Spread(measured.Select(m => families / m.Seconds), "0")} | "
            + $"{Measured.Spread(measured.Select(m => m.CpuSeconds), "0.0")} | {Measured.Spread(measured.Select(m => m.PeakMegabytes), "0")} | "
            + $"{(new FileInfo(file).Length / 1048576d).ToString("0.0", CultureInfo.InvariantCulture)} |");
        return 0;
    }

    /// <summary>Valid families over all villages of the demo's kecamatan, the same in every run.</summary>
    public static byte[] Families(int count) => FamiliesFile.Of(Enumerable.Range(0, count).Select(n => new FamilyRow($"640823{n:000000}", Villages[n % Villages.Length])
    {
        HeadName = NameOf(n),
        Nik = string.Create(CultureInfo.InvariantCulture, $"640899{DayOf(n):00}0180{n % 9999 + 1:0000}"),
        Decile = $"{n % 4 + 1}",
        BirthDate = $"1980-01-{DayOf(n):00}",
    }));

    /// <summary>A given name that one family in forty has, a word of its own, and one that all have.</summary>
    public static string NameOf(int n) => $"{Given[n % Given.Length]} {OwnWordOf(n)} UJI";

    public static string OwnWordOf(int n) => $"{Syllables[n / 8000 % 20]}{Syllables[n / 400 % 20]}{Syllables[n / 20 % 20]}{Syllables[n % 20]}";

    private static int DayOf(int n) => n / 9999 % 28 + 1;
}
