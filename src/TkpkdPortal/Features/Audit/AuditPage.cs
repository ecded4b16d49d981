using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Audit;

/// <summary>Lines of the audit. Whoever audits a part of the office sees the lines about that part.</summary>
public sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditLine> Lines, Paging Paging)
{
    public const string Oldest = "terlama";

    private const int PageSize = 50;

    /// <summary>When the chain was last walked from here, by whom, and what was found; null before the first time.</summary>
    public AuditLine? LastCheck { get; init; }

    public static async Task<AuditPage> ForAsync(PortalDbContext db, ActingUser user, OfficeSettings office, AuditFilter filter, CancellationToken ct)
    {
        var seen = Seen(db, user, office);
        var chosen = Chosen(db, seen, filter, office.Zone);
        var paging = Paging.Of(filter.Page, await chosen.CountAsync(ct), PageSize);
        var lines = await Lined(db, (filter.Order == Oldest ? chosen.OrderBy(entry => entry.Sequence) : chosen.OrderByDescending(entry => entry.Sequence)).Skip(paging.Skip).Take(paging.PageSize)).ToListAsync(ct);
        return new AuditPage(filter, lines, paging)
        {
            LastCheck = await Lined(db, db.AuditEntries.Where(entry => entry.Action == AuditCheck.Action).OrderByDescending(entry => entry.Sequence).Take(1)).SingleOrDefaultAsync(ct),
        };
    }

    private static IQueryable<AuditEntry> Seen(PortalDbContext db, ActingUser user, OfficeSettings office)
    {
        var entries = db.AuditEntries.AsNoTracking();
        return user.CanAt(Permission.ViewAudit, office.Area.Stored) ? entries : entries.In(user.HomeOf(Permission.ViewAudit));
    }

    private static IQueryable<AuditEntry> Chosen(PortalDbContext db, IQueryable<AuditEntry> entries, AuditFilter filter, IndonesianZone zone)
    {
        if (!string.IsNullOrWhiteSpace(filter.Who))
            entries = By(db, entries, filter.Who);
        if (!string.IsNullOrEmpty(filter.Action))
            entries = entries.Where(entry => entry.Action == filter.Action);
        if (!string.IsNullOrEmpty(filter.Thing))
            entries = entries.Where(entry => entry.Subject == filter.Thing);
        if (filter.Id is { } id)
            entries = entries.Where(entry => entry.SubjectId == id);
        if (filter.From is { } from)
            entries = entries.Where(entry => entry.At >= zone.StartOf(from));
        if (filter.Until is { } until && until < DateOnly.MaxValue)
            entries = entries.Where(entry => entry.At < zone.StartOf(until.AddDays(1)));
        return AreaCode.TryParse(filter.Area, out var area) ? entries.In(area) : entries;
    }

    // A sign-in is written before anybody is known: there the account is what the line is about.
    private static IQueryable<AuditEntry> By(PortalDbContext db, IQueryable<AuditEntry> entries, string who)
    {
        var people = LikePatterns.Of(who).Aggregate(db.Users.AsQueryable(), (found, word) =>
            found.Where(u => EF.Functions.Like(u.FullName, word, LikePatterns.Escape) || EF.Functions.Like(u.Email!, word, LikePatterns.Escape)));
        return entries.Where(entry => people.Any(u => u.Id == entry.UserId || (entry.UserId == null && u.PublicId == entry.SubjectId)));
    }

    private static IQueryable<AuditLine> Lined(PortalDbContext db, IQueryable<AuditEntry> entries) => entries.Select(entry => new AuditLine(entry.Sequence, entry.At, entry.Actor, entry.Action,
        entry.Subject, entry.SubjectId, entry.AreaCode, entry.Detail)
    {
        Name = db.Users.Where(u => u.Id == entry.UserId || (entry.UserId == null && u.PublicId == entry.SubjectId)).Select(u => u.FullName).FirstOrDefault(),
    });
}

public sealed record AuditLine(long Sequence, DateTime At, string Actor, string Action, string? Subject, Guid? SubjectId, string? AreaCode, string? Detail)
{
    public string? Name { get; init; }

    /// <summary>The detail as pairs. It holds no personal number; should one ever get in, it is blotted here all the same.</summary>
    public IEnumerable<(string Name, string Value)> Parts()
    {
        if (Detail is null)
            yield break;
        using var json = JsonDocument.Parse(Detail);
        foreach (var part in json.RootElement.EnumerateObject().Where(part => part.Value.ValueKind is not JsonValueKind.Null))
            yield return (AuditWords.OfPart(part.Name), NumberBlot.Apply(TextOf(part.Value)));
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(field => $"{field.Name}: {string.Join(" → ", field.Value.ValueKind is JsonValueKind.Array
            ? field.Value.EnumerateArray().Select(TextOf) : [TextOf(field.Value)])}")),
        JsonValueKind.Null => "–",
        JsonValueKind.True => "ya",
        JsonValueKind.False => "tidak",
        _ => value.ToString(),
    };
}
