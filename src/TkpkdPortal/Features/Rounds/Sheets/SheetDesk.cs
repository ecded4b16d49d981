using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Privacy;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Sheets;

/// <summary>Prints the forms of an RT: each gets the code by which it is found again, and everybody on them is noted as seen.</summary>
public sealed class SheetDesk(PortalDbContext db, ActingUser user, RoundVisits rounds, Accesses accesses, OfficeClock clock, OfficeSettings office, AreaDirectory areas, FontLibrary fonts)
{
    /// <summary>As many as one file holds; no RT has more.</summary>
    public const int Most = 500;

    private const int MostTries = 3;

    public async Task<SheetList> ListAsync(VerificationRound round, CancellationToken ct)
    {
        var counts = await ToPrint(round).GroupBy(target => target.AreaCode).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var printed = await ToPrint(round).Where(target => db.FormSheets.Any(sheet => sheet.TargetId == target.Id)).GroupBy(target => target.AreaCode).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
        return new SheetList(round, [.. counts.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => new SheetRow(AreaCode.Parse(row.Key), row.Count, printed.GetValueOrDefault(row.Key)))]);
    }

    /// <summary>The file; null where nobody is left to visit in the RT.</summary>
    public async Task<byte[]?> PrintAsync(VerificationRound round, AreaCode area, Func<string, string> addressOf, CancellationToken ct)
    {
        var targets = await ToPrint(round).Where(target => target.AreaCode == area.Stored).OrderBy(target => target.Id).Take(Most).ToListAsync(ct);
        if (targets.Count == 0)
            return null;
        var codes = await CodesAsync(targets, ct);
        var (households, seen) = await HouseholdsAsync(round, targets, codes, ct);
        // Households that were closed since leave a target without a family.
        if (households.Count == 0)
            return null;
        var paper = new SheetPaper(round, await rounds.CurrentAsync(round.Id, ct), area, households, addressOf, clock.UtcNow, await db.Offices.Select(o => o.HasTestData).SingleAsync(ct), office, areas).Write(fonts);
        accesses.Note(seen, AccessChannel.FormSheet);
        await db.Changes.RecordAsync(db, "Form.Printed", round, area.Stored, AuditDetail.Of(("rows", households.Count)), ct);
        return paper;
    }

    // An enumerator prints what he or she may visit, whoever assigns prints all.
    private IQueryable<RoundTarget> ToPrint(VerificationRound round)
    {
        var (own, all) = (user.Id, user.Can(Permission.AssignTargets));
        return db.RoundTargets.AsNoTracking().Where(target => target.RoundId == round.Id && !target.IsWithVillage && (all || target.EnumeratorId == null || target.EnumeratorId == own)
            && (target.State == VerificationState.NotVisited || target.State == VerificationState.Draft || target.State == VerificationState.Returned));
    }

    private async Task<Dictionary<long, string>> CodesAsync(List<RoundTarget> targets, CancellationToken ct)
    {
        var ids = targets.ConvertAll(target => target.Id);
        for (var tried = 1; ; tried++)
        {
            var known = await db.FormSheets.AsNoTracking().Where(sheet => ids.Contains(sheet.TargetId)).ToDictionaryAsync(sheet => sheet.TargetId, sheet => sheet.Code, ct);
            var missing = targets.Where(target => !known.ContainsKey(target.Id)).ToList();
            if (missing.Count == 0)
                return known;
            db.FormSheets.AddRange(missing.Select(target => new FormSheet(target, SheetCode.New(), user.Id, clock.UtcNow)));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            // Somebody printed the same RT at the same moment, or a code was drawn twice: what is there now is taken, the rest drawn again.
            catch (DbUpdateException exception) when (tried < MostTries && db.IsUniqueViolation(exception))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(IReadOnlyList<SheetHousehold> Households, IReadOnlyList<Guid> Seen)> HouseholdsAsync(VerificationRound round, List<RoundTarget> targets, Dictionary<long, string> codes, CancellationToken ct)
    {
        var ids = targets.ConvertAll(target => target.HouseholdId);
        var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        var targetOf = targets.ToDictionary(target => target.HouseholdId);
        var deciles = (await db.ListedHouseholds.AsNoTracking().Where(row => row.ReleaseId == round.ReleaseId && row.SupersededById == null && ids.Contains(row.HouseholdId)).Select(row => new { row.HouseholdId, row.DecileCode }).ToListAsync(ct))
            .GroupBy(row => row.HouseholdId).ToDictionary(group => group.Key, group => group.First().DecileCode);
        var enumerators = targets.Select(target => target.EnumeratorId).OfType<long>().Distinct().ToList();
        var names = await db.Users.Where(u => enumerators.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
        var ordered = households.OrderBy(household => household.HeadName, StringComparer.Ordinal).ThenBy(household => household.Id).ToList();
        return ([.. ordered.Select(household => Of(household, targetOf[household.Id]))], ordered.ConvertAll(household => household.PublicId));

        SheetHousehold Of(Household household, RoundTarget target) => new(codes[target.Id], household.HeadName, household.Head.Nik?.Mask, household.FamilyCard?.Mask, household.Address, target.AreaCode, household.Housing,
            [.. household.Members.OrderBy(member => member.IsHead ? 0 : 1).ThenBy(member => member.BirthDate).ThenBy(member => member.Id).Select(member => new SheetMember(member.Name, PersonWords.Relationships.Label(member.Relationship), member.BirthDate is { } born ? NeedRules.AgeOn(born, clock.Today) : null))])
        {
            DecileCode = deciles.TryGetValue(household.Id, out var decile) ? decile : null,
            DueOn = target.DueOn,
            Enumerator = target.EnumeratorId is { } enumerator ? names.GetValueOrDefault(enumerator) : null,
        };
    }
}

/// <summary>The RT of the reader's area with households that still are to be visited.</summary>
public sealed record SheetList(VerificationRound Round, IReadOnlyList<SheetRow> Rows);

public sealed record SheetRow(AreaCode Area, int Households, int Printed);
