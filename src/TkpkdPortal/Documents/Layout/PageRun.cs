namespace TkpkdPortal.Documents.Layout;

/// <summary>Pages of one size, as many as their content needs; on whole sheets, one more where the last would leave its back to the next run.</summary>
internal sealed record PageRun(PageSize Size, Edges Margins, Element Header, Element Content, Element Footer, bool IsOnWholeSheets)
{
    public void Paint(LayoutContext context, Painter painter)
    {
        Element? left = Content;
        var page = 0;
        for (; left is not null; page++) left = PaintPage(left, page, context, painter);
        if (IsOnWholeSheets && page % 2 == 1) PaintPage(new Gap(0), page++, context, painter);
        painter.Found.EndRun(page);
    }

    private Element? PaintPage(Element content, int page, LayoutContext context, Painter painter)
    {
        context.CurrentPage++;
        context.PageOfRun = page + 1;
        var sheet = new Area(Margins.Left, Margins.Top, Size.Width - Margins.Left - Margins.Right, Size.Height - Margins.Top - Margins.Bottom);
        var space = new Space(sheet.Width, sheet.Height, IsTopOfPage: true);
        var header = CutWhole(Header, "header", space, page, context);
        var footer = CutWhole(Footer, "footer", space, page, context);

        var middle = sheet with { Y = sheet.Y + header.Height, Height = sheet.Height - header.Height - footer.Height };
        context.PageHeight = middle.Height;
        var slice = content.Cut(context, new Space(middle.Width, middle.Height, IsTopOfPage: true));
        if (slice is null or { Height: <= 0, Rest: not null })
            throw new DocumentLayoutException(
                $"Page {context.CurrentPage}: something cannot be divided and is higher than the {middle.Height:0} points that the page offers.");

        painter.BeginPage(Size);
        painter.PaintRepeated(header, sheet with { Height = header.Height }, page > 0);
        slice.Paint(painter, middle);
        painter.PaintRepeated(footer, sheet with { Y = middle.Bottom, Height = footer.Height }, page > 0);
        painter.EndPage();
        return slice.Rest;
    }

    private static Slice CutWhole(Element element, string name, Space space, int page, LayoutContext context) =>
        context.CutRepeated(element, space, page) is { Rest: null } slice
            ? slice
            : throw new DocumentLayoutException($"Page {context.CurrentPage}: the {name} is higher than the page.");
}
