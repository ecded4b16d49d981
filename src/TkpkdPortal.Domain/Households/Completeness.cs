using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Households;

/// <summary>A fact that the register still lacks of a household.</summary>
public enum MissingFact
{
    FamilyCard = 1,
    Nik = 2,
    BirthDate = 3,
    Housing = 4,
    Visit = 5,
    Rt = 6,
    Decile = 7,
}

/// <summary>Who can add what is missing, or mend what is wrong.</summary>
public enum FactProvider
{
    CivilRegistry = 1,
    Enumerator = 2,
    NextList = 3,

    /// <summary>Lurah or kepala desa: records what has happened in the family, or decides which of two records it is.</summary>
    VillageHead = 4,
}

/// <summary>What is missing, said as a clerk would, and who can add it.</summary>
public sealed record MissingLine(MissingFact Fact, string Sentence, FactProvider Provider);

/// <summary>What is still missing: a list to work through, never a score that could be met by guessing.</summary>
public static class Completeness
{
    public static IReadOnlyList<MissingLine> Of(HouseholdFacts household, IReadOnlyCollection<PersonFacts> members)
    {
        var missing = new List<MissingLine>();
        void When(bool lacks, MissingFact fact, string sentence)
        {
            if (lacks)
                missing.Add(new MissingLine(fact, sentence, ProviderOf(fact)));
        }
        When(household.FamilyCardIndex is null, MissingFact.FamilyCard, "Nomor KK");
        foreach (var member in members.Where(member => member.NikIndex is null))
            When(true, MissingFact.Nik, $"NIK {member.Name}");
        foreach (var member in members.Where(member => member.BirthDate is null))
            When(true, MissingFact.BirthDate, $"Tanggal lahir {member.Name}");
        var unknown = UnknownHousing(household.Housing);
        When(unknown.Count > 0, MissingFact.Housing, $"Keadaan rumah: {Indonesian.List(unknown)}");
        When(household.VerifiedOn is null, MissingFact.Visit, "Kunjungan yang disetujui");
        When(household.AreaCode.Length < Areas.AreaCode.RtLength, MissingFact.Rt, "RT");
        When(household.DecileCode is null, MissingFact.Decile, "Desil");
        return missing;
    }

    public static FactProvider ProviderOf(MissingFact fact) => fact switch
    {
        MissingFact.FamilyCard or MissingFact.Nik or MissingFact.BirthDate => FactProvider.CivilRegistry,
        MissingFact.Housing or MissingFact.Visit => FactProvider.Enumerator,
        MissingFact.Rt or MissingFact.Decile => FactProvider.NextList,
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static List<string> UnknownHousing(Housing housing) =>
    [
        .. new (bool IsKnown, string Name)[]
        {
            (housing.Tenure is not null, "kepemilikan"), (housing.Roof is not null, "atap"), (housing.Wall is not null, "dinding"), (housing.Floor is not null, "lantai"),
            (housing.Lighting is not null, "penerangan"), (housing.CookingFuel is not null, "bahan bakar"), (housing.DrinkingWater is not null, "air minum"),
            (housing.Toilet is not null, "jamban"), (housing.HasSavings is not null, "simpanan"),
        }.Where(part => !part.IsKnown).Select(part => part.Name),
    ];
}

/// <summary>The words for what is missing and who adds it.</summary>
public static class CompletenessWords
{
    public static CodedValues<MissingFact> Facts { get; } = new(
        (MissingFact.FamilyCard, "Nomor KK"), (MissingFact.Nik, "NIK anggota"), (MissingFact.BirthDate, "Tanggal lahir anggota"), (MissingFact.Housing, "Keadaan rumah"),
        (MissingFact.Visit, "Kunjungan disetujui"), (MissingFact.Rt, "RT"), (MissingFact.Decile, "Desil"));

    public static CodedValues<FactProvider> Providers { get; } = new(
        (FactProvider.CivilRegistry, "Disdukcapil"), (FactProvider.Enumerator, "Petugas, lewat kunjungan"), (FactProvider.NextList, "Daftar berikutnya"),
        (FactProvider.VillageHead, "Lurah atau kepala desa"));
}
