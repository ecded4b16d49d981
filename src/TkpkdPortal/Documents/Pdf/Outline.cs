namespace TkpkdPortal.Documents.Pdf;

/// <summary>The bookmarks that a reader shows beside the pages.</summary>
internal sealed class Outline(PdfFile file)
{
    private readonly Entry _root = new("", 0, 0, 0);

    public bool IsEmpty => _root.Children.Count is 0;

    /// <summary>Adds a bookmark under the latest one of a lower level.</summary>
    public void Add(string title, int level, int page, float top)
    {
        var parent = _root;
        while (parent.Children is [.., var latest] && latest.Level < level) parent = latest;
        parent.Children.Add(new Entry(title, level, page, top));
    }

    public int Write()
    {
        _root.Number = file.Reserve();
        WriteChildren(_root);
        file.Write(_root.Number, new PdfBuffer().Raw("<</Type/Outlines/First "u8).Reference(_root.Children[0].Number)
            .Raw("/Last "u8).Reference(_root.Children[^1].Number).Raw("/Count "u8).Integer(_root.Children.Count).Raw(">>"u8));
        return _root.Number;
    }

    private void WriteChildren(Entry parent)
    {
        foreach (var child in parent.Children) child.Number = file.Reserve();
        for (var index = 0; index < parent.Children.Count; index++)
        {
            var child = parent.Children[index];
            WriteChildren(child);
            var buffer = new PdfBuffer().Raw("<</Title"u8).Text(child.Title).Raw("/Parent "u8).Reference(parent.Number);
            if (index > 0) buffer.Raw("/Prev "u8).Reference(parent.Children[index - 1].Number);
            if (index < parent.Children.Count - 1) buffer.Raw("/Next "u8).Reference(parent.Children[index + 1].Number);
            if (child.Children.Count > 0)
                // A negative count leaves the tables and figures of a chapter folded in.
                buffer.Raw("/First "u8).Reference(child.Children[0].Number).Raw("/Last "u8).Reference(child.Children[^1].Number)
                    .Raw("/Count "u8).Integer(-child.Children.Count);
            file.Write(child.Number, buffer.Raw("/Dest["u8).Reference(child.Page).Raw("/XYZ null "u8).Number(child.Top).Raw(" null]>>"u8));
        }
    }

    private sealed record Entry(string Title, int Level, int Page, float Top)
    {
        public int Number { get; set; }

        public List<Entry> Children { get; } = [];
    }
}
