namespace TkpkdPortal.Photos;

/// <summary>
/// What a photo may be. Only baseline and progressive JPEG and PNG are read; pixels are never decoded, so that a picture of any size costs
/// as much memory as its file. Other forms (HEIC, WebP, GIF, SVG, TIFF) are refused by what they begin with, whatever they are called.
/// </summary>
public static class PhotoLimits
{
    /// <summary>A phone scales and re-encodes before it sends.</summary>
    public const int MostFromPhone = 300 * 1024;

    /// <summary>As a camera makes it, by the form on a page.</summary>
    public const int MostFromForm = 10 * 1024 * 1024;

    /// <summary>A form with a photo of each kind.</summary>
    public const int MostOfAForm = 40 * 1024 * 1024;

    public const int MostOfAPiece = 64 * 1024;

    public const long MostPixels = 40_000_000;

    /// <summary>More segments or chunks than any camera writes.</summary>
    public const int MostParts = 4_000;

    /// <summary>Each scan makes a reader walk over all pixels once more.</summary>
    public const int MostScans = 100;
}
