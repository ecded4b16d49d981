using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;

namespace TkpkdPortal.Demo;

internal static class DemoMeetings
{
    public static async Task MakeAsync(IServiceProvider services, DemoStory story, DateOnly today, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.Meetings.AnyAsync(ct))
            return;
        foreach (var planned in story.Meetings)
        {
            var terms = new MeetingTerms(planned.Title, WorkingDay(today.AddDays(planned.Days)), new(9, 0), new(12, 0), planned.Room, planned.Chair, planned.Theme, [.. planned.Agenda.Select(AgendaPoint.Read)]);
            CoordinationMeeting.Call(terms, out var meeting);
            db.Meetings.Add(meeting!);
        }
        await db.SaveChangesAsync(ct);
    }

    // Offices meet on weekdays.
    private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}
