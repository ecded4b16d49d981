namespace TkpkdPortal.Domain.Offices;

/// <summary>The regional office that this database belongs to. Its area is stored at the first start and never changes: another code is refused.</summary>
public sealed class Office
{
    private Office() => AreaCode = "";

    public Office(string areaCode, DateTime at) => (AreaCode, CreatedAt) = (areaCode, at);

    public long Id { get; private set; }

    public string AreaCode { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Invented persons are in the register: every page and paper says DATA UJI.</summary>
    public bool HasTestData { get; private set; }

    public void MarkTestData() => HasTestData = true;
}

/// <summary>A legal basis of the work, valid between two days; a paper cites those that are in force on its day.</summary>
public sealed class LegalBasis
{
    public const int TextMaxLength = 400;

    private LegalBasis() => Text = "";

    public LegalBasis(int number, string text, DateOnly validFrom, DateOnly? validUntil) =>
        (Number, Text, ValidFrom, ValidUntil) = (number, text, validFrom, validUntil);

    public long Id { get; private set; }

    /// <summary>Order of citation.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day in force; null while in force.</summary>
    public DateOnly? ValidUntil { get; private set; }
}
