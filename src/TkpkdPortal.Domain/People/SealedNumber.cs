namespace TkpkdPortal.Domain.People;

/// <summary>
/// A NIK or KK number at rest: the encrypted bytes and the mask that pages show. The blind index for look-up stands beside it in the row.
/// </summary>
public sealed record SealedNumber(byte[] Bytes, string Mask)
{
    public const int BytesMaxLength = 64;

    public bool Equals(SealedNumber? other) => other is not null && Mask == other.Mask && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => HashCode.Combine(Mask, Bytes.Length);

    public override string ToString() => Mask;
}
