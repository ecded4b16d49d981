using TkpkdPortal.Documents;

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

/// <summary>The sheet of every paper: A4, punched margin, running header from the second page on, line of origin and page number.</summary>
public static class PaperSheet
{
    public static void Compose(PageDescriptor page, string running, string origin, IReadOnlyList<PaperMark> marks) => Compose(page, PageSizes.A4, running, origin, marks);

    /// <summary>For tables of many columns: the sheet lies.</summary>
    public static void ComposeLying(PageDescriptor page, string running, string origin, IReadOnlyList<PaperMark> marks) => Compose(page, PageSizes.A4.Landscape(), running, origin, marks);

    public static void Compose(PageDescriptor page, PageSize size, string running, string origin, IReadOnlyList<PaperMark> marks)
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
    public static void ComposeForm(PageDescriptor page, string running, string origin, IReadOnlyList<PaperMark> marks)
    {
        Frame(page, PageSizes.A4);
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
        page.MarginLeft(24.Mm());
        page.MarginRight(18.Mm());
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
