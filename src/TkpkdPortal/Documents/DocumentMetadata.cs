namespace TkpkdPortal.Documents;

/// <summary>
/// What a document says of itself. Date and identity come from the stored snapshot, never from a clock or a random
/// number, so that composing again gives the same bytes.
/// </summary>
public sealed record DocumentMetadata
{
    public required string Title { get; init; }

    public required string Author { get; init; }

    public string Language { get; init; } = "id-ID";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Any text that names this very paper, such as the snapshot with its fingerprint.</summary>
    public required string Identity { get; init; }
}
