using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>Which household each family id of a chunk means, with those that the chunk itself brings.</summary>
internal sealed class HouseholdKeys(IReadOnlyCollection<ListKey> known)
{
    private readonly Dictionary<string, long> _households = known.ToDictionary(key => key.FamilyListId, key => key.HouseholdId, StringComparer.Ordinal);
    private readonly HashSet<long> _newHouseholds = [];

    /// <summary>Whether a list had named any of the chunk's families before.</summary>
    public bool HasKnown { get; } = known.Count > 0;

    public List<ListKey> New { get; } = [];

    /// <summary>0 for a family that no list has placed yet, in a list that names it in two files.</summary>
    public long Of(StagedRow row) => _households.GetValueOrDefault(row.Judged.FamilyId);

    public bool IsNew(long householdId) => _newHouseholds.Contains(householdId);

    /// <summary>Gives the families that no list has placed their keys, each with a household of its own from these ids on, and says which ids come next.</summary>
    public (long Household, long Key) AddMissing(IEnumerable<StagedRow> rows, StagingTarget target, long householdId, long keyId)
    {
        foreach (var row in rows)
        {
            if (!_households.TryAdd(row.Judged.FamilyId, householdId))
                continue;
            New.Add(new ListKey
            {
                Id = keyId++,
                List = target.KeyList,
                FamilyListId = row.Judged.FamilyId,
                HouseholdId = householdId,
                AreaCode = row.Judged.Area.Stored,
                ChangeSetId = target.ChangeSetId,
            });
            _newHouseholds.Add(householdId++);
        }
        return (householdId, keyId);
    }
}

/// <summary>
/// Which person of the register a row of persons means: the one that the list named before, or the head that a families file brought. A list that
/// knows its persons by their numbers brings no heads: it is paired with the register before publication.
/// </summary>
internal sealed class KnownPersons(ILookup<string, long> byListId, Dictionary<long, long> heads)
{
    public long? Find(JudgedRow row, long householdId)
    {
        if (byListId[row.PersonId].FirstOrDefault() is > 0 and var known)
            return known;
        return row.Relationship is Relationship.Head && heads.Remove(householdId, out var head) ? head : null;
    }
}
