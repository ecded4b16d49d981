using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Decrees;

/// <summary>
/// The annexes of a decree: the recap that may be published, and the families by name, which is restricted. Made once, on the day on which the decree is
/// recorded.
/// </summary>
public sealed class DecreeAnnexPaper(Decree decree, VerificationRound round, string releaseTitle, IReadOnlyList<DecreedRow> rows, bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    private const float SignatureGap = 21;

    private string HeadOfRegion => $"{office.HeadOfRegion} {areas.ShortNameOf(office.Area)}";

    private string Source => $"Sumber: hasil {round.Name}, daftar {releaseTitle} · dicatat {Indonesian.Date(office.Zone.DayOf(decree.RecordedAt))}, diolah Sekretariat {office.TeamShortName}";

    public byte[] WriteRecap(FontLibrary fonts) => Write(fonts, DecreeAnnex.Recap, "Rekapitulasi keluarga sasaran", [], Recap);

    public byte[] WriteByName(FontLibrary fonts) => Write(fonts, DecreeAnnex.ByName, "Daftar keluarga sasaran menurut nama", [PaperMark.Restricted], ByName);

    private byte[] Write(FontLibrary fonts, DecreeAnnex annex, string title, IReadOnlyList<PaperMark> marks, Action<TableDescriptor> compose) => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, office.Sheet, $"Lampiran {Number(annex)} Keputusan {Titled(HeadOfRegion)} Nomor {decree.Number}", $"{title} · {round.Name} · daftar {releaseTitle}", isTestData ? [PaperMark.TestData, .. marks] : marks);
        page.Content().Column(column =>
        {
            column.Item().PaddingBottom(6.Mm()).PaddingLeft(96.Mm()).Element(block => PaperBlocks.Facts(block, 20.Mm(), PaperStyle.Body, 0.2f.Mm(),
                [("Lampiran", Number(annex)), ("Keputusan", Titled(HeadOfRegion)), ("Nomor", decree.Number), ("Tanggal", Indonesian.Date(decree.On))]));
            column.Item().Bookmark($"Lampiran {Number(annex)}: {title}").SemanticHeader1().Text(title.ToUpperInvariant()).Style(TextStyle.Of(13, 17).Bold()).AlignCenter().Balanced();
            column.Item().PaddingTop(1.Mm()).PaddingBottom(5.Mm()).Text($"{round.Name}, {office.RegionName}").Style(TextStyle.Of(11, 15.5f)).AlignCenter();
            column.Item().SemanticSection().Table(compose);
            column.Item().PaddingTop(8.Mm()).PaddingLeft(92.Mm()).ShowEntire().SemanticSection().Column(Signature);
        });
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"{title}, Keputusan {Titled(HeadOfRegion)} Nomor {decree.Number}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(office.Zone.ToLocal(decree.RecordedAt), TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{decree.PublicId:N} {annex}",
    }).GeneratePdf(fonts);

    private void Recap(TableDescriptor table)
    {
        var recap = DecreeRecap.Of(rows.Select(row => (AreaCode.Parse(row.AreaCode), row.MemberCount)));
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn();
            columns.ConstantColumn(26.Mm()).AlignRight();
            columns.ConstantColumn(26.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Keluarga sasaran menurut kecamatan, desa, dan kelurahan");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Desa/kelurahan");
            header.Cell("Keluarga", "KK");
            header.Cell("Anggota", "jiwa");
        });
        foreach (var district in recap.Districts)
        {
            var title = areas.TitleOf(district.Area);
            table.Group(group => group.Bookmark(title, 2).Text($"{title}: {Families(district.Total)} KK, {Persons(district.Total)} jiwa"), again => again.Text($"{title} (lanjutan)"));
            foreach (var (i, village) in district.Villages.Index())
                table.Cells(Indonesian.Number(i + 1), areas.TitleOf(village.Area), Families(village.Count), Persons(village.Count));
        }
        table.Total(total =>
        {
            total.Cell("");
            total.Cell($"Jumlah {office.RegionName}");
            total.Cell(Families(recap.Total));
            total.Cell(Persons(recap.Total));
        });
        PaperBlocks.Closing(table, recap.HasWithheld ? $"x tidak ditampilkan: kurang dari {SmallCount.LeastShown} keluarga, atau angka yang darinya jumlah itu dapat dihitung." : null, Source);
    }

    private void ByName(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn(5);
            columns.ConstantColumn(31.Mm());
            columns.ConstantColumn(18.Mm()).AlignCenter();
            columns.ConstantColumn(17.Mm()).AlignRight();
            columns.ConstantColumn(13.Mm()).AlignRight();
            columns.RelativeColumn(3);
        });
        PaperBlocks.Caption(table, $"Keluarga sasaran yang layak dan padan: {Indonesian.Number(rows.Count)} KK, {Indonesian.Number(rows.Sum(row => row.MemberCount))} jiwa");
        table.ContinuedLine(rest => $"berlanjut ke halaman berikut: nomor {rest.FirstRow}–{rest.LastRow}");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Nama kepala keluarga");
            header.Cell("NIK", "disamarkan");
            header.Cell("RT/RW");
            header.Cell("Anggota", "jiwa");
            header.Cell("Desil");
            header.Cell("Kelayakan");
        });
        var number = 0;
        foreach (var village in rows.GroupBy(row => AreaCode.Parse(row.AreaCode).AtLevel(AreaLevel.Village)))
        {
            var title = $"{areas.TitleOf(village.Key)}, {areas.TitleOf(village.Key.AtLevel(AreaLevel.District))}";
            table.Group(group => group.Bookmark(title, 2).Text($"{title}: {Indonesian.Number(village.Count())} KK"), again => again.Text($"{title} (lanjutan)"));
            foreach (var row in village)
                table.Cells(Indonesian.Number(++number), row.HeadName, row.NikMask ?? "…", Neighbourhood(AreaCode.Parse(row.AreaCode)), Indonesian.Number(row.MemberCount),
                    row.DecileCode is { } decile ? WelfareDecile.FromCode(decile).Label : "…", row.IsExtremelyPoor ? "miskin ekstrem" : "miskin");
        }
        PaperBlocks.Closing(table, "… berarti belum ada dalam register. Daftar ini memuat data pribadi dan tidak diumumkan (UU 27/2022).", $"{Source} · desil menurut {releaseTitle}");
    }

    private void Signature(ColumnDescriptor block)
    {
        block.Item().Text($"{HeadOfRegion.ToUpperInvariant()},");
        block.Item().Height(SignatureGap.Mm());
        block.Item().Text(decree.Signatory ?? "……………………………………").Style(PaperStyle.Body.Bold());
    }

    private static string Number(DecreeAnnex annex) => annex is DecreeAnnex.Recap ? "I" : "II";

    private static string Titled(string words) => Indonesian.Culture.TextInfo.ToTitleCase(words);

    private static string Families(RecapCount count) => count.Families is { } families ? Indonesian.Number(families) : "x";

    private static string Persons(RecapCount count) => count.Persons is { } persons ? Indonesian.Number(persons) : "x";

    private static string Neighbourhood(AreaCode area) => area.Rt is { } rt ? $"{rt}{(area.Rw is { } rw ? $"/{rw}" : "")}" : "…";
}

/// <summary>A family as the decree names it: what the register said on the day of recording.</summary>
public sealed record DecreedRow(string AreaCode, string HeadName, string? NikMask, int MemberCount, byte? DecileCode, bool IsExtremelyPoor);
