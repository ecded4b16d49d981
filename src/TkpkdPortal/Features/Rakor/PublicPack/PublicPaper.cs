using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Charts;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.PublicPack;

/// <summary>Bahan rapat koordinasi for the public: what <see cref="PublicFigures"/> tells, in the chapters of the internal pack that it can tell something of. Notes of the analyst and decisions, which people typed, are not in it.</summary>
public sealed class PublicPaper
{
    private const string NotTold = "×", Unit = "KK";

    private readonly PublicFigures _figures;
    private readonly string _dataAt, _hash;

    private PublicPaper(PublicFigures figures)
    {
        (_figures, _hash, _dataAt) = (figures, figures.Hash(), PaperText.Moment(figures.DataLocal, figures.Office.Zone));
    }

    private string ListSource => $"Sumber: daftar {_figures.Release?.Title ?? "yang belum dimuat"}, diolah Sekretariat {_figures.Office.TeamShortName} · data per {_dataAt}";

    private string PortalSource => $"Sumber: register dan catatan OPD dalam portal, diolah Sekretariat {_figures.Office.TeamShortName} · data per {_dataAt}";

    private static string Small => $"× tidak ditampilkan: menyangkut kurang dari {SmallCount.LeastShown} keluarga.";

    public static byte[] Write(PublicFigures figures, FontLibrary fonts) => new PublicPaper(figures).Compose().GeneratePdf(fonts);

