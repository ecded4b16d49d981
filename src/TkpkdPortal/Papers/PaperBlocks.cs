using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Charts;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Papers;

/// <summary>The building blocks that all papers share: letterhead, chapter, lead, tile, figure, source line.</summary>
public static class PaperBlocks
{
    /// <summary>Kop surat: without a logo of the office its cell stays empty and the text stays centred.</summary>
    public static void Kop(Container container, Letterhead letterhead) => container.BorderBottom(0.75f).PaddingBottom(0.9f.Mm() + 0.75f).BorderBottom(2.25f)
        .PaddingBottom(3.Mm()).Row(row =>
        {
            row.ConstantItem(20.Mm());
            row.RelativeItem().AlignMiddle().Column(column =>
            {
                column.Item().Text(letterhead.Government).Style(TextStyle.Of(12.5f, 16)).AlignCenter().ShrinkToFit(10).Balanced();
                column.Item().Text(letterhead.Unit).Style(TextStyle.Of(15, 18.5f).Bold()).AlignCenter().ShrinkToFit(13).Balanced();
                if (letterhead.Address.Length > 0)
                    column.Item().PaddingTop(0.8f.Mm()).Text(letterhead.Address).Style(TextStyle.Of(8.5f, 11)).AlignCenter().ShrinkToFit(8).Balanced();
            });
            row.ConstantItem(20.Mm());
        });

    /// <summary>A chapter with its bookmark; its pages after the first say whose continuation they are.</summary>
    public static void Chapter(ColumnDescriptor column, PaperChapter chapter, bool startsPage, Action<ColumnDescriptor> compose)
    {
        if (startsPage)
            column.Item().PageBreak();
        else
            column.Gap(8.Mm());
        Chapter(column.Item(), chapter, compose);
    }

    /// <summary>A chapter of a few lines: below the one before it where it fits there whole, else on the next page.</summary>
    public static void ShortChapter(ColumnDescriptor column, PaperChapter chapter, Action<ColumnDescriptor> compose)
    {
        column.Gap(8.Mm());
        Chapter(column.Item().ShowEntire(), chapter, compose);
    }

    private static void Chapter(Container container, PaperChapter chapter, Action<ColumnDescriptor> compose) =>
        container.Section(chapter.Section).Decoration(pages =>
        {
            Heading(pages.Before().SkipOnce().PaddingBottom(2.5f.Mm()), chapter.Number, $"{chapter.Title} (lanjutan)", PaperStyle.H1Continued);
            pages.Content().Column(content =>
            {
                Heading(content.Item().Bookmark($"{chapter.Number} {chapter.Title}".Trim()).BorderTop(2).PaddingTop(2.2f.Mm() + 2).PaddingBottom(2.5f.Mm()).SemanticHeader1(),
                    chapter.Number, chapter.Title, PaperStyle.H1);
                compose(content);
            });
        });

    /// <summary>Opening sentences; what stands between asterisks is bold.</summary>
    public static void Lead(ColumnDescriptor column, params IReadOnlyList<string> sentences) => column.Item().PaddingBottom(3.5f.Mm()).DefaultTextStyle(PaperStyle.Lead)
        .Column(paragraphs =>
        {
            paragraphs.Spacing(1.2f.Mm());
            foreach (var sentence in sentences)
                paragraphs.Item().Text(text => Spans(text, sentence));
        });

    public static void Tile(Container container, string label, string number, string unit, string context) => container.BorderTop(2).PaddingTop(1.4f.Mm() + 2).Column(column =>
    {
        column.Item().MinHeight(22).Text(label).Style(TextStyle.Of(8.5f, 11));
        column.Item().Text(text =>
        {
            text.Span(number).Style(TextStyle.Of(21, 25).Bold());
            text.Span("\u00a0" + unit).Style(TextStyle.Of(10, 25));
        });
        column.Item().Text(PaperText.Bound(context)).Style(PaperStyle.Note);
    });

    public static void Figure(Container container, string title, Chart chart, string? note, string? source) => container.ShowEntire().SemanticSection().Column(column =>
    {
        column.Item().PaddingBottom(1.2f.Mm()).Bookmark(title, 2).SemanticHeader3().Text(title).Style(PaperStyle.H3).Balanced();
        column.Item().Chart(chart);
        Sources(column, note, source);
    });

