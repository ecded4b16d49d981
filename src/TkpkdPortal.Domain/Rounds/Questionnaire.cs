using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Daftar pertanyaan of a round: which fields of the register a visit asks, which of them it must answer, and the office's own questions. It is
/// never changed: another version follows it, and a visit keeps the version that it was asked with.
/// </summary>
public sealed class Questionnaire : IHasPublicId
{
    public const int MostQuestions = 20;

    /// <summary>What a questionnaire may ask of the house and put right of the family.</summary>
    public const HouseholdField Askable = Housing | HouseholdField.HeadName | HouseholdField.HeadNik | HouseholdField.FamilyCard | HouseholdField.Address;

    /// <summary>What a questionnaire may require: a correction cannot be, since most families need none.</summary>
    public const HouseholdField Housing = HouseholdField.Tenure | HouseholdField.HasSavings | HouseholdField.Roof | HouseholdField.Wall | HouseholdField.Floor
        | HouseholdField.Lighting | HouseholdField.CookingFuel | HouseholdField.DrinkingWater | HouseholdField.Toilet;

    private readonly List<Question> _questions = [];

    private Questionnaire()
    {
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>Version in its round, from 1.</summary>
    public int Number { get; private set; }

    public HouseholdField Asked { get; private set; }

    public HouseholdField Required { get; private set; }

    /// <summary>Photos that a visit takes, where they can be taken.</summary>
    public PhotoKinds AskedPhotos { get; private set; }

    /// <summary>Those without which the visit of a family that was found is not handed in; beside them, at least one of any kind.</summary>
    public PhotoKinds RequiredPhotos { get; private set; }

    public long WrittenById { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public IReadOnlyList<Question> Questions => _questions;

    /// <summary>The version that a round begins with: everything asked, nothing required but one photo of a family that was found.</summary>
    public static Questionnaire First(VerificationRound round, long userId, DateTime at) =>
        new() { PublicId = Guid.CreateVersion7(), RoundId = round.Id, Number = 1, Asked = Askable, AskedPhotos = PhotoKinds.All, WrittenById = userId, WrittenAt = at };

    /// <summary>The version after this one; a question that stays keeps its id, so that its answers can be counted over versions.</summary>
    public Outcome Renew(VerificationRound round, QuestionnaireTerms terms, long userId, DateTime at, out Questionnaire? next)
    {
        var (asked, required, questions) = (terms.Asked, terms.Required, terms.Questions);
        next = null;
        if (round.State is RoundState.Finished)
            return Outcome.Refuse("Periode ini sudah selesai; pertanyaannya tidak diubah lagi.");
        if (questions.Count > MostQuestions)
            return Outcome.Refuse($"Paling banyak {MostQuestions} pertanyaan tambahan. Petugas mengisinya di depan pintu.");
        if (questions.Select(question => question.Complaint()).FirstOrDefault(complaint => complaint is not null) is { } wrong)
            return Outcome.Refuse(wrong);
        if ((required & ~(asked & Housing)) != 0)
            return Outcome.Refuse("Yang wajib diisi hanya isian rumah yang juga ditanyakan.");
        if (terms.Photos == PhotoKinds.None)
            return Outcome.Refuse("Tanyakan sedikitnya satu foto: keluarga yang ditemukan selalu difoto rumahnya.");
        if ((terms.RequiredPhotos & ~terms.Photos) != 0)
            return Outcome.Refuse("Foto yang wajib hanya foto yang juga ditanyakan.");
        next = new Questionnaire
        {
            PublicId = Guid.CreateVersion7(),
            RoundId = RoundId,
            Number = Number + 1,
            Asked = asked & Askable,
            Required = required,
            AskedPhotos = terms.Photos,
            RequiredPhotos = terms.RequiredPhotos,
            WrittenById = userId,
            WrittenAt = at,
        };
        foreach (var (index, question) in questions.Index())
            next._questions.Add(new Question(index + 1, question, _questions.Find(known => known.PublicId == question.Id && known.Kind == question.Kind)?.PublicId ?? Guid.CreateVersion7()));
        return Outcome.Accepted;
    }

    /// <summary>What the answers of a household that was met still lack, beside what every visit needs.</summary>
    public IReadOnlyList<MissingAnswer> Missing(VisitAnswers answers)
    {
        if (answers.Presence?.AsksEligibility() is not true)
            return [];
        var missing = new List<MissingAnswer>();
        foreach (var (field, name, isAnswered) in HousingAnswers(answers))
        {
            if (Required.HasFlag(field) && !isAnswered)
                missing.Add(new(name, "Isian ini wajib dalam periode ini"));
        }
        foreach (var question in _questions.OrderBy(question => question.Number))
        {
            if (question.Complaint(answers.Extra[question.PublicId]) is { } complaint)
                missing.Add(new(FieldOf(question), complaint));
        }
        return missing;
    }

    /// <summary>
    /// Photos that the visit of a family that was found still lacks: those that are required, and one at least (domain.md §5.4). Of a family that was not found
    /// there is no house to show, and paper has no camera.
    /// </summary>
    public IReadOnlyList<PhotoKind> MissingPhotos(Presence? presence, PhotoKinds taken, VisitChannel channel)
    {
        if (presence is not Presence.Found || channel is VisitChannel.Paper)
            return [];
        var missing = (RequiredPhotos & ~taken).Each();
        return missing.Count > 0 || taken != PhotoKinds.None ? missing : [AskedPhotos.Each()[0]];
    }

    /// <summary>Its photo field has to be filled: a required kind, or the first where any photo will do.</summary>
    public bool NeedsPhoto(PhotoKind kind) => RequiredPhotos == PhotoKinds.None ? kind == AskedPhotos.Each()[0] : (RequiredPhotos & kind.AsSet()) != 0;

    /// <summary>Name of a question's field in forms.</summary>
    public static string FieldOf(Question question) => $"Extra[{question.PublicId}]";

    private static IEnumerable<(HouseholdField Field, string Name, bool IsAnswered)> HousingAnswers(VisitAnswers answers)
    {
        var house = answers.Housing;
        return
        [
            (HouseholdField.Tenure, nameof(house.Tenure), house.Tenure is not null), (HouseholdField.HasSavings, nameof(house.HasSavings), house.HasSavings is not null),
            (HouseholdField.Roof, nameof(house.Roof), house.Roof is not null), (HouseholdField.Wall, nameof(house.Wall), house.Wall is not null),
            (HouseholdField.Floor, nameof(house.Floor), house.Floor is not null), (HouseholdField.Lighting, nameof(house.Lighting), house.Lighting is not null),
            (HouseholdField.CookingFuel, nameof(house.CookingFuel), house.CookingFuel is not null), (HouseholdField.DrinkingWater, nameof(house.DrinkingWater), house.DrinkingWater is not null),
            (HouseholdField.Toilet, nameof(house.Toilet), house.Toilet is not null),
        ];
    }
}

/// <summary>What an analyst composes: fields of the register and photos with those that are required of them, and the office's own questions in their order.</summary>
public sealed record QuestionnaireTerms(HouseholdField Asked, HouseholdField Required, IReadOnlyList<QuestionTerms> Questions)
{
    public PhotoKinds Photos { get; init; } = PhotoKinds.All;

    public PhotoKinds RequiredPhotos { get; init; }
}
