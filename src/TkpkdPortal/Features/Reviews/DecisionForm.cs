using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Reviews;

public enum Decision
{
    Approve = 1,
    Return = 2,
}

/// <summary>What the reviewer decides, and the versions that the page showed.</summary>
public sealed record DecisionForm : IValidatableObject
{
    public const string AsRegistered = "tercatat";

    [Required(ErrorMessage = "Pilih setujui atau kembalikan")]
    public Decision? Decision { get; set; }

    [Display(Name = "Catatan"), StringLength(Visit.TextMaxLength), WithoutNumber]
    public string? Note { get; set; }

    public int VisitVersion { get; set; }

    public int HouseholdVersion { get; set; }

    /// <summary>Of each field in which visits or register disagree: the visit whose value enters, or <see cref="AsRegistered"/>.</summary>
    public Dictionary<string, string> Choices { get; set; } = [];

    /// <summary>The other visits that the page showed, with their versions.</summary>
    public Dictionary<string, int> Others { get; set; } = [];

    /// <summary>The visit itself refuses a return without a note; said here it stands at its field.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Decision is Reviews.Decision.Return && string.IsNullOrWhiteSpace(Note))
            yield return new ValidationResult(Visit.ReturnNeedsNote, [nameof(Note)]);
    }
}
