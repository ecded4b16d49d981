using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>Collects what a bulk change does to households of the register, with their past versions, and writes it in one go.</summary>
internal sealed class RegisterChange(IReadOnlyDictionary<long, DateTime> knownSince, DateTime now)
{
    private readonly List<(Household Row, HouseholdVersion Before)> _households = [];
    private readonly List<(Person Row, PersonVersion Before)> _changed = [];
    private readonly List<Person> _added = [];
    private readonly List<(Person Row, PersonVersion Before)> _removed = [];

    /// <summary>A change of these households, with the instants from which each of their rows is known.</summary>
    public static async Task<RegisterChange> OfAsync(PortalDbContext db, IReadOnlyCollection<Household> households, DateTime now, CancellationToken ct)
    {
        var changes = households.Select(h => h.ChangeSetId).Concat(households.SelectMany(h => h.Members).Select(member => member.ChangeSetId)).Distinct().ToList();
        return new RegisterChange(await db.ChangeSets.AsNoTracking().Where(change => changes.Contains(change.Id)).ToDictionaryAsync(change => change.Id, change => change.KnownFrom!.Value, ct), now);
    }

    public void Of(Household household, Action change)
    {
        var before = new HouseholdVersion(household, knownSince[household.ChangeSetId], now);
        var members = household.Members.ToDictionary(member => member, member => new PersonVersion(member, knownSince[member.ChangeSetId], now));
        change();
        if (!before.StillHolds(household))
            _households.Add((household, before));
        _changed.AddRange(members.Where(member => household.Members.Contains(member.Key) && !member.Value.StillHolds(member.Key)).Select(member => (member.Key, member.Value)));
        _added.AddRange(household.Members.Where(member => !members.ContainsKey(member)));
        _removed.AddRange(members.Where(member => !household.Members.Contains(member.Key)).Select(member => (member.Key, member.Value)));
    }

    public async Task WriteAsync(PortalDbContext db, BulkWriter bulk, long changeSetId, CancellationToken ct)
    {
        foreach (var (household, _) in _households)
            household.BelongTo(changeSetId, withMembers: false);
        foreach (var person in _changed.Select(change => change.Row).Concat(_added))
            person.BelongTo(changeSetId);
        var (householdVersion, personVersion) = (await bulk.ReserveIdsAsync<HouseholdVersion>(ct), await bulk.ReserveIdsAsync<PersonVersion>(ct));
        await bulk.InsertAsync([.. _households.Select((change, i) => change.Before.WithId(householdVersion + i))], ct);
        await bulk.InsertAsync([.. _changed.Concat(_removed).Select((change, i) => change.Before.WithId(personVersion + i))], ct);
        await RemoveAsync(db, ct);
        await bulk.UpdateAsync([.. _households.Select(change => change.Row)], ct);
        await bulk.UpdateAsync([.. _changed.Select(change => change.Row)], ct);
        await bulk.InsertAsync(_added, ct);
        await RenewNameTokensAsync(db, bulk, ct);
    }

    // Whoever goes makes room first, and so does a head who is one no more: the index allows one head at any moment.
    private async Task RemoveAsync(PortalDbContext db, CancellationToken ct)
    {
        foreach (var ids in _removed.Select(change => change.Row.Id).Chunk(500))
        {
            await db.NameTokens.Where(token => ids.Contains(token.PersonId)).ExecuteDeleteAsync(ct);
            await db.Persons.Where(person => ids.Contains(person.Id)).ExecuteDeleteAsync(ct);
        }
        var former = _changed.Where(change => change.Before.IsHead && !change.Row.IsHead).Select(change => change.Row.Id).ToList();
        if (former.Count > 0)
            await db.Persons.Where(person => former.Contains(person.Id)).ExecuteUpdateAsync(person => person.SetProperty(p => p.Relationship, Relationship.Other), ct);
    }

    private async Task RenewNameTokensAsync(PortalDbContext db, BulkWriter bulk, CancellationToken ct)
    {
        var renamed = _changed.Where(change => change.Row.Name != change.Before.Name || change.Row.AreaCode != change.Before.AreaCode)
            .Select(change => change.Row).ToList();
        foreach (var ids in renamed.Select(person => person.Id).Chunk(500))
            await db.NameTokens.Where(token => ids.Contains(token.PersonId)).ExecuteDeleteAsync(ct);
        await new HouseholdBulk(bulk).InsertNameTokensAsync([.. renamed, .. _added], ct);
    }
}
