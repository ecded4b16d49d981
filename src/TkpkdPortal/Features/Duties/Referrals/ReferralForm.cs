using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Duties.Referrals;

/// <summary>Which need is referred to whom, and why.</summary>
public sealed record ReferralForm
{
    [Required(ErrorMessage = "Pilih kebutuhan")]
    public Need? Need { get; init; }

    [Required(ErrorMessage = "Pilih OPD yang dituju")]
    public Guid? To { get; init; }

    [Required(ErrorMessage = "Tulis alasan rujukan"), StringLength(Referral.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>The answer to a referral, and the version that the page showed.</summary>
public sealed record ReferralReplyForm
{
    [Required(ErrorMessage = "Pilih jawaban")]
    public DutyVerdict? Verdict { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(DutyAnswer.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public int Version { get; init; }
}
