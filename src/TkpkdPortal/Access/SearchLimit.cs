using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>
/// Bounds how often one account seeks people by their numbers, or past its own area: nobody tries numbers until one answers. Each search is a line of the audit,
/// and those lines are what is counted, so that a restart or a second server forgets nothing.
/// </summary>
public sealed class SearchLimit(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    public const string NumberSearched = "Number.Searched", ProposalSearched = "Proposal.Searched";

    public const int MostInMinute = 30, MostInHour = 150;

    /// <summary>Notes the search and lets it go on, or refuses it where the account has sought too often.</summary>
    public async Task<Outcome> SearchAsync(string action, AreaCode? area, CancellationToken ct)
    {
        var (hour, minute) = (clock.UtcNow.AddHours(-1), clock.UtcNow.AddMinutes(-1));
        var sought = db.AuditEntries.AsNoTracking().Where(entry => entry.UserId == user.Id && entry.At > hour && (entry.Action == NumberSearched || entry.Action == ProposalSearched));
        if (await sought.CountAsync(ct) >= MostInHour || await sought.CountAsync(entry => entry.At > minute, ct) >= MostInMinute)
            return Outcome.Refuse("Terlalu banyak pencarian dengan akun ini. Coba lagi nanti; bila banyak yang harus dicocokkan, minta Dinas Sosial atau Bappeda.");
        await db.Changes.RecordAsync(db, action, subject: null, area?.Stored, ct: ct);
        return Outcome.Accepted;
    }
}
