using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Offices;

namespace TkpkdPortal.Papers;

/// <summary>A mark in the corner of every page.</summary>
public enum PaperMark
{
    /// <summary>DATA UJI: invented persons.</summary>
    TestData,

    /// <summary>DRAF: not published.</summary>
    Draft,

    /// <summary>TERBATAS: small figures, for the invited.</summary>
    Restricted,
}

/// <summary>The sheet of every paper: A4 or F4 with one measure, so that every table is composed once; punched margin, running header from the second page on, line of origin and page number.</summary>
public static class PaperSheet
{
    /// <summary>Width of what stands on an upright sheet, and how much more room is left of it, for the punch, than right.</summary>
    private const float Measure = 168, Punch = 6;

    public static void Compose(PageDescriptor page, SheetSize sheet, string running, string origin, IReadOnlyList<PaperMark> marks) => Compose(page, SizeOf(sheet), running, origin, marks);

    /// <summary>For tables of many columns: the sheet lies.</summary>
    public static void ComposeLying(PageDescriptor page, SheetSize sheet, string running, string origin, IReadOnlyList<PaperMark> marks) => Compose(page, SizeOf(sheet).Landscape(), running, origin, marks);

    private static PageSize SizeOf(SheetSize sheet) => sheet is SheetSize.F4 ? PageSizes.F4 : PageSizes.A4;

    private static void Compose(PageDescriptor page, PageSize size, string running, string origin, IReadOnlyList<PaperMark> marks)
    {
        Frame(page, size);
        page.Header().Height(12.Mm()).AlignTop().Column(column =>
        {
            column.Item().ShowOnce().Height(7.Mm()).PaddingBottom(1.2f.Mm()).AlignBottom().AlignRight().Row(row => Marks(row, marks, isRead: true));
            column.Item().SkipOnce().Element(header => Running(header, running, marks, isRead: false));
        });
        Footer(page, origin, text =>
        {
            text.CurrentPageNumber();
            text.Span(" dari ");
            text.TotalPages();
        });
    }

    /// <summary>A form of its own among others in one file: its header on every page, its pages counted by themselves, and on whole sheets.</summary>
    public static void ComposeForm(PageDescriptor page, SheetSize sheet, string running, string origin, IReadOnlyList<PaperMark> marks)
    {
        Frame(page, SizeOf(sheet));
        page.OnWholeSheets();
        page.Header().Height(12.Mm()).AlignTop().Element(header => Running(header, running, marks, isRead: true));
        Footer(page, origin, text =>
        {
            text.PageOfRun();
            text.Span(" dari ");
            text.PagesOfRun();
        });
    }

    private static void Frame(PageDescriptor page, PageSize size)
    {
        page.Size(size);
        var beside = size.Width > size.Height ? 42.Mm() : size.Width - Measure.Mm();
        page.MarginLeft((beside + Punch.Mm()) / 2);
        page.MarginRight((beside - Punch.Mm()) / 2);
        page.MarginTop(10.Mm());
        page.MarginBottom(10.Mm());
        page.DefaultTextStyle(_ => PaperStyle.Body);
    }

    private static void Running(Container header, string running, IReadOnlyList<PaperMark> marks, bool isRead) => header.Height(7.Mm()).BorderBottom(0.5f).PaddingBottom(1.2f.Mm()).Row(row =>
    {
        row.RelativeItem().AlignBottom().Text(running).Style(TextStyle.Of(8, 10));
        row.AutoItem().Row(inner => Marks(inner, marks, isRead));
    });

    private static void Footer(PageDescriptor page, string origin, Action<TextDescriptor> number) => page.Footer().Height(10.Mm()).AlignBottom().Height(7.Mm()).BorderTop(0.5f).PaddingTop(1.2f.Mm()).Row(row =>
    {
        row.RelativeItem().Text(origin).Style(TextStyle.Of(7.5f, 9));
        row.AutoItem().PaddingLeft(6.Mm()).Text(text =>
        {
            text.DefaultTextStyle(_ => TextStyle.Of(8, 9));
            text.Span("Halaman ");
            number(text);
        });
    });

    private static void Marks(RowDescriptor row, IReadOnlyList<PaperMark> marks, bool isRead)
    {
        row.Spacing(1.5f.Mm());
        foreach (var mark in marks)
        {
            var (text, outline) = mark switch
            {
                PaperMark.TestData => ("DATA UJI", 1f),
                PaperMark.Draft => ("DRAF", 2f),
                _ => ("TERBATAS", 0f),
            };
            var box = row.AutoItem().AlignBottom();
            if (isRead)
                box = box.SemanticParagraph();
            box = outline > 0 ? box.Border(outline) : box.Background(Color.Black);
            box.PaddingVertical(0.55f.Mm()).PaddingHorizontal(2.1f.Mm()).Text(text)
                .Style(TextStyle.Of(8, 10).Bold().FontColor(outline > 0 ? Color.Black : Color.White));
        }
    }
}
