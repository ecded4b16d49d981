using System.Buffers.Binary;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Photos;

/// <summary>Walks the chunks of a PNG and keeps those that make the picture; texts, EXIF, animations and whatever follows the end are left out.</summary>
internal static class PngReader
{
    private const int Frame = 12;

    private const string Broken = "Foto ini rusak. Ambil foto lagi.", CutOff = "Foto ini terpotong: bagian akhirnya tidak ada. Kirim atau ambil foto lagi.";

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(RemainderOf)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> source) => source.StartsWith(Signature);

    public static CleanPhoto Strip(ReadOnlySpan<byte> source)
    {
        var kept = new MemoryStream(source.Length);
        kept.Write(Signature);
        var (at, width, height, hasPicture) = (Signature.Length, 0, 0, false);
        for (var part = 0; part < PhotoLimits.MostParts; part++)
        {
            var chunk = ChunkAt(source, at);
            at += chunk.Length;
            var type = chunk[4..8];
            if (type.SequenceEqual("IHDR"u8) != (width == 0))
                throw new PhotoException(Broken);
            if (type.SequenceEqual("IHDR"u8))
                (width, height) = ReadHeader(chunk[8..^4]);
            hasPicture |= type.SequenceEqual("IDAT"u8);
            if (MakesThePicture(type))
                kept.Write(chunk);
            if (!type.SequenceEqual("IEND"u8))
                continue;
            return hasPicture ? new CleanPhoto(kept.ToArray(), PhotoFormat.Png, width, height, Turn: 0) : throw new PhotoException(Broken);
        }
        throw new PhotoException(Broken);
    }

    private static bool MakesThePicture(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8);

    // Length, type, data and the checksum over the last two.
    private static ReadOnlySpan<byte> ChunkAt(ReadOnlySpan<byte> source, int at)
    {
        if (at + Frame > source.Length)
            throw new PhotoException(CutOff);
        var length = BinaryPrimitives.ReadUInt32BigEndian(source[at..]);
        if (length > source.Length - at - Frame)
            throw new PhotoException(CutOff);
        var chunk = source.Slice(at, (int)length + Frame);
        return ChecksumOf(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) ? chunk : throw new PhotoException(Broken);
    }

    private static (int Width, int Height) ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13 || header[8] is not (1 or 2 or 4 or 8 or 16) || header[9] is not (0 or 2 or 3 or 4 or 6) || header[10] != 0 || header[11] != 0 || header[12] > 1)
            throw new PhotoException(Broken);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        if (width > int.MaxValue || height > int.MaxValue)
            throw new PhotoException(Broken);
        CleanPhoto.RequireSize((int)width, (int)height);
        return ((int)width, (int)height);
    }

    // CRC-32 of the PNG specification.
    private static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
            sum = Remainders[(byte)(sum ^ one)] ^ (sum >> 8);
        return ~sum;
    }

    private static uint RemainderOf(int start)
    {
        var sum = (uint)start;
        for (var bit = 0; bit < 8; bit++)
            sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
        return sum;
    }
}