    private Document Compose() => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, _figures.Office.Sheet, $"Bahan publik rakor {_figures.Office.TeamName}", $"Potret {_figures.SnapshotId}, versi publik · data per {_dataAt} · sidik {PackWords.Grouped(_hash[..12])} …", _figures.Office.HasTestData ? [PaperMark.TestData] : []);
        page.Content().Column(column =>
        {
            Head(column);
            foreach (var (_, compose) in Chapters().Where(one => _figures.Chapters.Contains(one.Chapter)))
                compose(column);
            Notes(column);
        });
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"Bahan Publik Rapat Koordinasi {_figures.Office.TeamName}",
        Author = $"Sekretariat {_figures.Office.TeamName}",
        CreatedAt = _figures.Office.At(_figures.DataLocal),
        Identity = $"{_figures.SnapshotId} publik {_hash}",
    });

    private IEnumerable<(PackChapter Chapter, Action<ColumnDescriptor> Compose)> Chapters() =>
    [
        (PackChapter.Deciles, Deciles), (PackChapter.Verification, Verification), (PackChapter.Housing, Housing), (PackChapter.Aid, Aid), (PackChapter.Needs, Needs), (PackChapter.Loci, Loci), (PackChapter.Cases, Cases),
    ];

    private void Head(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, _figures.Office.Letterhead));
        column.Item().PaddingBottom(1.Mm()).Text("Bahan Rapat Koordinasi untuk Publik").Style(PaperStyle.H2);
        column.Item().PaddingBottom(2.Mm()).SemanticHeader1().Bookmark("Bahan Rapat Koordinasi").Text(_figures.Meeting?.Title ?? $"Penanggulangan Kemiskinan {_figures.Office.RegionName}").Style(PaperStyle.H1).Balanced();
        if (_figures.Meeting is { } meeting)
            column.Item().PaddingBottom(3.Mm()).Text($"{Indonesian.DayAndDate(meeting.On)} · {meeting.Place}").Style(PaperStyle.Small);
        PaperBlocks.Lead(column, Opening());
    }

    private string[] Opening()
    {
        var total = _figures.Total;
        return total.Target is null or 0 ? ["Belum ada angka yang dapat ditampilkan kepada publik."]
            : [$"Register memuat *{Indonesian.Number(total.Target.Value)} KK*{(total.Visited is { } visited ? $"; *{Indonesian.Number(visited)} KK* di antaranya sudah dikunjungi petugas" : "")}.",
                $"Angka yang menyangkut kurang dari {SmallCount.LeastShown} keluarga tidak ditampilkan; {_figures.Office.PlaceWord} dengan angka demikian digabung. Desil adalah peringkat dalam daftar, bukan angka kemiskinan ekstrem BPS."];
    }

    private void Deciles(ColumnDescriptor column)
    {
        if (_figures.Deciles.Count == 0)
            return;
        Heading(column, PackChapter.Deciles);
        column.Item().Element(figure => PaperBlocks.Figure(figure, "Keluarga menurut desil", new BarChart
        {
            Message = "KK menurut desil",
            Bars = [.. _figures.Deciles.Zip(_figures.Total.Deciles, (name, count) => new Bar(name, count, $"{Indonesian.Number(count)} KK", ChartFill.Dark))],
        }, null, ListSource));
        column.Gap(4.5f.Mm());
        if (_figures.Deciles.Count <= 6)
            ByPlace(column, $"Keluarga menurut desil dan {_figures.Office.PlaceWord}", ListSource, [.. _figures.Deciles.Select((name, index) => (name, (Func<PublicRow, int?>)(row => row.Deciles[index]))), ("Jumlah", row => row.Listed)]);
    }

    private void Verification(ColumnDescriptor column) => Table(column, PackChapter.Verification, $"Kunjungan dan hasilnya menurut {_figures.Office.PlaceWord}", PortalSource,
        ("Sasaran", row => row.Target), ("Dikunjungi", row => row.Visited), ("Disetujui", row => row.Approved), ("Layak", row => row.Eligible));

    private void Housing(ColumnDescriptor column) => Table(column, PackChapter.Housing, $"Tempat tinggal yang belum layak menurut {_figures.Office.PlaceWord}", ListSource,
        ("Sanitasi", row => row.Sanitation), ("Air minum", row => row.Water), ("Lantai", row => row.Floor), ("Tanpa listrik", row => row.Electricity));

    private void Needs(ColumnDescriptor column)
    {
        if (_figures.Needs.Count == 0)
            return;
        Heading(column, "Kebutuhan keluarga");
        Lines(column, "Keluarga menurut kebutuhan", PortalSource, [("Kebutuhan", null), ("Membutuhkan", Unit)], [.. _figures.Needs.Select(need => (string[])[need.Name, Told(need.Needing)])], "Satu KK dapat memiliki beberapa kebutuhan.");
    }

    private void Aid(ColumnDescriptor column)
    {
        if (_figures.Aid.Count == 0)
            return;
        Heading(column, PackChapter.Aid);
        Lines(column, "Program dan keluarga yang dijangkau", PortalSource, [("Program", null), ("OPD", null), ("Tersalur", Unit), ("Nilai", "Rp juta")], [.. _figures.Aid.Select(aid => (string[])[$"{aid.Program} {aid.Year}", aid.Opd, Told(aid.Reached), aid.Amount == 0 ? "–" : Indonesian.Number(aid.Amount / 1_000_000m, 1)])],
            "Program yang menjangkau, atau tidak menjangkau, hanya beberapa keluarga tidak dicantumkan. Satu KK dapat menerima beberapa program.");
    }

    private void Loci(ColumnDescriptor column)
    {
        if (_figures.Places.Loci.Count == 0)
            return;
        Heading(column, "Lokus prioritas");
        var places = _figures.Places;
        column.Item().PaddingBottom(2.Mm()).Text($"{Indonesian.Number(places.Loci.Sum(district => district.Villages.Count))} desa dan kelurahan menjadi lokus prioritas.");
        column.Item().Element(facts => PaperBlocks.Facts(facts, 40.Mm(), PaperStyle.Body, 1.Mm(), [.. places.Loci.Select(district => ($"Kec. {district.District}", Indonesian.List(district.Villages)))]));
    }

    private void Cases(ColumnDescriptor column)
    {
        // A line with a cross would say that they are few.
        var told = new (string Name, int? Count)[] { ("Kasus terbuka", _figures.Places.OpenCases), ("Graduasi", _figures.Places.Graduated) }.Where(line => line.Count is not null).ToList();
        if (told.Count == 0)
            return;
        Heading(column, PackChapter.Cases);
        Lines(column, "Kasus dan graduasi", PortalSource, [("Keadaan", null), ("Keluarga", Unit)], [.. told.Select(line => (string[])[line.Name, Told(line.Count)])], null);
    }

    private void Notes(ColumnDescriptor column)
    {
        column.Gap(6.Mm());
        column.Item().Bookmark("Catatan data").SemanticHeader2().PaddingBottom(2.Mm()).Text("Catatan data").Style(PaperStyle.H2);
        var together = _figures.Rows.FirstOrDefault(row => row.Districts.Count > 1);
        column.Item().Element(facts => PaperBlocks.Facts(facts, 34.Mm(), PaperStyle.Body, 1.5f.Mm(),
            ("Daftar", _figures.Release is { } release ? $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})" : "Belum ada daftar yang dimuat."),
            ("Digabung", together is null ? (_figures.Rows.Count == 0 && _figures.Total.Districts.Count > 0 ? $"Semua {_figures.Office.PlaceWord}: angka masing-masing terlalu kecil." : "Tidak ada.") : $"{Indonesian.List(together.Districts)}."),
            ("Data per", _dataAt), ("Potret", $"{_figures.SnapshotId}, versi publik"), ("Sidik (SHA-256)", $"{PackWords.Grouped(_hash[..32])}\n{PackWords.Grouped(_hash[32..])}")));
    }

    private static void Heading(ColumnDescriptor column, PackChapter chapter) => Heading(column, PackChapterWords.Values.Label(chapter));

    private static void Heading(ColumnDescriptor column, string title)
    {
        column.Gap(6.Mm());
        column.Item().Bookmark(title).SemanticHeader2().PaddingBottom(2.Mm()).Text(title).Style(PaperStyle.H2);
    }

    // Columns that are told in no row are left out; a chapter without any is.
    private void Table(ColumnDescriptor column, PackChapter chapter, string title, string source, params IReadOnlyList<(string Name, Func<PublicRow, int?> Value)> columns)
    {
        var told = columns.Where(one => one.Value(_figures.Total) is not null).ToList();
        if (told.Count == 0)
            return;
        Heading(column, chapter);
        ByPlace(column, title, source, told);
    }

    private void ByPlace(ColumnDescriptor column, string title, string source, IReadOnlyList<(string Name, Func<PublicRow, int?> Value)> columns)
    {
        IReadOnlyList<PublicRow> rows = _figures.Rows.Count > 1 ? [.. _figures.Rows, _figures.Total] : [_figures.Total];
        Lines(column, title, source, [(Capital(_figures.Office.PlaceWord), null), .. columns.Select(one => (one.Name, (string?)Unit))], [.. rows.Select(row => (string[])[row.Name, .. columns.Select(one => Told(one.Value(row)))])], null, hasTotal: rows.Count > 1);
    }

    // A column without a unit holds words.
    private static void Lines(ColumnDescriptor column, string title, string source, IReadOnlyList<(string Name, string? Unit)> heads, IReadOnlyList<string[]> lines, string? note, bool hasTotal = false) => column.Item().SemanticSection().Table(table =>
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var (_, unit) in heads.Skip(1))
            {
                if (unit is null)
                    columns.ConstantColumn(46.Mm());
                else
                    columns.ConstantColumn((heads.Count > 6 ? 19 : 27).Mm()).AlignRight();
            }
        });
        PaperBlocks.Caption(table, title);
        table.Header(header =>
        {
            foreach (var (name, unit) in heads)
            {
                if (unit is null)
                    header.Cell(name);
                else
                    header.Cell(name, unit);
            }
        });
        foreach (var line in hasTotal ? lines.SkipLast(1) : lines)
            table.Cells(line);
        if (hasTotal)
            table.Total(total => total.Cells(lines[^1]));
        var isWithheld = lines.Any(line => line.Contains(NotTold));
        PaperBlocks.Closing(table, isWithheld ? (note is null ? Small : $"{Small} {note}") : note, source);
    });

    private static string Told(int? count) => count is { } number ? PaperNumbers.Cell(number) : NotTold;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
