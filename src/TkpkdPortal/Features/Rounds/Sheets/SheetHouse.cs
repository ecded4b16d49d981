using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Rounds.Sheets;

/// <summary>The questions about the house on the second side: what is known of each, and the boxes for what is seen.</summary>
internal static class SheetHouse
{
    private static readonly TextStyle Cell = TextStyle.Of(9.5f, 12);

    private const float LabelWidth = 27, KnownWidth = 31, SeenWidth = 168 - LabelWidth - KnownWidth - 2;

    public static TableLook Look { get; } = TableLook.Normal with { Body = TextStyle.Of(10, 12.5f), PaddingTop = 1.1f.Mm(), PaddingBottom = 1.Mm(), RuleEveryFifthRow = 0 };

    public static IReadOnlyList<HouseQuestion> Questions { get; } =
    [
        Of(HouseholdField.Tenure, "Kepemilikan rumah", HousingWords.Tenures, house => house.Tenure), Of(HouseholdField.Roof, "Atap", HousingWords.Roofs, house => house.Roof),
        Of(HouseholdField.Wall, "Dinding", HousingWords.Walls, house => house.Wall), Of(HouseholdField.Floor, "Lantai", HousingWords.Floors, house => house.Floor),
        Of(HouseholdField.Lighting, "Penerangan", HousingWords.Lightings, house => house.Lighting), Of(HouseholdField.CookingFuel, "Bahan bakar memasak", HousingWords.CookingFuels, house => house.CookingFuel),
        Of(HouseholdField.DrinkingWater, "Sumber air minum", HousingWords.DrinkingWaters, house => house.DrinkingWater), Of(HouseholdField.Toilet, "Buang air besar", HousingWords.Toilets, house => house.Toilet),
        new HouseQuestion(HouseholdField.HasSavings, "Simpanan", ["Ya", "Tidak"], house => HousingWords.YesNo(house.HasSavings)),
    ];

    public static void Compose(TableDescriptor table, IReadOnlyList<HouseQuestion> questions, HouseholdField required, Housing house)
    {
        // Only boxes are filled here, so that the rows may stand closer than where a hand writes.
        table.Look(Look with { PaddingTop = 0.8f.Mm(), PaddingBottom = 0.7f.Mm() });
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(LabelWidth.Mm());
            columns.ConstantColumn(KnownWidth.Mm());
            columns.RelativeColumn();
        });
        table.Header(header =>
        {
            header.Cell("Hal");
            header.Cell("Data sekarang");
            header.Cell("Keadaan yang dilihat", "centang satu");
        });
        foreach (var question in questions)
        {
            table.Cell().Text(required.HasFlag(question.Field) ? $"{question.Label} (wajib)" : question.Label).Style(Cell.Bold());
            table.Cell().Text(question.Says(house)).Style(Cell);
            table.Cell().Column(options => SheetParts.Flow(options, SeenWidth, question.Options.Select((option, i) => (Indonesian.Number(i + 1), option)), Cell));
        }
    }

    private static HouseQuestion Of<T>(HouseholdField field, string label, CodedValues<T> words, Func<Housing, T?> value)
        where T : struct, Enum => new(field, label, [.. words.All.Select(words.Label)], house => words.Label(value(house)));
}

/// <summary>One question about the house: its field, its options in their order, and what is known.</summary>
internal sealed record HouseQuestion(HouseholdField Field, string Label, IReadOnlyList<string> Options, Func<Housing, string> Says);
