using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;

namespace TkpkdPortal.Features.Rakor;

/// <summary>Changes to one meeting: two who write at once take turns, and whoever saw an older state is told.</summary>
internal static class MeetingSteps
{
    public static Outcome Overtaken { get; } = Outcome.Refuse("Rakor ini baru saja diubah rekan Anda. Isian Anda masih di bawah; bandingkan dengan yang tersimpan, lalu simpan lagi bila masih berlaku.");

    public static async Task<Outcome> ChangeAsync(PortalDbContext db, long meetingId, int? version, Func<CoordinationMeeting, Task<Outcome>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var meeting = await db.Meetings.Include(one => one.Agenda).Include(one => one.Invited).Include(one => one.Chapters).AsSplitQuery().SingleAsync(one => one.Id == meetingId, ct);
        if (version is { } seen && seen != meeting.Version)
            return Overtaken;
        if (await change(meeting) is { IsAccepted: false } refused)
            return refused;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }
}