    public static void Sources(ColumnDescriptor column, string? note, string? source)
    {
        if (note is not null)
            column.Item().PaddingTop(1.2f.Mm()).Text(PaperText.Bound(note)).Style(PaperStyle.Note);
        if (source is not null)
            column.Item().PaddingTop(note is null ? 1.2f.Mm() : 0.3f.Mm()).Text(PaperText.Bound(source)).Style(PaperStyle.Note);
    }

    /// <summary>Title of a table with its bookmark; a table that goes on says so at the foot of the page.</summary>
    public static void Caption(TableDescriptor table, string title)
    {
        table.Caption().PaddingBottom(1.2f.Mm()).Bookmark(title, 2).Text(title).Style(PaperStyle.H3).Balanced();
        table.ContinuedLine(_ => "berlanjut ke halaman berikut");
    }

    /// <summary>Notes and source below a table, kept with its last rows.</summary>
    public static void Closing(TableDescriptor table, string? note, string source) => table.Closing().Column(column => Sources(column, note, source));

    /// <summary>What the analyst says to a chapter, marked so that nobody takes it for a figure's own sentence; one paragraph a line.</summary>
    public static void AnalystNote(ColumnDescriptor column, string note) => column.Item().PaddingTop(4.5f.Mm()).ShowEntire().SemanticSection().BorderLeft(2).PaddingLeft(3.5f.Mm() + 2).Column(content =>
    {
        content.Item().Text("Catatan analis").Style(TextStyle.Of(9.5f, 13).Bold());
        foreach (var paragraph in TypedText.Lines(note))
            content.Item().PaddingTop(0.6f.Mm()).Text(PaperText.Bound(paragraph)).Style(TextStyle.Of(9.5f, 13));
    });

    /// <summary>Says that somebody edited the opening, and what the figures say where they no longer say what it was written over.</summary>
    public static void EditedMark(ColumnDescriptor column, params IReadOnlyList<string> outdatedBy) => column.Item().PaddingBottom(3.5f.Mm()).Column(content =>
    {
        content.Item().Text(outdatedBy.Count == 0 ? "Kalimat pembuka disunting sekretariat." : "PERIKSA: kalimat pembuka disunting sekretariat sebelum angkanya berubah. Menurut angka sekarang:").Style(outdatedBy.Count == 0 ? PaperStyle.Note : PaperStyle.Note.Bold());
        foreach (var sentence in outdatedBy)
            content.Item().PaddingTop(0.6f.Mm()).DefaultTextStyle(PaperStyle.Note).Text(text => Spans(text, sentence));
    });

    /// <summary>Room for the numbers of so many items.</summary>
    public static void Numbered(ListDescriptor list, int items) => list.LabelWidth((items < 10 ? 5.5f : items < 100 ? 8.5f : 11).Mm());

    public static void Facts(Container container, float labelWidth, TextStyle style, float gap, params IReadOnlyList<(string Label, string Value)> facts) =>
        container.DefaultTextStyle(style).Column(column =>
        {
            column.Spacing(gap);
            foreach (var (label, value) in facts)
            {
                column.Item().Row(row =>
                {
                    row.ConstantItem(labelWidth).Text(label);
                    row.RelativeItem().Text(PaperText.Bound(value));
                });
            }
        });

    private static void Heading(Container container, string number, string title, TextStyle style) => container.Row(row =>
    {
        if (number.Length > 0)
            row.ConstantItem((number.Length > 1 ? 13 : 9).Mm()).Text(number).Style(style);
        row.RelativeItem().Text(title).Style(style).Balanced();
    });

    private static void Spans(TextDescriptor text, string sentence)
    {
        foreach (var (index, part) in PaperText.Bound(sentence).Split('*').Index())
        {
            if (index % 2 == 1)
                text.Span(part).Bold();
            else if (part.Length > 0)
                text.Span(part);
        }
    }
}

/// <summary>A chapter as the contents list it; without a number where it stands outside the count.</summary>
public sealed record PaperChapter(string Number, string Title, string Section);
