using System.Buffers.Binary;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>One table of a TrueType file; every read is checked, since the file is not ours.</summary>
internal readonly struct FontTable(string font, string tag, ReadOnlyMemory<byte> bytes)
{
    public string Font { get; } = font;

    public string Tag { get; } = tag;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public int Length => Bytes.Length;

    public byte Byte(int offset) => At(offset, 1)[0];

    public ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(At(offset, 2));

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(At(offset, 2));

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(At(offset, 4));

    public int Int32(int offset) => BinaryPrimitives.ReadInt32BigEndian(At(offset, 4));

    /// <summary>An unsigned offset or length of the file, refused when no file of ours could hold it.</summary>
    public int Offset(int offset) => UInt32(offset) is var value && value <= int.MaxValue ? (int)value : throw TooShort(offset);

    public ReadOnlySpan<byte> At(int offset, int length) =>
        offset >= 0 && length >= 0 && offset <= Length - length ? Bytes.Span.Slice(offset, length) : throw TooShort(offset);

    public FontTable From(int offset) =>
        offset >= 0 && offset <= Length ? new(Font, Tag, Bytes[offset..]) : throw TooShort(offset);

    public FontFormatException Bad(string reason) => new($"Font {Font}: table '{Tag}' {reason}.");

    private FontFormatException TooShort(int offset) => Bad($"has {Length} bytes and is read at {offset}; the file is truncated or damaged");
}
