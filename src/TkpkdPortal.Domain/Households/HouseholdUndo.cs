using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>How a household goes back to what it was before an import that is taken back.</summary>
public sealed partial class Household
{
    /// <summary>Leaves the register with its members: no list names it any more, and nobody has had to do with it.</summary>
    public void Withdraw(DateOnly today)
    {
        _members.Clear();
        (MemberCount, Closure, ClosedOn) = (0, Households.Closure.Withdrawn, today);
    }

    /// <summary>
    /// Every fact that still is as the import left it becomes what it was before; what a visit, an event or a person has changed since stands. Members whom the import
    /// brought go, unless one of them is the head now.
    /// </summary>
    public void TakeBack(TakenBack<HouseholdVersion>? own, IReadOnlyDictionary<Person, TakenBack<PersonVersion>> members, IReadOnlyCollection<Person> brought, NeedRules rules)
    {
        var relationships = _members.ToDictionary(member => member, member => member.Relationship);
        foreach (var (member, change) in members)
            member.TakeBack(change);
        _members.RemoveAll(member => brought.Contains(member) && !member.IsHead);
        if (_members.Count(member => member.IsHead) != 1)
        {
            // Somebody has become head since: who is what to whom stays as it was found.
            foreach (var member in _members)
                member.Become(relationships[member]);
        }
        if (own is not null)
            Facts<HouseholdFacts>.TakeBack(own.Before, own.After ?? (HouseholdFacts)this, this);
        (MemberCount, HeadName) = (_members.Count, Head.Name);
        if (own?.After is not null)
            JudgeNeeds(rules);
    }
}

/// <summary>What a row was before a change, and as the change left it; null where the row is that still.</summary>
public sealed record TakenBack<T>(T Before, T? After)
    where T : class;
