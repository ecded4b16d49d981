namespace TkpkdPortal.Testing;

/// <summary>A row of a P3KE families file; each test states only what matters to it, the rest is an ordinary valid family.</summary>
public sealed record FamilyRow(string FamilyId, string VillageDigits)
{
    public string HeadName { get; init; } = "BUDI UJI";

    /// <summary>Kecamatan digits 99: no regency has them.</summary>
    public string Nik { get; init; } = "";

    public string Decile { get; init; } = "1";

    public string Address { get; init; } = "JL. UJI RT 01 RW 01";

    public string Occupation { get; init; } = "Petani";

    public string BirthDate { get; init; } = "1980-02-03";

    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();
}
