using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>
/// Bahan rapat koordinasi: cover, one-page summary with the agenda, profile by decile, verification, housing, aid, notes on the data. An internal paper:
/// it shows small figures and is marked so; it names no person.
/// </summary>
public sealed class RakorPack
{
    private static readonly PaperChapter Summary = new("", "Ringkasan dan agenda", "ringkasan"), Deciles = new("1", "Profil menurut desil", "desil"),
        Verification = new("2", "Kemajuan verifikasi dan validasi", "verval"), Housing = new("3", "Perumahan, air minum, dan sanitasi", "rumah"),
        Aid = new("4", "Bantuan menurut program", "bantuan"), Data = new("", "Catatan data", "catatan");

    private readonly RakorFigures _figures;
    private readonly PackWords _words;
    private readonly string _hash;

    private RakorPack(RakorFigures figures)
    {
        _figures = figures;
        _words = new PackWords(figures);
        _hash = figures.Hash();
    }

    internal static IReadOnlyList<PaperChapter> Contents { get; } = [Summary, Deciles, Verification, Housing, Aid, Data];

    public static byte[] Write(RakorFigures figures, FontLibrary fonts) => new RakorPack(figures).Compose().GeneratePdf(fonts);

    private Document Compose() => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, _words.Running, $"Potret {_figures.SnapshotId} · {_words.DataLine} · sidik {PackWords.Grouped(_hash[..16])} …", Marks);
        page.Content().Column(column =>
        {
            new CoverPage(_figures, _words, PackWords.Grouped(_hash[..16])).Compose(column);
            PaperBlocks.Chapter(column, Summary, startsPage: true, new SummaryChapter(_figures, _words).Compose);
            Chapter(column, Deciles, new DecileChapter(_figures, _words).Compose);
            Chapter(column, Verification, new VerificationChapter(_figures, _words).Compose);
            Chapter(column, Housing, new HousingChapter(_figures, _words).Compose);
            Chapter(column, Aid, new AidChapter(_figures, _words).Compose);
            Chapter(column, Data, new DataChapter(_figures, _words, _hash).Compose);
        });
    })).WithMetadata(new DocumentMetadata
    {
        Title = _words.Title,
        Author = $"Sekretariat {_figures.Office.TeamName}",
        CreatedAt = new DateTimeOffset(_figures.DataLocal, OffsetOf(_figures.Office.Zone)),
        Identity = $"{_figures.SnapshotId} {_hash}",
    });

    private IReadOnlyList<PaperMark> Marks => _figures.Office.HasTestData ? [PaperMark.TestData, PaperMark.Draft, PaperMark.Restricted] : [PaperMark.Draft, PaperMark.Restricted];

    // Before the first list a chapter is one sentence; six of them fill a page, not six pages.
    private void Chapter(ColumnDescriptor column, PaperChapter chapter, Action<ColumnDescriptor> compose) =>
        PaperBlocks.Chapter(column, chapter, startsPage: !_figures.IsEmpty, compose);

    private static TimeSpan OffsetOf(string zone) => TimeSpan.FromHours(Domain.Areas.IndonesianZone.FromLabel(zone)!.OffsetHours);
}

/// <summary>Sentences and source lines that several chapters share.</summary>
internal sealed class PackWords(RakorFigures figures)
{
    /// <summary>Below this many, counts and squares say more than a percentage and a bar.</summary>
    public const int SmallestBase = 20;

    public string DataLine => figures.IsPast ? $"data per {Indonesian.Date(figures.DataDay)}" : $"data per {Indonesian.Date(figures.DataDay)} pukul {Indonesian.Time(figures.DataLocal)} {figures.Office.Zone}";

    public string MeetingDay => figures.Meeting is { } meeting ? Indonesian.Date(meeting.On) : "belum dijadwalkan";

    public string Title => $"Bahan Rapat Koordinasi {figures.Office.TeamName}, {MeetingDay}";

    public string Running => $"Bahan rakor {figures.Office.TeamName} · {MeetingDay}";

    public string ListName => figures.Release is { } release ? $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})" : "belum ada daftar";

    public string ListSource => $"Sumber: daftar {ListName}, diolah Sekretariat {figures.Office.TeamName.Split(' ')[0]} · {DataLine}";

    public string FieldSource => $"Sumber: verifikasi lapangan{(figures.Release is { } release ? $" atas daftar {release.Title}" : "")} · {DataLine}";

    public string AidSource => $"Sumber: catatan OPD dalam portal · {DataLine}";

    /// <summary>A hash in groups of four, as it can be read out.</summary>
    public static string Grouped(string hash) => string.Join(' ', hash.Chunk(4).Select(group => new string(group)));

    /// <summary>A nil is a dash in a table; zero has to be looked for.</summary>
    public static string Cell(int count) => count == 0 ? "–" : Indonesian.Number(count);

    /// <summary>A share, or "&lt;20" where the base is too small for a percentage.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : whole < SmallestBase ? "<20" : Indonesian.Percent(part, whole);
}
