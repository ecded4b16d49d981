using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Minutes;

/// <summary>Notula: facts, course, who was present, decisions, who signs, and the matrix of new and carried decisions on a sheet that lies. A draft until the meeting is closed.</summary>
public sealed class MinutesOfMeeting(MinutesPage page, IReadOnlyList<MeetingAttendee> present, bool isTestData, OfficeSettings office, DateOnly today)
{
    private CoordinationMeeting Meeting => page.Meeting;

    private IReadOnlyList<PaperMark> Marks => [.. isTestData ? [PaperMark.TestData] : Array.Empty<PaperMark>(), .. Meeting.IsClosed ? Array.Empty<PaperMark>() : [PaperMark.Draft]];

    private string Origin => $"Notula rakor {Indonesian.Date(Meeting.On)} · {Meeting.PublicId.ToString()[..8]}{(Meeting.ClosedAt is { } at ? $" · ditutup {Indonesian.Date(office.Zone.DayOf(at))}" : "")}";

    public byte[] Write(FontLibrary fonts) => Document.Create(document =>
    {
        document.Page(sheet =>
        {
            PaperSheet.Compose(sheet, office.Sheet, $"Notula {Meeting.Title}", Origin, Marks);
            sheet.Content().DefaultTextStyle(LetterBlocks.Letter).Column(Compose);
        });
        document.Page(sheet =>
        {
            PaperSheet.ComposeLying(sheet, office.Sheet, $"Lampiran notula {Meeting.Title}", Origin, Marks);
            sheet.Content().Column(ComposeMatrix);
        });
    }).WithMetadata(new DocumentMetadata
    {
        Title = $"Notula {Meeting.Title}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(Meeting.ClosedAt is { } at ? office.Zone.ToLocal(at) : Meeting.On.ToDateTime(Meeting.From), TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{Meeting.PublicId:N} notula {Meeting.Version}",
    }).GeneratePdf(fonts);

    private void Compose(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(6.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
        column.Item().Bookmark("Notula").SemanticHeader1().Text("NOTULA").Style(TextStyle.Of(13, 17).Bold()).AlignCenter();
        column.Item().PaddingTop(4.Mm()).PaddingBottom(4.Mm()).Element(facts => PaperBlocks.Facts(facts, 34.Mm(), LetterBlocks.Letter, 0.6f.Mm(), Facts()));
        Heading(column, "Jalannya rapat");
        foreach (var paragraph in TypedText.Lines(Meeting.Course ?? "Belum ditulis."))
            column.Item().PaddingBottom(2.Mm()).Text(PaperText.Bound(paragraph));
        column.Item().PaddingTop(2.Mm()).PaddingBottom(3.Mm()).SemanticSection().Table(Attendance);
        Heading(column, "Keputusan");
        Decisions(column);
        // Nobody signs on a page that holds nothing else.
        column.Item().ShowEntire().Column(end =>
        {
            end.Item().PaddingTop(5.Mm()).Text("Notula ini dibuat menurut jalannya rapat dan ditandatangani pimpinan rapat dan notulis.");
            end.Item().PaddingTop(4.Mm()).SemanticSection().Row(row =>
            {
                row.Spacing(10.Mm());
                row.RelativeItem().Column(block => Signature(block, "Notulis", Parts(Meeting.NoteTaker).Name ?? Meeting.NoteTaker));
                // Who leads is mostly named by the function alone, and signs above a line.
                row.RelativeItem().Column(block => Signature(block, Parts(Meeting.Chair).Function ?? "Pimpinan rapat", Parts(Meeting.Chair).Name));
            });
        });
    }

    private IReadOnlyList<(string, string)> Facts() =>
    [
        ("Rapat", Meeting.Title), ("Hari, tanggal", Indonesian.DayAndDate(Meeting.On)),
        ("Waktu", Indonesian.Time(Meeting.From) + (Meeting.Until is { } until ? $"–{Indonesian.Time(until)}" : "") + $" {office.Zone.Label}"), ("Tempat", Meeting.Place), ("Pimpinan", Meeting.Chair),
        ("Notulis", Meeting.NoteTaker ?? "Belum ditulis"), ("Peserta", $"{SpelledNumber.Beside(present.Count)} orang, menurut daftar hadir"),
        ("Agenda", Meeting.Agenda.Count == 0 ? "Belum diisi" : string.Join('\n', Meeting.Agenda.OrderBy(point => point.Number).Select((point, i) => $"{i + 1}. {point.Line}"))),
    ];

    private void Decisions(ColumnDescriptor column)
    {
        if (page.Decisions.Count == 0)
        {
            column.Item().PaddingBottom(4.Mm()).Text("Belum ada keputusan.");
            return;
        }
        column.Item().PaddingBottom(4.Mm()).List(list =>
        {
            list.Spacing(1.5f.Mm());
            PaperBlocks.Numbered(list, page.Decisions.Count);
            foreach (var line in page.Decisions)
            {
                var support = line.Support.Count == 0 ? "" : $", didukung {Indonesian.List(line.Support)}";
                list.Item($"{line.Number}.").Text(PaperText.Bound($"{Stopped(line.Text)} Tindak lanjut: {Stopped(line.Action)} Penanggung jawab: {line.Opd}{support}, paling lambat {Indonesian.Date(line.DueOn)}. Indikator: {Stopped(line.Indicator)}"));
            }
        });
    }

    private void Attendance(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn();
            columns.RelativeColumn();
            columns.RelativeColumn();
        });
        PaperBlocks.Caption(table, "Daftar hadir");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Nama");
            header.Cell("Jabatan");
            header.Cell("Instansi");
        });
        foreach (var (index, one) in present.Index())
            table.Cells(Indonesian.Number(index + 1), one.Name, one.Function, one.Institution);
        table.WhenEmpty("Belum ada yang tercatat hadir.");
        PaperBlocks.Closing(table, null, $"Sumber: daftar hadir rapat, {Indonesian.Date(Meeting.On)}");
    }

    private void ComposeMatrix(ColumnDescriptor column)
    {
        var source = $"Sumber: keputusan rakor dan laporan OPD dalam portal · keadaan {Indonesian.Date(today)}";
        column.Item().PaddingBottom(4.Mm()).SemanticHeader1().Text("Matriks tindak lanjut").Style(PaperStyle.H1);
        column.Item().PaddingBottom(6.Mm()).SemanticSection().Table(table => DecisionMatrix.Compose(table, "Keputusan rapat ini", page.Decisions, today, source));
        column.Item().SemanticSection().Table(table => DecisionMatrix.Compose(table, "Keputusan rakor sebelumnya yang dibawa", page.Before, today, source));
    }

    private static void Heading(ColumnDescriptor column, string title) => column.Item().PaddingTop(2.Mm()).PaddingBottom(1.5f.Mm()).Bookmark(title, 2).SemanticHeader2().Text(title).Style(PaperStyle.H2);

    private static string Stopped(string sentence) => sentence is [.., '.' or '!' or '?'] ? sentence : sentence + ".";

    // "Rina Uji, S.E., Kepala Bidang": what stands behind the last comma is the function, unless it is a degree.
    private static (string? Name, string? Function) Parts(string? person)
    {
        var comma = person?.LastIndexOf(',') ?? -1;
        return comma > 0 && !person![(comma + 1)..].Contains('.', StringComparison.Ordinal) ? (person[..comma].Trim(), person[(comma + 1)..].Trim()) : (null, person);
    }

    private static void Signature(ColumnDescriptor block, string title, string? name) => LetterBlocks.Signature(block, title, name ?? "(……………………………………)", null);
}
