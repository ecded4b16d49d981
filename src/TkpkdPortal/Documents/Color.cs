using System.Globalization;

namespace TkpkdPortal.Documents;

/// <summary>A printed colour.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static Color Black => default;

    public static Color White => new(255, 255, 255);

    /// <summary>Reads "#06323B".</summary>
    public static Color FromHex(string hex)
    {
        var value = uint.Parse(hex.AsSpan().TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Color((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    public override string ToString() => $"#{Red:X2}{Green:X2}{Blue:X2}";
}
