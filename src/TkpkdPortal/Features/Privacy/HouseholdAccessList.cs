using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Privacy;

/// <summary>Who saw a household, newest first: what was noted, and every opening of full numbers from the audit.</summary>
public sealed record HouseholdAccessList(Guid Id, string HeadName, string AreaCode, IReadOnlyList<AccessLine> Lines, Paging Paging)
{
    private const int PageSize = 50;

    public static async Task<HouseholdAccessList?> ForAsync(PortalDbContext db, Guid id, int? page, CancellationToken ct)
    {
        var household = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => h.PublicId == id).Select(h => new { h.Id, h.HeadName, h.AreaCode }).SingleOrDefaultAsync(ct);
        if (household is null)
            return null;
        // A household is seen hundreds of times at most, in rows of a few bytes.
        var lines = (await NotedAsync(db, household.Id, ct)).Concat(await OpenedAsync(db, id, ct)).OrderByDescending(line => line.At).ToList();
        var paging = Paging.Of(page, lines.Count, PageSize);
        return new HouseholdAccessList(id, household.HeadName, household.AreaCode, [.. lines.Skip(paging.Skip).Take(paging.PageSize)], paging);
    }

    // The caller sees the household; whoever saw it where it lived before is owed to the family all the same.
    private static async Task<List<AccessLine>> NotedAsync(PortalDbContext db, long householdId, CancellationToken ct) =>
        await (from access in db.HouseholdAccesses.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
               join seer in db.Users on access.UserId equals seer.Id
               where access.HouseholdId == householdId
               select new AccessLine(access.At, seer.FullName, access.Channel, access.Purpose)).ToListAsync(ct);

    private static async Task<IEnumerable<AccessLine>> OpenedAsync(PortalDbContext db, Guid id, CancellationToken ct) =>
        (await db.AuditEntries.AsNoTracking().Where(entry => entry.SubjectId == id && entry.Action == "Number.Opened" && entry.Subject == nameof(Household))
            .Select(entry => new { entry.At, entry.Detail, Name = db.Users.Where(u => u.Id == entry.UserId).Select(u => u.FullName).FirstOrDefault() ?? entry.Actor }).ToListAsync(ct))
        .Select(entry => new AccessLine(entry.At, entry.Name, AccessChannel.OpenedNumbers, ReasonOf(entry.Detail)));

    private static string ReasonOf(string? detail)
    {
        using var json = JsonDocument.Parse(detail ?? "{}");
        return json.RootElement.TryGetProperty("reason", out var reason) && Enum.TryParse<RevealReason>(reason.GetString(), out var known) ? RevealReasons.Words.Label(known) : "";
    }
}

public sealed record AccessLine(DateTime At, string User, AccessChannel Channel, string Purpose);
