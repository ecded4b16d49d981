using System.Text;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Sheets;

namespace TkpkdPortal.Testing;

/// <summary>One person of a deliberation's sheet; what a test does not say is good.</summary>
public sealed record SheetLine(string FamilyId, string Village)
{
    public string Nik { get; init; } = "";

    public string Name { get; init; } = "SITI UJI";

    public string Agreed { get; init; } = "Ya";
}

/// <summary>Writes the sheet of a deliberation with its title block, as text.</summary>
public static class SheetFile
{
    public static byte[] Deliberation(string district, params SheetLine[] lines)
    {
        var text = new StringBuilder().AppendLine("DAFTAR HASIL MUSYAWARAH").AppendLine("Kecamatan : " + district).AppendLine("Tanggal Musyawarah: 14 Februari 2024").AppendLine()
            .AppendLine(string.Join(',', SheetColumn.Deliberation.Take(12)));
        foreach (var (i, line) in lines.Index())
            text.AppendLine(string.Join(',', SheetColumn.Deliberation.Take(12).Select(column => $"\"{Cell(column, line, i)}\"")));
        return Encoding.UTF8.GetBytes(text.AppendLine(",\"Mengetahui,\"").ToString());
    }

    private static string Cell(string column, SheetLine line, int at) => column switch
    {
        P3keColumn.Number => $"{at + 1}",
        P3keColumn.Village => line.Village,
        P3keColumn.Address => "Jalan Uji RT 01",
        P3keColumn.FamilyId => line.FamilyId,
        P3keColumn.PersonId => $"{line.FamilyId}{at:00}",
        P3keColumn.Decile => "1",
        P3keColumn.PersonName => line.Name,
        P3keColumn.Nik => line.Nik,
        P3keColumn.BirthDate => "12/03/1983",
        P3keColumn.Sex => "Perempuan",
        P3keColumn.Relationship => "Kepala Keluarga/KRT",
        SheetColumn.Agreed => line.Agreed,
        _ => "",
    };
}
