using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Households;

/// <summary>Something that the register says of a household and that the office knows to be wrong. What is unknown or missing is no fault.</summary>
public enum RecordFault
{
    /// <summary>The civil registry has something else beside the NIK of a member.</summary>
    CivilDiffers = 1,

    /// <summary>The civil registry does not find a member.</summary>
    CivilNotFound = 2,

    /// <summary>The civil registry has a member as dead, and nobody has recorded it.</summary>
    CivilDeceased = 3,

    /// <summary>The civil registry has two persons under a number, or two numbers of a person.</summary>
    CivilDuplicate = 4,

    /// <summary>A list says that the NIK that it gives does not match the civil registry, which itself has not answered.</summary>
    ListUnmatched = 5,

    /// <summary>The number that was delivered cannot be right, and there is no other.</summary>
    NumberFaulty = 6,

    /// <summary>A member is born in the future, or more than 120 years ago.</summary>
    BirthDate = 7,

    /// <summary>Another household has the same NIK or KK number, and nobody has decided which is right.</summary>
    SharedNumber = 8,

    /// <summary>The visit that was approved last found that the family is not there, and the register still has it.</summary>
    NotThere = 9,
}

/// <summary>What is wrong, said as a clerk would, and who can mend it.</summary>
public sealed record FaultLine(RecordFault Fault, string Sentence, FactProvider Provider);

/// <summary>
/// The faults of a household that are known. An answer of the civil registry holds until its next one: also where the register was found to be right,
/// two registers of the state still disagree, and its officer has one of them mended.
/// </summary>
public static class Validity
{
    public const int MostYears = 120;

    /// <param name="household">The household as it is known.</param>
    /// <param name="members">Its members.</param>
    /// <param name="sharesNumber">A pair of doubles that waits for a decision has its NIK or KK number twice.</param>
    /// <param name="today">The day on which it is judged.</param>
    public static IReadOnlyList<FaultLine> Of(HouseholdFacts household, IReadOnlyCollection<PersonFacts> members, bool sharesNumber, DateOnly today)
    {
        var faults = new List<FaultLine>();
        void Add(RecordFault fault, string sentence) => faults.Add(new FaultLine(fault, sentence, ProviderOf(fault)));
        foreach (var member in members)
        {
            if (OfAnswer(member.CivilMatch) is { } answered)
                Add(answered, $"{member.Name}: {FaultWords.Values.Label(answered)}");
            if (IsUnmatched(member))
                Add(RecordFault.ListUnmatched, $"{member.Name}: {FaultWords.Values.Label(RecordFault.ListUnmatched)}");
            if (member is { NikIndex: null, NikAbsence: NumberAbsence.Faulty })
                Add(RecordFault.NumberFaulty, $"NIK {member.Name} di daftar keliru");
            if (member.BirthDate is { } born && (born > today || born < OldestBirth(today)))
                Add(RecordFault.BirthDate, $"Tanggal lahir {member.Name}, {Indonesian.Date(born)}, tidak mungkin");
        }
        if (household is { FamilyCardIndex: null, FamilyCardAbsence: NumberAbsence.Faulty })
            Add(RecordFault.NumberFaulty, "Nomor KK di daftar keliru");
        if (sharesNumber)
            Add(RecordFault.SharedNumber, "NIK atau nomor KK sama dengan keluarga lain");
        if (IsNotThere(household))
            Add(RecordFault.NotThere, $"Kunjungan {(household.VerifiedOn is { } day ? Indonesian.Date(day) : "terakhir")}: {PresenceWords.Values.Label(household.Presence).ToLowerInvariant()}");
        return faults;
    }

    public static FactProvider ProviderOf(RecordFault fault) => fault is RecordFault.SharedNumber or RecordFault.NotThere ? FactProvider.VillageHead : FactProvider.CivilRegistry;

    /// <summary>Nobody who lives was born before it.</summary>
    public static DateOnly OldestBirth(DateOnly today) => today.AddYears(-MostYears);

    /// <summary>The fault that an answer of the civil registry tells of; null for one that agrees and for none.</summary>
    private static RecordFault? OfAnswer(CivilMatch? match) => match switch
    {
        CivilMatch.Differs => RecordFault.CivilDiffers,
        CivilMatch.NotFound => RecordFault.CivilNotFound,
        CivilMatch.Deceased => RecordFault.CivilDeceased,
        CivilMatch.Duplicate => RecordFault.CivilDuplicate,
        _ => null,
    };

    // Without a number there is nothing that could match: that is missing.
    private static bool IsUnmatched(PersonFacts member) => member is { NikIndex: not null, CivilMatch: null, MatchesCivilRegistry: false };

    // A family that moved within the region and was handed over is where the register has it now.
    private static bool IsNotThere(HouseholdFacts household) =>
        household.Presence is Presence.NotFound or Presence.MovedOutOfRegion or Presence.AllDied or Presence.Duplicate or Presence.PartOfOtherHousehold
        || (household.Presence is Presence.MovedWithinRegion && !household.Verified.HasFlag(HouseholdField.Village));
}

/// <summary>The words for <see cref="RecordFault"/>.</summary>
public static class FaultWords
{
    public static CodedValues<RecordFault> Values { get; } = new(
        (RecordFault.CivilDiffers, "Dukcapil: data berbeda"), (RecordFault.CivilNotFound, "Dukcapil: tidak ditemukan"), (RecordFault.CivilDeceased, "Dukcapil: sudah meninggal"),
        (RecordFault.CivilDuplicate, "Dukcapil: NIK ganda"), (RecordFault.ListUnmatched, "NIK tidak padan menurut daftar"), (RecordFault.NumberFaulty, "Nomor di daftar keliru"),
        (RecordFault.BirthDate, "Tanggal lahir tidak mungkin"), (RecordFault.SharedNumber, "Nomor sama dengan keluarga lain"),
        (RecordFault.NotThere, "Tidak ada lagi menurut kunjungan"));
}
