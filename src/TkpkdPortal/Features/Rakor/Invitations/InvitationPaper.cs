using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Invitations;

/// <summary>Surat undangan: one page, and an annex with those invited, the agenda with its times, and what they have to report on.</summary>
public sealed class InvitationPaper(CoordinationMeeting meeting, IReadOnlyList<DecisionLine> before, bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    private readonly InvitationLetter _letter = meeting.Letter ?? throw new ArgumentException("The meeting has no letter.", nameof(meeting));

    private IReadOnlyList<DecisionLine> ToReport => [.. before.Where(line => line.IsOpen)];

    private string Time => Indonesian.Time(meeting.From) + (meeting.Until is { } until ? $"–{Indonesian.Time(until)} {office.Zone.Label}" : $" {office.Zone.Label} sampai selesai");

    public byte[] Write(FontLibrary fonts) => Document.Create(document =>
    {
        document.Page(page => Sheet(page, ComposeLetter));
        document.Page(page => Sheet(page, ComposeAnnex));
    }).WithMetadata(new DocumentMetadata
    {
        Title = $"Undangan {meeting.Title}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(_letter.On, default, TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{meeting.PublicId:N} undangan {meeting.Version}",
    }).GeneratePdf(fonts);

    private void Sheet(PageDescriptor page, Action<ColumnDescriptor> compose)
    {
        PaperSheet.Compose(page, office.Sheet, $"Undangan Nomor {_letter.Number}", $"Undangan Nomor {_letter.Number} · {meeting.PublicId.ToString()[..8]}", isTestData ? [PaperMark.TestData] : []);
        page.Content().DefaultTextStyle(LetterBlocks.Letter).Column(compose);
    }

    private void ComposeLetter(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(6.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
        LetterBlocks.Head(column, $"{areas.ShortNameOf(office.Area)}, {Indonesian.Date(_letter.On)}",
            ("Nomor", _letter.Number), ("Sifat", "Penting"), ("Lampiran", "1 (satu) berkas"), ("Hal", $"Undangan {meeting.Title}"));
        column.Item().PaddingBottom(4.Mm()).Column(to =>
        {
            to.Item().Text("Yth. (daftar terlampir)");
            to.Item().Text("di tempat");
        });
        column.Item().PaddingBottom(3.Mm()).Text(PaperText.Bound($"Dalam rangka koordinasi penanggulangan kemiskinan {office.RegionName}{(meeting.Theme is { } theme ? $" dengan tema “{theme}”" : "")}, kami mengundang Saudara menghadiri {meeting.Title} pada:"));
        column.Item().PaddingLeft(8.Mm()).PaddingBottom(3.Mm()).Element(facts => PaperBlocks.Facts(facts, 30.Mm(), LetterBlocks.Letter, 0.6f.Mm(),
            [("Hari, tanggal", Indonesian.DayAndDate(meeting.On)), ("Waktu", Time), ("Tempat", meeting.Place), ("Pimpinan", meeting.Chair), ("Acara", "Terlampir")]));
        if (ToReport.Count > 0)
            column.Item().PaddingBottom(3.Mm()).Text(PaperText.Bound($"Rapat dibuka dengan {SpelledNumber.Beside(ToReport.Count)} keputusan rakor sebelumnya yang belum selesai. Mohon laporan tindak lanjutnya diisi di portal sebelum rapat; daftarnya terlampir."));
        column.Item().ShowEntire().Column(end =>
        {
            end.Item().PaddingBottom(5.Mm()).Text("Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Saudara kami ucapkan terima kasih.");
            end.Item().PaddingLeft(92.Mm()).SemanticSection().Column(block => LetterBlocks.Signature(block, _letter.SignatoryTitle, _letter.SignatoryName, _letter.StaffNumber));
        });
    }

    private void ComposeAnnex(ColumnDescriptor column)
    {
        LetterBlocks.AnnexHead(column, _letter.Number, _letter.On, "Surat undangan");
        Heading(column, "Yang diundang");
        column.Item().PaddingBottom(4.Mm()).List(list =>
        {
            PaperBlocks.Numbered(list, meeting.Invited.Count);
            foreach (var (index, invited) in meeting.Invited.OrderBy(one => one.Number).Index())
                list.Item($"{index + 1}.").Text(invited.Name);
        });
        Heading(column, "Agenda");
        if (meeting.Agenda.Count == 0)
            column.Item().PaddingBottom(4.Mm()).Text("Agenda menyusul.");
        else
            column.Item().PaddingBottom(4.Mm()).SemanticSection().Table(Agenda);
        if (ToReport.Count > 0)
            column.Item().SemanticSection().Table(Decisions);
    }

    private void Agenda(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(24.Mm());
            columns.RelativeColumn();
        });
        table.Header(header =>
        {
            header.Cell("Pukul", office.Zone.Label);
            header.Cell("Acara");
        });
        foreach (var point in meeting.Agenda.OrderBy(point => point.Number))
            table.Cells(point.At is { } at ? Indonesian.Time(at) : "–", point.Text);
    }

    private void Decisions(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn();
            columns.ConstantColumn(40.Mm());
            columns.ConstantColumn(24.Mm());
        });
        PaperBlocks.Caption(table, "Keputusan rakor sebelumnya yang dilaporkan");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Tindak lanjut");
            header.Cell("Penanggung jawab", "OPD");
            header.Cell("Tenggat");
        });
        foreach (var (index, line) in ToReport.Index())
            table.Cells(Indonesian.Number(index + 1), line.Action, line.Opd, Indonesian.ShortDate(line.DueOn));
        PaperBlocks.Closing(table, null, $"Sumber: keputusan rakor yang ditutup sebelum {Indonesian.Date(meeting.On)}");
    }

    private static void Heading(ColumnDescriptor column, string title) => column.Item().PaddingBottom(1.5f.Mm()).Bookmark(title, 2).SemanticHeader2().Text(title).Style(PaperStyle.H2);
}
