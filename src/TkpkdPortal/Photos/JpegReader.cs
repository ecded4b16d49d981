using System.Buffers.Binary;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Photos;

/// <summary>
/// Walks the segments of a JPEG and keeps those that make the picture: tables, frame, scans. Notes of cameras and programs (EXIF, XMP,
/// comments, thumbnails) and whatever follows the end are left out.
/// </summary>
internal static class JpegReader
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Exif = 0xE1, Adobe = 0xEE;

    private const string Broken = "Foto ini rusak. Ambil foto lagi.", CutOff = "Foto ini terpotong: bagian akhirnya tidak ada. Kirim atau ambil foto lagi.";

    private static readonly byte[] Tables = [0xDB, 0xC4, 0xDD];

    public static bool Begins(ReadOnlySpan<byte> source) => source is [0xFF, StartOfImage, 0xFF, ..];

    public static CleanPhoto Strip(ReadOnlySpan<byte> source)
    {
        var kept = new MemoryStream(source.Length);
        kept.Write(source[..2]);
        var (at, width, height, turn, scans) = (2, 0, 0, 0, 0);
        for (var part = 0; part < PhotoLimits.MostParts; part++)
        {
            var marker = MarkerAt(source, ref at);
            if (marker is EndOfImage)
            {
                if (scans == 0)
                    throw new PhotoException(Broken);
                kept.Write([0xFF, EndOfImage]);
                return new CleanPhoto(kept.ToArray(), PhotoFormat.Jpeg, width, height, turn);
            }
            var segment = SegmentAt(source, at);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    if (width != 0)
                        throw new PhotoException(Broken);
                    (width, height) = ReadFrame(segment);
                    Keep(kept, marker, segment);
                    break;
                case StartOfScan:
                    if (width == 0 || ++scans > PhotoLimits.MostScans)
                        throw new PhotoException(Broken);
                    Keep(kept, marker, segment);
                    var end = EndOfScan(source, at + 2 + segment.Length);
                    kept.Write(source[(at + 2 + segment.Length)..end]);
                    at = end;
                    continue;
                case Exif when turn == 0:
                    turn = TurnOf(segment);
                    break;
                case Adobe when segment.Length == 12 && segment.StartsWith("Adobe"u8):
                    // Says how the colours were stored, and nothing else.
                    Keep(kept, marker, segment);
                    break;
                case >= 0xE0:
                    break;
                default:
                    if (!Tables.Contains(marker))
                        throw new PhotoException("Jenis JPEG ini tidak didukung. Simpan foto sebagai JPEG biasa.");
                    Keep(kept, marker, segment);
                    break;
            }
            at += 2 + segment.Length;
        }
        throw new PhotoException(Broken);
    }

    // Any number of fill bytes may stand before a marker.
    private static byte MarkerAt(ReadOnlySpan<byte> source, ref int at)
    {
        if (at >= source.Length)
            throw new PhotoException(CutOff);
        if (source[at] != 0xFF)
            throw new PhotoException(Broken);
        while (at < source.Length && source[at] == 0xFF)
            at++;
        return at < source.Length ? source[at++] : throw new PhotoException(CutOff);
    }

    private static ReadOnlySpan<byte> SegmentAt(ReadOnlySpan<byte> source, int at)
    {
        if (at + 2 > source.Length)
            throw new PhotoException(CutOff);
        int length = BinaryPrimitives.ReadUInt16BigEndian(source[at..]);
        if (length < 2)
            throw new PhotoException(Broken);
        return at + length <= source.Length ? source.Slice(at + 2, length - 2) : throw new PhotoException(CutOff);
    }

    private static (int Width, int Height) ReadFrame(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8 || frame[5] is not (1 or 3) || frame.Length != 6 + (3 * frame[5]))
            throw new PhotoException("Jenis JPEG ini tidak didukung. Simpan foto sebagai JPEG biasa.");
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        CleanPhoto.RequireSize(width, height);
        return (width, height);
    }

    // Inside a scan a marker is 0xFF with anything behind it but the stuffed zero and the restart marks.
    private static int EndOfScan(ReadOnlySpan<byte> source, int at)
    {
        while (true)
        {
            var next = source[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= source.Length)
                throw new PhotoException(CutOff);
            at += next;
            if (source[at + 1] is not (0 or >= 0xD0 and <= 0xD7 or 0xFF))
                return at;
            at += source[at + 1] == 0xFF ? 1 : 2;
        }
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        kept.Write(head);
        kept.Write(segment);
    }

    // The one note that is needed: how the camera was held. Anything odd in the notes means upright.
    private static int TurnOf(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 20)
            return 0;
        var notes = segment[6..];
        var isLittle = notes[0] == (byte)'I';
        var at = (int)Math.Min(Number(notes, 4, 4, isLittle), int.MaxValue / 2);
        if (at + 2 > notes.Length)
            return 0;
        var count = (int)Number(notes, at, 2, isLittle);
        for (var entry = at + 2; count > 0 && entry + 12 <= notes.Length; entry += 12, count--)
        {
            if (Number(notes, entry, 2, isLittle) == 0x0112)
                return Number(notes, entry + 8, 2, isLittle) switch { 3 or 4 => 180, 5 or 6 => 90, 7 or 8 => 270, _ => 0 };
        }
        return 0;
    }

    private static uint Number(ReadOnlySpan<byte> notes, int at, int length, bool isLittle) => length == 2
        ? isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(notes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(notes[at..])
        : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(notes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(notes[at..]);
}
