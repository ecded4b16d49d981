namespace TkpkdPortal.Domain.Lists;

/// <summary>
/// One issue of a list, such as "P3KE 2023": every figure names the release it comes from and its date. What a release says
/// of a household is never changed afterwards.
/// </summary>
public sealed class ListRelease : IHasPublicId, IHasVersion
{
    public const int NameMaxLength = 100;

    private ListRelease() => Name = "";

    public ListRelease(SourceList list, string name, DateOnly releasedOn, int dataYear)
    {
        PublicId = Guid.CreateVersion7();
        (List, Name, ReleasedOn, DataYear) = (list, name.Trim(), releasedOn, dataYear);
        Terms = new ReleaseTerms { Owner = list.Owner(), LegalBasis = list.LegalBasis() };
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

    /// <summary>Who set the list up, by which rule, and by which record it was handed over.</summary>
    public ReleaseTerms Terms { get; private set; } = ReleaseTerms.None;

    public int Version { get; private set; }

    /// <summary>States origin and hand-over; what the release says of families does not change by it.</summary>
    public Outcome State(ReleaseTerms terms, DateOnly today)
    {
        if (terms.HandedOverOn > today)
            return Outcome.Refuse("Tanggal berita acara serah terima belum lewat.");
        if (string.IsNullOrWhiteSpace(terms.HandOverNumber) != (terms.HandedOverOn is null))
            return Outcome.Refuse("Nomor dan tanggal berita acara serah terima diisi bersama, atau keduanya dikosongkan.");
        Terms = terms;
        return Outcome.Accepted;
    }

    public void BecomeKnown(DateTime utc) => KnownFrom ??= utc;

    /// <summary>Since when nothing of it holds any more, because its imports were taken back; questions about a day before still find it.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Nothing of it is left. Its name becomes free for the next try, which may bear another date.</summary>
    public void Withdraw(DateTime utc)
    {
        var suffix = string.Create(System.Globalization.CultureInfo.InvariantCulture, $", dicabut {utc:yyyy-MM-dd HH.mm.ss}");
        (Name, WithdrawnAt) = ($"{(Name.Length + suffix.Length > NameMaxLength ? Name[..(NameMaxLength - suffix.Length)] : Name)}{suffix}", utc);
    }

    /// <summary>"P3KE 2023": the name of the list once, and then what tells this release from the others.</summary>
    public string Title => TitleOf(List, Name);

    public static string TitleOf(SourceList list, string name) =>
        name.StartsWith(list.Label(), StringComparison.OrdinalIgnoreCase) ? name : $"{list.Label()} {name}";
}
