namespace TkpkdPortal.Domain.Assistance;

/// <summary>What a rule on overlapping aid is about.</summary>
public enum OverlapKind
{
    /// <summary>One program twice for one receiver and period.</summary>
    SameProgramAndPeriod = 1,

    /// <summary>Two programs of which a family may have only one in a period.</summary>
    Exclusive = 2,

    /// <summary>A program that one house gets once in so many years.</summary>
    OncePerHouse = 3,

    /// <summary>One NIK in two families that both receive aid.</summary>
    PersonInTwoFamilies = 4,

    /// <summary>One family card in two villages that both give aid.</summary>
    FamilyInTwoVillages = 5,

    /// <summary>Two programs that are meant to go together: said so, that nobody takes them for double.</summary>
    Completing = 6,
}

/// <summary>What a rule states. Years are budget years; the number of years counts from one grant to the next.</summary>
public sealed record OverlapTerms(OverlapKind Kind, int FromYear, string? Source)
{
    public ProgramGroup? First { get; init; }

    public ProgramGroup? Second { get; init; }

    public int? Years { get; init; }
}

/// <summary>
/// Aturan tumpang tindih: when two pieces of aid are looked at as double, from one budget year to another, with the regulation that says so. A rule only marks; aid goes on until a person decides.
/// </summary>
public sealed class OverlapRule : IHasPublicId, IHasVersion
{
    public const int SourceMaxLength = 300, MostYears = 30;

    private OverlapRule() => Source = "";

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public OverlapKind Kind { get; private set; }

    public ProgramGroup? First { get; private set; }

    public ProgramGroup? Second { get; private set; }

    /// <summary>Of <see cref="OverlapKind.OncePerHouse"/>: a second grant within so many years is looked at.</summary>
    public int? Years { get; private set; }

    public int FromYear { get; private set; }

    /// <summary>The last budget year for which it holds; null while no end is known.</summary>
    public int? ToYear { get; private set; }

    /// <summary>The regulation, or why the office holds it so.</summary>
    public string Source { get; private set; }

    /// <summary>Who set it; null for those that the portal brings.</summary>
    public long? UserId { get; private set; }

    public DateTime? At { get; private set; }

    public long? EndedById { get; private set; }

    public int Version { get; private set; }

    /// <summary>The rules that every office begins with (samples: "Double aid"; domain: types of duplication); an office ends what its year's regulation says otherwise.</summary>
    public static IReadOnlyList<OverlapRule> Given { get; } =
    [
        Portal(1, OverlapKind.SameProgramAndPeriod, "Satu penerima, satu kali per periode."),
        Portal(2, OverlapKind.Exclusive, "BLT Dana Desa untuk keluarga yang belum menerima PKH. Sesuaikan dengan peraturan Dana Desa tahun berjalan.", ProgramGroup.DanaDesaCash, ProgramGroup.Pkh),
        Portal(3, OverlapKind.Exclusive, "BLT Dana Desa untuk keluarga yang belum menerima Sembako. Sesuaikan dengan peraturan Dana Desa tahun berjalan.", ProgramGroup.DanaDesaCash, ProgramGroup.Sembako),
        Portal(4, OverlapKind.OncePerHouse, "Satu rumah diperbaiki sekali dalam sepuluh tahun. Sesuaikan dengan pedoman yang berlaku.", ProgramGroup.HouseRepair, years: 10),
        Portal(5, OverlapKind.PersonInTwoFamilies, "Satu NIK hanya pada satu kartu keluarga (UU 24/2013)."),
        Portal(6, OverlapKind.FamilyInTwoVillages, "Satu kartu keluarga hanya pada satu desa atau kelurahan (UU 24/2013)."),
        Portal(7, OverlapKind.Completing, "PKH dan Sembako memang diberikan bersama.", ProgramGroup.Pkh, ProgramGroup.Sembako),
        Portal(8, OverlapKind.Completing, "Iuran jaminan kesehatan melengkapi PKH.", ProgramGroup.Pkh, ProgramGroup.InsuranceContribution),
        Portal(9, OverlapKind.Completing, "PIP melengkapi PKH.", ProgramGroup.Pkh, ProgramGroup.SchoolGrant),
    ];

    public bool IsPair => Pairs(Kind);

    public bool HoldsIn(int year) => year >= FromYear && (ToYear is not { } last || year <= last);

