using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households.HandOvers;

/// <summary>What the village that a family leaves says of the move.</summary>
public sealed record OfferForm
{
    [Required(ErrorMessage = "Pilih desa atau kelurahan tujuan")]
    public string? To { get; set; }

    [Display(Name = "Tanggal pindah"), Required(ErrorMessage = "Isi tanggal pindah")]
    public DateOnly? MovedOn { get; set; }

    [Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasan pindah"), StringLength(HandOver.ReasonMaxLength), WithoutNumber]
    public string? Reason { get; set; }
}

public enum HandOverDecision
{
    Accept = 1,
    Decline = 2,
    Withdraw = 3,
}

/// <summary>What the receiver decides, with the address at which the family lives now; or the offering village takes its offer back.</summary>
public sealed record HandOverDecisionForm : IValidatableObject
{
    [Required(ErrorMessage = "Pilih terima atau tolak")]
    public HandOverDecision? Decision { get; set; }

    [Display(Name = "Alamat"), StringLength(HouseholdFacts.AddressMaxLength), WithoutNumber]
    public string? Address { get; set; }

    [Display(Name = "RT"), Range(1, 999)]
    public int? Rt { get; set; }

    [Display(Name = "RW"), Range(1, 999)]
    public int? Rw { get; set; }

    [Display(Name = "Alasan"), StringLength(HandOver.ReasonMaxLength), WithoutNumber]
    public string? Note { get; set; }

    public int Version { get; set; }

    public AreaCode AreaIn(AreaCode village) => village.WithRt(Rw, Rt);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Decision is HandOverDecision.Accept && string.IsNullOrWhiteSpace(Address))
            yield return new ValidationResult("Isi alamat keluarga di desa atau kelurahan Anda", [nameof(Address)]);
        if (Decision is HandOverDecision.Decline && string.IsNullOrWhiteSpace(Note))
            yield return new ValidationResult("Tulis alasan menolak", [nameof(Note)]);
    }
}
