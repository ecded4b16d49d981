using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>Writes new households with their members and name words under one change set.</summary>
internal sealed class HouseholdBulk(BulkWriter bulk)
{
    private const int MostNames = 50_000;

    // Many families share a name, and folding its sound takes longer than writing its words.
    private readonly Dictionary<string, IReadOnlyList<string>> _words = new(StringComparer.Ordinal);

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
        await bulk.InsertAsync([.. persons.SelectMany(person => WordsOf(person.Name).Select(word => new NameToken
        {
            Id = id++, Word = word, AreaCode = person.AreaCode, HouseholdId = person.HouseholdId, PersonId = person.Id,
        }))], ct);
    }

    private IReadOnlyList<string> WordsOf(string name)
    {
        if (_words.TryGetValue(name, out var words))
            return words;
        words = NameWords.KeptOf(name);
        if (_words.Count < MostNames)
            _words.Add(name, words);
        return words;
    }
}
