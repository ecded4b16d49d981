using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor.Decisions;

/// <summary>A decision as it is typed during the meeting.</summary>
public sealed record MeetingDecisionForm
{
    [Required(ErrorMessage = "Tulis keputusannya"), StringLength(MeetingDecision.TextMaxLength, ErrorMessage = "Keputusan paling panjang 500 huruf"), WithoutNumber]
    public string? Text { get; init; }

    [Required(ErrorMessage = "Tulis tindak lanjutnya"), StringLength(MeetingDecision.TextMaxLength, ErrorMessage = "Tindak lanjut paling panjang 500 huruf"), WithoutNumber]
    public string? Action { get; init; }

    [Required(ErrorMessage = "Tulis indikatornya"), StringLength(MeetingDecision.IndicatorMaxLength, ErrorMessage = "Indikator paling panjang 300 huruf"), WithoutNumber]
    public string? Indicator { get; init; }

    [Required(ErrorMessage = "Pilih OPD penanggung jawab")]
    public Guid? Opd { get; init; }

    [Required(ErrorMessage = "Isi tenggat, misalnya 31/01/2027")]
    public DateOnly? DueOn { get; init; }

    public List<Guid> Support { get; init; } = [];

    /// <summary>Codes of villages and districts, one a line or separated by commas.</summary>
    [StringLength(2_000, ErrorMessage = "Wilayah paling panjang 2.000 huruf")]
    public string? Areas { get; init; }

    public List<Guid> Programs { get; init; } = [];

    /// <summary>Addresses of cases, one a line, as they stand in the browser.</summary>
    [StringLength(2_000, ErrorMessage = "Kasus paling panjang 2.000 huruf")]
    public string? Cases { get; init; }

    /// <summary>Addresses of lists of households, one a line, as they stand in the browser.</summary>
    [StringLength(4_000, ErrorMessage = "Daftar keluarga paling panjang 4.000 huruf")]
    public string? Lists { get; init; }

    public int Version { get; init; }

    public static string[] Lines(string? typed) => (typed ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A decision that is being written, and what it can name.</summary>
public sealed record MeetingDecisionPage(CoordinationMeeting Meeting, MeetingDecision? Decision, IReadOnlyList<Choice> Opds, IReadOnlyList<Choice> Programs, MeetingDecisionForm Form)
{
    public string Path => $"/rakor/{Meeting.PublicId}/keputusan/{(Decision is null ? "baru" : Decision.PublicId.ToString())}";
}
