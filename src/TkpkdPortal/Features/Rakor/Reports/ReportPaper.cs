using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Reports;

/// <summary>Bahan laporan: the tables and sentences from which the secretariat writes a report, in the order of that report. A draft by its nature, with small figures.</summary>
public sealed class ReportPaper
{
    private readonly ReportFigures _figures;
    private readonly PackWords _words;
    private readonly ReportTables _tables;
    private readonly string _hash;

    private ReportPaper(ReportFigures figures)
    {
        (_figures, _words, _hash) = (figures, new PackWords(figures.Pack), figures.Pack.Hash());
        _tables = new ReportTables(figures);
    }

    private RakorFigures Pack => _figures.Pack;

    private string Title => $"{ReportWords.Titles.Label(_figures.Kind)}, {_figures.Period.Name}";

    private string Running => $"{Title} · {Pack.Office.RegionName}";

    private string Origin => $"Data per {_words.DataAt} · sidik {PackWords.Grouped(_hash[..12])} …";

    private IReadOnlyList<PaperMark> Marks => [.. Pack.Office.HasTestData ? [PaperMark.TestData] : Array.Empty<PaperMark>(), PaperMark.Draft, PaperMark.Restricted];

    public static byte[] Write(ReportFigures figures, FontLibrary fonts) => new ReportPaper(figures).Compose().GeneratePdf(fonts);

    private Document Compose() => Document.Create(document =>
    {
        document.Page(page => Sheet(page, column =>
        {
            Head(column);
            // One below the other: what is copied into a report needs no page of its own.
            foreach (var (chapter, compose) in Chapters())
                PaperBlocks.Chapter(column, chapter, startsPage: false, compose);
        }));
        if (_figures.Kind is ReportKind.Implementation)
            document.Page(page => Lying(page, column => column.Item().SemanticSection().Table(table => DecisionMatrix.Compose(table, $"Lampiran: matriks tindak lanjut rakor, {_figures.Period.Name}", _figures.Decisions, _figures.Today, _tables.DecisionSource))));
        if (_figures.Kind is ReportKind.Action)
            document.Page(page => Lying(page, column => column.Item().SemanticSection().Table(_tables.Actions)));
    }).WithMetadata(new DocumentMetadata
    {
        Title = $"{Title} {Pack.Office.RegionName}",
        Author = $"Sekretariat {Pack.Office.TeamName}",
        CreatedAt = Pack.Office.At(Pack.DataLocal),
        Identity = $"{ReportWords.Slugs.Label(_figures.Kind)} {_figures.Period.Name} {_hash}",
    });

    private void Sheet(PageDescriptor page, Action<ColumnDescriptor> compose)
    {
        PaperSheet.Compose(page, Pack.Office.Sheet, Running, Origin, Marks);
        page.Content().Column(compose);
    }

    private void Lying(PageDescriptor page, Action<ColumnDescriptor> compose)
    {
        PaperSheet.ComposeLying(page, Pack.Office.Sheet, Running, Origin, Marks);
        page.Content().Column(compose);
    }

    private void Head(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, Pack.Office.Letterhead));
        column.Item().PaddingBottom(3.Mm()).SemanticHeader1().Bookmark(Title).Text(Title).Style(PaperStyle.H1).Balanced();
        column.Item().PaddingBottom(5.Mm()).Element(facts => PaperBlocks.Facts(facts, 34.Mm(), PaperStyle.Body, 1.Mm(), ("Wilayah", Pack.Office.RegionName), ("Disusun", Pack.Office.Secretariat),
            ("Masa", $"{Indonesian.Date(_figures.Period.From)} sampai {Indonesian.Date(_figures.Period.Until)}{(_figures.Period.IsRunning ? "; belum selesai, angkanya sampai hari ini" : "")}"), ("Daftar", _words.ListName), ("Data per", _words.DataAt)));
    }

    private IReadOnlyList<(PaperChapter Chapter, Action<ColumnDescriptor> Compose)> Chapters()
    {
        (string Title, Action<ColumnDescriptor> Compose)[] chapters = _figures.Kind switch
        {
            ReportKind.Instruction =>
            [
                ("Data sasaran", column => Parts(column, PackChapter.Deciles, PackChapter.Verification)), ("Realisasi menurut strategi", _tables.Strategies), ("Realisasi menurut sumber dana", _tables.Funds),
                ("Kebutuhan dan yang belum terpenuhi", column => Parts(column, PackChapter.Needs)), ("Kendala dan tindak lanjut", _tables.Obstacles),
            ],
            ReportKind.Implementation =>
            [
                ("Pendahuluan", Introduction), ("Kondisi umum dan profil kemiskinan", column => Parts(column, PackChapter.Macro, PackChapter.Deciles, PackChapter.Housing)),
                ("Kebijakan dan program", column => { _tables.Strategies(column); column.Gap(4.5f.Mm()); _tables.Funds(column); }), ("Kelembagaan", _tables.Institution), ("Evaluasi dan kendala", column => { Parts(column, PackChapter.Needs); column.Gap(4.5f.Mm()); _tables.Obstacles(column); }),
                ("Rekomendasi", column => Parts(column, PackChapter.Recommendations)),
            ],
            ReportKind.Plan =>
            [
                ("Kondisi umum daerah", column => Parts(column, PackChapter.Macro)), ("Profil kemiskinan daerah", column => Parts(column, PackChapter.Deciles, PackChapter.Housing)), ("Prioritas program", column => Parts(column, PackChapter.Needs)),
                ("Lokasi prioritas", column => Parts(column, PackChapter.Loci)),
            ],
            _ => [("Rencana menurut strategi", _tables.Plans)],
        };
        return [.. chapters.Select((chapter, index) => (new PaperChapter(_figures.Kind is ReportKind.Implementation ? Roman(index) : Indonesian.Number(index + 1), chapter.Title, $"bab-{index + 1}"), chapter.Compose))];
    }

    private static string Roman(int index) => ((string[])["I", "II", "III", "IV", "V", "VI"])[index];

    // Chapters of the pack as parts of a report's chapter.
    private void Parts(ColumnDescriptor column, params IReadOnlyList<PackChapter> chapters)
    {
        foreach (var (index, chapter) in chapters.Index())
        {
            if (index > 0)
                column.Gap(6.Mm());
            if (chapters.Count > 1)
                column.Item().PaddingBottom(2.Mm()).SemanticHeader2().Bookmark(PackChapterWords.Values.Label(chapter), 2).Text(PackChapterWords.Values.Label(chapter)).Style(PaperStyle.H2);
            PaperBlocks.Lead(column, PackSentences.Of(chapter, Pack));
            var tables = chapter is PackChapter.Verification ? new VerificationChapter(Pack, _words).Districts : RakorPack.Tables(chapter, Pack, _words);
            tables(column);
        }
    }

    private void Introduction(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(3.Mm()).Text($"Laporan ini memuat pelaksanaan penanggulangan kemiskinan {Pack.Office.RegionName} {Lowered(_figures.Period.Name)}, disusun {Pack.Office.Secretariat} selaku sekretariat {Pack.Office.TeamName}.").Style(PaperStyle.Lead);
        column.Item().PaddingBottom(1.5f.Mm()).SemanticHeader2().Text("Dasar").Style(PaperStyle.H2);
        column.Item().List(list =>
        {
            PaperBlocks.Numbered(list, Pack.LegalBases.Count);
            foreach (var (index, basis) in Pack.LegalBases.Index())
                list.Item($"{index + 1}.").Text(basis);
        });
    }

    private static string Lowered(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
