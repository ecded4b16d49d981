using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Figures;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor.Minutes;

/// <summary>The minutes as they are typed during the meeting.</summary>
public sealed record MinutesForm
{
    [StringLength(CoordinationMeeting.NoteTakerMaxLength, ErrorMessage = "Notulis paling panjang 200 huruf"), WithoutNumber]
    public string? NoteTaker { get; init; }

    [StringLength(CoordinationMeeting.CourseMaxLength, ErrorMessage = "Jalannya rapat paling panjang 8.000 huruf"), WithoutNumber]
    public string? Course { get; init; }

    public int Version { get; init; }

    /// <summary>The decisions that the page showed, so that nobody closes over one that somebody has just written.</summary>
    public string? Decisions { get; init; }
}

/// <summary>The minutes beside what the meeting opens with and what it has decided so far.</summary>
public sealed record MinutesPage(CoordinationMeeting Meeting, MinutesForm Form)
{
    public IReadOnlyList<DecisionLine> Before { get; init; } = [];

    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    public int Present { get; init; }

    /// <summary>What was typed is another text than the stored one.</summary>
    public bool Differs => Form.Course?.Trim() != Meeting.Course || Form.NoteTaker?.Trim() != Meeting.NoteTaker;
}
