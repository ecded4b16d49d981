using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Users;

/// <summary>Who confirms a review, and what was looked at.</summary>
public sealed class AccessReviewForm
{
    [Display(Name = "Nama dan jabatan"), Required(ErrorMessage = "Tulis nama dan jabatan yang mengesahkan"), StringLength(AccessReview.ConfirmedByMaxLength), WithoutNumber]
    public string? ConfirmedBy { get; set; }

    [Display(Name = "Catatan"), Required(ErrorMessage = "Tulis apa yang diperiksa dan apa yang diubah"), StringLength(AccessReview.NoteMaxLength), WithoutNumber]
    public string? Note { get; set; }
}
