using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor;

/// <summary>What the pages of one meeting share.</summary>
public abstract class MeetingController(PortalDbContext db, OfficeSettings office) : PortalController
{
    protected PortalDbContext Db { get; } = db;

    protected OfficeSettings Office { get; } = office;

    /// <summary>A meeting for whoever reaches the whole office: in a province a regency's people do not.</summary>
    protected async Task<CoordinationMeeting?> MeetingAsync(Guid id, CancellationToken ct) => !Db.Scope.Covers(Office.Area.Stored) ? null :
        await Db.Meetings.AsNoTracking().Include(one => one.Agenda).Include(one => one.Invited).Include(one => one.Chapters).AsSplitQuery().SingleOrDefaultAsync(one => one.PublicId == id, ct);

    /// <summary>The form again with what was typed, and with the version that the meeting has now.</summary>
    protected async Task<ViewResult> AgainAsync(Outcome refused, string view, CoordinationMeeting meeting, Func<int, object> page, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        var version = await Db.Meetings.AsNoTracking().Where(one => one.Id == meeting.Id).Select(one => one.Version).SingleAsync(ct);
        ModelState.Remove("Form.Version");
        return await RefusedAsync(Db, refused, view, page(version), meeting);
    }
}
