using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Deliberations;

public sealed class DeliberationForm
{
    [Display(Name = "Nomor berita acara"), Required(ErrorMessage = "Tulis nomor berita acara dari buku surat desa atau kelurahan"), StringLength(Deliberation.NumberMaxLength), WithoutNumber]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Isi tanggal musyawarah, misalnya 19/11/2026")]
    public DateOnly? HeldOn { get; set; }

    /// <summary>"09.00"; read by hand, since both a dot and a colon are written.</summary>
    [Required(ErrorMessage = "Isi waktu mulai, misalnya 09.00")]
    public string? From { get; set; }

    [Required(ErrorMessage = "Isi waktu selesai, misalnya 12.20")]
    public string? Until { get; set; }

    [Display(Name = "Tempat"), Required(ErrorMessage = "Tulis tempat musyawarah"), StringLength(Deliberation.PlaceMaxLength), WithoutNumber]
    public string? Place { get; set; }

    [Display(Name = "Pimpinan musyawarah"), Required(ErrorMessage = "Tulis nama dan jabatan pimpinan musyawarah"), StringLength(Deliberation.NameMaxLength), WithoutNumber]
    public string? Chair { get; set; }

    [Display(Name = "Notulis"), Required(ErrorMessage = "Tulis nama dan jabatan notulis"), StringLength(Deliberation.NameMaxLength), WithoutNumber]
    public string? NoteTaker { get; set; }

    [Required(ErrorMessage = "Isi jumlah yang diundang"), Range(1, 2000, ErrorMessage = "Jumlah yang diundang antara 1 dan 2.000")]
    public int? Invited { get; set; }

    [Display(Name = "Yang hadir"), Required(ErrorMessage = "Tulis yang hadir, satu orang per baris"), StringLength(Deliberation.AttendanceMaxLength), WithoutNumber]
    public string? Attendance { get; set; }

    [Display(Name = "Penanda tangan"), Required(ErrorMessage = "Tulis penanda tangan, satu per baris"), StringLength(Deliberation.SignatoriesMaxLength), WithoutNumber]
    public string? Signatories { get; set; }

    [Display(Name = "Permintaan musyawarah"), StringLength(Deliberation.RequestsMaxLength), WithoutNumber]
    public string? Requests { get; set; }

    /// <summary>What was typed as the facts of a meeting; null with sentences at the fields where something does not read.</summary>
    public DeliberationTerms? Read(ModelStateDictionary errors)
    {
        var from = TypedTimes.Read(From, nameof(From), errors);
        var until = TypedTimes.Read(Until, nameof(Until), errors);
        return errors.IsValid ? new DeliberationTerms(Number!, HeldOn!.Value, from!.Value, until!.Value, Place!, Chair!, NoteTaker!, Invited!.Value, Attendance!, Signatories!, Requests) : null;
    }
}
