using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Imports;

/// <summary>State of an import: uploaded, judged and staged out of sight, looked at by a person, published in one step, or ended without effect.</summary>
public enum ImportState
{
    Queued = 1,
    Staging = 2,
    Publishing = 3,
    Published = 4,
    DryRunDone = 5,
    Failed = 6,
    Interrupted = 7,

    /// <summary>An upload whose headings nobody knows: it lies sealed until a person has said which column is which.</summary>
    AwaitingColumns = 8,

    /// <summary>Judged and staged; a person has to look at the counts and publish it.</summary>
    Judged = 9,
    Cancelled = 10,

    /// <summary>Was published and has been taken back as a whole.</summary>
    Undone = 11,
}

/// <summary>The words for <see cref="ImportState"/>.</summary>
public static class ImportStateWords
{
    public static CodedValues<ImportState> Values { get; } = new(
        (ImportState.Queued, "Menunggu giliran"), (ImportState.Staging, "Diperiksa"), (ImportState.Publishing, "Diterbitkan"),
        (ImportState.Published, "Dimuat"), (ImportState.DryRunDone, "Hanya diperiksa"), (ImportState.Failed, "Berhenti karena galat"),
        (ImportState.Interrupted, "Terputus, tidak ada yang dimuat"), (ImportState.AwaitingColumns, "Menunggu kolom dicocokkan"),
        (ImportState.Judged, "Menunggu diterbitkan"), (ImportState.Cancelled, "Dibatalkan, tidak ada yang dimuat"),
        (ImportState.Undone, "Dicabut setelah dimuat"));
}
