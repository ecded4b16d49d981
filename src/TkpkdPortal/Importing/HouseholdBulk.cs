using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>Writes new households with their members and name words under one change set.</summary>
internal sealed class HouseholdBulk(BulkWriter bulk)
{
    private readonly KeptWords _words = new();

    public async Task InsertAsync(List<Household> households, long changeSetId, CancellationToken ct)
    {
        foreach (var household in households)
            household.BelongTo(changeSetId);
        await bulk.InsertAsync(households, ct);
        var members = households.SelectMany(household => household.Members).ToList();
        await bulk.InsertAsync(members, ct);
        await InsertNameTokensAsync(members, ct);
    }

    public async Task InsertNameTokensAsync(IReadOnlyCollection<Person> persons, CancellationToken ct) =>
        await bulk.InsertAsync(_words.Of(persons, await bulk.ReserveIdsAsync<NameToken>(ct)), ct);
}

/// <summary>The words under which persons are found. Many families share a name, and folding its sound takes longer than writing its words.</summary>
internal sealed class KeptWords
{
    private const int MostNames = 50_000;

    private readonly Dictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The first of them gets the id.</summary>
    public List<NameToken> Of(IReadOnlyCollection<Person> persons, long id)
    {
        var tokens = new List<NameToken>(3 * persons.Count);
        foreach (var person in persons)
        {
            foreach (var word in Of(person.Name))
                tokens.Add(new NameToken { Id = id++, Word = word, AreaCode = person.AreaCode, HouseholdId = person.HouseholdId, PersonId = person.Id });
        }
        return tokens;
    }

    private IReadOnlyList<string> Of(string name)
    {
        if (_known.TryGetValue(name, out var words))
            return words;
        words = NameWords.KeptOf(name);
        if (_known.Count < MostNames)
            _known.Add(name, words);
        return words;
    }
}
