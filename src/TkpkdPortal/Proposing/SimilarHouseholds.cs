using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.Proposing;

/// <summary>The family that is sought in the register before it is taken for a new one.</summary>
public sealed record SoughtFamily(string HeadName, string AreaCode, string Address)
{
    public DateOnly? BirthDate { get; init; }

    public byte[]? NikIndex { get; init; }

    public byte[]? FamilyCardIndex { get; init; }

    public static SoughtFamily Of(Proposal proposal) => new(proposal.HeadName, proposal.AreaCode, proposal.Address)
    {
        BirthDate = proposal.BirthDate,
        NikIndex = proposal.NikIndex,
        FamilyCardIndex = proposal.FamilyCardIndex,
    };

    public static SoughtFamily Of(ProposalTerms terms) => new(terms.HeadName ?? "", terms.AreaCode, terms.Address ?? "")
    {
        BirthDate = terms.BirthDate,
        NikIndex = terms.Nik?.Index,
        FamilyCardIndex = terms.FamilyCard?.Index,
    };
}

/// <summary>
/// Looks for a family in the whole register, past the own area: by its numbers and by the sound of its name everywhere, and in its own village also by
/// one word of the name with the birth date or the address. What lies in another area is answered without its data (<see cref="SimilarHousehold"/>),
/// and to whoever writes a proposal by its name alone: who may type again could try numbers and birth dates until one answers.
/// </summary>
public sealed class SimilarHouseholds(PortalDbContext db, UserScope scope)
{
    /// <summary>Nobody compares more; the nearest come first.</summary>
    public const int Most = 8;

    // A name that so many bear tells nothing by itself.
    private const int MostOfAName = 200, MostOfAVillage = 400;

    /// <summary>For whoever checks a proposal, and typed none of it.</summary>
    public Task<IReadOnlyList<SimilarHousehold>> FindAsync(SoughtFamily sought, CancellationToken ct) => FindAsync(sought, (words, household) => Likeness.Of(sought, words, household), ct);

    /// <summary>For whoever writes it: past the own area a whole name of two words or more, whatever else was typed.</summary>
    public Task<IReadOnlyList<SimilarHousehold>> FindForProposerAsync(SoughtFamily sought, CancellationToken ct) =>
        FindAsync(sought, (words, household) => scope.Covers(household.AreaCode) ? Likeness.Of(sought, words, household) : Likeness.OfName(words, household), ct);

    private async Task<IReadOnlyList<SimilarHousehold>> FindAsync(SoughtFamily sought, Func<IReadOnlyList<string>, Household, Likeness?> compare, CancellationToken ct)
    {
        var words = NameWords.Of(sought.HeadName).Where(word => word.Length >= 2).Take(4).ToList();
        var ids = await WithNumbersAsync(sought, ct);
        ids.UnionWith(await WithNameAsync(words, ct));
        ids.UnionWith(await NeighboursAsync(AreaCode.Parse(sought.AreaCode).AtLevel(AreaLevel.Village), words, ct));
        var households = await db.Households.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        return [.. households.Select(household => compare(words, household)).OfType<Likeness>().OrderBy(like => like.Rank).ThenBy(like => like.Household.Id).Take(Most)
            .Select(like => SimilarHousehold.Of(like, scope.Covers(like.Household.AreaCode)))];
    }

    private async Task<HashSet<long>> WithNumbersAsync(SoughtFamily sought, CancellationToken ct)
    {
        var ids = new HashSet<long>();
        if (sought.NikIndex is { } nik)
            ids.UnionWith(await db.Persons.IgnoreQueryFilters([FilterNames.Area]).Where(p => p.NikIndex == nik).OrderBy(p => p.HouseholdId).Select(p => p.HouseholdId).Take(Most).ToListAsync(ct));
        if (sought.FamilyCardIndex is { } card)
            ids.UnionWith(await db.Households.IgnoreQueryFilters([FilterNames.Area]).Where(h => h.FamilyCardIndex == card).OrderBy(h => h.Id).Select(h => h.Id).Take(Most).ToListAsync(ct));
        return ids;
    }

    // The rarest word leads, and each person who has it is looked at for the others.
    private async Task<List<long>> WithNameAsync(List<string> words, CancellationToken ct)
    {
        if (words.Count == 0)
            return [];
        var counts = new List<(string Word, int Count)>();
        foreach (var word in words)
            counts.Add((word, await Everywhere.Where(token => token.Word == word).Take(MostOfAName * 10).CountAsync(ct)));
        var rarest = counts.MinBy(word => word.Count).Word;
        var named = words.Where(word => word != rarest).Aggregate(Everywhere.Where(token => token.Word == rarest), Beside);
        return await named.OrderBy(token => token.AreaCode).ThenBy(token => token.HouseholdId).Select(token => token.HouseholdId).Take(MostOfAName).ToListAsync(ct);
    }

