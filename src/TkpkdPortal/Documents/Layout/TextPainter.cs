using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents.Layout;

/// <summary>Paints lines of text, marked for their tag and with the whole word noted where one is divided.</summary>
internal sealed class TextPainter(WrappedText text, Painter painter)
{
    private const char Hyphen = '-';

    private readonly Paragraph _paragraph = text.Paragraph;
    private float _x;
    private float _baseline;
    private Tag? _marked;
    private bool _isInText;

    public void Paint(int first, int last, Area area)
    {
        if (painter.Content is not { } content) return;
        var top = area.Y;
        foreach (var line in text.Lines[first..last])
        {
            _x = area.X + (area.Width - line.Width) * text.Alignment.Before();
            _baseline = top + line.Baseline;
            PaintLine(content, line);
            EndText(content);
            top += line.Height;
        }
        if (_marked is not null) painter.EndMarked();
    }

    private void PaintLine(PageContent content, TextLine line)
    {
        // Where the rest of a word divided on the line before ends, and where a word divided on this line begins.
        var head = line.ContinuesWord ? Math.Min(_paragraph.WordEnd(line.Start), line.End) : line.Start;
        var tail = line.DividesWord ? Math.Max(_paragraph.WordStart(line.End), head) : line.End;
        if (line.ContinuesWord) PaintPiece(content, line, line.Start, head, wholeWord: "");
        PaintPiece(content, line, head, tail, wholeWord: null);
        if (tail < line.End) PaintPiece(content, line, tail, line.End, _paragraph.Word(tail));
        if (line.EndsAtSpace) PaintPiece(content, line, line.End, line.End + 1, wholeWord: null);
    }

    /// <summary>A divided word is told whole where it begins, and not again where it goes on.</summary>
    private void PaintPiece(PageContent content, TextLine line, int start, int end, string? wholeWord)
    {
        while (start < end)
        {
            var stretch = _paragraph.StretchAt(start);
            var stop = Math.Min(end, stretch.End);
            var isDivision = line.DividesWord && stop == line.End && _paragraph.Text[stop - 1] is not Hyphen;
            PaintRun(content, stretch, Visible(start, stop, isDivision), wholeWord);
            if (wholeWord is not null) wholeWord = "";
            start = stop;
        }
    }

    private string Visible(int start, int end, bool isDivision)
    {
        // A given line break parts words as a space does; without it the head of a column would be read as one with its unit.
        var piece = _paragraph.Text[start..end].Replace('\n', ' ');
        if (piece.Contains(Paragraph.SoftHyphen)) piece = piece.Replace(Paragraph.SoftHyphen.ToString(), null, StringComparison.Ordinal);
        return isDivision ? piece + Hyphen : piece;
    }

    private void PaintRun(PageContent content, Stretch stretch, string visible, string? wholeWord)
    {
        var (run, style) = (stretch.Run, stretch.Run.Style);
        if (visible.Length is 0 || painter.FontOf(stretch.Face) is not { } font) return;
        BeginText(content, run.Tag);
        if (wholeWord is not null) content.BeginActualText(wholeWord);
        content.Show(font, style.Size, style.Color, visible);
        if (wholeWord is not null) content.EndMarked();

        _x += stretch.Face.Width(visible, style.Size);
    }

    private void BeginText(PageContent content, Tag tag)
    {
        if (!ReferenceEquals(_marked, tag))
        {
            EndText(content);
            if (_marked is not null) painter.EndMarked();
            painter.BeginMarked(tag);
            _marked = tag;
        }
        if (_isInText) return;
        content.BeginText(_x, _baseline);
        _isInText = true;
    }

    private void EndText(PageContent content)
    {
        if (_isInText) content.EndText();
        _isInText = false;
    }
}
