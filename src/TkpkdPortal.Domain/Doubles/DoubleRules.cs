namespace TkpkdPortal.Domain.Doubles;

/// <summary>
/// Aturan ganda: the weights that hold from a day on, with a number that every pair keeps. A new set never changes an old one, so that a decision can be read with the
/// weights under which it was asked.
/// </summary>
public sealed class DoubleRules
{
    public const int NoteMaxLength = 300;

    /// <summary>The weights of the program, until an office sets its own (docs/decisions/0033).</summary>
    public static readonly DoubleRules Given = new() { ValidFrom = new DateOnly(2026, 11, 26), Note = "Bawaan portal" };

    private DoubleRules() => Note = "";

    public long Id { get; private set; }

    /// <summary>1 and on; 0 are the weights of the program.</summary>
    public int Number { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public DoubleWeights Weights { get; private init; } = new();

    /// <summary>Why the office changed them.</summary>
    public string Note { get; private init; }

    public long? SetById { get; private init; }

    public DateTime? SetAt { get; private init; }

    public static Outcome Set(DoubleWeights weights, int number, DateOnly validFrom, string? note, DateOnly today, long userId, DateTime utc, out DoubleRules? rules)
    {
        rules = null;
        if (weights.Check() is { IsAccepted: false } refused)
            return refused;
        if (validFrom < today)
            return Outcome.Refuse("Aturan baru berlaku mulai hari ini atau kemudian: pasangan yang sudah ditanyakan tidak dinilai ulang ke belakang.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis mengapa bobot diubah.");
        rules = new DoubleRules { Number = number, ValidFrom = validFrom, Weights = weights, Note = note.Trim(), SetById = userId, SetAt = utc };
        return Outcome.Accepted;
    }
}
