namespace TkpkdPortal.Domain.Lists;

/// <summary>
/// One issue of a list, such as "P3KE 2023": every figure names the release it comes from and its date. What a release says
/// of a household is never changed afterwards.
/// </summary>
public sealed class ListRelease : IHasPublicId
{
    public const int NameMaxLength = 100;

    private ListRelease() => Name = "";

    public ListRelease(SourceList list, string name, DateOnly releasedOn, int dataYear)
    {
        PublicId = Guid.CreateVersion7();
        (List, Name, ReleasedOn, DataYear) = (list, name.Trim(), releasedOn, dataYear);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public SourceList List { get; private set; }

    public string Name { get; private set; }

    public DateOnly ReleasedOn { get; private set; }

    /// <summary>Year that ages and flags refer to; ages are judged at its 31 December.</summary>
    public int DataYear { get; private set; }

    /// <summary>Since when the first import of the release is published; until then nobody sees it.</summary>
    public DateTime? KnownFrom { get; private set; }

    public void BecomeKnown(DateTime utc) => KnownFrom ??= utc;

    /// <summary>"P3KE 2023": the name of the list once, and then what tells this release from the others.</summary>
    public string Title => TitleOf(List, Name);

    public static string TitleOf(SourceList list, string name) =>
        name.StartsWith(list.Label(), StringComparison.OrdinalIgnoreCase) ? name : $"{list.Label()} {name}";
}
