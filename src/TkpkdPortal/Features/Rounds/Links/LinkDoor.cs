using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Links;

/// <summary>
/// Lets the holder of a code in, without an account: for one request the scope is the RT of the link and nothing else. What is unknown, revoked or too late
/// opens nothing, and none of them can be told from the others.
/// </summary>
public sealed class LinkDoor(PortalDbContext db, UserScope scope, Sealer sealer, AccessQueue seen, OfficeClock clock)
{
    private const int Attempts = 4;

    public static byte[] HashOf(Sealer sealer, string code) => sealer.KeyedHash("tautan:" + code);

    /// <summary>The link that the code opens now, its RT being the scope from here on; null otherwise, with a scope that sees nothing.</summary>
    public async Task<NeighbourhoodLink?> OpenAsync(string? typed, bool isReadOnly, CancellationToken ct)
    {
        scope.SeeNothing();
        if (LinkCode.Read(typed) is not { } code)
            return null;
        var hash = HashOf(sealer, code);
        var link = await db.NeighbourhoodLinks.IgnoreQueryFilters([FilterNames.Area]).SingleOrDefaultAsync(l => l.CodeHash == hash, ct);
        if (link is null || !link.IsOpen(await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == link.RoundId, ct), clock.UtcNow) || !await IsAnsweredForAsync(link, ct))
            return null;
        scope.SeeNeighbourhood(AreaCode.Parse(link.AreaCode), $"tautan {link.PublicId:N}");
        scope.IsReadOnly = isReadOnly;
        return link;
    }

    // Whoever made it answers for it, and only as long as he or she may make one.
    private async Task<bool> IsAnsweredForAsync(NeighbourhoodLink link, CancellationToken ct)
    {
        var today = clock.Today;
        var held = await db.Assignments.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(a => a.UserId == link.MadeById && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
            && db.Users.Any(u => u.Id == a.UserId && u.DisabledAt == null)).ToListAsync(ct);
        return held.Exists(a => a.Role.Grants(Permission.AssignTargets) && AreaCode.Parse(a.AreaCode).Contains(AreaCode.Parse(link.AreaCode)));
    }

    /// <summary>The families of the RT in the round: who heads them and where they live, and what the link has said of them.</summary>
    public async Task<NeighbourhoodPage> PageAsync(NeighbourhoodLink link, CancellationToken ct)
    {
        var families = await (from target in db.RoundTargets.AsNoTracking()
                              join household in db.Households on target.HouseholdId equals household.Id
                              where target.RoundId == link.RoundId && target.State != VerificationState.Cancelled
                              orderby household.Address, household.HeadName, household.Id
                              select new NeighbourhoodFamily(household.Id, household.PublicId, household.HeadName, household.Address)).ToListAsync(ct);
        var said = await db.NeighbourhoodHints.AsNoTracking().Where(hint => hint.LinkId == link.Id).OrderBy(hint => hint.Id).ToListAsync(ct);
        return new NeighbourhoodPage(link, families, said, AnswersForm.Of(families, said));
    }

    /// <summary>Notes that the holder saw the families: for whoever made the link, who answers for it, with the holder's name as what it was for.</summary>
    public Task NoteAsync(NeighbourhoodPage page, CancellationToken ct)
    {
        foreach (var family in page.Families)
            seen.Add(new SeenHousehold(family.Id, page.Link.MadeById, clock.UtcNow, AccessChannel.NeighbourhoodLink, $"Tautan untuk {page.Link.Holder}"));
        return db.Changes.RecordAsync(db, "Link.Opened", page.Link, page.Link.AreaCode, AuditDetail.Of(("rows", page.Families.Count)), ct);
    }

    /// <summary>Keeps what was said of each family where it is anything new, and the families that are missed; answers how many.</summary>
    public async Task<int> SaveAsync(NeighbourhoodPage page, AnswersForm form, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeAsync(page, form, ct);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception)))
            {
                // The same link was answered on another phone at this moment: what is said here comes after it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> TakeAsync(NeighbourhoodPage page, AnswersForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var said = await db.NeighbourhoodHints.Where(hint => hint.LinkId == page.Link.Id && hint.HouseholdId != null).ToDictionaryAsync(hint => hint.HouseholdId!.Value, ct);
        var families = page.Families.ToDictionary(family => family.Id, family => family.Key);
        var count = 0;
        foreach (var answer in form.Families.Where(answer => answer is not null && families.ContainsKey(answer.Id)).DistinctBy(answer => answer.Id))
            count += Take(page.Link, said, families[answer.Id], answer) ? 1 : 0;
        var room = NeighbourhoodHint.MostMissing - await db.NeighbourhoodHints.CountAsync(hint => hint.LinkId == page.Link.Id && hint.HouseholdId == null, ct);
        foreach (var missed in form.Missing.Where(one => !string.IsNullOrWhiteSpace(one?.Name)).Take(room))
        {
            db.NeighbourhoodHints.Add(NeighbourhoodHint.OfMissing(page.Link, missed.Name!, missed.Detail, clock.UtcNow));
            count++;
        }
        await db.SaveChangesAsync(ct);
        await UseAsync(page.Link, ct);
        await transaction.CommitAsync(ct);
        return count;
    }

    /// <summary>Past the row's version: nobody who uses a link keeps its maker from taking it back.</summary>
    public Task UseAsync(NeighbourhoodLink link, CancellationToken ct) =>
        db.NeighbourhoodLinks.Where(l => l.Id == link.Id && l.RevokedAt == null).ExecuteUpdateAsync(l => l.SetProperty(one => one.LastUsedAt, clock.UtcNow), ct);

    private bool Take(NeighbourhoodLink link, Dictionary<long, NeighbourhoodHint> said, long household, FamilyAnswer answer)
    {
        if (answer.Answer is not { } given || !NeighbourhoodWords.OfFamily.Contains(given))
            return false;
        if (said.TryGetValue(household, out var known))
            return known.Change(given, answer.Detail, clock.UtcNow);
        db.NeighbourhoodHints.Add(NeighbourhoodHint.Of(link, household, given, answer.Detail, clock.UtcNow));
        return true;
    }
}
