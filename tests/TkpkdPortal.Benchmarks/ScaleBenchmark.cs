using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>
/// One P3KE file of a whole province loaded by the verb into an empty register, the same file again and once more with every twentieth family changed; beside it, in the
/// same run and on the same disk, `sqlite3 .import` into a bare table with an index wherever the portal has one on a column of the file.
/// </summary>
internal static class ScaleBenchmark
{
    public const string Office = "64";

    private const int EveryChanged = 20, WatchEvery = 100;

    /// <summary>
    /// What the portal keeps on columns of the file: ListKeys and ListedHouseholds by the family's id, ListedHouseholds by village, the list of households by village with what its
    /// filters and orders ask for, Persons by NIK, the words of names. Indexes on what the file does not have (keys, change sets, public ids) have no counterpart here.
    /// </summary>
    private const string Indexes = """
        CREATE UNIQUE INDEX i1 ON keluarga (id_keluarga_P3KE);
        CREATE INDEX i2 ON keluarga (id_keluarga_P3KE, No);
        CREATE INDEX i3 ON keluarga (kode_kemdagri);
        CREATE INDEX i4 ON keluarga (kode_kemdagri, No, kepala_keluarga, desil_kesejahteraan);
        CREATE INDEX i5 ON keluarga (nik);
        CREATE INDEX i6 ON keluarga (kepala_keluarga, kode_kemdagri);
        """;

    public static async Task<int> RunAsync(int families)
    {
        using var folder = new TempDirectory();
        var (file, changed) = (folder["keluarga.csv"], folder["berubah.csv"]);
        await GenerateAsync(families, file);
        var planted = Change(file, changed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{families} families, {Megabytes(file):0} MB, {planted} of them changed in the third file\n\n| what | seconds | CPU seconds | peak MB | × sqlite3 | files MB |\n|---|---|---|---|---|---|"));
        var bare = await BareAsync(file, folder["bare.db"]);
        Print("`sqlite3 .import` and its indexes", bare, bare, folder["bare.db"]);
        var data = folder["data"];
        (await Verb.RunAsync(data, Office, "migrate")).Succeeded();
        var first = await ImportAsync(data, file);
        Print("import into the empty register", first, bare, Database(data));
        Print("`sqlite3` once more", await BareAsync(file, folder["again.db"]), bare, folder["again.db"]);
        var same = await ImportAsync(data, file);
        Print("the same release again", same, bare, Database(data));
        var other = await ImportAsync(data, changed);
        Print("one in twenty changed", other, bare, Database(data));
        Console.WriteLine();
        foreach (var run in (Measured[])[first, same, other])
            Console.WriteLine(Counts(run));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"again / first: {same.Seconds / first.Seconds:0.00} of the time, {same.CpuSeconds / first.CpuSeconds:0.00} of the processor time"));
        Console.WriteLine(Kept(Database(data), planted));
        return 0;
    }

    /// <summary>Families of a province as the maker of samples invents them, the same in every run.</summary>
    public static async Task GenerateAsync(int families, string file)
    {
        var script = Path.Combine(Repository.Shared ?? throw new InvalidOperationException("The maker of samples lies beside the working copy."), "samples", "make_samples.py");
        await Measured.RunAsync(new ProcessStartInfo("python3", [script, "--scale", families.ToString(CultureInfo.InvariantCulture), "--area", Office, "--out", file]), WatchEvery);
    }

    /// <summary>`import p3ke-families` as an operator runs it: the process with everything it starts and ends with.</summary>
    private static Task<Measured> ImportAsync(string data, string file) => VerbAsync(data, "import", "p3ke-families", file, "--release", "2023", "--released-on", "2023-09-15", "--json");

    public static Task<Measured> VerbAsync(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. arguments]);
        start.Environment["Portal__DataDirectory"] = data;
        start.Environment["Office__AreaCode"] = Office;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        return Measured.RunAsync(start, WatchEvery);
    }

    // The journal and the durability of the portal; what the file ends with is checkpointed when the only connection closes.
    private static Task<Measured> BareAsync(string file, string database)
    {
        var script = $".bail on\nPRAGMA page_size=4096;\nPRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n.mode csv\n.import {file} keluarga\n{Indexes}\n";
        File.WriteAllText(database + ".sql", script);
        return Measured.RunAsync(new ProcessStartInfo("sqlite3", [database, $".read {database}.sql"]), WatchEvery);
    }

    // Another address for every twentieth family: as long as before, so that nothing else of the file differs.
    private static int Change(string file, string changed)
    {
        const int Address = 8;
        var count = 0;
        using var from = new StreamReader(file);
        using var to = new StreamWriter(changed);
        to.WriteLine(from.ReadLine());
        for (var row = 1; from.ReadLine() is { } line; row++)
        {
            if (row % EveryChanged == 0)
            {
                // No cell before the address of a generated row is quoted.
                var cells = line.Split(',', Address + 2);
                cells[Address] = "JL. BERUBAH RT 01 RW 01";
                line = string.Join(',', cells);
                count++;
            }
            to.WriteLine(line);
        }
        return count;
    }

    private static void Print(string what, Measured run, Measured bare, string database) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {run.Seconds:0.0} | {run.CpuSeconds:0.0} | {run.PeakMegabytes:0} | {run.Seconds / bare.Seconds:0.00} ({run.CpuSeconds / bare.CpuSeconds:0.00} CPU) | {Megabytes(database):0} + {Megabytes(database + "-wal"):0} |"));

    private static string Counts(Measured run)
    {
        using var answer = JsonDocument.Parse(run.Output);
        return string.Join(", ", new[] { "rows", "new", "changed", "same", "review", "rejected", "contentHash", "seconds" }.Select(name => $"{name} {answer.RootElement.GetProperty(name)}"));
    }

    private static string Kept(string database, int planted)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        long Count(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
        return string.Create(CultureInfo.InvariantCulture, $"planted {planted}: households at the new address {Count("SELECT COUNT(*) FROM Households WHERE Address = 'JL. BERUBAH RT 01 RW 01'")}, "
            + $"past versions {Count("SELECT COUNT(*) FROM HouseholdVersions")}, superseded rows {Count("SELECT COUNT(*) FROM ListedHouseholds WHERE SupersededById IS NOT NULL")}, households {Count("SELECT COUNT(*) FROM Households")}");
    }

    private static string Database(string data) => Path.Combine(data, "portal.db");

    private static double Megabytes(string file) => File.Exists(file) ? new FileInfo(file).Length / 1048576d : 0;
}
