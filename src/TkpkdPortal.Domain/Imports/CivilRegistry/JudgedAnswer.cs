using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.CivilRegistry;

/// <summary>An answer of the civil registry as a row gives it, judged.</summary>
public sealed class JudgedAnswer(JudgedRow row)
{
    /// <summary>What every row has: number, findings, NIK, name, birth date and sex.</summary>
    public JudgedRow Row => row;

    public int Number => row.Number;

    /// <summary>The id under which the person went out; null where the row has only a NIK.</summary>
    public Guid? PersonId { get; set; }

    public CivilMatch Match { get; set; }

    public CivilMatchFields Fields { get; set; }

    public Nik? ToldNik { get; set; }

    public string? ToldName { get; set; }

    public DateOnly? ToldBirthDate { get; set; }

    public Sex? ToldSex { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Whom the row is about, as one text; holds the NIK, so it is only ever hashed with a key.</summary>
    public string About => PersonId is { } id ? $"id {id}" : $"nik {row.Nik?.Digits}";

    /// <summary>The answer's meaning as one text; hashed with a key like the rest.</summary>
    public string Canonical() => string.Join('\u001f', About, row.Nik?.Digits, row.Name, (int)Match, (int)Fields, ToldNik?.Digits, ToldName,
        ToldBirthDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), (int?)ToldSex, Note);
}
