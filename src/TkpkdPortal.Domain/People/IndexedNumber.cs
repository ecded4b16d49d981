namespace TkpkdPortal.Domain.People;

/// <summary>A sealed number together with its keyed blind index: two equal numbers have the same index, and nobody without the key can guess one.</summary>
public sealed record IndexedNumber(SealedNumber Number, byte[] Index)
{
    public const int IndexLength = 32;
}
