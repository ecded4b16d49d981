using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Privacy;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households;

/// <summary>
/// Laporan data saya: the answer to whoever asks for the own data (UU 27/2022 Ps 7), what is kept of the household, where it came from, what aid it
/// received and who saw it. Numbers are masked: paper gets lost, and the family knows its own.
/// </summary>
public sealed class SubjectReport(HouseholdDetails details, SubjectRequest request, IReadOnlyList<SeenLine> seen, OfficeSettings office, AreaDirectory areas, OfficeClock clock)
{
    private readonly DateTime _local = office.Zone.ToLocal(clock.UtcNow);

    private string DataLine => $"data per {PaperText.Moment(_local, office.Zone.Label)}";

    public byte[] Write(FontLibrary fonts) => Document.Create(document => document.Page(page =>
    {
        var marks = details.Facts.IsTestData ? [PaperMark.TestData, PaperMark.Restricted] : new[] { PaperMark.Restricted };
        PaperSheet.Compose(page, office.Sheet, $"Laporan data keluarga {details.Facts.HeadName}", $"Register keluarga {office.RegionName} · {DataLine}", marks);
        page.Content().Column(Compose);
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"Laporan data keluarga {details.Facts.HeadName}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(_local, TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{request.PublicId:N} {_local:O}",
    }).GeneratePdf(fonts);

    private void Compose(ColumnDescriptor column)
    {
        var (facts, area) = (details.Facts, AreaCode.Parse(details.Facts.AreaCode));
        var sheet = new HouseholdSheet(details, office, areas, _local);
        column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
        column.Item().Bookmark("Laporan data").SemanticHeader1().Text($"Laporan data keluarga {facts.HeadName}").Style(PaperStyle.H1);
        column.Item().PaddingTop(1.5f.Mm()).Text($"{(facts.Address.Length > 0 ? facts.Address + ", " : "")}{areas.TitleOf(area.AtLevel(AreaLevel.Village))}, {areas.TitleOf(area.AtLevel(AreaLevel.District))}");
        column.Item().PaddingTop(3.Mm()).PaddingBottom(5.Mm()).Element(box => PaperBlocks.Facts(box, 42.Mm(), PaperStyle.Body, 0.8f.Mm(),
        [
            ("Pemohon", request.RequesterName), ("Permohonan diterima", clock.Spelled(request.ReceivedAt)), ("Nomor KK", facts.FamilyCard?.Mask ?? "Belum ada nomor"),
            ("Dasar", "Hak memperoleh akses dan salinan data pribadi, Undang-Undang Nomor 27 Tahun 2022 Pasal 7"),
        ]));
        PaperBlocks.Lead(column, "Inilah semua yang disimpan tentang keluarga Anda, dari mana asalnya, bantuan yang dicatat, dan siapa yang melihatnya. "
            + "NIK dan nomor KK disamarkan di kertas ini; nomor lengkapnya dapat Anda lihat di kantor.");
        column.Item().SemanticSection().Table(sheet.Members);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Column(sheet.Housing);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(Sources);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(sheet.Aid);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(Seen);
    }

    private void Sources(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(30.Mm());
            columns.RelativeColumn(3);
            columns.RelativeColumn(2);
        });
        PaperBlocks.Caption(table, "Dari mana data ini");
        table.Header(header =>
        {
            header.Cell("Tanggal");
            header.Cell("Sumber");
            header.Cell("Keterangan");
        });
        foreach (var list in details.Lists)
            table.Cells(Indonesian.ShortDate(list.ReleasedOn), $"Daftar {list.Title}", $"Desil {list.Decile}");
        foreach (var line in details.History)
            table.Cells(Indonesian.ShortDate(clock.Zone.DayOf(line.At)), line.Sentence, line.Detail ?? "");
        foreach (var hint in details.Hints)
            table.Cells(Indonesian.ShortDate(clock.Zone.DayOf(hint.GivenAt)), "Keterangan ketua RT atau RW", hint.Says(clock));
        table.WhenEmpty("Belum ada sumber yang dicatat.");
        PaperBlocks.Closing(table, null, $"Sumber: riwayat register keluarga · {DataLine}");
    }

    private void Seen(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(38.Mm());
            columns.RelativeColumn(2);
            columns.RelativeColumn(2);
            columns.RelativeColumn(3);
        });
        PaperBlocks.Caption(table, "Siapa melihat data keluarga ini");
        table.Header(header =>
        {
            header.Cell("Waktu");
            header.Cell("Siapa");
            header.Cell("Cara");
            header.Cell("Untuk apa");
        });
        foreach (var line in seen)
            table.Cells(clock.DayAndTime(line.At), line.User, AccessWords.Channels.Label(line.Channel), line.Purpose);
        table.WhenEmpty("Belum ada yang membuka data keluarga ini.");
        PaperBlocks.Closing(table, null, $"Sumber: catatan akses dan audit portal · {DataLine}");
    }
}
