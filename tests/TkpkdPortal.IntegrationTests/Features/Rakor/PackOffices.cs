using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Needs;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>Both demo offices and one that has nothing yet, and the pack of each, written by the verb as an operator writes it.</summary>
public sealed class PackOffices : IAsyncLifetime, IDisposable
{
    public const string Collection = "Packs of the offices";

    public const string KutaiTimur = "64.08", PalangkaRaya = "62.71", Empty = "64.72";

    private readonly TempDirectory _folder = new();
    private readonly Dictionary<string, PaperFile> _packs = [], _whole = [];

    public PaperFile this[string office] => _packs[office];

    /// <summary>The pack with every chapter that there is, also those that a meeting has to choose.</summary>
    public PaperFile Whole(string office) => _whole[office];

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
            _whole[office] = await WholeAsync(office);
        }
    }

    private async Task<PaperFile> WholeAsync(string office)
    {
        // Without the worker that judges needs anew each day: what is printed and what is counted again are of one state.
        await using var portal = TestPortal.StartOn(_folder[office], office, all => all.Remove(all.Single(service => service.ImplementationType == typeof(NeedWorker))));
        var pack = await portal.Scenario.AsConsoleAsync(Permission.ViewMeetings, async services =>
        {
            var writer = services.GetRequiredService<PackWriter>();
            var figures = await writer.CollectAsync(meeting: null, asOf: null, default);
            return writer.Print(figures with { Chapters = [.. PackChapterWords.Values.All.Where(chapter => chapter is not PackChapter.DanaDesa || figures.DanaDesa is not null).Select(chapter => new ChapterTerms(chapter, IsShown: true, null))] });
        });
        return await PaperFile.SavedAsync(pack, PathOf($"{office}-lengkap.pdf"));
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
