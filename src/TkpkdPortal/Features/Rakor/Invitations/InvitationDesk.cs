using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor.Invitations;

/// <summary>Writes the letter of a meeting and the list of whom it invites.</summary>
public sealed class InvitationDesk(PortalDbContext db, OfficeClock clock)
{
    public async Task<InvitationPage> PageAsync(CoordinationMeeting meeting, InvitationForm? form, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().OrderBy(opd => opd.Name).ToListAsync(ct);
        return new InvitationPage(meeting, [.. opds.Select(opd => new Choice(opd.PublicId.ToString(), opd.Name))], form ?? FormOf(meeting, opds.ToDictionary(opd => opd.Id, opd => opd.PublicId)));
    }

    public async Task<Outcome> InviteAsync(InvitationPage page, InvitationForm form, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().Where(opd => form.Opds.Contains(opd.PublicId)).OrderBy(opd => opd.Name).ToListAsync(ct);
        IReadOnlyList<InvitedParty> parties = [.. opds.Select(opd => new InvitedParty(opd.Id, HeadOf(opd.Name))), .. form.OtherLines.Select(line => new InvitedParty(null, line))];
        // The form is valid, so they are there.
        var letter = new InvitationLetter(form.Number!.Trim(), form.On!.Value, form.SignatoryTitle!.Trim(), form.SignatoryName!.Trim(), StaffNumber.Read(form.StaffNumber));
        return await MeetingSteps.ChangeAsync(db, page.Meeting.Id, form.Version, meeting =>
        {
            // A changed line of the list is a change of the meeting, too.
            db.Entry(meeting).Property(one => one.Version).IsModified = true;
            return Task.FromResult(meeting.Invite(letter, parties));
        }, ct);
    }

    private InvitationForm FormOf(CoordinationMeeting meeting, Dictionary<long, Guid> opds) => new()
    {
        Number = meeting.Letter?.Number,
        On = meeting.Letter?.On ?? (meeting.On < clock.Today ? meeting.On : clock.Today),
        SignatoryTitle = meeting.Letter?.SignatoryTitle,
        SignatoryName = meeting.Letter?.SignatoryName,
        StaffNumber = meeting.Letter?.StaffNumber,
        Opds = meeting.Letter is null ? [.. opds.Values] : [.. meeting.Invited.Where(one => one.OpdId is not null).Select(one => opds[one.OpdId!.Value])],
        Others = string.Join('\n', meeting.Invited.Where(one => one.OpdId is null).OrderBy(one => one.Number).Select(one => one.Name)),
        Version = meeting.Version,
    };

    // Only these are led by somebody who is called Kepala.
    private static string HeadOf(string opd) => Array.Exists((string[])["Dinas ", "Badan ", "Bagian ", "Kantor ", "Satuan "], kind => opd.StartsWith(kind, StringComparison.Ordinal)) ? $"Kepala {opd}" : $"Pimpinan {opd}";
}
