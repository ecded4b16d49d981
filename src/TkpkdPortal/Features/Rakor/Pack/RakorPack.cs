using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>
/// Bahan rapat koordinasi: cover, one-page summary with the agenda, the chapters that the meeting chose in its order, notes on the data. An internal paper:
/// it shows small figures and is marked so; it names no person.
/// </summary>
public sealed class RakorPack
{
    private static readonly PaperChapter Summary = new("", "Ringkasan dan agenda", "ringkasan"), Data = new("", "Catatan data", "catatan");

    private readonly RakorFigures _figures;
    private readonly PackWords _words;
    private readonly string _hash;

    private RakorPack(RakorFigures figures)
    {
        _figures = figures;
        _words = new PackWords(figures);
        _hash = figures.Hash();
    }

    /// <summary>The chapters of these figures as the contents list them.</summary>
    internal static IReadOnlyList<PaperChapter> ContentsOf(RakorFigures figures) => [Summary, .. figures.Chapters.Select((chapter, index) => Numbered(chapter.Chapter, index)), Data];

    public static byte[] Write(RakorFigures figures, FontLibrary fonts) => new RakorPack(figures).Compose().GeneratePdf(fonts);

    private Document Compose() => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, _figures.Office.Sheet, _words.Running, $"Potret {_figures.SnapshotId} · {_words.DataLine} · sidik {PackWords.Grouped(_hash[..16])} …", Marks);
        page.Content().Column(column =>
        {
            new CoverPage(_figures, _words, PackWords.Grouped(_hash[..16])).Compose(column);
            PaperBlocks.Chapter(column, Summary, startsPage: true, new SummaryChapter(_figures, _words).Compose);
            foreach (var (index, chapter) in _figures.Chapters.Index())
            {
                if (IsShort(chapter.Chapter))
                    PaperBlocks.ShortChapter(column, Numbered(chapter.Chapter, index), content => Compose(content, chapter));
                else
                    Chapter(column, Numbered(chapter.Chapter, index), content => Compose(content, chapter));
            }
            Chapter(column, Data, new DataChapter(_figures, _words, _hash).Compose);
        });
    })).WithMetadata(new DocumentMetadata
    {
        Title = _words.Title,
        Author = $"Sekretariat {_figures.Office.TeamName}",
        CreatedAt = _figures.Office.At(_figures.DataLocal),
        Identity = $"{_figures.SnapshotId} {_hash}",
    });

    // What is published is no draft any more.
    private IReadOnlyList<PaperMark> Marks => [.. _figures.Office.HasTestData ? [PaperMark.TestData] : Array.Empty<PaperMark>(), .. _figures.Publication is null ? [PaperMark.Draft] : Array.Empty<PaperMark>(), PaperMark.Restricted];

    private static PaperChapter Numbered(PackChapter chapter, int index) => new(Indonesian.Number(index + 1), PackChapterWords.Values.Label(chapter), $"bab-{(int)chapter}");

    private void Compose(ColumnDescriptor column, ChapterTerms chapter)
    {
        Opening(column, chapter);
        Tables(chapter.Chapter, _figures, _words)(column);
        if (chapter.Note is { } note)
            PaperBlocks.AnalystNote(column, note);
    }

    /// <summary>The tables of a chapter, without its opening.</summary>
    internal static Action<ColumnDescriptor> Tables(PackChapter chapter, RakorFigures figures, PackWords words) => chapter switch
    {
        PackChapter.Decisions => new DecisionsChapter(figures, words).Compose,
        PackChapter.Deciles => new DecileChapter(figures, words).Compose,
        PackChapter.Verification => new VerificationChapter(figures, words).Compose,
        PackChapter.Housing => new HousingChapter(figures, words).Compose,
        PackChapter.Aid => new AidChapter(figures, words).Compose,
        PackChapter.Needs => new NeedsChapter(figures, words).Compose,
        PackChapter.Overlaps => new OverlapsChapter(figures, words).Compose,
        PackChapter.Loci => new LociChapter(figures, words).Compose,
        PackChapter.DanaDesa => new DanaDesaChapter(figures, words).Compose,
        PackChapter.Macro => new MacroChapter(figures, words).Compose,
        PackChapter.Differences => new DifferencesChapter(figures, words).Compose,
        PackChapter.Districts => new DistrictPagesChapter(figures, words).Compose,
        PackChapter.Recommendations => new RecommendationsChapter(figures, words).Compose,
        _ => new CasesChapter(figures, words).Compose,
    };

    // An edited opening is told apart from the sentences of the figures, and where these have changed they stand below it.
    private void Opening(ColumnDescriptor column, ChapterTerms chapter)
    {
        var said = PackSentences.Of(chapter.Chapter, _figures);
        if (chapter.Opening is not { } opening)
        {
            PaperBlocks.Lead(column, said);
            return;
        }
        PaperBlocks.Lead(column, TypedText.Lines(opening.Text));
        PaperBlocks.EditedMark(column, opening.IsOutdated(string.Join('\n', said)) ? said : []);
    }

    // A handful of lines, or a sentence without a table, is no page of its own.
    private bool IsShort(PackChapter chapter) => chapter switch
    {
        PackChapter.Macro or PackChapter.Cases => true,
        PackChapter.Decisions => _figures.Decisions.Count == 0,
        PackChapter.Differences => _figures.Differences is not { Differing: > 0 },
        PackChapter.Aid => _figures.Aid.Count == 0,
        PackChapter.Needs => _figures.Needs is not { Households: > 0 },
        PackChapter.Overlaps => _figures.Overlaps is not { Findings: > 0 },
        PackChapter.Loci => _figures.Loci is not { FirstDecile: > 0 },
        PackChapter.DanaDesa => _figures.DanaDesa is not { FirstDecile: > 0 },
        PackChapter.Districts => _figures.DistrictPages is not { Count: > 0 },
        PackChapter.Recommendations => PackRecommendations.Of(_figures).Count == 0,
        _ => _figures.IsEmpty,
    };

    // Before the first list a chapter is one sentence; six of them fill a page, not six pages.
    private void Chapter(ColumnDescriptor column, PaperChapter chapter, Action<ColumnDescriptor> compose) =>
        PaperBlocks.Chapter(column, chapter, startsPage: !_figures.IsEmpty, compose);
}

