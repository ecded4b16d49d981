using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Domain.Offices;

/// <summary>The regional office that this database belongs to. Its area is stored at the first start and never changes: another code is refused.</summary>
public sealed class Office : IHasVersion
{
    public const int NameMaxLength = 150, AddressMaxLength = 300;

    private Office() => AreaCode = "";

    public Office(string areaCode, DateTime at) => (AreaCode, CreatedAt) = (areaCode, at);

    public long Id { get; private set; }

    public string AreaCode { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Invented persons are in the register: every page and paper says DATA UJI.</summary>
    public bool HasTestData { get; private set; }

    /// <summary>What the office has set for itself; null while it goes by what follows from its area and from the server's settings.</summary>
    public OfficeTerms? Terms { get; private set; }

    public int Version { get; private set; }

    public void MarkTestData() => HasTestData = true;

    /// <summary>Takes new names and lines, or refuses what a paper could not bear.</summary>
    public Outcome Change(OfficeTerms terms)
    {
        if (new[] { terms.TeamName, terms.Secretariat, terms.Government, terms.Unit }.Any(line => line.Length is 0 or > NameMaxLength))
            return Outcome.Refuse($"Nama tim, sekretariat, pemerintah, dan unit diisi, masing-masing paling banyak {NameMaxLength} huruf.");
        if (terms.Address.Length > AddressMaxLength || terms.OfficerName.Length > NameMaxLength || terms.OfficerEmail.Length > NameMaxLength)
            return Outcome.Refuse("Alamat atau nama pejabat terlalu panjang.");
        if (IndonesianZone.FromLabel(terms.Zone) is null)
            return Outcome.Refuse("Zona waktu adalah WIB, WITA, atau WIT.");
        if (!Enum.IsDefined(terms.Sheet))
            return Outcome.Refuse("Kertas adalah A4 atau F4.");
        Terms = terms;
        return Outcome.Accepted;
    }
}

/// <summary>The sheet on which an office prints its papers: F4, folio of 215 × 330 mm, is what many still write their letters on. What is stored keeps the sheet that it was made for.</summary>
public enum SheetSize
{
    A4,
    F4,
}

/// <summary>How the office calls itself on pages and papers, when its days begin, and whom families turn to.</summary>
public sealed record OfficeTerms
{
    /// <summary>"TKPKD Kabupaten Kutai Timur".</summary>
    public required string TeamName { get; init; }

    /// <summary>"Bappeda Kabupaten Kutai Timur".</summary>
    public required string Secretariat { get; init; }

    /// <summary>First line of the letterhead.</summary>
    public required string Government { get; init; }

    /// <summary>Second line of the letterhead.</summary>
    public required string Unit { get; init; }

    /// <summary>Address, telephone, site and e-mail as the letterhead has them; empty leaves the line out.</summary>
    public string Address { get; init; } = "";

    /// <summary>WIB, WITA or WIT.</summary>
    public required string Zone { get; init; }

    public SheetSize Sheet { get; init; }

    public string OfficerName { get; init; } = "";

    public string OfficerEmail { get; init; } = "";
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

    /// <summary>Adds one behind those that are there, or refuses what no paper could cite.</summary>
    public static Outcome Add(int number, string? text, DateOnly? from, out LegalBasis? basis)
    {
        basis = null;
        var written = text?.Trim() ?? "";
        if (written.Length is < 10 or > TextMaxLength)
            return Outcome.Refuse($"Tulis judul peraturan lengkap dengan nomor dan tahunnya, paling banyak {TextMaxLength} huruf.");
        if (from is not { } day)
            return Outcome.Refuse("Isi tanggal mulai berlakunya.");
        basis = new LegalBasis(number, written, day, null);
        return Outcome.Accepted;
    }

    /// <summary>It was in force up to this day; papers of earlier days go on citing it.</summary>
    public Outcome EndOn(DateOnly lastDay)
    {
        if (ValidUntil is not null)
            return Outcome.Refuse("Dasar hukum ini sudah berakhir.");
        if (lastDay < ValidFrom)
            return Outcome.Refuse("Hari terakhirnya lebih awal daripada hari mulai berlakunya.");
        ValidUntil = lastDay;
        return Outcome.Accepted;
    }
}
