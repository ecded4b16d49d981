using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households.Events;

/// <summary>What the forms of all events post; each asks only what belongs to it.</summary>
public sealed record EventForm
{
    /// <summary>The button of the page that shows what would change.</summary>
    public const string Record = "catat", Change = "ubah";

    [Display(Name = "Tanggal peristiwa"), Required(ErrorMessage = "Isi tanggal peristiwa")]
    public DateOnly? On { get; set; }

    [Display(Name = "Dasar catatan"), Required(ErrorMessage = "Tulis dasar catatan: akta, surat, atau laporan siapa"), StringLength(FamilyEvent.NoteMaxLength), WithoutNumber]
    public string? Note { get; set; }

    public Guid? MemberId { get; set; }

    public Guid? NewHeadId { get; set; }

    [Display(Name = "Nama"), StringLength(HouseholdFacts.NameMaxLength), WithoutNumber]
    public string? Name { get; set; }

    [Display(Name = "NIK"), StringLength(40)]
    public string? Nik { get; set; }

    public Sex? Sex { get; set; }

    [Display(Name = "Tanggal lahir")]
    public DateOnly? BirthDate { get; set; }

    public Relationship? Relationship { get; set; }

    /// <summary>By member: the relationship in the new household; without one the member stays.</summary>
    public Dictionary<Guid, Relationship?> Leaving { get; set; } = [];

    [Display(Name = "Nomor KK baru"), StringLength(40)]
    public string? FamilyCard { get; set; }

    /// <summary>Name or number by which the household is sought that a member joins.</summary>
    [Display(Name = "Keluarga tujuan"), StringLength(100)]
    public string? Find { get; set; }

    public Guid? TargetId { get; set; }

    /// <summary>The state of the family that the form showed.</summary>
    public string? Stamp { get; set; }

    public string? Step { get; set; }
}
