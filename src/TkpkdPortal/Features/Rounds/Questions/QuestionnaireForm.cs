using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Features.Rounds.Questions;

/// <summary>What the analyst composes: which fields of the register are asked and required, and the office's own questions in their order.</summary>
public sealed record QuestionnaireForm
{
    /// <summary>Empty lines for new questions; more come with each saving.</summary>
    private const int Spare = 3;

    public List<HouseholdField> Asked { get; set; } = [];

    public List<HouseholdField> Required { get; set; } = [];

    public List<PhotoKind> Photos { get; set; } = [];

    public List<PhotoKind> RequiredPhotos { get; set; } = [];

    public List<QuestionForm> Questions { get; set; } = [];

    /// <summary>Version that the page showed.</summary>
    public int Number { get; set; }

    public static QuestionnaireForm Of(Questionnaire current) => new QuestionnaireForm
    {
        Asked = [.. Fields.Where(field => current.Asked.HasFlag(field.Field)).Select(field => field.Field)],
        Required = [.. Fields.Where(field => current.Required.HasFlag(field.Field)).Select(field => field.Field)],
        Photos = [.. current.AskedPhotos.Each()],
        RequiredPhotos = [.. current.RequiredPhotos.Each()],
        Questions = [.. current.Questions.OrderBy(question => question.Number).Select(question => new QuestionForm
        {
            Id = question.PublicId,
            Text = question.Text,
            Kind = question.Kind,
            IsRequired = question.IsRequired,
            Choices = question.Choices,
        })],
        Number = current.Number,
    }.WithSpare();

    public QuestionnaireForm WithSpare()
    {
        Questions = [.. Questions.Where(question => !string.IsNullOrWhiteSpace(question.Text)), .. Enumerable.Range(0, Spare).Select(_ => new QuestionForm())];
        return this;
    }

    public QuestionnaireTerms Terms() => new(All(Asked), All(Required), [.. Questions.Where(question => !string.IsNullOrWhiteSpace(question.Text)).Select(question => new QuestionTerms(question.Id, question.Text!.Trim(), question.Kind,
        question.IsRequired, (question.Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))])
    {
        Photos = Photos.AsSet(),
        RequiredPhotos = RequiredPhotos.AsSet(),
    };

    private static HouseholdField All(IEnumerable<HouseholdField> fields) => fields.Aggregate(HouseholdField.None, (all, field) => all | field);

    /// <summary>The fields that can be asked, in the order of the form.</summary>
    public static IReadOnlyList<(HouseholdField Field, string Label)> Fields { get; } =
    [
        (HouseholdField.HeadName, "Nama kepala keluarga"), (HouseholdField.HeadNik, "NIK kepala keluarga"), (HouseholdField.FamilyCard, "Nomor KK"), (HouseholdField.Address, "Alamat"),
        (HouseholdField.Tenure, "Kepemilikan rumah"), (HouseholdField.Roof, "Atap"), (HouseholdField.Wall, "Dinding"), (HouseholdField.Floor, "Lantai"), (HouseholdField.Lighting, "Penerangan"),
        (HouseholdField.CookingFuel, "Bahan bakar memasak"), (HouseholdField.DrinkingWater, "Sumber air minum"), (HouseholdField.Toilet, "Fasilitas buang air besar"), (HouseholdField.HasSavings, "Simpanan"),
    ];
}

/// <summary>The form with the round that it belongs to.</summary>
public sealed record QuestionnairePage(VerificationRound Round, QuestionnaireForm Form);

/// <summary>One question of the office as it is composed; one without text is none.</summary>
public sealed record QuestionForm
{
    public Guid? Id { get; set; }

    public string? Text { get; set; }

    public QuestionKind Kind { get; set; } = QuestionKind.Text;

    public bool IsRequired { get; set; }

    public string? Choices { get; set; }
}
