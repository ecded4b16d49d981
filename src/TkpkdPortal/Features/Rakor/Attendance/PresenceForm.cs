using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor.Attendance;

/// <summary>What somebody writes who is present.</summary>
public sealed record PresenceForm
{
    [Required(ErrorMessage = "Tulis nama"), StringLength(MeetingAttendee.NameMaxLength, ErrorMessage = "Nama paling panjang 120 huruf"), WithoutNumber]
    public string? Name { get; init; }

    [Required(ErrorMessage = "Tulis jabatan"), StringLength(MeetingAttendee.FunctionMaxLength, ErrorMessage = "Jabatan paling panjang 120 huruf"), WithoutNumber]
    public string? Function { get; init; }

    [Required(ErrorMessage = "Tulis instansi"), StringLength(MeetingAttendee.InstitutionMaxLength, ErrorMessage = "Instansi paling panjang 150 huruf"), WithoutNumber]
    public string? Institution { get; init; }

    public AttendeeTerms Terms() => new(Name!, Function!, Institution!);
}

/// <summary>The list of those present, with the address in the code that is shown in the hall.</summary>
public sealed record AttendancePage(CoordinationMeeting Meeting, IReadOnlyList<MeetingAttendee> Present, string? Address, PresenceForm Form);

/// <summary>What whoever has the code sees: the meeting, and nobody else who is present.</summary>
public sealed record AttendanceDoor(CoordinationMeeting Meeting, PresenceForm Form);
