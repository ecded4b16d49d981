using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Steps;

/// <summary>A step that is asked for many targets at once: forward, or back with a reason.</summary>
public sealed record StepForm
{
    public bool IsBack { get; set; }

    public bool IsAll { get; set; }

    public List<Guid> Ids { get; set; } = [];

    [Display(Name = "Alasan"), StringLength(RoundTarget.NoteMaxLength), WithoutNumber]
    public string? Note { get; set; }
}

/// <summary>Number and day of the decree, as its paper has them.</summary>
public sealed record DecreeForm
{
    [Display(Name = "Nomor SK"), Required, StringLength(Decree.NumberMaxLength), WithoutNumber]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Isi tanggal SK, misalnya 14/12/2026.")]
    public DateOnly? On { get; set; }

    /// <summary>Who signed it, as the annexes print it.</summary>
    [Display(Name = "Penanda tangan"), StringLength(Decree.SignatoryMaxLength), WithoutNumber]
    public string? Signatory { get; set; }
}