    private async Task<List<long>> NeighboursAsync(AreaCode village, List<string> words, CancellationToken ct) => words.Count == 0 ? []
        : await Everywhere.In(village).Where(token => words.Contains(token.Word)).Select(token => token.HouseholdId).Distinct().OrderBy(id => id).Take(MostOfAVillage).ToListAsync(ct);

    private IQueryable<NameToken> Everywhere => db.NameTokens.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking();

    private IQueryable<NameToken> Beside(IQueryable<NameToken> tokens, string word)
    {
        var others = db.NameTokens;
        return tokens.Where(token => others.Any(other => other.HouseholdId == token.HouseholdId && other.Word == word && other.PersonId == token.PersonId));
    }
}

/// <summary>In what a household is like the family that is sought, and how near it comes.</summary>
internal sealed record Likeness(Household Household, Person Person, IReadOnlyList<string> Same, int Rank, bool HasSameNik)
{
    /// <summary>Null for a household that only shares a word with it.</summary>
    public static Likeness? Of(SoughtFamily sought, IReadOnlyList<string> words, Household household)
    {
        var isNeighbour = AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village) == AreaCode.Parse(sought.AreaCode).AtLevel(AreaLevel.Village);
        var hasCard = sought.FamilyCardIndex is { } card && household.FamilyCardIndex is { } own && own.AsSpan().SequenceEqual(card);
        return household.Members.Select(member => Of(sought, words, household, member, hasCard, isNeighbour)).OfType<Likeness>().MinBy(like => like.Rank);
    }

    /// <summary>Null for a household in which nobody bears the whole name.</summary>
    public static Likeness? OfName(IReadOnlyList<string> words, Household household) =>
        words.Count > 1 && household.Members.FirstOrDefault(member => words.All(NameWords.Of(member.Name).Contains)) is { } namesake ? new Likeness(household, namesake, ["nama"], 4, false) : null;

    private static Likeness? Of(SoughtFamily sought, IReadOnlyList<string> words, Household household, Person member, bool hasCard, bool isNeighbour)
    {
        var own = NameWords.Of(member.Name);
        var shared = words.Count(own.Contains);
        var isNamesake = words.Count > 0 && shared == words.Count;
        var hasNik = sought.NikIndex is { } nik && member.NikIndex is { } index && index.AsSpan().SequenceEqual(nik);
        var isBornThen = sought.BirthDate is { } day && member.BirthDate == day;
        var mayBeBornThen = sought.BirthDate is null || member.BirthDate is null || isBornThen;
        var livesThere = isNeighbour && AddressWords.AreLike(sought.Address, household.Address);
        var rank = hasNik ? 0 : hasCard && (member.IsHead || shared > 0) ? 1
            : isNamesake && isBornThen ? 2
            : isNamesake && isNeighbour ? 3
            : isNamesake && mayBeBornThen && words.Count > 1 ? 4
            : isNeighbour && shared > 0 && (isBornThen || (livesThere && mayBeBornThen)) ? 5 : (int?)null;
        if (rank is not { } near)
            return null;
        string?[] same = [hasNik ? "NIK" : null, hasCard ? "nomor KK" : null, shared == 0 ? null : isNamesake && own.Count == words.Count ? "nama" : "sebagian nama", isBornThen ? "tanggal lahir" : null, livesThere ? "alamat" : null];
        return new Likeness(household, member, [.. same.OfType<string>()], near, hasNik);
    }
}

/// <summary>
/// A household of the register that may be the family that is proposed. Of one in another area the reader learns no more than initials, the village to
/// ask, and in what it is the same.
/// </summary>
public sealed record SimilarHousehold(long Key, Guid Id, bool IsOwn, AreaCode Village, string HeadName, string PersonName, string? Address, DateOnly? BirthDate, string? NikMask, string? FamilyCardMask, int? MemberCount,
    IReadOnlyList<string> Same, bool HasSameNik)
{
    /// <summary>Another set of households has another stamp: a decision is about those that were shown.</summary>
    public static string StampOf(IReadOnlyList<SimilarHousehold> found) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', found.Select(one => one.Id)))))[..16];

    public static Similarity Nearest(IReadOnlyList<SimilarHousehold> found) =>
        found.Any(one => one.HasSameNik) ? Similarity.SameNumber : found.Count > 0 ? Similarity.Similar : Similarity.None;

    internal static SimilarHousehold Of(Likeness like, bool isOwn)
    {
        var (household, person, village) = (like.Household, like.Person, AreaCode.Parse(like.Household.AreaCode).AtLevel(AreaLevel.Village));
        return isOwn
            ? new(household.Id, household.PublicId, true, village, household.HeadName, person.Name, household.Address, person.BirthDate, person.Nik?.Mask, household.FamilyCard?.Mask, household.MemberCount, like.Same, like.HasSameNik)
            : new(household.Id, household.PublicId, false, village, InitialsOf(household.HeadName), InitialsOf(person.Name), null, null, null, null, null, like.Same, like.HasSameNik);
    }

    /// <summary>What whoever does not see the area learns of a name.</summary>
    public static string InitialsOf(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{char.ToUpperInvariant(word[0])}•••"));
}
