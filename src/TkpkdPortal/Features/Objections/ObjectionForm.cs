using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Objections;

/// <summary>An objection as staff writes it down.</summary>
public sealed record ObjectionForm
{
    [Required(ErrorMessage = "Pilih apa yang disanggah")]
    public ObjectionKind? Kind { get; set; }

    [Required(ErrorMessage = "Isi tanggal diterima, misalnya 30/11/2026")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "Nama penyanggah"), StringLength(Objection.NameMaxLength), WithoutNumber]
    public string? ObjectorName { get; set; }

    [Required(ErrorMessage = "Pilih hubungan penyanggah dengan keluarga ini")]
    public ObjectorRelation? Relation { get; set; }

    [Required(ErrorMessage = "Pilih cara sanggahan diterima")]
    public ObjectionChannel? Channel { get; set; }

    [Display(Name = "Isi sanggahan"), Required(ErrorMessage = "Tulis apa yang disanggah dan mengapa"), StringLength(Objection.TextMaxLength), WithoutNumber]
    public string? Statement { get; set; }

    /// <summary>Shown around the form and never posted.</summary>
    [BindNever]
    public ObjectedTarget? About { get; set; }
}

/// <summary>What was found, or what is answered, and the version that the page showed.</summary>
public sealed record ObjectionDecisionForm
{
    [Display(Name = "Hasil pemeriksaan"), StringLength(Objection.TextMaxLength), WithoutNumber]
    public string? Finding { get; set; }

    public bool? IsUpheld { get; set; }

    [Display(Name = "Jawaban"), StringLength(Objection.AnswerMaxLength), WithoutNumber]
    public string? Answer { get; set; }

    public int Version { get; set; }
}
