using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Households;

public sealed class NameSearchForm
{
    [Display(Name = "Nama"), Required(ErrorMessage = "Tulis nama yang dicari"), StringLength(100)]
    public string? Name { get; set; }

    public string? Area { get; set; }

    public int? Page { get; set; }

    public AreaCode? AreaWithin(AreaDirectory areas, AreaCode home) => new HouseholdFilter { Area = Area }.AreaWithin(areas, home);
}

public sealed class NumberSearchForm
{
    [Display(Name = "NIK atau nomor KK"), Required(ErrorMessage = "Tulis NIK atau nomor KK"), StringLength(40)]
    public string? Number { get; set; }

    /// <summary>Null before a search.</summary>
    public IReadOnlyList<HouseholdRow>? Found { get; set; }

    public bool TryRead(out Nik? nik, out FamilyCardNumber? card)
    {
        nik = Nik.TryParse(Number, out var asNik) ? asNik : null;
        card = FamilyCardNumber.TryParse(Number, out var asCard) ? asCard : null;
        return nik is not null || card is not null;
    }

    public string Complaint()
    {
        var digits = PersonalNumberText.WithoutSeparators(Number);
        if (!digits.All(char.IsAsciiDigit))
            return "NIK dan nomor KK hanya berisi angka.";
        return digits.Length == Nik.Length
            ? "Nomor ini bukan NIK atau nomor KK yang mungkin. Cocokkan dengan KTP atau KK."
            : $"NIK dan nomor KK berisi 16 angka. Yang tertulis {(digits.Length < Nik.Length ? "baru " : "")}{digits.Length}.";
    }

    /// <summary>The number goes no further than the search: it is not written back into the page.</summary>
    public NumberSearchForm WithoutNumber()
    {
        Number = null;
        return this;
    }
}

/// <summary>Households found by any part of any member's name, or by a number.</summary>
public sealed record HouseholdSearch(AreaCode Area, NameSearchForm Form, IReadOnlyList<HouseholdRow> Rows, Paging Paging)
{
    // A family may have the word from several members.
    private const int MostTokens = 2 * ListAsk.MostFound;

    /// <summary>There are more than were looked up.</summary>
    public bool HasMore { get; init; }

    public static async Task<HouseholdSearch> ByNameAsync(PortalDbContext db, NameSearchForm form, AreaCode area, CancellationToken ct)
    {
        using var within = db.Scope.Within(area);
        var words = NameWords.Of(form.Name ?? "").Where(word => word.Length >= 2).Take(4).ToList();
        var named = words.Count == 0 ? [] : await NamedAsync(db, area, words, ct);
        var families = named.Distinct().ToList();
        var shown = families.Take(ListAsk.MostFound).OrderBy(family => family.HeadName, StringComparer.Ordinal).ThenBy(family => family.Id).ToList();
        var paging = Paging.Of(form.Page, shown.Count);
        var ids = shown.Skip(paging.Skip).Take(paging.PageSize).Select(family => family.Id).ToList();
        var rows = await HouseholdRow.From(db, db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).OrderBy(h => h.HeadName).ThenBy(h => h.Id)).ToListAsync(ct);
        return new HouseholdSearch(area, form, rows, paging) { HasMore = named.Count > MostTokens || families.Count > ListAsk.MostFound };
    }

    public static async Task<IReadOnlyList<HouseholdRow>> ByNumberAsync(PortalDbContext db, Sealer sealer, Nik? nik, FamilyCardNumber? card, CancellationToken ct)
    {
        var ids = new List<long>();
        // Each number by its own index: asked for with "or", the database would look at every family.
        if (nik is { } n && sealer.IndexOf(n) is var nikIndex)
            ids.AddRange(await db.Persons.Where(p => p.NikIndex == nikIndex).OrderBy(p => p.HouseholdId).Select(p => p.HouseholdId).Take(Paging.DefaultSize).ToListAsync(ct));
        if (card is { } c && sealer.IndexOf(c) is var cardIndex)
            ids.AddRange(await db.Households.Where(h => h.FamilyCardIndex == cardIndex).OrderBy(h => h.Id).Select(h => h.Id).Take(Paging.DefaultSize).ToListAsync(ct));
        return await HouseholdRow.From(db, db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).OrderBy(h => h.Id).Take(Paging.DefaultSize)).ToListAsync(ct);
    }

    // The rarest word leads, and of its families each is looked at for the others: the families of a word that nearly everybody has are never
    // gathered. Those whose word is nearest to what was typed come first, should there be too many.
    private static async Task<List<NamedFamily>> NamedAsync(PortalDbContext db, AreaCode area, List<string> words, CancellationToken ct)
    {
        var rarest = words.Count == 1 ? words[0] : await RarestAsync(db, area, words, ct);
        var tokens = words.Where(word => word != rarest).Aggregate(Having(db, area, rarest), (found, word) => Beside(db, found, word));
        return await tokens.Join(HouseholdList.InAreaOf(db, area), token => token.HouseholdId, household => household.Id, (token, household) => new { token, household.HeadName })
            .OrderBy(found => found.token.Word).ThenBy(found => found.token.AreaCode).ThenBy(found => found.token.HouseholdId)
            .Take(MostTokens + 1).Select(found => new NamedFamily(found.token.HouseholdId, found.HeadName)).ToListAsync(ct);
    }

    private static async Task<string> RarestAsync(PortalDbContext db, AreaCode area, List<string> words, CancellationToken ct)
    {
        var counts = new List<(string Word, int Count)>();
        foreach (var word in words)
            counts.Add((word, await Having(db, area, word).Take(MostTokens).CountAsync(ct)));
        return counts.MinBy(word => word.Count).Word;
    }

    private static IQueryable<NameToken> Having(PortalDbContext db, AreaCode area, string word) => db.NameTokens.AsNoTracking().In(area).StartingWith(word);

    private static IQueryable<NameToken> Beside(PortalDbContext db, IQueryable<NameToken> tokens, string word)
    {
        var others = db.NameTokens.StartingWith(word);
        return tokens.Where(token => others.Any(other => other.HouseholdId == token.HouseholdId));
    }

    private sealed record NamedFamily(long Id, string HeadName);
}
