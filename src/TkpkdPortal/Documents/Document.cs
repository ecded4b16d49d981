using TkpkdPortal.Documents.Layout;
using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents;

/// <summary>A composed document, ready to be laid out and written.</summary>
public sealed class Document
{
    /// <summary>Page numbers may move lines and lines may move pages, but never for long.</summary>
    private const int MostPasses = 8;

    private readonly Tag _root;
    private readonly IReadOnlyList<PageRun> _runs;
    private DocumentMetadata? _metadata;

    private Document(Tag root, IReadOnlyList<PageRun> runs) => (_root, _runs) = (root, runs);

    public static Document Create(Action<DocumentDescriptor> compose)
    {
        var root = Tag.Root();
        var document = new DocumentDescriptor(new Inherited(root, TextStyle.Default));
        compose(document);
        return new Document(root, document.Build());
    }

    public Document WithMetadata(DocumentMetadata metadata)
    {
        _metadata = metadata;
        return this;
    }

    public byte[] GeneratePdf(FontLibrary fonts) => Generate(fonts).ToArray();

    public void GeneratePdf(FontLibrary fonts, Stream stream) => Generate(fonts).WriteTo(stream);

    /// <summary>Lays the document out once to count its pages, then writes it, again if the count moved a line.</summary>
    private MemoryStream Generate(FontLibrary fonts)
    {
        if (_metadata is not { } metadata)
            throw new InvalidOperationException("A document needs metadata: a title, an author, a date and an identity.");
        var numbers = Paint(fonts, new PageNumbers(), null);
        for (var pass = 1; pass < MostPasses; pass++)
        {
            var file = new MemoryStream();
            var writer = new PdfWriter(file);
            var found = Paint(fonts, numbers, writer);
            if (found.Agrees(numbers))
            {
                writer.Finish(metadata, _root);
                return file;
            }
            numbers = found;
        }
        throw new DocumentLayoutException("The page numbers keep moving the pages they count.");
    }

    private PageNumbers Paint(FontLibrary fonts, PageNumbers numbers, PdfWriter? writer)
    {
        var context = new LayoutContext(fonts, numbers);
        var painter = new Painter(fonts, writer);
        foreach (var (index, run) in _runs.Index())
        {
            context.Run = index;
            run.Paint(context, painter);
        }
        painter.RequireSections();
        return painter.Found;
    }
}

/// <summary>Composes the page runs of a document.</summary>
public sealed class DocumentDescriptor
{
    private readonly Inherited _inherited;
    private readonly List<PageRun> _runs = [];

    internal DocumentDescriptor(Inherited inherited) => _inherited = inherited;

    /// <summary>A run of pages: as many as its content needs.</summary>
    public void Page(Action<PageDescriptor> compose)
    {
        var page = new PageDescriptor(_inherited);
        compose(page);
        _runs.Add(page.Build());
    }

    internal IReadOnlyList<PageRun> Build() =>
        _runs.Count > 0 ? _runs : throw new InvalidOperationException("A document needs at least one page.");
}
