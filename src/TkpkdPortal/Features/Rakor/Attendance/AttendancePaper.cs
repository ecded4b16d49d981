using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Attendance;

/// <summary>Daftar hadir to sign: those who are on the list already, and empty lines for the rest; the code at the top for whoever has a telephone.</summary>
public sealed class AttendancePaper(CoordinationMeeting meeting, IReadOnlyList<MeetingAttendee> present, string? address, bool isTestData, OfficeSettings office)
{
    /// <summary>Lines of a list that nobody is on yet, and empty ones below those who are.</summary>
    private const int FewestLines = 20, SpareLines = 5;

    public byte[] Write(FontLibrary fonts) => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, office.Sheet, $"Daftar hadir {meeting.Title}", $"Daftar hadir rakor {Indonesian.Date(meeting.On)} · {meeting.PublicId.ToString()[..8]}", isTestData ? [PaperMark.TestData] : []);
        page.Content().Column(Compose);
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"Daftar hadir {meeting.Title}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(meeting.On, meeting.From, TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{meeting.PublicId:N} hadir {present.Count}",
    }).GeneratePdf(fonts);

    private void Compose(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
        column.Item().Row(row =>
        {
            row.RelativeItem().Column(head =>
            {
                head.Item().Bookmark("Daftar hadir").SemanticHeader1().Text("DAFTAR HADIR").Style(TextStyle.Of(13, 17).Bold());
                head.Item().PaddingTop(2.Mm()).Element(facts => PaperBlocks.Facts(facts, 26.Mm(), PaperStyle.Body, 0.4f.Mm(),
                    [("Rapat", meeting.Title), ("Hari, tanggal", Indonesian.DayAndDate(meeting.On)), ("Waktu", $"{Indonesian.Time(meeting.From)} {office.Zone.Label}"), ("Tempat", meeting.Place)]));
            });
            if (address is not null && !meeting.IsClosed)
                row.ConstantItem(34.Mm()).Column(code => Code(code, address));
        });
        column.Item().PaddingTop(4.Mm()).SemanticSection().Table(Table);
    }

    private static void Code(ColumnDescriptor column, string address)
    {
        column.Item().Element(box => QrCode.Draw(box, address, 24));
        column.Item().PaddingTop(1.Mm()).Text("Hadir lewat ponsel: pindai kode ini, atau tanda tangani di bawah.").Style(PaperStyle.Note);
    }

    private void Table(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn(4);
            columns.RelativeColumn(4);
            columns.RelativeColumn(4);
            columns.ConstantColumn(40.Mm());
        });
        PaperBlocks.Caption(table, $"Yang hadir{(present.Count == 0 ? "" : $": {Indonesian.Number(present.Count)} orang")}");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Nama");
            header.Cell("Jabatan");
            header.Cell("Instansi");
            header.Cell("Tanda tangan");
        });
        foreach (var (index, one) in present.Index())
            Line(table, index, one.Name, one.Function, one.Institution, one.RecordedById is null ? "hadir lewat ponsel" : null);
        if (!meeting.IsClosed)
        {
            for (var index = present.Count; index < Math.Max(FewestLines, present.Count + SpareLines); index++)
                Line(table, index, " ", " ", " ", null);
        }
        table.WhenEmpty("Tidak ada yang tercatat hadir.");
        PaperBlocks.Closing(table, null, $"Daftar hadir {meeting.Title}, {Indonesian.Date(meeting.On)}");
    }

    // Room for a pen. Two signatures below each other do not run into one another: odd ones stand left, even ones right.
    private static void Line(TableDescriptor table, int index, string name, string function, string institution, string? instead)
    {
        table.Cell().MinHeight(7.Mm()).Text(Indonesian.Number(index + 1));
        table.Cells(name, function, institution, instead ?? (index % 2 == 0 ? "" : new string('\u00a0', 12)) + $"{index + 1} ................");
    }
}
