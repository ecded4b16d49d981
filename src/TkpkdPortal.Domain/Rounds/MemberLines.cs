using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// The members of a proposed family as they are written by hand: one person a line, "nama, hubungan" and the day of birth where it is known.
/// </summary>
public static class MemberLines
{
    public const int Most = 30;

    private static readonly Dictionary<string, (Relationship Relationship, Sex? Sex)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["istri"] = (Relationship.Spouse, Sex.Female),
        ["isteri"] = (Relationship.Spouse, Sex.Female),
        ["suami"] = (Relationship.Spouse, Sex.Male),
        ["istri/suami"] = (Relationship.Spouse, null),
        ["anak"] = (Relationship.Child, null),
        ["lainnya"] = (Relationship.Other, null),
        ["ayah"] = (Relationship.Other, Sex.Male),
        ["ibu"] = (Relationship.Other, Sex.Female),
        ["orang tua"] = (Relationship.Other, null),
        ["mertua"] = (Relationship.Other, null),
        ["menantu"] = (Relationship.Other, null),
        ["cucu"] = (Relationship.Other, null),
        ["kakak"] = (Relationship.Other, null),
        ["adik"] = (Relationship.Other, null),
        ["saudara"] = (Relationship.Other, null),
        ["keponakan"] = (Relationship.Other, null),
    };

    /// <summary>Reads the lines, or says which of them does not read.</summary>
    public static bool TryRead(string? text, out IReadOnlyList<PersonDetails> members, [NotNullWhen(false)] out string? fault)
    {
        var read = new List<PersonDetails>();
        (members, fault) = (read, null);
        foreach (var (index, line) in TypedText.Lines(text).Index())
        {
            fault = Complaint(index + 1, line, read);
            if (fault is not null)
                return false;
        }
        if (read.Count > Most)
            fault = $"Paling banyak {Most} anggota, satu orang per baris";
        return fault is null;
    }

    /// <summary>The lines as they are kept: without blanks, null where there are none.</summary>
    public static string? Written(string? text) => TypedText.Lines(text) is { Length: > 0 } lines ? string.Join('\n', lines) : null;

    private static string? Complaint(int number, string line, List<PersonDetails> read)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 3 || NameWords.Of(parts[0]).Count == 0)
            return $"Baris {number}: tulis nama, hubungan, dan tanggal lahir bila diketahui. Misalnya: Siti Contoh, istri, 02/03/1985";
        if (!Words.TryGetValue(parts[1], out var word))
            return $"Baris {number}: hubungannya istri, suami, anak, orang tua, cucu, atau lainnya";
        DateOnly born = default;
        if (parts.Length == 3 && !DateOnly.TryParseExact(parts[2], ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out born))
            return $"Baris {number}: tulis tanggal lahir seperti 02/03/1985, atau kosongkan";
        read.Add(new PersonDetails(parts[0], word.Relationship) { Sex = word.Sex, BirthDate = parts.Length == 3 ? born : null });
        return null;
    }
}
