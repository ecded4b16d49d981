using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Needs;

/// <summary>A household whose stored profile is another than the rules say.</summary>
public readonly record struct ChangedNeeds(long HouseholdId, string AreaCode, NeedProfile Before, NeedProfile After);

/// <summary>
/// Reads the register once, in the order of its keys, and judges every household by rules that may not be in force yet. A preview and the change that follows it ask here and
/// therefore cannot differ. What is kept in memory is one chunk.
/// </summary>
public sealed class NeedScan(PortalDbContext db)
{
    private const int ChunkSize = 2_000;

    /// <summary>The households of the scope whose profile would change; <paramref name="onRead"/> hears how many were read.</summary>
    public async IAsyncEnumerable<ChangedNeeds> ChangesAsync(NeedRules rules, Action<int>? onRead, [EnumeratorCancellation] CancellationToken ct)
    {
        long after = 0;
        var members = new List<NeedMember>();
        while (true)
        {
            var from = after;
            var households = await db.Households.AsNoTracking().Where(h => h.Id > from).OrderBy(h => h.Id).Take(ChunkSize)
                .Select(h => new HouseholdLine(h.Id, h.AreaCode, h.DecileCode, h.Housing, h.StuntingRisk, h.InsuredByState, h.Needs, h.UnknownNeeds)).ToListAsync(ct);
            if (households.Count == 0)
                yield break;
            after = households[^1].Id;
            var to = after;
            var persons = await db.Persons.AsNoTracking().Where(p => p.HouseholdId > from && p.HouseholdId <= to).OrderBy(p => p.HouseholdId)
                .Select(p => new MemberLine(p.HouseholdId, p.Relationship, p.BirthDate, p.Occupation, p.Education, p.MaritalStatus, p.NikIndex != null, p.MatchesCivilRegistry)).ToListAsync(ct);
            var at = 0;
            foreach (var household in households)
            {
                members.Clear();
                while (at < persons.Count && persons[at].HouseholdId < household.Id)
                    at++;
                for (; at < persons.Count && persons[at].HouseholdId == household.Id; at++)
                    members.Add(persons[at].Member);
                var (before, now) = (new NeedProfile(household.Needs, household.UnknownNeeds), rules.Judge(household.House, CollectionsMarshal.AsSpan(members)));
                if (before != now)
                    yield return new ChangedNeeds(household.Id, household.AreaCode, before, now);
            }
            onRead?.Invoke(households.Count);
        }
    }

    private sealed record HouseholdLine(long Id, string AreaCode, byte? DecileCode, Housing Housing, bool? StuntingRisk, bool? InsuredByState, Need Needs, Need UnknownNeeds)
    {
        public NeedHouse House => new(DecileCode, Housing, StuntingRisk, InsuredByState);
    }

    private sealed record MemberLine(long HouseholdId, Domain.People.Relationship Relationship, DateOnly? BirthDate, Domain.People.Occupation? Occupation, Domain.People.Education? Education,
        Domain.People.MaritalStatus? MaritalStatus, bool HasNik, bool? Matches)
    {
        public NeedMember Member => new(Relationship, BirthDate, Occupation, Education, MaritalStatus, HasNik, Matches);
    }
}
