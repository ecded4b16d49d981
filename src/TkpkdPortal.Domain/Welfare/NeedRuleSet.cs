namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// Aturan kebutuhan: one numbered set of terms with its source, who adopted it and why. The newest is in force from the day of its adoption; an older one is never changed, so
/// that a need can be read with the rules under which it was found.
/// </summary>
public sealed class NeedRuleSet : IHasPublicId, IHasVersion
{
    public const int SourceMaxLength = 300, ReasonMaxLength = 300;

    public const string GivenSource = "Bawaan portal: Kepmenko PMK 30/2022, Inpres 8/2025, katalog variabel DTSEN";

    private NeedRuleSet() => (Source, Reason, Terms) = ("", "", NeedTerms.Given);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    /// <summary>1 is the program's own; the newest is in force.</summary>
    public int Number { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The rule or decision that it rests on.</summary>
    public string Source { get; private set; }

    public string Reason { get; private set; }

    public NeedTerms Terms { get; private set; }

    /// <summary>Who adopted it; null for the program's own.</summary>
    public long? AdoptedById { get; private set; }

    public DateTime AdoptedAt { get; private set; }

    /// <summary>The last day as of which the whole register was judged by it; null while that is still to be done.</summary>
    public DateOnly? JudgedOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>The rules with which an office begins.</summary>
    public static NeedRuleSet First(DateOnly today, DateTime utc) => new()
    {
        PublicId = Guid.CreateVersion7(),
        Number = 1,
        ValidFrom = today,
        Source = GivenSource,
        Reason = "Aturan awal, dipersempit di tiga tempat: jaminan kesehatan, balita, dan yang tidak bekerja",
        AdoptedAt = utc,
    };

    /// <summary>The set after this one. It comes into force at once: a preview would not hold for a later day, on which children are older.</summary>
    public Outcome Follow(NeedTerms terms, string? source, string? reason, long userId, DateOnly today, DateTime utc, out NeedRuleSet? next)
    {
        next = null;
        if (terms.Check() is { IsAccepted: false } refused)
            return refused;
        if (terms == Terms)
            return Outcome.Refuse($"Isinya sama dengan aturan nomor {Number} yang sedang berlaku.");
        if (string.IsNullOrWhiteSpace(source))
            return Outcome.Refuse("Tulis dasar aturan ini: peraturan, keputusan, atau berita acara rapat.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis mengapa aturan diubah.");
        next = new NeedRuleSet
        {
            PublicId = Guid.CreateVersion7(),
            Number = Number + 1,
            ValidFrom = today,
            Source = source.Trim(),
            Reason = reason.Trim(),
            Terms = terms,
            AdoptedById = userId,
            AdoptedAt = utc,
        };
        return Outcome.Accepted;
    }

    /// <summary>Every household was judged by it as of the day.</summary>
    public void Judged(DateOnly day) => JudgedOn = day;

    /// <summary>Households came in that were judged by older rules.</summary>
    public void JudgeAgain() => JudgedOn = null;

    public NeedRules On(DateOnly day) => new(Terms, day);
}
