using System.Text;
using TkpkdPortal.Domain.Imports.CivilRegistry;

namespace TkpkdPortal.Testing;

/// <summary>A row of the civil registry's answer; each test states only what matters to it.</summary>
public sealed record AnswerLine(string Match)
{
    public Guid? PersonId { get; init; }

    public string Nik { get; init; } = "";

    public string Name { get; init; } = "BUDI UJI";

    public string BirthDate { get; init; } = "";

    public string Fields { get; init; } = "";

    public string ToldNik { get; init; } = "";

    public string ToldName { get; init; } = "";

    public string ToldBirthDate { get; init; } = "";

    public string ToldSex { get; init; } = "";

    public string Note { get; init; } = "";
}

/// <summary>Writes rows as the CSV file that the civil registry sends back.</summary>
public static class AnswersFile
{
    public static byte[] Of(params AnswerLine[] rows)
    {
        var text = new StringBuilder().AppendLine(string.Join(',', AnswerColumn.All));
        foreach (var (i, row) in rows.Index())
        {
            text.AppendLine(string.Join(',', new[]
            {
                $"{i + 1}", row.PersonId?.ToString() ?? "", row.Nik, row.Name, row.BirthDate, "", "", "", row.Match, row.Fields, row.ToldNik, row.ToldName, row.ToldBirthDate, row.ToldSex, row.Note,
            }.Select(cell => $"\"{cell}\"")));
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
