using System.Buffers.Binary;
using System.IO.Compression;

namespace TkpkdPortal.Documents.Pdf;

/// <summary>
/// The objects of a PDF 1.7 file: numbered as reserved, written as they are finished. Small objects are packed into
/// compressed object streams, without which the tags of a long table would be larger than its pages.
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerPack = 200;

    private readonly Stream _stream;
    private readonly List<Place> _places = [new(PlaceKind.Free, 0, 0)];
    private readonly PdfBuffer _scratch = new();
    private readonly PdfBuffer _pack = new();
    private readonly List<(int Number, int Offset)> _packed = [];
    private int _packNumber;
    private long _position;

    public PdfFile(Stream stream)
    {
        _stream = stream;
        // The second line of bytes above 127 tells transfer programs that the file is binary.
        Emit("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"u8);
    }

    public int Reserve()
    {
        _places.Add(new Place(PlaceKind.Free, 0, 0));
        return _places.Count - 1;
    }

    /// <summary>Writes a small object: a dictionary, an array or a number.</summary>
    public void Write(int number, PdfBuffer content)
    {
        if (_packed.Count is 0) _packNumber = Reserve();
        _places[number] = new Place(PlaceKind.Packed, _packNumber, _packed.Count);
        _packed.Add((number, _pack.Length));
        _pack.Raw(content.Written).Byte((byte)'\n');
        if (_packed.Count == ObjectsPerPack) FlushPack();
    }

    /// <summary>Writes a stream; the entries are those of its dictionary without length and filter.</summary>
    public void WriteStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        using var deflated = new MemoryStream(data.Length / 2);
        using (var deflate = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(data);
        _places[number] = new Place(PlaceKind.Plain, _position, 0);
        WriteStreamObject(number, entries, deflated.GetBuffer().AsSpan(0, (int)deflated.Length), isDeflated: true);
    }

    /// <summary>Metadata is left readable, so that it can be found without inflating.</summary>
    public void WritePlainStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        _places[number] = new Place(PlaceKind.Plain, _position, 0);
        WriteStreamObject(number, entries, data, isDeflated: false);
    }

    public void Finish(int catalog, int information, ReadOnlySpan<byte> identifier)
    {
        FlushPack();
        var number = Reserve();
        var start = _position;
        _places[number] = new Place(PlaceKind.Plain, start, 0);
        var entries = new PdfBuffer().Raw("/Type/XRef/W[1 4 2]/Size "u8).Integer(_places.Count)
            .Raw("/Root "u8).Reference(catalog).Raw("/Info "u8).Reference(information)
            .Raw("/ID["u8).HexString(identifier).HexString(identifier).Raw("]"u8);
        WriteStream(number, entries.Written, CrossReferences());
        Emit(_scratch.Cleared().Raw("startxref\n"u8).Integer(start).Raw("\n%%EOF\n"u8).Written);
    }

    private byte[] CrossReferences()
    {
        const int width = 7;
        var table = new byte[_places.Count * width];
        for (var number = 0; number < _places.Count; number++)
        {
            var entry = table.AsSpan(number * width, width);
            var place = _places[number];
            entry[0] = (byte)place.Kind;
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], (uint)place.Position);
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)place.Index);
        }
        return table;
    }

    private void FlushPack()
    {
        if (_packed.Count is 0) return;
        var index = new PdfBuffer();
        foreach (var (number, offset) in _packed) index.Integer(number).Raw(" "u8).Integer(offset).Raw(" "u8);
        var first = index.Length;
        index.Raw(_pack.Written);
        var entries = new PdfBuffer().Raw("/Type/ObjStm/N "u8).Integer(_packed.Count).Raw("/First "u8).Integer(first);
        WriteStream(_packNumber, entries.Written, index.Written);
        _packed.Clear();
        _pack.Cleared();
    }

    private void WriteStreamObject(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data, bool isDeflated)
    {
        Emit(_scratch.Cleared().Integer(number).Raw(" 0 obj\n<<"u8).Raw(entries)
            .Raw(isDeflated ? "/Filter/FlateDecode/Length "u8 : "/Length "u8).Integer(data.Length).Raw(">>\nstream\n"u8).Written);
        Emit(data);
        Emit("\nendstream\nendobj\n"u8);
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }

    private enum PlaceKind : byte
    {
        Free = 0,
        Plain = 1,
        Packed = 2,
    }

    private readonly record struct Place(PlaceKind Kind, long Position, int Index);
}
