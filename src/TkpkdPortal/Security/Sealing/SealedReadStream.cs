using System.Security.Cryptography;
using static TkpkdPortal.Security.Sealing.SealedFile;

namespace TkpkdPortal.Security.Sealing;

/// <summary>Opens a sealed file chunk by chunk as it is read; seekable, since a workbook is read from its end.</summary>
internal sealed class SealedReadStream : Stream
{
    private readonly FileStream _file;
    private readonly AesGcm _aes;
    private readonly Guid _id;
    private readonly byte[] _sealed = new byte[SealedChunkLength];
    private readonly byte[] _plain = new byte[ChunkLength];
    private readonly long _lastChunk;
    private long _openChunk = -1;

    public SealedReadStream(FileStream file, SealingKeys keys, Guid id)
    {
        (_file, _id, _aes) = (file, id, new AesGcm(keys.Data, TagLength));
        _lastChunk = (file.Length - 1) / SealedChunkLength;
        var lastSealed = file.Length - (_lastChunk * SealedChunkLength);
        if (lastSealed < NonceLength + TagLength)
            throw new InvalidDataException("The sealed file is damaged.");
        Length = (_lastChunk * ChunkLength) + lastSealed - NonceLength - TagLength;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var available = (int)Math.Min(buffer.Length, Length - Position);
        if (available <= 0)
            return 0;
        var (chunk, offset) = Math.DivRem(Position, ChunkLength);
        if (chunk != _openChunk)
            OpenChunk(chunk);
        var count = (int)Math.Min(available, ChunkLength - offset);
        _plain.AsSpan((int)offset, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _aes.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    private void OpenChunk(long chunk)
    {
        var start = chunk * SealedChunkLength;
        var length = (int)Math.Min(SealedChunkLength, _file.Length - start);
        RandomAccess.Read(_file.SafeFileHandle, _sealed.AsSpan(0, length), start);
        var plain = length - NonceLength - TagLength;
        _aes.Decrypt(_sealed.AsSpan(0, NonceLength), _sealed.AsSpan(NonceLength, plain), _sealed.AsSpan(length - TagLength, TagLength),
            _plain.AsSpan(0, plain), AssociatedData(_id, chunk, isLast: chunk == _lastChunk));
        _openChunk = chunk;
    }
}
