using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Photos;

/// <summary>A photo with nothing in it but the picture: no place, no camera, no words, no second file behind its end.</summary>
public sealed record CleanPhoto(byte[] Bytes, PhotoFormat Format, int Width, int Height, int Turn)
{
    public string MediaType => MediaTypeOf(Format);

    public static string MediaTypeOf(PhotoFormat format) => format is PhotoFormat.Png ? "image/png" : "image/jpeg";

    /// <summary>Judges by the bytes alone; a name or type that came along means nothing.</summary>
    public static Outcome Of(ReadOnlySpan<byte> source, out CleanPhoto? photo)
    {
        photo = null;
        try
        {
            if (JpegReader.Begins(source))
                photo = JpegReader.Strip(source);
            else if (PngReader.Begins(source))
                photo = PngReader.Strip(source);
            else
                return Outcome.Refuse(Unreadable(source));
            return Outcome.Accepted;
        }
        catch (PhotoException refused)
        {
            return Outcome.Refuse(refused.Message);
        }
    }

    internal static void RequireSize(int width, int height)
    {
        if (width <= 0 || height <= 0)
            throw new PhotoException("Foto ini rusak: ukurannya tidak tertulis. Ambil foto lagi.");
        if ((long)width * height > PhotoLimits.MostPixels)
            throw new PhotoException($"Foto ini terlalu besar ({width} × {height} titik). Ambil lagi dengan ukuran paling besar 40 megapiksel.");
    }

    private static string Unreadable(ReadOnlySpan<byte> source)
    {
        if (source.IsEmpty)
            return "Berkas foto ini kosong. Pilih foto lagi.";
        if (source.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..])
            return "Berkas ini bukan foto, melainkan SVG atau halaman web, apa pun namanya. Pilih foto JPEG atau PNG.";
        if (source.Length > 12 && source[4..8].SequenceEqual("ftyp"u8))
            return "Foto HEIC atau video belum bisa dibaca. Atur kamera ke JPEG, atau pilih foto JPEG atau PNG.";
        return "Berkas ini bukan foto JPEG atau PNG. Pilih foto dengan bentuk itu.";
    }
}

/// <summary>A photo cannot be used; the sentence says why and what to do.</summary>
internal sealed class PhotoException(string sentence) : Exception(sentence);
