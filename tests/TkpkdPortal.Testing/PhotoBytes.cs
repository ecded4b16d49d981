using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TkpkdPortal.Testing;

/// <summary>Photos made byte by byte: grey pictures that any viewer opens, with whatever a camera or a rogue puts around them.</summary>
public static class PhotoBytes
{
    /// <summary>Stands in every note of the corpus; it must be in nothing that the portal keeps.</summary>
    public const string Secret = "RAHASIA-LOKASI";

    /// <summary>A grey JPEG; the notes stand between its beginning and its tables.</summary>
    public static byte[] Jpeg(int width = 64, int height = 48, params byte[][] notes)
    {
        var blocks = ((width + 7) / 8) * ((height + 7) / 8);
        // A block is two zero bits: no difference to the one before, and nothing more.
        var scan = new byte[((blocks * 2) + 7) / 8];
        if (blocks % 4 != 0)
            scan[^1] = (byte)(0xFF >> (blocks % 4 * 2));
        return
        [
            0xFF, 0xD8, .. notes.SelectMany(note => note),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
            .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. scan, 0xFF, 0xD9,
        ];
    }

    /// <summary>What a phone's camera notes: how it was held (6: on its side), its maker, and where it was.</summary>
    public static byte[] Exif(byte orientation = 6)
    {
        var secret = Encoding.ASCII.GetBytes(Secret + "\0");
        var tiff = new List<byte>("MM\0*\0\0\0\b"u8.ToArray());
        tiff.AddRange([0, 3, 0x01, 0x0F, 0, 2, 0, 0, 0, (byte)secret.Length, 0, 0, 0, 50, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 80, 0, 0, 0, 0]);
        tiff.AddRange(secret);
        while (tiff.Count < 80)
            tiff.Add(0);
        tiff.AddRange([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'S', 0, 0, 0, 0, 0, 0, 0]);
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    public static byte[] Xmp() => Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>{Secret}</exif:GPSLatitude></x:xmpmeta>"));

    public static byte[] Comment() => Segment(0xFE, Encoding.ASCII.GetBytes(Secret));

    public static byte[] Png(int width = 32, int height = 24, bool withNotes = true)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(new byte[(width + 1) * Math.Min(height, 1000)]);
        byte[] notes = withNotes ? [.. Chunk("tEXt"u8, Encoding.ASCII.GetBytes($"Comment\0{Secret}")), .. Chunk("eXIf"u8, Encoding.ASCII.GetBytes(Secret))] : [];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. notes, .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>What is no photo, whatever it is called.</summary>
    public static byte[] Svg() => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert('{Secret}')</script></svg>");

    public static byte[] Html() => Encoding.UTF8.GetBytes($"\n <!DOCTYPE html><script>fetch('/keluarga')</script>{Secret}");

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), ChecksumOf(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    // CRC-32 as the specification of PNG has it, bit by bit.
    private static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
        }
        return ~sum;
    }
}
