namespace TkpkdPortal.Testing;

/// <summary>A row of a P3KE persons file; each test states only what matters to it, the rest is an ordinary valid person.</summary>
public sealed record PersonRow(string FamilyId, string PersonId, string VillageDigits)
{
    public string Name { get; init; } = "BUDI UJI";

    /// <summary>Kecamatan digits 99: no regency has them.</summary>
    public string Nik { get; init; } = "";

    public string Relationship { get; init; } = "Kepala Keluarga";

    public string Sex { get; init; } = "Laki-laki";

    public string BirthDate { get; init; } = "1980-02-03";

    public string Decile { get; init; } = "1";
}
