namespace TkpkdPortal.Documents.Pdf;

/// <summary>A page being drawn.</summary>
internal sealed class PdfPage(int number, int structureKey, PageSize size, PdfBuffer buffer)
{
    public int Number { get; } = number;

    public int StructureKey { get; } = structureKey;

    public PageSize Size { get; } = size;

    public PageContent Content { get; } = new(size.Height, buffer);

    public List<int> Annotations { get; } = [];
}
