using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Visits;

/// <summary>
/// The questions of a visit with what they say of one family. The online form and the phone's form are the same view of it; the phone's is
/// written before any family is known, so that it leaves the hints open.
/// </summary>
public sealed record VisitQuestions(VisitForm Form, string ReviewerTitle)
{
    public string NameHint { get; init; } = "";

    public string NikHint { get; init; } = "";

    public string FamilyCardHint { get; init; } = "";

    public string AddressHint { get; init; } = "";

    public bool HasCorrections { get; init; }

    /// <summary>What the questionnaire of the round asks; outside any round everything.</summary>
    public HouseholdField Asked { get; init; } = Questionnaire.Askable;

    /// <summary>The questions that the office added, in their order.</summary>
    public IReadOnlyList<Question> Extra { get; init; } = [];

    /// <summary>The house as it is known, where every question about it is answered: then a new visit only changes what differs.</summary>
    public string? HousingInShort { get; init; }

    /// <summary>Typed from paper: the options carry the codes that are printed there.</summary>
    public bool IsFromPaper { get; init; }

    private bool IsBlank { get; init; }

    private ListStatement? List { get; init; }

    /// <summary>"Kata DTSEN: Kayu/Papan"; nothing where no list speaks, and an empty place for it in the blank form.</summary>
    public string? Says(Func<Housing, string> value) => IsBlank ? "" : List is null ? null : $"Kata {List.Title}: {value(List.Housing)}";

    public bool Asks(HouseholdField field) => (Asked & field) != 0;

    public IReadOnlyList<Choice> Options<T>(CodedValues<T> words)
        where T : struct, Enum => IsFromPaper ? [.. Choice.From(words).Select((choice, i) => choice with { Label = $"{i + 1} {choice.Label}" })] : Choice.From(words);

    public static VisitQuestions Of(VisitPage page) => new(page.Form, page.ReviewerTitle)
    {
        NameHint = $"Tercatat: {page.Household.HeadName}",
        NikHint = NumberHint(page.Visit.CorrectedNik?.Mask, page.Household.Head.Nik?.Mask),
        FamilyCardHint = NumberHint(page.Visit.CorrectedFamilyCard?.Mask, page.Household.FamilyCard?.Mask),
        AddressHint = $"Tercatat: {page.Household.Address}",
        HasCorrections = page.Visit.HasCorrections,
        IsFromPaper = page.Visit.Channel is VisitChannel.Paper,
        List = page.List,
        HousingInShort = page.Visit.Status is VisitStatus.Draft ? InShort(page.Form.HousingAnswers()) : null,
        Asked = page.Questionnaire?.Asked ?? Questionnaire.Askable,
        Extra = [.. (page.Questionnaire?.Questions ?? []).OrderBy(question => question.Number)],
    };

    public static VisitQuestions Blank(string reviewerTitle) => new(new VisitForm(), reviewerTitle) { IsBlank = true };

    private static string? InShort(Housing house) => house is { Tenure: { } tenure, Roof: { } roof, Wall: { } wall, Floor: { } floor, Lighting: { } lighting, CookingFuel: { } fuel, DrinkingWater: { } water, Toilet: { } toilet }
        ? $"{HousingWords.Tenures.Label(tenure)}; atap {HousingWords.Roofs.Label(roof)}; dinding {HousingWords.Walls.Label(wall)}; lantai {HousingWords.Floors.Label(floor)}; penerangan {HousingWords.Lightings.Label(lighting)}; "
            + $"memasak dengan {HousingWords.CookingFuels.Label(fuel)}; minum {HousingWords.DrinkingWaters.Label(water)}; jamban: {HousingWords.Toilets.Label(toilet)}"
        : null;

    // A saved number is never written back into the form: its mask says that it is there.
    private static string NumberHint(string? corrected, string? recorded) =>
        corrected is null ? $"Tercatat: {recorded ?? "belum ada"}. 16 angka." : $"Sudah diisi {corrected}; kosongkan bila tetap.";
}
