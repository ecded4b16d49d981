using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>Writes new households with their members and name words under one change set.</summary>
internal sealed class HouseholdBulk(BulkWriter bulk)
{
    public async Task InsertAsync(List<Household> households, long changeSetId, CancellationToken ct)
    {
        foreach (var household in households)
            household.BelongTo(changeSetId);
        await bulk.InsertAsync(households, ct);
        var members = households.SelectMany(household => household.Members).ToList();
        await bulk.InsertAsync(members, ct);
        await InsertNameTokensAsync(members, ct);
    }

    public async Task InsertNameTokensAsync(IEnumerable<Person> persons, CancellationToken ct)
    {
        var id = await bulk.ReserveIdsAsync<NameToken>(ct);
        await bulk.InsertAsync([.. persons.SelectMany(person => NameWords.KeptOf(person.Name).Select(word => new NameToken
        {
            Id = id++, Word = word, AreaCode = person.AreaCode, HouseholdId = person.HouseholdId, PersonId = person.Id,
        }))], ct);
    }
}
