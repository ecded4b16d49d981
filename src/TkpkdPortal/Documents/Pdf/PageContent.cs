namespace TkpkdPortal.Documents.Pdf;

/// <summary>
/// The drawing operators of one page. Coordinates come from the top left, as layout counts them, and are turned over
/// here; colours, widths and fonts are only written when they change.
/// </summary>
internal sealed class PageContent(float pageHeight, PdfBuffer buffer)
{
    private readonly PdfBuffer _buffer = buffer;
    private readonly Stack<State> _saved = [];
    private State _state = State.Initial;

    public ReadOnlySpan<byte> Written => _buffer.Written;

    public void BeginMarked(string role, int id) =>
        _buffer.Name(role).Raw("<</MCID "u8).Integer(id).Raw(">>BDC\n"u8);

    public void BeginArtifact(bool isPagination) =>
        _buffer.Raw(isPagination ? "/Artifact<</Type/Pagination>>BDC\n"u8 : "/Artifact<</Type/Layout>>BDC\n"u8);

    /// <summary>What the enclosed glyphs stand for when text is extracted or read aloud.</summary>
    public void BeginActualText(string text) => _buffer.Raw("/Span<</ActualText"u8).Text(text).Raw(">>BDC\n"u8);

    public void EndMarked() => _buffer.Raw("EMC\n"u8);

    public void Save()
    {
        _saved.Push(_state);
        _buffer.Raw("q\n"u8);
    }

    public void Restore()
    {
        _state = _saved.Pop();
        _buffer.Raw("Q\n"u8);
    }

    public void Clip() => _buffer.Raw("W n\n"u8);

    public void Rectangle(float x, float y, float width, float height)
    {
        Point(x, y + height);
        _buffer.Number(width).Raw(" "u8).Number(height).Raw(" re\n"u8);
    }

    public void MoveTo(float x, float y)
    {
        Point(x, y);
        _buffer.Raw("m\n"u8);
    }

    public void LineTo(float x, float y)
    {
        Point(x, y);
        _buffer.Raw("l\n"u8);
    }

    public void Fill(Color color)
    {
        SetFill(color);
        _buffer.Raw("f\n"u8);
    }

    public void Stroke(Stroke stroke)
    {
        SetStroke(stroke);
        _buffer.Raw("S\n"u8);
    }

    public void FillAndStroke(Color color, Stroke stroke)
    {
        SetFill(color);
        SetStroke(stroke);
        _buffer.Raw("B\n"u8);
    }

    public void BeginText(float x, float baseline)
    {
        _buffer.Raw("BT "u8);
        Point(x, baseline);
        _buffer.Raw("Td\n"u8);
    }

    public void Show(EmbeddedFont font, float size, Color color, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        SetFill(color);
        if (_state.Font != font.Index || _state.FontSize != size)
        {
            _state = _state with { Font = font.Index, FontSize = size };
            _buffer.Raw("/F"u8).Integer(font.Index).Raw(" "u8).Number(size).Raw(" Tf "u8);
        }
        _buffer.Byte((byte)'<');
        foreach (var rune in text.EnumerateRunes()) _buffer.Hex(font.Encode(rune.Value));
        _buffer.Raw("> Tj\n"u8);
    }

    public void EndText() => _buffer.Raw("ET\n"u8);

    private void Point(float x, float y) =>
        _buffer.Number(x).Raw(" "u8).Number(pageHeight - y).Raw(" "u8);

    private void SetFill(Color color)
    {
        if (_state.Fill == color) return;
        _state = _state with { Fill = color };
        Components(color, " g\n"u8, " rg\n"u8);
    }

    private void SetStroke(Stroke stroke)
    {
        if (_state.Stroke == stroke) return;
        if (_state.Stroke.Color != stroke.Color) Components(stroke.Color, " G\n"u8, " RG\n"u8);
        if (_state.Stroke.Weight != stroke.Weight) _buffer.Number(stroke.Weight).Raw(" w\n"u8);
        _state = _state with { Stroke = stroke };
    }

    /// <summary>Grey is written as grey, so that black stays pure black on every printer.</summary>
    private void Components(Color color, ReadOnlySpan<byte> gray, ReadOnlySpan<byte> colored)
    {
        _buffer.Share(color.Red / 255f);
        if (color.Red == color.Green && color.Green == color.Blue)
        {
            _buffer.Raw(gray);
            return;
        }
        _buffer.Raw(" "u8).Share(color.Green / 255f).Raw(" "u8).Share(color.Blue / 255f).Raw(colored);
    }

    private readonly record struct State(Color Fill, Stroke Stroke, int Font, float FontSize)
    {
        public static State Initial => new(Color.Black, new Stroke(1), 0, 0);
    }
}
