using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Letters;

/// <summary>Number, day and signatory of a letter of assignment.</summary>
public sealed record LetterForm
{
    [Display(Name = "Nomor surat"), Required(ErrorMessage = "Tulis nomor surat dari buku surat keluar"), StringLength(AssignmentLetter.NumberMaxLength), WithoutNumber]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Isi tanggal surat, misalnya 19/11/2026")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "Jabatan"), Required(ErrorMessage = "Tulis jabatan penanda tangan"), StringLength(AssignmentLetter.NameMaxLength), WithoutNumber]
    public string? SignatoryTitle { get; set; }

    [Display(Name = "Nama"), Required(ErrorMessage = "Tulis nama penanda tangan"), StringLength(AssignmentLetter.NameMaxLength), WithoutNumber]
    public string? SignatoryName { get; set; }

    [Display(Name = "NIP"), StringLength(30)]
    public string? SignatoryStaffNumber { get; set; }

    public AssignmentLetterTerms Terms() => new(Number!, IssuedOn!.Value, SignatoryTitle!, SignatoryName!, SignatoryStaffNumber);
}
