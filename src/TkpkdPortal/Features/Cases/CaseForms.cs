using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Cases;

/// <summary>What opens a case or reviews it, and the version of the case that the page showed.</summary>
public sealed record CaseForm
{
    [Required(ErrorMessage = "Tulis asesmen"), StringLength(FamilyCase.AssessmentMaxLength, ErrorMessage = "Asesmen paling panjang 2.000 huruf"), WithoutNumber]
    public string? Assessment { get; init; }

    [StringLength(FamilyCase.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    [Required(ErrorMessage = "Pilih pemilik kasus")]
    public Guid? Owner { get; init; }

    public Guid? Companion { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public int Version { get; init; }
}

/// <summary>A step that is added to the plan.</summary>
public sealed record CaseStepForm
{
    [Required(ErrorMessage = "Tulis langkahnya"), StringLength(CaseStep.TextMaxLength, ErrorMessage = "Langkah paling panjang 300 huruf"), WithoutNumber]
    public string? Text { get; init; }

    public Need Need { get; init; }

    public Guid? Opd { get; init; }

    [Required(ErrorMessage = "Isi tenggat")]
    public DateOnly? DueOn { get; init; }
}

/// <summary>Which step is settled, and how it ended.</summary>
public sealed record CaseSettleForm
{
    [Required(ErrorMessage = "Pilih langkah")]
    public Guid? Step { get; init; }

    [Required(ErrorMessage = "Pilih selesai atau dibatalkan")]
    public CaseStepState? State { get; init; }

    [Required(ErrorMessage = "Tulis hasilnya"), StringLength(CaseStep.NoteMaxLength, ErrorMessage = "Hasil paling panjang 300 huruf"), WithoutNumber]
    public string? Note { get; init; }
}

/// <summary>A contact with the family.</summary>
public sealed record CaseContactForm
{
    [Required(ErrorMessage = "Pilih cara kontak")]
    public CaseContactKind? Kind { get; init; }

    [Required(ErrorMessage = "Isi tanggal kontak")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Tulis catatan"), StringLength(CaseContact.TextMaxLength, ErrorMessage = "Catatan paling panjang 1.000 huruf"), WithoutNumber]
    public string? Text { get; init; }
}

/// <summary>How a case ends, and the version of it that the page showed.</summary>
public sealed record CaseCloseForm
{
    [Required(ErrorMessage = "Pilih alasan penutupan")]
    public CaseEnding? Ending { get; init; }

    [Required(ErrorMessage = "Tulis hasilnya"), StringLength(FamilyCase.ReasonMaxLength, ErrorMessage = "Hasil paling panjang 300 huruf"), WithoutNumber]
    public string? Note { get; init; }

    public int Version { get; init; }
}
