using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>How far a round of verification is: PERSIAPAN, BERJALAN, MUSKEL, VALIDASI, PENETAPAN, SELESAI.</summary>
public enum RoundState
{
    Preparation = 1,
    Running = 2,
    Deliberation = 3,
    Validation = 4,
    Decree = 5,
    Finished = 6,
}

/// <summary>The words for <see cref="RoundState"/>, and how far each lets people go.</summary>
public static class RoundStateWords
{
    public static CodedValues<RoundState> Values { get; } = new(
        (RoundState.Preparation, "Persiapan"), (RoundState.Running, "Berjalan"), (RoundState.Deliberation, "Musyawarah"), (RoundState.Validation, "Validasi"),
        (RoundState.Decree, "Penetapan"), (RoundState.Finished, "Selesai"));

    /// <summary>Somebody may still take a step with a household.</summary>
    public static bool IsOpen(this RoundState state) => state is not (RoundState.Preparation or RoundState.Finished);
}
