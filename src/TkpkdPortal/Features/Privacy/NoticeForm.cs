using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Features.Privacy;

public sealed class NoticeForm
{
    [Display(Name = "Teks pemberitahuan"), Required(ErrorMessage = "Tulis teks pemberitahuan"), StringLength(PrivacyNotice.TextMaxLength)]
    public string? Text { get; set; }

    /// <summary>The version that was in force when the form was opened.</summary>
    public int BasedOn { get; set; }
}
