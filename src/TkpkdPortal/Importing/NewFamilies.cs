using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Importing;

/// <summary>The first of the ids that the rows of a chunk get.</summary>
internal readonly record struct FirstIds(long Household, long Key, long Listed, long Person, long Token);

/// <summary>What a chunk of families brings: its rows of the list, and households with their heads and words where no list has named them before.</summary>
internal sealed record MadeFamilies(FirstIds First, FirstIds Next, List<ListKey> Keys, List<ListedHousehold> Listed, List<Household> Households, List<Person> Members, List<NameToken> Tokens);

/// <summary>
/// Makes the rows of families chunk by chunk, in the file's order. It asks the register nothing, so that one hand can make a chunk with the ids that will most probably follow
/// while another still writes the chunk before.
/// </summary>
internal sealed class NewFamilies(ListedRows rows, StagingTarget target, NeedRules rules)
{
    private readonly KeptWords _words = new();

    public bool HasTestData { get; private set; }

    public bool HasRealData { get; private set; }

    /// <summary>Notes whether the accepted rows so far are invented, real or both; every row of a chunk, before it is made.</summary>
    public void Note(StagedRow row)
    {
        if (row.Judged.IsAccepted && (row.Judged.Nik?.IsSynthetic ?? row.Judged.FamilyCard?.IsSynthetic) is { } isSynthetic)
            (HasTestData, HasRealData) = (HasTestData || isSynthetic, HasRealData || !isSynthetic);
    }

    /// <summary>The rows that bring something, with the keys of those among them that the register knows.</summary>
    public MadeFamilies Make(List<StagedRow> fresh, HouseholdKeys keys, FirstIds first)
    {
        var (listedId, headId) = (first.Listed, first.Person);
        // A family of DTSEN finds its household only when both its files are there.
        var (householdId, keyId) = target.Kind.IsDtsen() ? (first.Household, first.Key) : keys.AddMissing(fresh, target, first.Household, first.Key);
        var listed = fresh.ConvertAll(row => rows.Household(row, target, listedId++, keys.Of(row)));
        var households = fresh.Zip(listed).Where(row => keys.IsNew(row.Second.HouseholdId)).Select(row => Household(row.First, row.Second, headId++)).ToList();
        var members = households.ConvertAll(household => household.Head);
        var tokens = _words.Of(members, first.Token);
        return new MadeFamilies(first, new FirstIds(householdId, keyId, listedId, headId, first.Token + tokens.Count), keys.New, listed, households, members, tokens);
    }

    private Household Household(StagedRow staged, ListedHousehold row, long headId)
    {
        var household = new Household(Guid.CreateVersion7(), row.AreaCode, ListedRows.HeadOf(staged, row), staged.Sealed!.HeadId, HasTestData && !HasRealData, row.HouseholdId, headId);
        household.TakeFrom(row);
        household.JudgeNeeds(rules);
        household.BelongTo(target.ChangeSetId);
        return household;
    }
}
