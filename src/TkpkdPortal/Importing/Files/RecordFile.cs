using System.Xml;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Files;

/// <summary>A file as records of cells, and where its columns stand. Whatever stands above the heading is passed over.</summary>
public abstract class RecordFile : IDisposable
{
    /// <summary>No sheet and no list is longer; a file that claims to be is not read to its end.</summary>
    public const int MaxRecords = 2_000_000;

    public required ColumnMap Columns { get; init; }

    /// <summary>Roughly how many records there are, for the progress; null where the file does not tell.</summary>
    public int? EstimatedRecords { get; protected init; }

    /// <summary>All records below the heading that hold anything; damage that shows only further down is said as such.</summary>
    public IEnumerable<RawRecord> Rows()
    {
        using var records = Records().GetEnumerator();
        while (MoveNext(records))
        {
            if (records.Current.Number >= Columns.FirstDataRecord && !records.Current.IsBlank)
                yield return records.Current;
        }
    }

    /// <summary>The headings as the file has them; the known names where it has none.</summary>
    public IEnumerable<string> Headings(ImportKind kind) =>
        Columns.HasHeading
            ? Records().First(record => record.Number == Columns.FirstDataRecord - 1).Cells.Select(cell => cell.Text)
            : ColumnMap.ColumnsOf(kind);

    public static RecordFile Open(Stream content, string fileName, ImportKind kind, string? sheet) =>
        LooksLikeWorkbook(content) ? WorkbookFile.Open(content, kind, sheet)
        : Path.GetExtension(fileName).Equals(".xls", StringComparison.OrdinalIgnoreCase)
            ? throw new UnreadableFileException("Berkas .xls lama tidak dibaca. Simpan ulang di Excel sebagai .xlsx atau .csv.")
            : CsvFile.Open(content, kind);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract IEnumerable<RawRecord> Records();

    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>The sentence for a file in which the heading of this kind was not found, or lacks what is needed.</summary>
    protected static ColumnMap Require(ColumnMap? map, ImportKind kind)
    {
        if (map is null)
        {
            throw new UnreadableFileException($"Baris judul {ImportKinds.Words.Label(kind)} tidak ditemukan dalam {ColumnMap.HeadingSearchDepth} baris pertama. "
                + "Periksa jenis berkas yang dipilih, atau lembar yang dimaksud.");
        }
        return map.MissingOf(kind) is { Count: > 0 } missing
            ? throw new UnreadableFileException($"Kolom yang belum ada: {string.Join(", ", missing)}. Tambahkan dari berkas asal.")
            : map;
    }

    /// <summary>The libraries throw whatever the damage leads to; none of it says more to the user, and the text may quote cells.</summary>
    protected static bool IsDamage(Exception exception) => exception is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException
        or CsvFormatException or EndOfStreamException or NullReferenceException or ArgumentException or FormatException;

    protected static UnreadableFileException Damaged() =>
        new("Berkas ini rusak atau bukan CSV/Excel yang utuh. Buka di Excel, simpan ulang sebagai .xlsx atau .csv, lalu unggah lagi.");

    private static bool MoveNext(IEnumerator<RawRecord> records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged();
        }
    }

    private static bool LooksLikeWorkbook(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        var read = content.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        content.Position = 0;
        return read == 4 && start is [(byte)'P', (byte)'K', 3, 4];
    }
}

/// <summary>The file cannot be read at all; the message says what to do and is shown as it is.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);
