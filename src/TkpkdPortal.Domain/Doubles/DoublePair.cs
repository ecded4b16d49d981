using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>What became of two families that may be one.</summary>
public enum DoubleState
{
    /// <summary>Nobody has decided; aid goes on for both.</summary>
    Waiting = 1,

    /// <summary>They are one, and one of the two records has gone into the other.</summary>
    Same = 2,

    /// <summary>They are two, and nobody is asked again.</summary>
    Different = 3,

    /// <summary>Somebody looked and could not tell; it stays with the note. Aid goes on.</summary>
    Unsure = 4,

    /// <summary>They are alike no more, or one of them is no longer in the register.</summary>
    Gone = 5,
}

/// <summary>
/// Pasangan ganda: two families of the register that may be one, with the parts of the score that brought them together. It waits for a person; until then both keep what
/// they have. Whoever lives in one of the two areas sees it, and may decide only where both are the own.
/// </summary>
public sealed class DoublePair : IHasPublicId, IHasVersion, IHoldsPersonalData
{
    public const int NoteMaxLength = 1000;

    private readonly List<DoubleDecision> _decisions = [];

    private DoublePair() => (FirstAreaCode, SecondAreaCode, Parts) = ("", "", "");

    public DoublePair(long id, FoundDouble found, string firstAreaCode, string secondAreaCode, int rulesNumber, DateTime at)
        : this()
    {
        (Id, PublicId, FirstId, SecondId, State, FoundAt) = (id, Guid.CreateVersion7(), found.FirstId, found.SecondId, DoubleState.Waiting, at);
        Take(found, firstAreaCode, secondAreaCode, rulesNumber);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    /// <summary>The household that has been in the register longer.</summary>
    public long FirstId { get; private set; }

    public long SecondId { get; private set; }

    public string FirstAreaCode { get; private set; }

    public string SecondAreaCode { get; private set; }

    /// <summary>The member of each who is most alike.</summary>
    public long FirstPersonId { get; private set; }

    public long SecondPersonId { get; private set; }

    public DoubleKind Kind { get; private set; }

    public int Score { get; private set; }

    /// <summary>As <see cref="ScorePart.Write"/> has them.</summary>
    public string Parts { get; private set; }

    public int RulesNumber { get; private set; }

    public DateTime FoundAt { get; private set; }

    public DoubleState State { get; private set; }

    public int Version { get; private set; }

    /// <summary>All that was ever decided of it, the first first.</summary>
    public IReadOnlyList<DoubleDecision> Decisions => _decisions;

    public bool IsOpen => State is DoubleState.Waiting or DoubleState.Unsure;

    /// <summary>Found again: what waits takes the new score, what was alike no more waits again, and a decision stands.</summary>
    public bool FindAgain(FoundDouble found, string firstAreaCode, string secondAreaCode, int rulesNumber)
    {
        if (State is DoubleState.Same or DoubleState.Different)
            return false;
        var before = (Kind, Score, Parts, FirstPersonId, SecondPersonId, FirstAreaCode, SecondAreaCode, RulesNumber, State);
        Take(found, firstAreaCode, secondAreaCode, rulesNumber);
        if (State is DoubleState.Gone)
            State = DoubleState.Waiting;
        return before != (Kind, Score, Parts, FirstPersonId, SecondPersonId, FirstAreaCode, SecondAreaCode, RulesNumber, State);
    }

    /// <summary>Not found again; what somebody was unsure of stays with its note.</summary>
    public bool Disappear()
    {
        if (State is not DoubleState.Waiting)
            return false;
        State = DoubleState.Gone;
        return true;
    }

    public Outcome KeepApart(long userId, string? note, DateTime at) => Decide(DoubleState.Different, userId, note, at, "Tulis apa yang membedakan kedua keluarga ini.");

    public Outcome LeaveUnsure(long userId, string? note, DateTime at) => Decide(DoubleState.Unsure, userId, note, at, "Tulis apa yang belum jelas dan apa yang perlu diperiksa.");

    public Outcome Unite(long userId, string? note, DateTime at) => Decide(DoubleState.Same, userId, note, at, "Tulis dari mana diketahui bahwa keduanya satu keluarga.");

    /// <summary>A decision is taken back and the two wait again; a merge has been undone before.</summary>
    public Outcome Reopen(long userId, string? note, DateTime at)
    {
        if (State is not (DoubleState.Same or DoubleState.Different))
            return Outcome.Refuse("Pasangan ini belum diputuskan.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis mengapa keputusan ini dicabut.");
        return Record(DoubleState.Waiting, userId, note, at);
    }

    private Outcome Decide(DoubleState state, long userId, string? note, DateTime at, string withoutNote)
    {
        if (!IsOpen)
            return Outcome.Refuse(State is DoubleState.Gone ? "Pasangan ini tidak mirip lagi; tidak ada yang perlu diputuskan." : $"Pasangan ini sudah diputuskan: {DoubleWords.States.Label(State).ToLowerInvariant()}.");
        return string.IsNullOrWhiteSpace(note) ? Outcome.Refuse(withoutNote) : Record(state, userId, note, at);
    }

    private Outcome Record(DoubleState state, long userId, string note, DateTime at)
    {
        State = state;
        _decisions.Add(new DoubleDecision(state, userId, note.Trim(), at));
        return Outcome.Accepted;
    }

    private void Take(FoundDouble found, string firstAreaCode, string secondAreaCode, int rulesNumber)
    {
        (Kind, Score, Parts, FirstPersonId, SecondPersonId) = (found.Kind, found.Score, ScorePart.Write(found.Parts), found.FirstPersonId, found.SecondPersonId);
        (FirstAreaCode, SecondAreaCode, RulesNumber) = (firstAreaCode, secondAreaCode, rulesNumber);
    }
}

/// <summary>Keputusan: what somebody decided of a pair, when and why. It is never changed; a decision that is taken back is another one.</summary>
public sealed class DoubleDecision : IHoldsPersonalData
{
    private DoubleDecision() => Note = "";

    internal DoubleDecision(DoubleState state, long userId, string note, DateTime at) => (State, UserId, Note, At) = (state, userId, note, at);

    public long Id { get; private set; }

    public long PairId { get; private set; }

    /// <summary>What the pair became; waiting where a decision was taken back.</summary>
    public DoubleState State { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public string Note { get; private set; }
}

/// <summary>The words for <see cref="DoubleState"/>.</summary>
public static class DoubleWords
{
    public static CodedValues<DoubleState> States { get; } = new(
        (DoubleState.Waiting, "Menunggu keputusan"), (DoubleState.Unsure, "Belum jelas"), (DoubleState.Same, "Satu keluarga, digabung"),
        (DoubleState.Different, "Dua keluarga berbeda"), (DoubleState.Gone, "Tidak mirip lagi"));
}
