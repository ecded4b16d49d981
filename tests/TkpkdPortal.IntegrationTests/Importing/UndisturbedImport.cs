using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>
/// The imports that are killed elsewhere, left in peace once: a list into an empty office, then the same release again with every twentieth family at another address.
/// TKPKD_FULL=1 takes 100.000 families instead of the sample's 5.000.
/// </summary>
public sealed class UndisturbedImport : IAsyncLifetime, IDisposable
{
    public const string Office = "64.08";

    private const int EveryChanged = 20, AddressCell = 8;

    private readonly TempDirectory _empty = new(), _files = new();
    private TempDirectory? _filled, _changed;

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    public static int Families { get; } = IsFull ? 100_000 : 5_000;

    public static ImportOrder Order { get; } = new(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15));

    public string FilePath => IsFull ? _files["keluarga.csv"] : Path.Combine(Repository.Shared ?? "", "samples", "p3ke_keluarga_kutim_2023.csv");

    public string ChangedFilePath => _files["berubah.csv"];

    public static int ChangedFamilies => Families / EveryChanged;

    /// <summary>Of the register with the list as it came first, and with the changed one.</summary>
    public byte[] ContentHash { get; private set; } = [];

    public byte[] ChangedContentHash { get; private set; } = [];

    /// <summary>How long the changed release was in publication.</summary>
    public TimeSpan Publication { get; private set; }

    public async Task InitializeAsync()
    {
        if (Repository.Shared is null)
            return;
        await WriteFilesAsync(Repository.Shared);
        (await Verb.RunAsync(_empty.FullPath, Office, "migrate")).Succeeded();
        Directory.Delete(_empty["logs"], recursive: true);
        _filled = _empty.Copy();
        await RunAsync(_filled, FilePath);
        ContentHash = await ContentHashAsync(_filled.FullPath);
        _changed = _filled.Copy();
        Publication = await RunAsync(_changed, ChangedFilePath);
        ChangedContentHash = await ContentHashAsync(_changed.FullPath);
    }

    public static async Task<byte[]> ContentHashAsync(string data)
    {
        await using var portal = TestPortal.StartOn(data, Office);
        return await ContentHashAsync(portal);
    }

    public static Task<byte[]> ContentHashAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
        services => services.GetRequiredService<RegisterContentHash>().OfRegisterAsync(default));

    /// <summary>The verb that loads one of the files.</summary>
    public static Process Start(string data, string file) =>
        Verb.Start(data, Office, "import", "p3ke-families", file, "--release", Order.ReleaseName, "--released-on", "2023-09-15", "--json");

    public TempDirectory EmptyOffice() => _empty.Copy();

    /// <summary>The office with the list in it.</summary>
    public TempDirectory FilledOffice() => Made(_filled).Copy();

    /// <summary>The office with the changed release on top of the list.</summary>
    public TempDirectory ChangedOffice() => Made(_changed).Copy();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var directory in (TempDirectory?[])[_empty, _filled, _changed, _files])
            directory?.Dispose();
    }

    private async Task WriteFilesAsync(string shared)
    {
        if (IsFull)
        {
            using var maker = Process.Start("python3", [Path.Combine(shared, "samples", "make_samples.py"), "--scale", Families.ToString(CultureInfo.InvariantCulture), "--area", Office, "--out", FilePath]);
            await maker.WaitForExitAsync();
        }
        await File.WriteAllLinesAsync(ChangedFilePath, File.ReadLines(FilePath).Select((line, row) => row > 0 && row % EveryChanged == 0 ? Moved(line) : line));
    }

    // No cell before the address is quoted.
    private static string Moved(string line)
    {
        var cells = line.Split(',', AddressCell + 2);
        if (cells[AddressCell].StartsWith('"'))
            cells[AddressCell + 1] = cells[AddressCell + 1][(cells[AddressCell + 1].IndexOf('"', StringComparison.Ordinal) + 2)..];
        cells[AddressCell] = "JL. BERUBAH RT 01 RW 01";
        return string.Join(',', cells);
    }

    private static async Task<TimeSpan> RunAsync(TempDirectory data, string file)
    {
        using var process = Start(data.FullPath, file);
        await using var database = await ImportDatabase.OpenAsync(data.FullPath);
        var publishing = new Stopwatch();
        while (!process.HasExited)
        {
            var isPublishing = (await database.ProgressAsync()).State is ImportState.Publishing;
            if (isPublishing != publishing.IsRunning)
                (isPublishing ? (Action)publishing.Start : publishing.Stop)();
            await Task.Delay(1);
        }
        Assert.True(process.ExitCode == 0, await process.StandardError.ReadToEndAsync());
        return publishing.Elapsed;
    }

    private static TempDirectory Made(TempDirectory? office) => office ?? throw new InvalidOperationException("The samples are not here; what needs them is skipped.");
}
