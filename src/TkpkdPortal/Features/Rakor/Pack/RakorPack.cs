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
    private readonly RakorFigures _figures;
    private readonly PackWords _words;
    private readonly string _hash;

    private RakorPack(RakorFigures figures)
    {
        _figures = figures;
        _words = new PackWords(figures);
        _hash = figures.Hash();
    }

    public static byte[] Write(RakorFigures figures, FontLibrary fonts) => new RakorPack(figures).Compose().GeneratePdf(fonts);

    private Document Compose() => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, _words.Running, $"Potret {_figures.SnapshotId} · {_words.DataLine} · sidik {Groups(16)} …", Marks);
        page.Content().Column(column =>
        {
            new CoverPage(_figures, _words, Groups(16)).Compose(column);
            new SummaryChapter(_figures, _words).Compose(column);
            new DecileChapter(_figures, _words).Compose(column);
            new VerificationChapter(_figures, _words).Compose(column);
            new HousingChapter(_figures, _words).Compose(column);
            new AidChapter(_figures, _words).Compose(column);
            new DataChapter(_figures, _words, Groups(64)).Compose(column);
        });
    })).WithMetadata(new DocumentMetadata
    {
        Title = _words.Title,
        Author = $"Sekretariat {_figures.Office.TeamName}",
        CreatedAt = new DateTimeOffset(_figures.DataLocal, OffsetOf(_figures.Office.Zone)),
        Identity = $"{_figures.SnapshotId} {_hash}",
    });

    private IReadOnlyList<PaperMark> Marks => _figures.Office.HasTestData ? [PaperMark.TestData, PaperMark.Draft, PaperMark.Restricted] : [PaperMark.Draft, PaperMark.Restricted];

    // The hash in groups of four, as it can be read out.
    private string Groups(int length) => string.Join(' ', _hash[..length].Chunk(4).Select(group => new string(group)));

    private static TimeSpan OffsetOf(string zone) => TimeSpan.FromHours(Domain.Areas.IndonesianZone.FromLabel(zone)!.OffsetHours);
}

/// <summary>Sentences and source lines that several chapters share.</summary>
internal sealed class PackWords(RakorFigures figures)
{
    public string DataLine => figures.IsPast ? $"data per {Indonesian.Date(figures.DataDay)}" : $"data per {Indonesian.Date(figures.DataDay)} pukul {Indonesian.Time(figures.DataLocal)} {figures.Office.Zone}";

    public string MeetingDay => figures.Meeting is { } meeting ? Indonesian.Date(meeting.On) : "belum dijadwalkan";

    public string Title => $"Bahan Rapat Koordinasi {figures.Office.TeamName}, {MeetingDay}";

    public string Running => $"Bahan rakor {figures.Office.TeamName} · {MeetingDay}";

    public string ListName => figures.Release is { } release ? $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})" : "belum ada daftar";

    public string ListSource => $"Sumber: daftar {ListName}, diolah Sekretariat {figures.Office.TeamName.Split(' ')[0]} · {DataLine}";

    public string FieldSource => $"Sumber: verifikasi lapangan atas daftar {figures.Release?.Title ?? "…"} · {DataLine}";

    public string AidSource => $"Sumber: catatan OPD dalam portal · {DataLine}";

    /// <summary>A nil is a dash in a table; zero has to be looked for.</summary>
    public static string Cell(int count) => count == 0 ? "–" : Indonesian.Number(count);

    /// <summary>A share, or "&lt;20" where the base is too small for a percentage.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : whole < 20 ? "<20" : Indonesian.Percent(part, whole);
}