    /// <summary>Sets a rule beside those that are there, or refuses with what to mend.</summary>
    public static Outcome Set(OverlapTerms terms, IEnumerable<OverlapRule> others, long userId, DateTime at, out OverlapRule? rule)
    {
        rule = null;
        if (Judge(terms) is { IsAccepted: false } refused)
            return refused;
        var fresh = new OverlapRule
        {
            PublicId = Guid.CreateVersion7(),
            Kind = terms.Kind,
            First = terms.First,
            Second = Pairs(terms.Kind) ? terms.Second : null,
            Years = terms.Kind is OverlapKind.OncePerHouse ? terms.Years : null,
            FromYear = terms.FromYear,
            Source = terms.Source!.Trim(),
            UserId = userId,
            At = at,
        };
        if (others.FirstOrDefault(other => other.Contradicts(fresh)) is { } held)
            return Outcome.Refuse($"Untuk hal yang sama sudah ada aturan: {held.Sentence} Akhiri dulu yang lama, paling lambat tahun {fresh.FromYear - 1}.");
        rule = fresh;
        return Outcome.Accepted;
    }

    /// <summary>The rule holds for the last time in the year; what was found and decided under it stays.</summary>
    public Outcome EndAfter(int year, long userId)
    {
        if (ToYear is { } ended && ended <= year)
            return Outcome.Refuse($"Aturan ini sudah berakhir dengan tahun {ended}.");
        if (year < FromYear - 1 || year > AidProgram.LastYear)
            return Outcome.Refuse($"Tulis tahun anggaran terakhir, paling awal {FromYear - 1}: aturan ini mulai tahun {FromYear}.");
        (ToYear, EndedById) = (year, userId);
        return Outcome.Accepted;
    }

    /// <summary>"BLT Dana Desa dan PKH tidak diterima bersama dalam satu periode."</summary>
    public string Sentence => Kind switch
    {
        OverlapKind.SameProgramAndPeriod => "Program yang sama tidak diterima dua kali dalam satu periode.",
        OverlapKind.Exclusive => $"{Word(First)} dan {Word(Second)} tidak diterima bersama dalam satu periode.",
        OverlapKind.OncePerHouse => $"{Word(First)}: satu rumah paling banyak sekali dalam {Years} tahun.",
        OverlapKind.PersonInTwoFamilies => "Satu NIK tidak menerima bantuan lewat dua keluarga.",
        OverlapKind.FamilyInTwoVillages => "Satu keluarga tidak menerima bantuan di dua desa atau kelurahan.",
        _ => $"{Word(First)} dan {Word(Second)} saling melengkapi: bukan bantuan ganda.",
    };

    private static Outcome Judge(OverlapTerms terms)
    {
        if (terms.FromYear is < AidProgram.FirstYear or > AidProgram.LastYear)
            return Outcome.Refuse($"Tahun mulai antara {AidProgram.FirstYear} dan {AidProgram.LastYear}.");
        if (string.IsNullOrWhiteSpace(terms.Source))
            return Outcome.Refuse("Tulis dasar aturannya: peraturan, pedoman, atau kesepakatan rapat.");
        if (Pairs(terms.Kind) && (terms.First is null || terms.Second is null || terms.First == terms.Second))
            return Outcome.Refuse("Pilih dua jenis program yang berbeda.");
        return terms.Kind is OverlapKind.OncePerHouse && (terms.First is null || terms.Years is not (>= 1 and <= MostYears))
            ? Outcome.Refuse($"Pilih jenis programnya dan tulis jumlah tahun antara 1 dan {MostYears}.") : Outcome.Accepted;
    }

    // An exclusive and a completing pair say opposite things of the same two; otherwise one rule of a kind holds for the same programs.
    private bool Contradicts(OverlapRule other) => (ToYear is not { } last || last >= other.FromYear) && (Kind == other.Kind || (IsPair && other.IsPair))
        && ((First == other.First && Second == other.Second) || (IsPair && First == other.Second && Second == other.First));

    private static bool Pairs(OverlapKind kind) => kind is OverlapKind.Exclusive or OverlapKind.Completing;

    private static string Word(ProgramGroup? group) => ProgramGroupWords.Values.Label(group ?? default);

    private static OverlapRule Portal(int number, OverlapKind kind, string source, ProgramGroup? first = null, ProgramGroup? second = null, int? years = null) => new()
    {
        Id = number,
        PublicId = new Guid(0x0ea10000 + number, 0, 0, new byte[8]),
        Kind = kind,
        First = first,
        Second = second,
        Years = years,
        FromYear = AidProgram.FirstYear,
        Source = source,
    };
}
