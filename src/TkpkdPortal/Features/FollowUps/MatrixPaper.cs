using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>Matriks tindak lanjut on a sheet that lies, of the decisions that the reader sees.</summary>
public sealed class MatrixPaper(IReadOnlyList<DecisionLine> lines, DateOnly since, DateTime local, bool isTestData, OfficeSettings office)
{
    private DateOnly Today => DateOnly.FromDateTime(local);

    public byte[] Write(FontLibrary fonts)
    {
        var source = $"Sumber: laporan OPD dalam portal · keadaan {PaperText.Moment(local, office.Zone.Label)}";
        return Document.Create(document => document.Page(page =>
        {
            PaperSheet.ComposeLying(page, office.Sheet, $"Matriks tindak lanjut rakor {office.TeamName}", source, isTestData ? [PaperMark.TestData] : []);
            page.Content().Column(column =>
            {
                column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
                column.Item().PaddingBottom(4.Mm()).SemanticHeader1().Text("Matriks tindak lanjut rapat koordinasi").Style(PaperStyle.H1);
                column.Item().SemanticSection().Table(table => DecisionMatrix.Compose(table, $"Keputusan yang terbuka, dan yang selesai sejak {Indonesian.Date(since)}", lines, Today, source));
            });
        })).WithMetadata(new DocumentMetadata
        {
            Title = $"Matriks tindak lanjut rakor {office.TeamName}, {Indonesian.Date(Today)}",
            Author = $"Sekretariat {office.TeamName}",
            CreatedAt = new DateTimeOffset(local, TimeSpan.FromHours(office.Zone.OffsetHours)),
            Identity = $"matriks {local:yyyyMMddHHmmss} {lines.Count}",
        }).GeneratePdf(fonts);
    }
}
