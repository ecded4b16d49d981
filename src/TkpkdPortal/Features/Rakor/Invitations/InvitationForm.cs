using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor.Invitations;

/// <summary>The letter and whom it invites, as typed.</summary>
public sealed record InvitationForm
{
    [Required(ErrorMessage = "Tulis nomor surat dari buku surat keluar"), StringLength(InvitationLetter.NumberMaxLength, ErrorMessage = "Nomor surat paling panjang 60 huruf"), WithoutNumber]
    public string? Number { get; init; }

    [Required(ErrorMessage = "Isi tanggal surat, misalnya 19/11/2026")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Tulis jabatan penanda tangan"), StringLength(InvitationLetter.TitleMaxLength, ErrorMessage = "Jabatan paling panjang 200 huruf"), WithoutNumber]
    public string? SignatoryTitle { get; init; }

    [Required(ErrorMessage = "Tulis nama penanda tangan"), StringLength(InvitationLetter.NameMaxLength, ErrorMessage = "Nama paling panjang 120 huruf"), WithoutNumber]
    public string? SignatoryName { get; init; }

    [StringLength(30)]
    public string? StaffNumber { get; init; }

    public List<Guid> Opds { get; init; } = [];

    /// <summary>Whoever else is invited, one a line.</summary>
    [StringLength(6_000, ErrorMessage = "Undangan lain paling panjang 6.000 huruf"), WithoutNumber]
    public string? Others { get; init; }

    public int Version { get; init; }

    public string[] OtherLines => TypedText.Lines(Others);
}

/// <summary>A meeting, the OPDs that can be invited, and the letter.</summary>
public sealed record InvitationPage(CoordinationMeeting Meeting, IReadOnlyList<Choice> Opds, InvitationForm Form);
