namespace TkpkdPortal.Documents.Pdf;

/// <summary>The tags of a document: which marked content of which page belongs to which node.</summary>
internal sealed class StructureTree(PdfFile file)
{
    private readonly Dictionary<Tag, Node> _nodes = [];
    private readonly List<ParentEntry> _parents = [];
    private readonly PdfBuffer _buffer = new();

    /// <summary>Opens the list of marked content of a page; its number is the key under which readers look it up.</summary>
    public int OpenPage()
    {
        _parents.Add(new ParentEntry([], null));
        return _parents.Count - 1;
    }

    /// <summary>Gives the next content of a page to a tag and returns the number it is marked with.</summary>
    public int Mark(Tag tag, int pageKey, int pageNumber)
    {
        var contents = _parents[pageKey].Contents;
        var node = NodeOf(tag);
        node.Add(new Item(IsAnnotation: false, pageNumber, contents.Count));
        contents.Add(node);
        return contents.Count - 1;
    }

    /// <summary>Gives a link annotation to a tag and returns the key that the annotation must carry.</summary>
    public int Link(Tag tag, int pageNumber, int annotation)
    {
        var node = NodeOf(tag);
        node.Add(new Item(IsAnnotation: true, pageNumber, annotation));
        _parents.Add(new ParentEntry([], node));
        return _parents.Count - 1;
    }

    public void SetBox(Tag tag, float left, float bottom, float right, float top) =>
        NodeOf(tag).Box ??= (left, bottom, right, top);

    /// <summary>Writes the tree and returns the number of its root.</summary>
    public int Write(Tag root)
    {
        var number = file.Reserve();
        var document = NodeOf(root);
        Number(root, document);
        WriteNode(root, document, number);
        var parentTree = WriteParentTree();
        file.Write(number, new PdfBuffer().Raw("<</Type/StructTreeRoot/K["u8).Reference(document.Number)
            .Raw("]/ParentTree "u8).Reference(parentTree).Raw("/ParentTreeNextKey "u8).Integer(_parents.Count).Raw(">>"u8));
        return number;
    }

    private Node NodeOf(Tag tag)
    {
        if (_nodes.TryGetValue(tag, out var known)) return known;
        var node = new Node();
        _nodes.Add(tag, node);
        if (tag.Parent is not { } parent) return node;
        // Whatever has content has a node, and so has everything above it.
        NodeOf(parent);
        return node;
    }

    private void Number(Tag tag, Node node)
    {
        node.Number = file.Reserve();
        foreach (var block in tag.Blocks)
            if (WrittenNode(block) is { } child) Number(block, child);
    }

    private void WriteNode(Tag tag, Node node, int parent)
    {
        var buffer = _buffer.Cleared().Raw("<</Type/StructElem/S"u8).Name(RoleNames.Of(tag.Role)).Raw("/P "u8).Reference(parent);
        var page = node.FirstPage;
        if (page > 0) buffer.Raw("/Pg "u8).Reference(page);
        if (tag.AlternativeText is { } text) buffer.Raw("/Alt"u8).Text(text);
        WriteAttributes(buffer, tag, node);
        buffer.Raw("/K["u8);
        for (var index = 0; index < node.Count; index++) WriteItem(buffer, node[index], page);
        foreach (var block in tag.Blocks)
            if (WrittenNode(block) is { } child) buffer.Reference(child.Number).Raw(" "u8);
        file.Write(node.Number, buffer.Raw("]>>"u8));

        foreach (var block in tag.Blocks)
            if (WrittenNode(block) is { } child) WriteNode(block, child, node.Number);
    }

    /// <summary>A tag without content is not written, except for an empty cell, which keeps its column.</summary>
    private Node? WrittenNode(Tag tag) =>
        _nodes.TryGetValue(tag, out var node) ? node
        : tag.Role is TagRole.TH or TagRole.TD ? NodeOf(tag)
        : null;

    private static void WriteItem(PdfBuffer buffer, Item item, int page)
    {
        if (item.IsAnnotation)
            buffer.Raw("<</Type/OBJR/Obj "u8).Reference(item.Number).Raw("/Pg "u8).Reference(item.Page).Raw(">>"u8);
        else if (item.Page == page) buffer.Integer(item.Number);
        else buffer.Raw("<</Type/MCR/Pg "u8).Reference(item.Page).Raw("/MCID "u8).Integer(item.Number).Raw(">>"u8);
        buffer.Raw(" "u8);
    }

    private static void WriteAttributes(PdfBuffer buffer, Tag tag, Node node)
    {
        if (node.Box is { } box)
            buffer.Raw("/A<</O/Layout/Placement/Block/BBox["u8).Number(box.Left).Raw(" "u8).Number(box.Bottom).Raw(" "u8)
                .Number(box.Right).Raw(" "u8).Number(box.Top).Raw("]>>"u8);
        if (tag is { Scope: HeaderScope.None, ColumnSpan: 1, RowSpan: 1 }) return;
        buffer.Raw("/A<</O/Table"u8);
        if (tag.Scope is not HeaderScope.None) buffer.Raw("/Scope"u8).Name(tag.Scope is HeaderScope.Row ? "Row" : "Column");
        if (tag.ColumnSpan > 1) buffer.Raw("/ColSpan "u8).Integer(tag.ColumnSpan);
        if (tag.RowSpan > 1) buffer.Raw("/RowSpan "u8).Integer(tag.RowSpan);
        buffer.Raw(">>"u8);
    }

    private int WriteParentTree()
    {
        var number = file.Reserve();
        var tree = new PdfBuffer().Raw("<</Nums["u8);
        foreach (var (key, parent) in _parents.Index())
        {
            tree.Integer(key).Raw(" "u8);
            if (parent.Annotation is { } node)
            {
                tree.Reference(node.Number).Raw(" "u8);
                continue;
            }
            var contents = file.Reserve();
            var list = new PdfBuffer().Raw("["u8);
            foreach (var owner in parent.Contents) list.Reference(owner.Number).Raw(" "u8);
            file.Write(contents, list.Raw("]"u8));
            tree.Reference(contents).Raw(" "u8);
        }
        file.Write(number, tree.Raw("]>>"u8));
        return number;
    }

    /// <summary>Marked content or an annotation on a page.</summary>
    private readonly record struct Item(bool IsAnnotation, int Page, int Number);

    private sealed record ParentEntry(List<Node> Contents, Node? Annotation);

    private sealed class Node
    {
        // Nearly every cell of a long table has just one item; a list for each would be most of the tree.
        private Item _first;
        private List<Item>? _further;

        public int Number { get; set; }

        public int Count { get; private set; }

        /// <summary>The page of the first content of its own, or 0.</summary>
        public int FirstPage
        {
            get
            {
                for (var index = 0; index < Count; index++)
                    if (this[index].Page > 0) return this[index].Page;
                return 0;
            }
        }

        public Item this[int index] => index is 0 || _further is null ? _first : _further[index - 1];

        public (float Left, float Bottom, float Right, float Top)? Box { get; set; }

        public void Add(Item item)
        {
            if (Count++ is 0) _first = item;
            else (_further ??= []).Add(item);
        }
    }
}
