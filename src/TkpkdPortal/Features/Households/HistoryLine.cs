using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Households;

/// <summary>One event in the life of the record: who did what, newest first.</summary>
public sealed record HistoryLine(DateTime At, string Sentence, string? Detail)
{
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct) =>
        [.. (await ChangesAsync(db, householdId, at, ct)).Concat(await VisitsAsync(db, householdId, at, ct)).Concat(await AidAsync(db, householdId, at, ct))
            .OrderByDescending(line => line.At)];

    private static async Task<List<HistoryLine>> ChangesAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct)
    {
        var rows = db.Households.IgnoreQueryFilters([FilterNames.Open]).Where(h => h.Id == householdId).Select(h => h.ChangeSetId)
            .Union(db.Persons.Where(p => p.HouseholdId == householdId).Select(p => p.ChangeSetId))
            .Union(db.HouseholdVersions.IgnoreQueryFilters([FilterNames.Area]).Where(v => v.HouseholdId == householdId).Select(v => v.ChangeSetId))
            .Union(db.PersonVersions.IgnoreQueryFilters([FilterNames.Area]).Where(v => v.HouseholdId == householdId).Select(v => v.ChangeSetId));
        var changes = await db.ChangeSets.AsNoTracking().Where(change => rows.Contains(change.Id) && change.KnownFrom <= at)
            .Select(change => new { change.KnownFrom, change.Reason, change.SourceId, User = db.Users.Where(u => u.Id == change.UserId).Select(u => u.FullName).FirstOrDefault() }).ToListAsync(ct);
        var sources = changes.Select(change => change.SourceId).ToList();
        var events = await db.FamilyEvents.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(e => sources.Contains(e.PublicId)).ToDictionaryAsync(e => e.PublicId, ct);
        return [.. changes.Select(change => new HistoryLine(change.KnownFrom!.Value, change.Reason, DetailOf(change.User, change.SourceId is not { } source ? null : events.GetValueOrDefault(source))))];
    }

    private static string? DetailOf(string? user, FamilyEvent? happened) => (user, happened) switch
    {
        (null, null) => null,
        (not null, null) => $"Oleh {user}",
        (_, not null) => $"{happened.Subject}, {Indonesian.Date(happened.On)}. {happened.Note}{(user is null ? "" : $". Oleh {user}")}",
    };

    private static async Task<List<HistoryLine>> VisitsAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct)
    {
        var visits = await db.Visits.AsNoTracking().Where(v => v.HouseholdId == householdId && v.FirstSubmittedAt <= at)
            .Select(v => new { v.FirstSubmittedAt, v.DecidedAt, v.Status, v.Number, v.Presence, v.Eligibility, v.ReturnNote, User = db.Users.Where(u => u.Id == v.EnumeratorId).Select(u => u.FullName).First() })
            .ToListAsync(ct);
        var lines = visits.Select(v => new HistoryLine(v.FirstSubmittedAt!.Value,
            $"{v.User} mengajukan kunjungan ke-{v.Number}: {PresenceWords.Values.Label(v.Presence).ToLowerInvariant()}",
            v.Eligibility is { } found ? EligibilityWords.Values.Label(found) : null)).ToList();
        lines.AddRange(visits.Where(v => v.Status is VisitStatus.Returned && v.DecidedAt <= at)
            .Select(v => new HistoryLine(v.DecidedAt!.Value, $"Kunjungan ke-{v.Number} dikembalikan", v.ReturnNote is null ? null : $"Catatan: “{v.ReturnNote}”")));
        return lines;
    }

    private static async Task<List<HistoryLine>> AidAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct) =>
        [.. (await (from aid in db.Interventions.IgnoreQueryFilters([FilterNames.Duty, FilterNames.Area]).AsNoTracking()
                    join program in db.AidPrograms on aid.ProgramId equals program.Id
                    join opd in db.Opds on program.OpdId equals opd.Id
                    where aid.HouseholdId == householdId && aid.RecordedAt <= at
                    select new { aid.RecordedAt, Program = program.Name, Opd = opd.Name }).ToListAsync(ct))
            .Select(aid => new HistoryLine(aid.RecordedAt, $"{aid.Opd} mencatat bantuan {aid.Program}", null))];
}
