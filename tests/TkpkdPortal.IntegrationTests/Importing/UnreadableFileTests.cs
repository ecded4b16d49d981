using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Exporting;
using TkpkdPortal.Importing.Files;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>Files that no list can be read from: each is refused with a sentence that says what to do, and none brings the portal down.</summary>
public sealed class UnreadableFileTests
{
    private const string Headings = "id_keluarga_P3KE,kode_kemdagri,desil_kesejahteraan,alamat,kepala_keluarga,nik,resiko_stunting,jenis_kelamin,tanggal_lahir,padan_dukcapil,pekerjaan,"
        + "penerima_bpnt,penerima_bpum,penerima_bst,penerima_pkh,penerima_sembako";

    private const string Row = "627123000001,6271041004,1,JL. UJI,BUDI UJI,,0,Laki-laki,1980-02-03,Ya,Petani,Tidak,Tidak,Tidak,Tidak,Tidak";

    private static readonly int CellLength = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 100_000_000 : 10_000_000;

    public static TheoryData<string, string> Files => new()
    {
        { "empty", "Berkas kosong" },
        { "blank lines only", "Baris judul P3KE keluarga tidak ditemukan" },
        { "without a heading", "Baris judul P3KE keluarga tidak ditemukan" },
        { "a column short", "Kolom yang belum ada: resiko_stunting" },
        { "with a gigantic cell", "Baris 3, kolom alamat: isi sel lebih dari 32.767 huruf" },
        { "with an open quote", "Baris 3, kolom id_keluarga_P3KE: sebuah tanda kutip tidak ditutup" },
        { "locked with a password", "dikunci kata sandi" },
        { "a cut workbook", "Berkas ini rusak" },
        { "a zip that is no workbook", "Berkas ini rusak" },
        { "a zip bomb", "Isi buku kerja terlalu besar" },
        { "a zip bomb that forges its size", "Berkas ini tidak terbaca lagi" },
        { "a workbook with a DTD", "Berkas ini rusak" },
        { "a workbook with macros", "berisi makro" },
        { "a workbook with a cell of many megabytes", "Baris 2, kolom id_keluarga_P3KE: isi sel lebih dari 32.767 huruf" },
        { "a workbook with its rows in disorder", "tidak terbaca lagi sesudah baris 2" },
        { "another sheet", "Lembar yang ada: keluarga" },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_read_is_refused_with_a_sentence_that_says_what_to_do(string what, string sentence)
    {
        var bytes = await FileAsync(what);

        var refused = Assert.ThrowsAny<UnreadableFileException>(() =>
        {
            using var file = RecordFile.Open(new MemoryStream(bytes), ImportKind.P3keFamilies, what == "another sheet" ? "individu" : null);
            return file.Rows().Count();
        });

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_csv_of_one_or_two_bytes_a_character_reads_the_same(string encoding)
    {
        var into = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. into.GetPreamble(), .. into.GetBytes(string.Join('\n', Headings, Row.Replace("BUDI", "RENÉ", StringComparison.Ordinal), ""))];

        using var file = RecordFile.Open(new MemoryStream(bytes), ImportKind.P3keFamilies, sheet: null);

        Assert.Equal("RENÉ UJI", Assert.Single(file.Rows())[4].Text);
    }

    private static async Task<byte[]> FileAsync(string what) => what switch
    {
        "empty" => [],
        "blank lines only" => "\n\n\n"u8.ToArray(),
        "without a heading" => Encoding.UTF8.GetBytes("ini,bukan,daftar\n1,2,3\n"),
        "a column short" => Encoding.UTF8.GetBytes(string.Join('\n', Headings.Replace("resiko_stunting", "lain", StringComparison.Ordinal), Row)),
        "with a gigantic cell" => Encoding.UTF8.GetBytes(string.Join('\n', Headings, Row, Row.Replace("JL. UJI", new string('A', 40_000), StringComparison.Ordinal))),
        "with an open quote" => Encoding.UTF8.GetBytes(string.Join('\n', Headings, Row, "\"" + Row, Row, Row)),
        "locked with a password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]],
        "a cut workbook" => (await WorkbookAsync())[..400],
        "a zip that is no workbook" => Zip(("catatan.txt", "halo")),
        "a zip bomb" => Zip(("xl/worksheets/sheet1.xml", new string(' ', 60_000_000))),
        "a workbook with a DTD" => Changed(await WorkbookAsync(), xml => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + xml[xml.IndexOf("<x:worksheet", StringComparison.Ordinal)..]),
        "a zip bomb that forges its size" => Forged(Changed(await WorkbookAsync(), xml => xml.Replace("</x:sheetData>", new string(' ', 80_000_000) + "</x:sheetData>", StringComparison.Ordinal))),
        "a workbook with macros" => WithMacros(await WorkbookAsync()),
        "a workbook with a cell of many megabytes" => Changed(await WorkbookAsync(), xml => xml.Replace("627123000001", Noise(CellLength), StringComparison.Ordinal)),
        "a workbook with its rows in disorder" => Changed(await WorkbookAsync(), xml => Numbered(xml, 1, 2, 2)),
        _ => await WorkbookAsync(),
    };

    private static Task<byte[]> WorkbookAsync() => WorkbookWriter.WriteAsync("keluarga", Headings.Split(','), new[] { Row.Split(','), Row.Split(',') }.ToAsyncEnumerable(), default);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Changed(byte[] workbook, Func<string, string> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(entry => entry.FullName.Contains("sheet", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
                xml = reader.ReadToEnd();
            var name = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(change(xml));
        }
        return bytes.ToArray();
    }

    // Letters that do not pack, so that the file is as large as it says.
    private static string Noise(int length)
    {
        var random = new Random(5);
        return string.Create(length, random, (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = (char)('A' + source.Next(26));
        });
    }

    // The directory of the archive says that the sheet unpacks to little.
    private static byte[] Forged(byte[] workbook)
    {
        const int SizeInDirectory = 24, NameInDirectory = 46, SizeInHeader = 22;
        var bytes = workbook.ToArray();
        for (var i = 0; i < bytes.Length - NameInDirectory; i++)
        {
            var at = bytes.AsSpan(i);
            if (at.StartsWith("PK\u0001\u0002"u8) && at[NameInDirectory..].StartsWith("xl/worksheets/"u8))
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i + SizeInDirectory), 2_000);
            else if (at.StartsWith("PK\u0003\u0004"u8) && at[30..].StartsWith("xl/worksheets/"u8))
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i + SizeInHeader), 2_000);
        }
        return bytes;
    }

    private static byte[] WithMacros(byte[] workbook)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true))
            document.ChangeDocumentType(SpreadsheetDocumentType.MacroEnabledWorkbook);
        return bytes.ToArray();
    }

    private static string Numbered(string xml, params int[] numbers)
    {
        var parts = xml.Split("<x:row");
        return string.Concat(parts.Select((part, i) => i == 0 ? part : $"<x:row r=\"{numbers[i - 1]}\"{part}"));
    }
}
