namespace TkpkdPortal.Domain.Offices;

/// <summary>
/// A named person's word, once a quarter, that everybody who can see the data of an area still has to (UU 27/2022 Ps 37). It is never
/// changed; who held what on that day is told by the dated assignments.
/// </summary>
public sealed class AccessReview : IHasPublicId, IHasArea
{
    public const int NoteMaxLength = 1000, ConfirmedByMaxLength = 150;

    private AccessReview() => (AreaCode, ConfirmedBy, Note) = ("", "", "");

    private AccessReview(string areaCode, Quarter quarter, DateOnly on, DateTime at) =>
        (AreaCode, Year, Number, ReviewedOn, ConfirmedAt, PublicId, ConfirmedBy, Note) = (areaCode, quarter.Year, quarter.Number, on, at, Guid.CreateVersion7(), "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string AreaCode { get; private set; }

    public int Year { get; private set; }

    /// <summary>Quarter of the year, 1 to 4.</summary>
    public int Number { get; private set; }

    /// <summary>Day whose assignments were looked through.</summary>
    public DateOnly ReviewedOn { get; private set; }

    public DateTime ConfirmedAt { get; private set; }

    public long ConfirmedById { get; private set; }

    /// <summary>Name and office of whoever answers for it, as a paper would be signed.</summary>
    public string ConfirmedBy { get; private set; }

    public string Note { get; private set; }

    /// <summary>Accounts that held a role on the day.</summary>
    public int Accounts { get; private set; }

    /// <summary>Roles that were held on the day.</summary>
    public int Held { get; private set; }

    public Quarter Quarter => new(Year, Number);

    /// <summary>Confirms what was held on a day, or refuses a word that nobody stands behind or that says nothing.</summary>
    public static Outcome Confirm(string areaCode, DateOnly on, DateTime at, long userId, string? by, string? note, (int Accounts, int Held) counts, out AccessReview? review)
    {
        review = null;
        var (name, text) = (by?.Trim() ?? "", note?.Trim() ?? "");
        if (name.Length is 0 or > ConfirmedByMaxLength)
            return Outcome.Refuse($"Tulis nama dan jabatan yang mengesahkan, paling banyak {ConfirmedByMaxLength} huruf.");
        if (text.Length is < 10 or > NoteMaxLength)
            return Outcome.Refuse("Tulis apa yang diperiksa dan apa yang diubah, paling sedikit satu kalimat.");
        if (counts.Held == 0)
            return Outcome.Refuse("Tidak ada tugas yang berlaku pada hari itu; belum ada yang bisa ditinjau.");
        review = new AccessReview(areaCode, Quarter.Of(on), on, at) { ConfirmedById = userId, ConfirmedBy = name, Note = text, Accounts = counts.Accounts, Held = counts.Held };
        return Outcome.Accepted;
    }
}

/// <summary>A quarter of a year: triwulan I to IV.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    private static readonly string[] Numerals = ["I", "II", "III", "IV"];

    public DateOnly FirstDay => new(Year, (Number * 3) - 2, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>"triwulan IV 2026".</summary>
    public override string ToString() => $"triwulan {Numerals[Number - 1]} {Year}";
}
