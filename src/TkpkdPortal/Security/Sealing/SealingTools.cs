using System.Security.Cryptography;

namespace TkpkdPortal.Security.Sealing;

/// <summary>
/// What a thread seals and indexes with, made once: to schedule the key anew for each of millions of numbers took longer than to seal them. Neither cipher nor hash may be used by
/// two threads at once, so each thread has its own.
/// </summary>
internal sealed class SealingTools
{
    public const int NonceLength = 12, TagLength = 16;

    private const int NoncesAtOnce = 64;

    [ThreadStatic]
    private static SealingTools? _own;

    private readonly SealingKeys _keys;
    private readonly byte[] _nonces = new byte[NoncesAtOnce * NonceLength];
    private int _next = NoncesAtOnce;

    private SealingTools(SealingKeys keys) =>
        (_keys, Aes, Index) = (keys, new AesGcm(keys.Data, TagLength), IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.Index));

    public AesGcm Aes { get; }

    /// <summary>The keyed hash by which numbers are found.</summary>
    public IncrementalHash Index { get; }

    /// <summary>Those of the thread; a process has one set of keys, tests have several.</summary>
    public static SealingTools Of(SealingKeys keys) => _own is { } own && ReferenceEquals(own._keys, keys) ? own : _own = new SealingTools(keys);

    /// <summary>Twelve random bytes that were given to nobody else; drawn many at a time, since asking for them costs more than they do.</summary>
    public void NextNonce(Span<byte> nonce)
    {
        if (_next == NoncesAtOnce)
        {
            RandomNumberGenerator.Fill(_nonces);
            _next = 0;
        }
        var drawn = _nonces.AsSpan(_next++ * NonceLength, NonceLength);
        drawn.CopyTo(nonce);
        drawn.Clear();
    }
}
