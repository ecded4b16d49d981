using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Overlapping;

/// <summary>
/// Beside each other all aid of a budget year that households of the own area receive, from whichever OPD, by the rules that hold for the year. The database narrows it to pieces that have a
/// counterpart in the same household; the rules themselves decide in one place (<see cref="AidOverlaps"/>).
/// </summary>
public sealed class OverlapSearch(PortalDbContext db)
{
    /// <summary>All findings of the year, open and decided.</summary>
    public Task<IReadOnlyList<OverlapFinding>> OfYearAsync(int year, CancellationToken ct) => FindAsync(year, null, ct);

    /// <summary>Those that one household has a part in.</summary>
    public async Task<IReadOnlyList<OverlapFinding>> OfHouseholdAsync(int year, long householdId, CancellationToken ct) =>
        [.. (await FindAsync(year, householdId, ct)).Where(finding => finding.Pieces.Any(piece => piece.HouseholdId == householdId))];

    private async Task<IReadOnlyList<OverlapFinding>> FindAsync(int year, long? householdId, CancellationToken ct)
    {
        var rules = (await db.OverlapRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(ct)).FindAll(rule => rule.HoldsIn(year));
        var programs = await db.AidPrograms.AsNoTracking().Select(program => new { program.Id, program.Name, program.Year }).ToListAsync(ct);
        var (names, ofYear) = (programs.ToDictionary(program => program.Id, program => program.Name), programs.Where(program => program.Year == year).Select(program => program.Id).ToHashSet());
        var (pieces, mine) = (new Dictionary<long, AidPiece>(), householdId is { } own ? Counted.Where(aid => aid.HouseholdId == own) : Counted);
        foreach (var query in rules.SelectMany(rule => Candidates(rule, year, mine, names, ofYear)))
            (await query.ToListAsync(ct)).ForEach(piece => pieces[piece.Id] = piece);
        var facts = pieces.Values.Select(piece => new AidFact(piece.Id, piece.PersonId?.ToString(System.Globalization.CultureInfo.InvariantCulture), piece.HouseholdId, names[piece.ProgramId], piece.Period));
        var found = AidOverlaps.Find(facts, rules).Select(overlap => new OverlapFinding(overlap.Rule, overlap.Kind, [.. overlap.Keys.Select(key => pieces[key])]))
            .Where(finding => finding.Pieces.Any(piece => piece.Period.Year == year)).ToList();
        foreach (var rule in rules)
            found.AddRange(await AcrossAsync(rule, year, householdId, ct));
        return await WithDecisionsAsync(found, ct);
    }

    // What was dropped was not given.
    private IQueryable<Intervention> Counted => db.Interventions.AsNoTracking().Where(aid => aid.State != InterventionState.Cancelled && aid.State != InterventionState.NotDelivered);

    private IEnumerable<IQueryable<AidPiece>> Candidates(OverlapRule rule, int year, IQueryable<Intervention> mine, Dictionary<long, string> programs, HashSet<long> programsOfYear)
    {
        var (all, ofYear) = (Counted, mine.Where(aid => aid.Period.Year == year));
        var (first, second) = (Of(programs, rule.First), Of(programs, rule.Second));
        switch (rule.Kind)
        {
            case OverlapKind.SameProgramAndPeriod:
                yield return Pieces(ofYear.Where(aid => all.Any(other => other.HouseholdId == aid.HouseholdId && other.Id != aid.Id && other.ProgramId == aid.ProgramId && other.Period.Year == year
                    && other.Period.Quarter == aid.Period.Quarter && other.Period.Month == aid.Period.Month)));
                // One program under two names of record: another OPD, or a file that proposed it.
                var twins = programs.Where(program => programsOfYear.Contains(program.Key)).GroupBy(program => UsualPrograms.KeyOf(program.Value)).Where(group => group.Count() > 1).SelectMany(group => group.Select(program => program.Key)).ToList();
                if (twins.Count > 0)
                    yield return Pieces(ofYear.Where(aid => twins.Contains(aid.ProgramId) && all.Any(other => other.HouseholdId == aid.HouseholdId && other.ProgramId != aid.ProgramId && twins.Contains(other.ProgramId))));
                break;
            case OverlapKind.Exclusive when first.Count > 0 && second.Count > 0:
                yield return Pieces(ofYear.Where(aid => first.Contains(aid.ProgramId) && all.Any(other => other.HouseholdId == aid.HouseholdId && other.Period.Year == year && second.Contains(other.ProgramId))));
                yield return Pieces(ofYear.Where(aid => second.Contains(aid.ProgramId) && all.Any(other => other.HouseholdId == aid.HouseholdId && other.Period.Year == year && first.Contains(other.ProgramId))));
                break;
            case OverlapKind.OncePerHouse when first.Count > 0:
                yield return Pieces(mine.Where(aid => first.Contains(aid.ProgramId) && all.Any(other => other.HouseholdId == aid.HouseholdId && other.Id != aid.Id && first.Contains(other.ProgramId))));
                break;
        }
    }

