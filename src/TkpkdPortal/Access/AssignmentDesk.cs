using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>Gives and ends roles, only within the areas that the acting user looks with; the office is never left without an admin.</summary>
public sealed class AssignmentDesk(PortalDbContext db, UserScope scope, AreaDirectory areas, OfficeSettings office, OfficeClock clock)
{
    public const string LastAdminStays = "Ini admin tetap terakhir yang bisa masuk untuk seluruh kantor. Beri peran Admin kepada orang lain dan tunggu sampai ia memilih kata sandinya.";

    /// <summary>Adds the assignment and saves; the account itself has been judged by <see cref="Accounts"/>.</summary>
    public async Task<Outcome> GiveAsync(PortalUser user, NewAssignment given, CancellationToken ct)
    {
        var from = given.From ?? clock.Today;
        var refusal = AreaRefusal(given.Area) ?? (from < clock.Today ? "Hari pertama paling awal hari ini." : null);
        if (refusal is not null)
            return Outcome.Refuse(refusal);
        var (opdRefusal, opdId) = await OpdAsync(given, ct);
        if (opdRefusal is not null)
            return Outcome.Refuse(opdRefusal);
        var terms = new AssignmentTerms(given.Role, given.Area, from, given.Until) { OpdId = opdId, StandIn = given.StandIn, LetterNumber = given.LetterNumber };
        if (Assignment.Make(user.Id, terms, out var assignment) is { IsAccepted: false } refused)
            return refused;
        // Made means that it is neither null nor refused.
        if (await BesideAsync(assignment!, ct) is { } beside)
            return Outcome.Refuse(beside);
        db.Assignments.Add(assignment!);
        db.Changes.Note("Account.Assigned", user, assignment!.AreaCode, AuditDetail.Of(("account", user.Email), ("role", assignment.StandIn.Before(assignment.Role.Title(given.Area)))));
        await db.SaveChangesAsync(ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> EndAsync(PortalUser user, Assignment assignment, DateOnly lastDay, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (assignment.EndOn(lastDay, clock.Today) is { IsAccepted: false } refused)
            return refused;
        // One without an end: a stand-in who is there the day after would leave the office without an admin when the letter runs out.
        if (IsOfficeAdmin(assignment) && !await IsAdminThereAsync(lastDay.AddDays(1), other => other.Id != assignment.Id && other.ValidUntil == null, ct))
            return Outcome.Refuse(LastAdminStays);
        db.Changes.Note("Account.AssignmentEnded", user, assignment.AreaCode, AuditDetail.Of(("account", user.Email),
            ("role", assignment.StandIn.Before(assignment.Role.Title(AreaCode.Parse(assignment.AreaCode)))), ("until", assignment.ValidUntil)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    /// <summary>Without this account nobody could sign in today as admin of the whole office.</summary>
    public async Task<bool> IsLastAdminAsync(PortalUser user, CancellationToken ct)
    {
        var held = await db.Assignments.AsNoTracking().Where(a => a.UserId == user.Id && a.Role == Role.Admin).ToListAsync(ct);
        return held.Exists(assignment => IsOfficeAdmin(assignment) && assignment.HoldsOn(clock.Today))
            && !await IsAdminThereAsync(clock.Today, other => other.UserId != user.Id, ct);
    }

    /// <summary>The account holds a role, today or later, that the acting user does not see.</summary>
    public async Task<bool> HoldsElsewhereAsync(PortalUser user, CancellationToken ct)
    {
        var held = await HeldAsync(user.Id, ct);
        return held.Exists(assignment => !scope.Covers(assignment.AreaCode));
    }

    private bool IsOfficeAdmin(Assignment assignment) => assignment.Role is Role.Admin && assignment.AreaCode == office.Area.Stored;

    private async Task<bool> IsAdminThereAsync(DateOnly day, System.Linq.Expressions.Expression<Func<Assignment, bool>> other, CancellationToken ct)
    {
        // Two admins who close each other at the same moment go one after the other, and the second finds nobody left.
        await db.Offices.ExecuteUpdateAsync(row => row.SetProperty(o => o.HasTestData, o => o.HasTestData), ct);
        return await db.Assignments.IgnoreQueryFilters([FilterNames.Area]).Where(other)
            .AnyAsync(a => a.Role == Role.Admin && a.AreaCode == office.Area.Stored && a.ValidFrom <= day && (a.ValidUntil == null || a.ValidUntil >= day)
                && db.Users.Any(u => u.Id == a.UserId && u.DisabledAt == null && !u.IsConsole && u.PasswordHash != null), ct);
    }

    private string? AreaRefusal(AreaCode area)
    {
        if (!office.Area.Contains(area) || (area.Level <= AreaLevel.Village && !areas.Knows(area)))
            return $"Wilayah {area.Official} tidak ada di {office.RegionName}.";
        return scope.Covers(area.Stored) ? null : $"{areas.TitleOf(area)} di luar wilayah yang Anda kelola.";
    }

    private async Task<(string? Refusal, long? OpdId)> OpdAsync(NewAssignment given, CancellationToken ct)
    {
        var name = given.Role switch
        {
            Role.SocialService => given.Opd ?? "Dinsos",
            Role.CivilRegistry => given.Opd ?? "Disdukcapil",
            Role.Opd => given.Opd,
            _ => null,
        };
        if (name is null)
            return (null, null);
        var opds = await db.Opds.Select(o => new { o.Id, o.ShortName }).ToListAsync(ct);
        return opds.Find(opd => string.Equals(opd.ShortName, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? (null, found.Id)
            : ($"OPD {name} tidak dikenal. Yang ada: {string.Join(", ", opds.Select(opd => opd.ShortName))}.", null);
    }

    // What else the account holds in these days: not the same twice, and no more places than a query can be narrowed to.
    private async Task<string?> BesideAsync(Assignment given, CancellationToken ct)
    {
        var beside = (await HeldAsync(given.UserId, ct)).Where(held => held.Overlaps(given.ValidFrom, given.ValidUntil)).ToList();
        if (beside.Find(held => held.Role == given.Role && held.AreaCode == given.AreaCode) is { } same)
            return $"Akun ini sudah memegang peran itu di {areas.TitleOf(AreaCode.Parse(same.AreaCode))} {Days(same)}. Akhiri dahulu, atau pilih hari sesudahnya.";
        return AreaRange.Cover([.. beside.SelectMany(held => held.Areas), .. given.Areas]).Count > UserScope.MaxRanges
            ? $"Satu akun paling banyak memegang {UserScope.MaxRanges} wilayah terpisah sekaligus. Akhiri salah satu penugasannya."
            : null;
    }

    private Task<List<Assignment>> HeldAsync(long userId, CancellationToken ct)
    {
        var today = clock.Today;
        return db.Assignments.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(a => a.UserId == userId && (a.ValidUntil == null || a.ValidUntil >= today)).ToListAsync(ct);
    }

    private static string Days(Assignment held) => $"sejak {Indonesian.Date(held.ValidFrom)}{(held.ValidUntil is { } until ? $" sampai {Indonesian.Date(until)}" : "")}";
}
