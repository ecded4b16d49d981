using System.Text;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.Testing;

/// <summary>Writes rows as the CSV file in which P3KE families are delivered.</summary>
public static class FamiliesFile
{
    public static byte[] Of(IEnumerable<FamilyRow> rows) => Write(ImportKind.P3keFamilies, rows.Select(Cells));

    internal static byte[] Write(ImportKind kind, IEnumerable<Dictionary<string, string>> rows)
    {
        var columns = P3keColumn.Of(kind);
        var text = new StringBuilder().AppendLine(string.Join(',', columns));
        foreach (var cells in rows)
            text.AppendLine(string.Join(',', columns.Select(column => $"\"{cells.GetValueOrDefault(column, "")}\"")));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Dictionary<string, string> Cells(FamilyRow row)
    {
        var cells = new Dictionary<string, string>
        {
            [P3keColumn.FamilyId] = row.FamilyId,
            [P3keColumn.AreaCode] = row.VillageDigits,
            [P3keColumn.Decile] = row.Decile,
            [P3keColumn.Address] = row.Address,
            [P3keColumn.HeadName] = row.HeadName,
            [P3keColumn.Nik] = row.Nik,
            [P3keColumn.CivilRegistry] = "Ya",
            [P3keColumn.Sex] = "Laki-laki",
            [P3keColumn.BirthDate] = row.BirthDate,
            [P3keColumn.Occupation] = row.Occupation,
            [P3keColumn.Education] = "Tamat SD/sederajat",
            [P3keColumn.Tenure] = "Milik Sendiri",
            [P3keColumn.Savings] = "Tidak",
            [P3keColumn.Roof] = "Asbes/Seng",
            [P3keColumn.Wall] = "Kayu/Papan",
            [P3keColumn.Floor] = "Kayu/Papan",
            [P3keColumn.Lighting] = "Listrik Pribadi s/d 900 Watt",
            [P3keColumn.CookingFuel] = "Listrik/Gas",
            [P3keColumn.DrinkingWater] = "Sumur Bor",
            [P3keColumn.Toilet] = "Ya, dengan Septic Tank",
            [P3keColumn.Bpnt] = "Tidak",
            [P3keColumn.Bpum] = "Tidak",
            [P3keColumn.Bst] = "Tidak",
            [P3keColumn.Pkh] = "Tidak",
            [P3keColumn.Sembako] = "Tidak",
            [P3keColumn.Stunting] = "0",
        };
        foreach (var (column, value) in row.Others)
            cells[column] = value;
        return cells;
    }
}
