using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>
/// Somebody who was present: name, function and institution, and no more; a telephone number is not needed to prove who decided. Signed in by the person's own telephone or copied from paper; what is wrong is
/// struck out and stays.
/// </summary>
public sealed class MeetingAttendee : IHasPublicId
{
    public const int NameMaxLength = 120, FunctionMaxLength = 120, InstitutionMaxLength = 150;

    /// <summary>More telephones than any hall holds: whoever writes on and on is stopped, and the secretariat goes on from paper.</summary>
    public const int MostPresent = 500;

    private MeetingAttendee() => (Name, Function, Institution) = ("", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long MeetingId { get; private set; }

    public string Name { get; private set; }

    public string Function { get; private set; }

    public string Institution { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Who copied it from paper; null for whoever signed in alone.</summary>
    public long? RecordedById { get; private set; }

    public DateTime? StruckAt { get; private set; }

    /// <summary>Signs somebody in. The same name of the same institution stands on the list once; whoever stands at the door is not told who is inside.</summary>
    public static Outcome SignIn(CoordinationMeeting meeting, AttendeeTerms terms, IReadOnlyList<MeetingAttendee> present, long? recordedById, DateTime at, DateOnly today, out MeetingAttendee? attendee)
    {
        attendee = null;
        if (meeting.RefuseWhenClosed() is { IsAccepted: false } closed)
            return closed;
        if (today < meeting.On)
            return Outcome.Refuse($"Daftar hadir dibuka pada hari rapat, {Indonesian.Date(meeting.On)}.");
        if (recordedById is null && present.Count(one => one.StruckAt is null && one.RecordedById is null) >= MostPresent)
            return Outcome.Refuse("Daftar hadir lewat ponsel penuh. Tanda tangani daftar kertas di meja sekretariat.");
        var (name, institution) = (terms.Name.Trim(), terms.Institution.Trim());
        if (present.Any(one => one.StruckAt is null && Same(one.Name, name) && Same(one.Institution, institution)))
            return recordedById is null ? Outcome.Accepted : Outcome.Refuse($"{name} dari {institution} sudah tercatat hadir.");
        attendee = new MeetingAttendee
        {
            PublicId = Guid.CreateVersion7(),
            MeetingId = meeting.Id,
            Name = name,
            Function = terms.Function.Trim(),
            Institution = institution,
            At = at,
            RecordedById = recordedById,
        };
        return Outcome.Accepted;
    }

    public Outcome Strike(CoordinationMeeting meeting, DateTime at)
    {
        if (meeting.RefuseWhenClosed() is { IsAccepted: false } closed)
            return closed;
        StruckAt ??= at;
        return Outcome.Accepted;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What somebody writes who signs in.</summary>
public sealed record AttendeeTerms(string Name, string Function, string Institution);
