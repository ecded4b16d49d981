using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Privacy;

/// <summary>Somebody saw a household: when, who, in which way and what for.</summary>
public sealed record SeenLine(DateTime At, string User, AccessChannel Channel, string Purpose)
{
    /// <summary>All who saw the household, newest first: what was noted, and every opening of full numbers from the audit. Its caller sees the household itself.</summary>
    public static async Task<IReadOnlyList<SeenLine>> OfAsync(PortalDbContext db, long householdId, Guid id, CancellationToken ct) =>
        [.. (await NotedAsync(db, householdId, ct)).Concat(await OpenedAsync(db, id, ct)).OrderByDescending(line => line.At)];

    // The caller sees the household; whoever saw it where it lived before is owed to the family all the same.
    private static async Task<List<SeenLine>> NotedAsync(PortalDbContext db, long householdId, CancellationToken ct) =>
        await (from access in db.HouseholdAccesses.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
               join seer in db.Users on access.UserId equals seer.Id
               where access.HouseholdId == householdId
               select new SeenLine(access.At, seer.FullName, access.Channel, access.Purpose)).ToListAsync(ct);

    private static async Task<IEnumerable<SeenLine>> OpenedAsync(PortalDbContext db, Guid id, CancellationToken ct) =>
        (await db.AuditEntries.AsNoTracking().Where(entry => entry.SubjectId == id && entry.Action == "Number.Opened" && entry.Subject == nameof(Household))
            .Select(entry => new { entry.At, entry.Detail, Name = db.Users.Where(u => u.Id == entry.UserId).Select(u => u.FullName).FirstOrDefault() ?? entry.Actor }).ToListAsync(ct))
        .Select(entry => new SeenLine(entry.At, entry.Name, AccessChannel.OpenedNumbers, ReasonOf(entry.Detail)));

    private static string ReasonOf(string? detail)
    {
        using var json = JsonDocument.Parse(detail ?? "{}");
        return json.RootElement.TryGetProperty("reason", out var reason) && Enum.TryParse<RevealReason>(reason.GetString(), out var known) ? RevealReasons.Words.Label(known) : "";
    }
}
