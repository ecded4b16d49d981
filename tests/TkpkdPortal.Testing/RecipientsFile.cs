using System.Text;
using TkpkdPortal.Domain.Imports.Recipients;

namespace TkpkdPortal.Testing;

/// <summary>A row of an OPD's recipient file; each test states only what matters to it.</summary>
public sealed record RecipientLine(string Nik, string VillageDigits)
{
    public string Opd { get; init; } = "Dinas Sosial";

    public string Program { get; init; } = "PKH";

    public string Year { get; init; } = "2024";

    public string Period { get; init; } = "Triwulan I";

    public string Name { get; init; } = "BUDI UJI";

    public string FundSource { get; init; } = "APBN";

    public string Amount { get; init; } = "600000";
}

/// <summary>Writes rows as the CSV file in which an OPD names its recipients.</summary>
public static class RecipientsFile
{
    public static byte[] Of(IEnumerable<RecipientLine> rows)
    {
        var text = new StringBuilder().AppendLine(string.Join(',', RecipientColumn.All));
        foreach (var (i, row) in rows.Index())
            text.AppendLine(string.Join(',', new[] { $"{i + 1}", row.Opd, row.Program, row.Year, row.Period, row.Nik, row.Name, "JL. UJI", "", row.VillageDigits, row.FundSource, row.Amount, "" }.Select(cell => $"\"{cell}\"")));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
