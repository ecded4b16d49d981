using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

internal sealed class CoverPage(RakorFigures figures, PackWords words, string hash)
{
    public void Compose(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(6.Mm()).Element(kop => PaperBlocks.Kop(kop, figures.Office.Letterhead));
        column.Item().PaddingTop(2.Mm()).Text("Bahan Rapat Koordinasi").Style(PaperStyle.H2);
        column.Item().PaddingTop(2.Mm()).SemanticHeader1().Text(figures.Meeting?.Title ?? $"Penanggulangan Kemiskinan {figures.Office.RegionName}").Style(PaperStyle.Cover).Balanced();
        if (figures.Meeting?.Theme is { } theme)
            column.Item().PaddingTop(3.Mm()).Text($"Tema: {theme}").Style(TextStyle.Of(13, 18));
        column.Item().PaddingTop(7.Mm()).Element(box => box.BorderTop(1.25f).BorderBottom(1.25f).PaddingVertical(3.Mm())
            .Element(facts => PaperBlocks.Facts(facts, 34.Mm(), TextStyle.Of(11, 15), 1.Mm(), MeetingFacts())));
        column.Item().PaddingTop(7.Mm()).Row(row =>
        {
            row.Spacing(6.Mm());
            row.RelativeItem().Column(ContentsList);
            row.RelativeItem().Column(Basis);
        });
        column.Item().ExtendVertical().AlignBottom().BorderTop(0.75f).PaddingTop(2.Mm()).PaddingBottom(2.Mm()).Text(text =>
        {
            text.DefaultTextStyle(_ => TextStyle.Of(9, 12));
            text.Span("TERBATAS").Bold();
            text.Span($" untuk anggota {figures.Office.TeamShortName} dan undangan rakor. Memuat angka kecil; tidak memuat nama warga, NIK, atau nomor KK."
                + (figures.Office.HasTestData ? " Seluruh isi adalah data uji." : ""));
        });
    }

    private IReadOnlyList<(string, string)> MeetingFacts() => figures.Meeting is not { } meeting
        ? [("Hari, tanggal", "Belum dijadwalkan"), ("Tempat", "Belum ditetapkan"), ("Pimpinan", "Belum ditetapkan")]
        :
        [
            ("Hari, tanggal", Indonesian.DayAndDate(meeting.On)),
            ("Waktu", Indonesian.Time(meeting.From) + (meeting.Until is { } until ? $"–{Indonesian.Time(until)}" : "") + $" {figures.Office.Zone}" + (meeting.Until is null ? " sampai selesai" : "")),
            ("Tempat", meeting.Place), ("Pimpinan", meeting.Chair),
        ];

    private void ContentsList(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(1.5f.Mm()).SemanticHeader2().Text("Isi").Style(PaperStyle.H2);
        foreach (var (number, title, section) in RakorPack.ContentsOf(figures))
        {
            column.Item().BorderBottom(0.25f).PaddingVertical(0.8f.Mm()).SectionLink(section).DefaultTextStyle(TextStyle.Of(10, 13)).Row(row =>
            {
                row.ConstantItem(6.Mm()).Text(number);
                row.RelativeItem().Text(title);
                row.ConstantItem(9.Mm()).Text(text =>
                {
                    text.AlignRight();
                    text.BeginPageNumberOfSection(section);
                });
            });
        }
    }

    private void Basis(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(1.5f.Mm()).SemanticHeader2().Text("Dasar").Style(PaperStyle.H2);
        column.Item().DefaultTextStyle(PaperStyle.Small).List(list =>
        {
            PaperBlocks.Numbered(list, figures.LegalBases.Count);
            foreach (var (index, basis) in figures.LegalBases.Index())
                list.Item($"{index + 1}.").Text(basis);
        });
        column.Item().PaddingTop(4.Mm()).PaddingBottom(1.5f.Mm()).SemanticHeader2().Text("Data bahan ini").Style(PaperStyle.H2);
        column.Item().Element(facts => PaperBlocks.Facts(facts, 20.Mm(), PaperStyle.Small, 1.Mm(),
            ("Daftar", figures.Release is null ? "Belum ada daftar" : $"{words.ListName}, {Indonesian.Number(figures.Deciles.Families)} KK"),
            ("Data per", words.DataAt), ("Potret", figures.SnapshotId), ("Sidik", hash + " …")));
    }
}
