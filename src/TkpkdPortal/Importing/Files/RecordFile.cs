using System.Xml;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Importing.Files;

/// <summary>A file as records of cells, and where its columns stand. Whatever stands above the heading is passed over.</summary>
public abstract class RecordFile : IDisposable
{
    /// <summary>No sheet and no list is longer; a file that claims to be is not read to its end.</summary>
    public const int MaxRecords = 2_000_000;

    /// <summary>Longest text that a cell of Excel holds; a longer one is a quote that was never closed, or no list.</summary>
    public const int MaxCellLength = 32_767;

    public required ColumnMap Columns { get; init; }

    /// <summary>Roughly how many records there are, for the progress; null where the file does not tell.</summary>
    public int? EstimatedRecords { get; protected init; }

    /// <summary>All records below the heading that hold anything; damage that shows only further down is said as such, and so is a file of none.</summary>
    public IEnumerable<RawRecord> Rows()
    {
        using var records = Records().GetEnumerator();
        var (read, hasRows) = (0, false);
        while (MoveNext(records, read))
        {
            read = records.Current.Number;
            RefuseOversized(records.Current);
            if (read < Columns.FirstDataRecord || !Columns.IsRow(records.Current))
                continue;
            hasRows = true;
            yield return records.Current;
        }
        if (!hasRows)
        {
            throw new UnreadableFileException($"Tidak ada baris data mulai baris {Columns.FirstDataRecord}, di bawah baris judul. "
                + "Periksa berkas atau lembar yang dipilih, lalu unggah lagi.");
        }
    }

    /// <summary>The headings as the file has them; the known names where it has none.</summary>
    public IEnumerable<string> Headings(ImportKind kind) => Columns.HasHeading ? Columns.Headings : FileLayout.ColumnsOf(kind);

    /// <summary>What the file is, its first bytes tell; its name may say anything.</summary>
    public static RecordFile Open(Stream content, FileLayout layout, string? sheet) => Open(content, new HeadingFinder(layout), sheet);

    /// <summary>The same, with the profiles that may tell where the columns stand.</summary>
    public static RecordFile Open(Stream content, HeadingFinder finder, string? sheet)
    {
        return IsBook(content) ? WorkbookFile.OpenBook(content, finder, sheet) : CsvFile.OpenText(content, finder);
    }

    /// <summary>The first records of a file of any layout, for a person who says which column is which.</summary>
    public static IReadOnlyList<RawRecord> Peek(Stream content, string? sheet, int most) => IsBook(content) ? WorkbookFile.PeekBook(content, sheet, most) : CsvFile.PeekText(content, most);

    private static bool IsBook(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (read == 0)
            throw new UnreadableFileException("Berkas kosong (0 byte). Pilih berkas yang berisi daftar, lalu unggah lagi.");
        return start switch
        {
            [(byte)'P', (byte)'K', 3, 4] => true,
            // The container of Excel 97 and of every workbook that is locked with a password.
            [0xD0, 0xCF, 0x11, 0xE0] => throw new UnreadableFileException("Buku kerja ini dikunci kata sandi atau berformat .xls lama. "
                + "Buka di Excel, hapus kata sandinya, simpan sebagai .xlsx atau .csv, lalu unggah lagi."),
            _ => false,
        };
    }

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
    protected static ColumnMap Require(ColumnMap? map, HeadingFinder finder)
    {
        var layout = finder.Layout;
        if (map is null && finder.Only is { } profile)
            throw new UnknownHeadingException($"Judul kolom berkas ini bukan yang dikenal profil “{profile.Name}”. Pilih profil lain, atau cocokkan kolomnya di halaman impor.");
        if (map is null)
        {
            throw new UnknownHeadingException($"Baris judul {layout.Title} tidak ditemukan dalam {ColumnMap.HeadingSearchDepth} baris pertama. "
                + "Periksa jenis berkas yang dipilih, atau lembar yang dimaksud.");
        }
        return map.MissingOf(layout) is { Count: > 0 } missing
            ? throw new UnknownHeadingException($"Kolom yang belum ada: {string.Join(", ", missing)}. Tambahkan dari berkas asal.")
            : map;
    }

    /// <summary>The libraries throw whatever the damage leads to; none of it says more to the user, and the text may quote cells.</summary>
    protected static bool IsDamage(Exception exception) => exception is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException
        or CsvFormatException or EndOfStreamException or NullReferenceException or ArgumentException or FormatException;

    protected static UnreadableFileException Damaged() =>
        new("Berkas ini rusak atau bukan CSV/Excel yang utuh. Buka di Excel, simpan ulang sebagai .xlsx atau .csv, lalu unggah lagi.");

    /// <summary>The records before any damage: a heading is looked for among them, and the damage is told with its row when the rows are read.</summary>
    protected static IEnumerable<RawRecord> UntilDamage(IEnumerable<RawRecord> records)
    {
        using var all = records.GetEnumerator();
        for (var read = 0; ; read++)
        {
            try
            {
                if (!all.MoveNext())
                    yield break;
            }
            catch (Exception exception) when (read > 0 && IsDamage(exception))
            {
                yield break;
            }
            yield return all.Current;
        }
    }

    private void RefuseOversized(RawRecord record)
    {
        var cells = record.AsSpan();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Text.Length > MaxCellLength)
                throw BadCell(record.Number, i, $"isi sel lebih dari {Indonesian.Number(MaxCellLength)} huruf. Biasanya sebuah tanda kutip tidak ditutup.");
        }
    }

    /// <summary>The sentence for a cell that makes the rest of the file unreliable.</summary>
    protected UnreadableFileException BadCell(int row, int column, string what) =>
        new($"Baris {Indonesian.Number(row)}, kolom {Columns.NameAt(column) ?? $"ke-{column + 1}"}: {what} Perbaiki baris itu di berkas asal, lalu unggah lagi.");

    private static bool MoveNext(IEnumerator<RawRecord> records, int read)
    {
        try
        {
            return records.MoveNext();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw DamagedAfter(read);
        }
    }

    private static UnreadableFileException DamagedAfter(int row) => row == 0 ? Damaged()
        : new($"Berkas ini tidak terbaca lagi sesudah baris {Indonesian.Number(row)}: rusak, terpotong, atau sebuah tanda kutip tidak ditutup. "
            + "Periksa baris berikutnya di berkas asal, simpan ulang, lalu unggah lagi.");
}

/// <summary>The file cannot be read at all; the message says what to do and is shown as it is.</summary>
public class UnreadableFileException(string message) : Exception(message);

/// <summary>The file can be read, but not which column is which; somebody who knows the file can say so.</summary>
public sealed class UnknownHeadingException(string message) : UnreadableFileException(message);
