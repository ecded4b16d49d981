using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Links;

/// <summary>What the holder of a link sees.</summary>
public sealed record NeighbourhoodPage(NeighbourhoodLink Link, IReadOnlyList<NeighbourhoodFamily> Families, IReadOnlyList<NeighbourhoodHint> Said, AnswersForm Form)
{
    public AreaCode Area => AreaCode.Parse(Link.AreaCode);

    /// <summary>Families that the holder has named as missing.</summary>
    public IReadOnlyList<NeighbourhoodHint> Missing => [.. Said.Where(hint => hint.HouseholdId is null)];

    public NeighbourhoodHint? SaidOf(NeighbourhoodFamily family) => Said.FirstOrDefault(hint => hint.HouseholdId == family.Key);
}

/// <summary>A family of the RT: name and address, no more.</summary>
public sealed record NeighbourhoodFamily(long Key, Guid Id, string HeadName, string Address);

/// <summary>What the holder says of all of them, in one form.</summary>
public sealed record AnswersForm
{
    private const int Spare = 2;

    /// <summary>The link whose page was answered: another may have been opened in the same browser since.</summary>
    public Guid Link { get; set; }

    public List<FamilyAnswer> Families { get; set; } = [];

    public List<MissedFamily> Missing { get; set; } = [];

    public static AnswersForm Of(IEnumerable<NeighbourhoodFamily> families, IReadOnlyList<NeighbourhoodHint> said) => new AnswersForm
    {
        Families = [.. families.Select(family => (family, hint: said.FirstOrDefault(hint => hint.HouseholdId == family.Key)))
            .Select(one => new FamilyAnswer { Id = one.family.Id, Answer = one.hint?.Answer, Detail = one.hint?.Detail })],
    }.WithSpare();

    /// <summary>Two empty lines for families that are missed; more come with each saving.</summary>
    public AnswersForm WithSpare()
    {
        Missing = [.. Missing.Where(one => one is not null).Where(one => !string.IsNullOrWhiteSpace(one.Name) || !string.IsNullOrWhiteSpace(one.Detail)), .. Enumerable.Range(0, Spare).Select(_ => new MissedFamily())];
        return this;
    }
}

/// <summary>What is said of one family; nothing where the holder does not know.</summary>
public sealed record FamilyAnswer : IValidatableObject
{
    public Guid Id { get; set; }

    public HintAnswer? Answer { get; set; }

    [Display(Name = "Keterangan"), StringLength(NeighbourhoodHint.DetailMaxLength), WithoutNumber]
    public string? Detail { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Answer is null && !string.IsNullOrWhiteSpace(Detail)
        ? [new ValidationResult("Pilih dulu satu jawaban di atas untuk keluarga ini; tanpa itu keterangannya tidak bisa disimpan", [nameof(Detail)])] : [];
}

/// <summary>A family that is not on the list.</summary>
public sealed record MissedFamily : IValidatableObject
{
    [Display(Name = "Nama"), StringLength(NeighbourhoodHint.NameMaxLength), WithoutNumber]
    public string? Name { get; set; }

    [Display(Name = "Keterangan"), StringLength(NeighbourhoodHint.DetailMaxLength), WithoutNumber]
    public string? Detail { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Detail)
        ? [new ValidationResult("Tulis juga nama kepala keluarganya", [nameof(Name)])] : [];
}
