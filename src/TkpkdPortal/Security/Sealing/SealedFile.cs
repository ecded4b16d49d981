using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TkpkdPortal.Security.Sealing;

/// <summary>
/// A file at rest in sealed chunks, so that an upload of any size never lies readable on the disk. A chunk's number and whether it is the
/// last are authenticated with it: chunks cannot be swapped, dropped or cut off.
/// </summary>
public static class SealedFile
{
    internal const int ChunkLength = 64 * 1024, NonceLength = 12, TagLength = 16, SealedChunkLength = NonceLength + ChunkLength + TagLength;

    /// <summary>Writes the source sealed and returns its plain length; more than <paramref name="maxLength"/> is refused and leaves no file.</summary>
    public static async Task<long> WriteAsync(Stream source, string path, SealingKeys keys, Guid id, long maxLength, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var length = await SealAsync(source, file, keys, id, maxLength, ct);
            file.Flush(flushToDisk: true);
            return length;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>The plain bytes, seekable; nothing of them is written anywhere.</summary>
    public static Stream OpenRead(string path, SealingKeys keys, Guid id) => new SealedReadStream(File.OpenRead(path), keys, id);

    internal static byte[] AssociatedData(Guid id, long number, bool isLast)
    {
        var data = new byte[29];
        BinaryPrimitives.WriteInt32LittleEndian(data, (int)SealedField.UploadChunk);
        id.TryWriteBytes(data.AsSpan(4));
        BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(20), number);
        data[28] = isLast ? (byte)1 : (byte)0;
        return data;
    }

    private static async Task<long> SealAsync(Stream source, FileStream file, SealingKeys keys, Guid id, long maxLength, CancellationToken ct)
    {
        using var aes = new AesGcm(keys.Data, TagLength);
        var (current, next) = (new byte[ChunkLength], new byte[ChunkLength]);
        var length = await source.ReadAtLeastAsync(current, ChunkLength, throwOnEndOfStream: false, ct);
        long total = length;
        for (long number = 0; ; number++)
        {
            var nextLength = length < ChunkLength ? 0 : await source.ReadAtLeastAsync(next, ChunkLength, throwOnEndOfStream: false, ct);
            total += nextLength;
            if (total > maxLength)
                throw new UploadTooLargeException(maxLength);
            await file.WriteAsync(SealChunk(aes, current.AsSpan(0, length), AssociatedData(id, number, isLast: nextLength == 0)), ct);
            if (nextLength == 0)
                return total;
            (current, next, length) = (next, current, nextLength);
        }
    }

    private static byte[] SealChunk(AesGcm aes, ReadOnlySpan<byte> plain, byte[] associatedData)
    {
        var chunk = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(chunk.AsSpan(0, NonceLength));
        aes.Encrypt(chunk.AsSpan(0, NonceLength), plain, chunk.AsSpan(NonceLength, plain.Length), chunk.AsSpan(^TagLength..), associatedData);
        return chunk;
    }
}

/// <summary>The upload is larger than an office's file can be.</summary>
public sealed class UploadTooLargeException(long maxLength) : IOException($"The upload is larger than {maxLength} bytes.");