/// <summary>Sentences and source lines that several chapters share.</summary>
internal sealed class PackWords(RakorFigures figures)
{
    public string DataAt => figures.IsPast ? Indonesian.Date(figures.DataDay) : PaperText.Moment(figures.DataLocal, figures.Office.Zone);

    public string DataLine => $"data per {DataAt}";

    public string MeetingDay => figures.Meeting is { } meeting ? Indonesian.Date(meeting.On) : "belum dijadwalkan";

    public string Title => $"Bahan Rapat Koordinasi {figures.Office.TeamName}, {MeetingDay}";

    public string Running => $"Bahan rakor {figures.Office.TeamName} · {MeetingDay}";

    public string ListName => figures.Release is { } release ? $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})" : "belum ada daftar";

    public string ListSource => $"Sumber: daftar {ListName}, diolah Sekretariat {figures.Office.TeamShortName} · {DataLine}";

    public string FieldSource => $"Sumber: verifikasi lapangan{(figures.Release is { } release ? $" atas daftar {release.Title}" : "")} · {DataLine}";

    public string DecisionSource => $"Sumber: keputusan rakor dan laporan OPD dalam portal · {DataLine}";

    public string RegisterSource => $"Sumber: register, desil menurut daftar {(figures.Release is { } release ? release.Title : "yang belum dimuat")} · {DataLine}";

    public string NeedSource => $"Sumber: register menurut {figures.Rules}, dan catatan bantuan OPD · {DataLine}";

    public string CaseSource => $"Sumber: kasus dan putusan graduasi dalam portal · {DataLine}";

    public string AidSource => $"Sumber: catatan OPD dalam portal · {DataLine}";

    /// <summary>A hash in groups of four, as it can be read out.</summary>
    public static string Grouped(string hash) => string.Join(' ', hash.Chunk(4).Select(group => new string(group)));
}
