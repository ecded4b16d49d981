using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>The matrix of what the reader sees: open decisions, and those settled within the last half year.</summary>
public sealed class MatrixWriter(PortalDbContext db, OfficeSettings office, OfficeClock clock, FontLibrary fonts)
{
    private const int Months = 6;

    public async Task<byte[]> WriteAsync(DecisionReach reach, CancellationToken ct)
    {
        var (today, now) = (clock.Today, clock.UtcNow);
        var since = today.AddMonths(-Months);
        var lines = await DecisionLines.ReadAsync(db, reach.Seen.Where(decision => decision.SettledOn == null || decision.SettledOn >= since), ct);
        var isTestData = await db.Offices.AnyAsync(one => one.HasTestData, ct);
        var source = $"Sumber: laporan OPD dalam portal · keadaan {clock.Spelled(now)}";
        return Document.Create(document => document.Page(page =>
        {
            PaperSheet.ComposeLying(page, office.Sheet, $"Matriks tindak lanjut rakor {office.TeamName}", source, isTestData ? [PaperMark.TestData] : []);
            page.Content().Column(column =>
            {
                column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
                column.Item().PaddingBottom(4.Mm()).SemanticHeader1().Text("Matriks tindak lanjut rapat koordinasi").Style(PaperStyle.H1);
                column.Item().SemanticSection().Table(table => DecisionMatrix.Compose(table, $"Keputusan yang terbuka, dan yang selesai sejak {Indonesian.Date(since)}", lines, today, source));
            });
        })).WithMetadata(new DocumentMetadata
        {
            Title = $"Matriks tindak lanjut rakor {office.TeamName}, {Indonesian.Date(today)}",
            Author = $"Sekretariat {office.TeamName}",
            CreatedAt = new DateTimeOffset(office.Zone.ToLocal(now), TimeSpan.FromHours(office.Zone.OffsetHours)),
            Identity = $"matriks {now:yyyyMMddHHmmss} {lines.Count}",
        }).GeneratePdf(fonts);
    }
}