    private static List<long> Of(Dictionary<long, string> programs, ProgramGroup? group) =>
        group is null ? [] : [.. programs.Where(program => UsualPrograms.GroupOf(program.Value) == group).Select(program => program.Key)];

    private IQueryable<AidPiece> Pieces(IQueryable<Intervention> aid) => from piece in aid
                                                                         join household in db.Households on piece.HouseholdId equals household.Id
                                                                         select new AidPiece
                                                                         {
                                                                             Id = piece.Id,
                                                                             HouseholdId = piece.HouseholdId,
                                                                             PersonId = piece.PersonId,
                                                                             ProgramId = piece.ProgramId,
                                                                             OpdId = piece.OpdId,
                                                                             Period = piece.Period,
                                                                             Amount = piece.Amount,
                                                                             AreaCode = household.AreaCode,
                                                                         };

    /// <summary>Two households that are one person's or one card's, both with aid in the year.</summary>
    private async Task<IEnumerable<OverlapFinding>> AcrossAsync(OverlapRule rule, int year, long? householdId, CancellationToken ct)
    {
        var helped = Counted.Where(aid => aid.Period.Year == year);
        var village = AreaCode.LengthAt(AreaLevel.Village);
        var pairs = rule.Kind switch
        {
            OverlapKind.PersonInTwoFamilies => from one in db.Persons
                                               join other in db.Persons on one.NikIndex equals other.NikIndex
                                               where one.NikIndex != null && one.HouseholdId < other.HouseholdId
                                               select new { First = one.HouseholdId, Second = other.HouseholdId },
            OverlapKind.FamilyInTwoVillages => from one in db.Households
                                               join other in db.Households on one.FamilyCardIndex equals other.FamilyCardIndex
                                               where one.FamilyCardIndex != null && one.Id < other.Id && one.AreaCode.Substring(0, village) != other.AreaCode.Substring(0, village)
                                               select new { First = one.Id, Second = other.Id },
            _ => null,
        };
        if (pairs is null)
            return [];
        if (householdId is { } own)
            pairs = pairs.Where(pair => pair.First == own || pair.Second == own);
        var found = await pairs.Distinct().Where(pair => helped.Any(aid => aid.HouseholdId == pair.First) && helped.Any(aid => aid.HouseholdId == pair.Second)).ToListAsync(ct);
        var ids = found.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().ToList();
        var pieces = (await Pieces(helped.Where(aid => ids.Contains(aid.HouseholdId))).ToListAsync(ct)).ToLookup(piece => piece.HouseholdId);
        return found.Select(pair => new OverlapFinding(rule, OverlapWords.CodeOf(rule, false), [.. pieces[pair.First].Concat(pieces[pair.Second]).OrderBy(piece => piece.Id)]));
    }

    private async Task<IReadOnlyList<OverlapFinding>> WithDecisionsAsync(List<OverlapFinding> found, CancellationToken ct)
    {
        var marks = found.Select(finding => finding.Mark).ToHashSet(StringComparer.Ordinal);
        // The decisions of a year are fewer than the findings; each names its pieces by a mark alone.
        var decisions = found.Count == 0 ? [] : (await db.OverlapDecisions.AsNoTracking().Where(decision => decision.WithdrawnAt == null).ToListAsync(ct))
            .Where(decision => marks.Contains(decision.Mark)).GroupBy(decision => decision.Mark).ToDictionary(group => group.Key, group => group.MaxBy(decision => decision.Id), StringComparer.Ordinal);
        return [.. found.Select(finding => finding with { Decision = decisions.GetValueOrDefault(finding.Mark) })];
    }
}
