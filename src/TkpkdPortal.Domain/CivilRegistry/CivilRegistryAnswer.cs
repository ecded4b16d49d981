using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.CivilRegistry;

/// <summary>
/// Jawaban pemadanan: what the civil registry answered about one person, by which file and day. A later answer supersedes it and it stays; a
/// difference waits until the civil registry's officer says how it was dealt with. It changes no name, date or number by itself.
/// </summary>
public sealed class CivilRegistryAnswer : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int NoteMaxLength = 500, KeyLength = 32;

    public long Id { get; init; }

    public Guid PublicId { get; init; }

    /// <summary>Name of the delivery, as the order to load it says.</summary>
    public required string ReleaseName { get; init; }

    public DateOnly AnsweredOn { get; init; }

    public long BatchId { get; init; }

    public long ChangeSetId { get; init; }

    public long? SupersededById { get; init; }

    /// <summary>Record number in the file, as a spreadsheet shows it.</summary>
    public int RowNumber { get; init; }

    /// <summary>The person asked about; null where the register has none like it.</summary>
    public long? PersonId { get; init; }

    public long? HouseholdId { get; init; }

    /// <summary>Area of the household when the answer was loaded; of the import where nobody was found.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The name beside the answer.</summary>
    public required string Name { get; init; }

    public SealedNumber? Nik { get; init; }

    public CivilMatch Match { get; init; }

    public CivilMatchFields Fields { get; init; }

    /// <summary>What the civil registry has instead, as far as it says so.</summary>
    public string? ToldName { get; init; }

    public DateOnly? ToldBirthDate { get; init; }

    public Sex? ToldSex { get; init; }

    public SealedNumber? ToldNik { get; init; }

    public string? Note { get; init; }

    /// <summary>Keyed hash of whom the row is about: the same person in every delivery.</summary>
    public required byte[] FactKey { get; init; }

    public required byte[] ContentHash { get; init; }

    /// <summary>The cells as they were delivered, sealed.</summary>
    public required byte[] SealedRaw { get; init; }

    public CivilMatchSettlement? Settlement { get; private set; }

    public string? SettlementNote { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public long? SettledById { get; private set; }

    public int Version { get; private set; }

    /// <summary>The answer says what stands in the civil registry, so that the register can take it over.</summary>
    public bool HasCorrection => ToldName is not null || ToldBirthDate is not null || ToldSex is not null || ToldNik is not null;

    public bool IsOpen => Match is not CivilMatch.Agrees && PersonId is not null && SettledAt is null && SupersededById is null;

    /// <summary>Says how the difference was dealt with, once; a register that stays as it is needs the reason.</summary>
    public Outcome Settle(CivilMatchSettlement settlement, string? note, long userId, DateTime at)
    {
        if (!IsOpen)
            return Outcome.Refuse("Perbedaan ini sudah diselesaikan, atau jawaban yang lebih baru sudah dimuat.");
        if (settlement is CivilMatchSettlement.TakenOver && !HasCorrection)
            return Outcome.Refuse("Jawaban ini tidak menyebut isian menurut Dukcapil. Pilih penyelesaian lain.");
        if (settlement is CivilMatchSettlement.Kept && string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis catatan: mengapa isian register yang benar, dan apa yang diperbaiki Dukcapil.");
        (Settlement, SettlementNote, SettledById, SettledAt) = (settlement, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), userId, at);
        return Outcome.Accepted;
    }
}
