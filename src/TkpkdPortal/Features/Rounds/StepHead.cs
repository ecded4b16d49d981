using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Rounds;

namespace TkpkdPortal.Features.Rounds;

/// <summary>What a step needs to know of the household behind a target: its head, and what the civil registry says of him or her.</summary>
internal sealed record StepHead(Guid HouseholdId, string HeadName, CivilMatch? Match)
{
    public RefusedStep Refused(RoundTarget target, Outcome outcome) => new(HouseholdId, HeadName, target.AreaCode, outcome.Refusal!);

    public static async Task<Dictionary<long, StepHead>> OfAsync(PortalDbContext db, IReadOnlyCollection<RoundTarget> targets, CancellationToken ct)
    {
        var ids = targets.Select(target => target.HouseholdId).ToList();
        var heads = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).Select(h => new
        {
            h.Id,
            h.PublicId,
            h.HeadName,
            Head = db.Persons.Where(p => p.HouseholdId == h.Id && p.Relationship == Relationship.Head).Select(p => new { p.CivilMatch, p.MatchesCivilRegistry }).FirstOrDefault(),
        }).ToDictionaryAsync(h => h.Id, h => new StepHead(h.PublicId, h.HeadName, MatchOf(h.Head?.CivilMatch, h.Head?.MatchesCivilRegistry)), ct);
        // A household that was closed meanwhile is still named.
        foreach (var id in ids)
            heads.TryAdd(id, new StepHead(Guid.Empty, "Keluarga yang sudah ditutup", null));
        return heads;
    }

    /// <summary>An answer of the civil registry, else what the list says it answered.</summary>
    public static CivilMatch? MatchOf(CivilMatch? answered, bool? listed) => answered ?? listed switch
    {
        true => CivilMatch.Agrees,
        false => CivilMatch.Differs,
        null => null,
    };
}
