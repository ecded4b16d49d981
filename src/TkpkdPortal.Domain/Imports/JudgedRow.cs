using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Imports;

/// <summary>A row as it was read and judged: its values in the canonical set, and what was found.</summary>
public sealed class JudgedRow(int number)
{
    private readonly List<Finding> _findings = [];

    public int Number { get; } = number;

    public IReadOnlyList<Finding> Findings => _findings;

    public bool IsRejected => _findings.Exists(finding => finding.Level is FindingLevel.Error);

    public bool IsForReview => _findings.Exists(finding => finding.Level is FindingLevel.Review);

    public bool IsAccepted => !IsRejected && !IsForReview;

    public string FamilyId { get; set; } = "";

    public string PersonId { get; set; } = "";

    /// <summary>KK number, where the file has one that is possible; DTSEN calls a family by it.</summary>
    public FamilyCardNumber? FamilyCard { get; set; }

    /// <summary>Village code, with the RT and RW that the address names.</summary>
    public AreaCode Area { get; set; }

    /// <summary>The code of the village as the list writes it, where that is not the one of Kemendagri.</summary>
    public string? SourceAreaCode { get; set; }

    public WelfareDecile Decile { get; set; }

    /// <summary>Rank within the province and within the regency, in the lists that give it.</summary>
    public WelfareDecile? ProvincialDecile { get; set; }

    public WelfareDecile? RegencyDecile { get; set; }

    /// <summary>Members (jiwa) that a row of families states.</summary>
    public int? MemberCount { get; set; }

    public string Address { get; set; } = "";

    public string Name { get; set; } = "";

    public Nik? Nik { get; set; }

    public bool? MatchesCivilRegistry { get; set; }

    public Sex? Sex { get; set; }

    public Relationship? Relationship { get; set; }

    public DateOnly? BirthDate { get; set; }

    public MaritalStatus? MaritalStatus { get; set; }

    public Occupation? Occupation { get; set; }

    public Education? Education { get; set; }

    public Housing Housing { get; set; } = Housing.Unknown;

    public ListedAid Aid { get; set; }

    public bool? StuntingRisk { get; set; }

    /// <summary>What a sheet says beyond a list; null for a list.</summary>
    public SheetTerms? Statement { get; set; }

    /// <summary>The village as it was written, where no code says which.</summary>
    public string AreaText { get; set; } = "";

    /// <summary>Texts that stand in no value list, by column: kept so that two rows that differ in them are not called the same.</summary>
    public List<(string Column, string Text)> UnknownTexts { get; } = [];

    /// <summary>What the list says beyond the canonical set, by column, for the same reason.</summary>
    public List<(string Column, string Text)> OtherTexts { get; } = [];

    public void Add(FindingLevel level, string kind, string? column, string message) => _findings.Add(new Finding(level, kind, column, message));

    /// <summary>
    /// The row's meaning as one text, whatever file form it came in: the same family in a CSV and an XLSX file is the same row.
    /// Holds the full NIK, so it is only ever hashed with a key.
    /// </summary>
    public string Canonical()
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var h = Housing;
        string?[] values =
        [
            FamilyId, PersonId, Area.Stored, Decile.Label, Address, Name, Nik?.Digits, Flag(MatchesCivilRegistry), Code(Sex), Code(Relationship),
            BirthDate?.ToString("yyyy-MM-dd", culture), Code(MaritalStatus), Code(Occupation), Code(Education), Code(h.Tenure), Flag(h.HasSavings),
            Code(h.Roof), Code(h.Wall), Code(h.Floor), Code(h.Lighting), Code(h.CookingFuel), Code(h.DrinkingWater), Code(h.Toilet),
            ((int)Aid).ToString(culture), Flag(StuntingRisk), .. UnknownTexts.Select(unknown => $"{unknown.Column}={unknown.Text}"),
            .. OtherTexts.Select(other => $"{other.Column}={other.Text}"), .. Statement is not null || (FamilyCard is null && SourceAreaCode is null) ? [] : Beyond(culture),
            .. Statement is { } said ? StatementValues(said) : [],
        ];
        return string.Join('\u001f', values);
    }

    private string?[] StatementValues(SheetTerms said) =>
        ["sheet", Flag(said.Agreed), said.HeldOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Code(said.Presence), Flag(said.MeetsCriteria), said.Reason, said.Note, said.NameBefore, Flag(said.IsNikCorrected), FamilyCard?.Digits, said.Housing.ToString()];

    private string?[] Beyond(System.Globalization.CultureInfo culture) => [SourceAreaCode, ProvincialDecile?.Label, RegencyDecile?.Label, MemberCount?.ToString(culture)];

    private static string? Flag(bool? value) => value switch { true => "1", false => "0", null => null };

    private static string? Code<T>(T? value)
        where T : struct, Enum => value is { } known ? CodeTexts<T>.Known.GetValueOrDefault(known) ?? CodeTexts<T>.Of(known) : null;

    // A row has fourteen of them, each a number of a few.
    private static class CodeTexts<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Known = Enum.GetValues<T>().Distinct().ToDictionary(value => value, Of);

        public static string Of(T value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
