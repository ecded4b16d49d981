using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.Testing;

/// <summary>Writes rows as the CSV file in which P3KE persons are delivered.</summary>
public static class PersonsFile
{
    public static byte[] Of(IEnumerable<PersonRow> rows) => FamiliesFile.Write(ImportKind.P3kePersons, rows.Select(Cells));

    private static Dictionary<string, string> Cells(PersonRow row)
    {
        var cells = new Dictionary<string, string>
        {
            [P3keColumn.FamilyId] = row.FamilyId,
            [P3keColumn.PersonId] = row.PersonId,
            [P3keColumn.AreaCode] = row.VillageDigits,
            [P3keColumn.Decile] = row.Decile,
            [P3keColumn.Address] = "JL. UJI RT 01 RW 01",
            [P3keColumn.PersonName] = row.Name,
            [P3keColumn.Nik] = row.Nik,
            [P3keColumn.CivilRegistry] = "Ya",
            [P3keColumn.Sex] = row.Sex,
            [P3keColumn.Relationship] = row.Relationship,
            [P3keColumn.BirthDate] = row.BirthDate,
            [P3keColumn.MaritalStatus] = "Kawin",
            [P3keColumn.Occupation] = "Petani",
            [P3keColumn.Education] = "Tamat SD/sederajat",
            [P3keColumn.Stunting] = "0",
        };
        foreach (var aid in new[] { P3keColumn.Bpnt, P3keColumn.Bpum, P3keColumn.Bst, P3keColumn.Pkh, P3keColumn.Sembako })
            cells[aid] = "Tidak";
        foreach (var band in P3keColumn.AgeBands)
            cells[band] = "0";
        return cells;
    }
}
