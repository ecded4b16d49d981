using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>Bytes in the syntax of PDF. Numbers are written with at most a few decimals and never by culture.</summary>
internal sealed class PdfBuffer
{
    private const int LongestInteger = 20;

    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public PdfBuffer Cleared()
    {
        Length = 0;
        return this;
    }

    public PdfBuffer Raw(ReadOnlySpan<byte> syntax)
    {
        syntax.CopyTo(Room(syntax.Length));
        Length += syntax.Length;
        return this;
    }

    public PdfBuffer Byte(byte value)
    {
        if (Length == _bytes.Length) Room(1);
        _bytes[Length++] = value;
        return this;
    }

    public PdfBuffer Integer(long value)
    {
        Utf8Formatter.TryFormat(value, Room(LongestInteger), out var length);
        Length += length;
        return this;
    }

    /// <summary>A hundredth of a point (0.0035 mm) is finer than any printer.</summary>
    public PdfBuffer Number(float value) => Decimal(value, 100);

    /// <summary>A share from 0 to 1, as colours want it.</summary>
    public PdfBuffer Share(float value) => Decimal(value, 1000);

    public PdfBuffer Reference(int number) => Integer(number).Raw(" 0 R"u8);

    /// <summary>A name of plain letters and digits, as all names of papers are.</summary>
    public PdfBuffer Name(string name)
    {
        Byte((byte)'/');
        foreach (var letter in name) Byte((byte)letter);
        return this;
    }

    /// <summary>A text string: plain when it is ASCII, otherwise UTF-16 with its mark.</summary>
    public PdfBuffer Text(string text)
    {
        if (!Ascii.IsValid(text)) return HexString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);
        Byte((byte)'(');
        foreach (var letter in text)
            if (letter is '(' or ')' or '\\') Byte((byte)'\\').Byte((byte)letter);
            else if (letter < ' ') Raw(Encoding.ASCII.GetBytes("\\" + Convert.ToString(letter, 8).PadLeft(3, '0')));
            else Byte((byte)letter);
        return Byte((byte)')');
    }

    public PdfBuffer Date(DateTimeOffset instant)
    {
        var zone = instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        return Text(instant.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + zone + "'");
    }

    public PdfBuffer HexString(ReadOnlySpan<byte> bytes)
    {
        Byte((byte)'<');
        foreach (var value in bytes) Hex(value);
        return Byte((byte)'>');
    }

    public PdfBuffer Hex(ushort value) => Hex((byte)(value >> 8)).Hex((byte)value);

    private PdfBuffer Hex(byte value) => Byte(HexDigit(value >> 4)).Byte(HexDigit(value & 0xF));

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        return _bytes.AsSpan(Length);
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private PdfBuffer Decimal(float value, int scale)
    {
        if (!float.IsFinite(value)) throw new InvalidOperationException("A measure of the page is not a number.");
        var scaled = (long)MathF.Round(value * scale);
        if (scaled < 0) Byte((byte)'-');
        var (whole, part) = Math.DivRem(Math.Abs(scaled), scale);
        Integer(whole);
        if (part is 0) return this;
        Byte((byte)'.');
        for (var digit = scale / 10; part > 0; digit /= 10)
        {
            Byte((byte)('0' + part / digit));
            part %= digit;
        }
        return this;
    }
}
