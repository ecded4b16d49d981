using System.Security.Cryptography;
using System.Text;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>Writes a document as a tagged PDF 1.7 file, page by page as they are finished.</summary>
internal sealed class PdfWriter
{
    private const int IdentifierLength = 16;

    private readonly PdfFile _file;
    private readonly Outline _outline;
    private readonly List<int> _pages = [];
    private readonly Dictionary<FontFace, EmbeddedFont> _fonts = [];
    private readonly SortedDictionary<string, (int Page, float Top)> _destinations = new(StringComparer.Ordinal);
    // One buffer serves all pages, since only one is drawn at a time.
    private readonly PdfBuffer _content = new();
    private readonly int _pageTree;
    private readonly int _resources;

    public PdfWriter(Stream stream)
    {
        _file = new PdfFile(stream);
        _outline = new Outline(_file);
        Structure = new StructureTree(_file);
        (_pageTree, _resources) = (_file.Reserve(), _file.Reserve());
    }

    public StructureTree Structure { get; }

    public PdfPage BeginPage(PageSize size)
    {
        _pages.Add(_file.Reserve());
        return new PdfPage(_pages[^1], Structure.OpenPage(), size, _content.Cleared());
    }

    public void EndPage(PdfPage page)
    {
        var content = _file.Reserve();
        _file.WriteStream(content, default, page.Content.Written);
        var buffer = new PdfBuffer().Raw("<</Type/Page/Parent "u8).Reference(_pageTree)
            .Raw("/MediaBox[0 0 "u8).Number(page.Size.Width).Raw(" "u8).Number(page.Size.Height)
            .Raw("]/Resources "u8).Reference(_resources).Raw("/Contents "u8).Reference(content)
            .Raw("/StructParents "u8).Integer(page.StructureKey).Raw("/Tabs/S"u8);
        if (page.Annotations.Count > 0)
        {
            buffer.Raw("/Annots["u8);
            foreach (var annotation in page.Annotations) buffer.Reference(annotation).Raw(" "u8);
            buffer.Raw("]"u8);
        }
        _file.Write(page.Number, buffer.Raw(">>"u8));
    }

    public EmbeddedFont FontOf(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
            _fonts.Add(face, font = new EmbeddedFont(face, _file.Reserve(), _fonts.Count + 1));
        return font;
    }

    public void AddBookmark(string title, int level, PdfPage page, float y) =>
        _outline.Add(title, level, page.Number, page.Size.Height - y);

    public void AddDestination(string name, PdfPage page, float y) =>
        _destinations.TryAdd(name, (page.Number, page.Size.Height - y));

    /// <summary>Makes an area of the page a link; in an artifact there is no tag to tell of it.</summary>
    public void AddLink(PdfPage page, Area area, string destination, string description, Tag? tag)
    {
        var number = _file.Reserve();
        var buffer = new PdfBuffer().Raw("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect["u8)
            .Number(area.X).Raw(" "u8).Number(page.Size.Height - area.Bottom).Raw(" "u8)
            .Number(area.Right).Raw(" "u8).Number(page.Size.Height - area.Y)
            .Raw("]/Dest"u8).HexString(Encoding.UTF8.GetBytes(destination)).Raw("/Contents"u8).Text(description);
        if (tag is not null) buffer.Raw("/StructParent "u8).Integer(Structure.Link(tag, page.Number, number));
        _file.Write(number, buffer.Raw(">>"u8));
        page.Annotations.Add(number);
    }

    public void Finish(DocumentMetadata metadata, Tag root)
    {
        foreach (var font in _fonts.Values) font.Write(_file);
        WriteResources();
        WritePageTree();
        var structure = Structure.Write(root);
        var (catalog, information, packet) = (_file.Reserve(), _file.Reserve(), _file.Reserve());
        _file.WritePlainStream(packet, "/Type/Metadata/Subtype/XML"u8, MetadataPacket.Xml(metadata));
        _file.Write(information, MetadataPacket.Information(metadata));
        _file.Write(catalog, Catalog(metadata, structure, packet));
        var identifier = SHA256.HashData(Encoding.UTF8.GetBytes(metadata.Identity)).AsSpan(0, IdentifierLength);
        _file.Finish(catalog, information, identifier);
    }

    private PdfBuffer Catalog(DocumentMetadata metadata, int structure, int packet)
    {
        var buffer = new PdfBuffer().Raw("<</Type/Catalog/Pages "u8).Reference(_pageTree)
            .Raw("/Lang"u8).Text(metadata.Language).Raw("/MarkInfo<</Marked true>>/StructTreeRoot "u8).Reference(structure)
            .Raw("/Metadata "u8).Reference(packet).Raw("/ViewerPreferences<</DisplayDocTitle true>>"u8)
            .Raw("/PageLabels<</Nums[0<</S/D>>]>>"u8);
        if (_destinations.Count > 0) buffer.Raw("/Names<</Dests "u8).Reference(WriteDestinations()).Raw(">>"u8);
        if (!_outline.IsEmpty) buffer.Raw("/PageMode/UseOutlines/Outlines "u8).Reference(_outline.Write());
        return buffer.Raw(">>"u8);
    }

    private int WriteDestinations()
    {
        var number = _file.Reserve();
        var buffer = new PdfBuffer().Raw("<</Names["u8);
        foreach (var (name, (page, top)) in _destinations)
            buffer.HexString(Encoding.UTF8.GetBytes(name)).Raw("["u8).Reference(page).Raw("/XYZ null "u8).Number(top).Raw(" null]"u8);
        _file.Write(number, buffer.Raw("]>>"u8));
        return number;
    }

    private void WriteResources()
    {
        var buffer = new PdfBuffer().Raw("<</Font<<"u8);
        foreach (var font in _fonts.Values) buffer.Raw("/F"u8).Integer(font.Index).Raw(" "u8).Reference(font.Number);
        _file.Write(_resources, buffer.Raw(">>>>"u8));
    }

    private void WritePageTree()
    {
        var buffer = new PdfBuffer().Raw("<</Type/Pages/Count "u8).Integer(_pages.Count).Raw("/Kids["u8);
        foreach (var page in _pages) buffer.Reference(page).Raw(" "u8);
        _file.Write(_pageTree, buffer.Raw("]>>"u8));
    }
}
