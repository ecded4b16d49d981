using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>Both demo offices and one that has nothing yet, and the pack of each, written by the verb as an operator writes it.</summary>
public sealed class PackOffices : IAsyncLifetime, IDisposable
{
    public const string Collection = "Packs of the offices";

    public const string KutaiTimur = "64.08", PalangkaRaya = "62.71", Empty = "64.72";

    private readonly TempDirectory _folder = new();
    private readonly Dictionary<string, PaperFile> _packs = [];

    public PaperFile this[string office] => _packs[office];

    public async Task InitializeAsync()
    {
        if (PaperTools.ReasonToSkip is not null)
            return;
        foreach (var office in (string[])[KutaiTimur, PalangkaRaya, Empty])
        {
            if (office != Empty)
                (await Verb.RunAsync(_folder[office], office, "demo", "--office", office)).Succeeded();
            (await ReportAsync(office, $"{office}.pdf")).Succeeded();
            _packs[office] = new PaperFile(PathOf($"{office}.pdf"));
        }
    }

    public string PathOf(string file) => _folder[file];

    /// <summary>The database file from which the pack was printed.</summary>
    public string DatabaseOf(string office) => Directory.GetFiles(_folder[office], "*.db", SearchOption.AllDirectories).Single();

    public Task<Verb> ReportAsync(string office, string file, params string[] options) =>
        Verb.RunAsync(_folder[office], office, ["report", "rakor", "--out", PathOf(file), .. options]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(PackOffices.Collection)]
public sealed class PackOfficesCollection : ICollectionFixture<PackOffices>;
