using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>Title, author, language and date twice: as the old information dictionary and as XMP.</summary>
internal static class MetadataPacket
{
    private const string Producer = "TkpkdPortal.Documents";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";

    public static PdfBuffer Information(DocumentMetadata metadata)
    {
        return new PdfBuffer().Raw("<</Title"u8).Text(metadata.Title).Raw("/Author"u8).Text(metadata.Author).Raw("/Producer"u8).Text(Producer).Raw("/CreationDate"u8).Date(metadata.CreatedAt)
            .Raw("/ModDate"u8).Date(metadata.CreatedAt).Raw(">>"u8);
    }

    public static byte[] Xml(DocumentMetadata metadata)
    {
        var instant = metadata.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var description = new XElement(Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
            new XElement(Dc + "format", "application/pdf"),
            new XElement(Dc + "title", Alternatives(metadata.Title)),
            new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", Printable(metadata.Author)))),
            new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", metadata.Language))),
            new XElement(Xmp + "CreateDate", instant),
            new XElement(Xmp + "ModifyDate", instant),
            new XElement(Pdf + "Producer", Producer));
        var packet = new XElement(Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        var xml = packet.ToString(SaveOptions.None).ReplaceLineEndings("\n");
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{xml}\n<?xpacket end=\"r\"?>");
    }

    private static XElement Alternatives(string text) =>
        new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), Printable(text)));

    /// <summary>XML has no way to write control characters.</summary>
    private static string Printable(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
