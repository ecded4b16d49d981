namespace TkpkdPortal.Domain.Lists;

/// <summary>
/// Where a release comes from and how the office got it. By-name data are handed over against a berita acara serah terima (BAST) that says for what
/// they may be used; who processes personal data has to be able to show it (UU 27/2022 Ps 20, 31).
/// </summary>
public sealed record ReleaseTerms
{
    public const int OwnerMaxLength = 150, LegalBasisMaxLength = 200, HandOverNumberMaxLength = 80, RecipientMaxLength = 150, PurposeMaxLength = 300;

    public static ReleaseTerms None { get; } = new();

    public string? Owner { get; init; }

    public string? LegalBasis { get; init; }

    public string? HandOverNumber { get; init; }

    public DateOnly? HandedOverOn { get; init; }

    /// <summary>Who received it for the office.</summary>
    public string? Recipient { get; init; }

    /// <summary>What the office may use it for, in the words of the hand-over.</summary>
    public string? Purpose { get; init; }
}
