using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
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
    public static async Task<HouseholdSearch> ByNameAsync(PortalDbContext db, AreaDirectory areas, NameSearchForm form, AreaCode area, CancellationToken ct)
    {
        var words = NameWords.Of(form.Name ?? "").Where(word => word.Length >= 2).Take(4).ToList();
        if (words.Count == 0)
            return new HouseholdSearch(area, form, [], Paging.Of(1, 0));
        var found = words.Aggregate(HouseholdList.InAreaOf(db, area), (households, word) => Having(db, households, word));
        var paging = Paging.Of(form.Page, await found.CountAsync(ct));
        var rows = await HouseholdRow.From(db, found.OrderBy(h => h.HeadName).ThenBy(h => h.Id).Skip(paging.Skip).Take(paging.PageSize)).ToListAsync(ct);
        return new HouseholdSearch(area, form, rows, paging);
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

    private static IQueryable<Household> Having(PortalDbContext db, IQueryable<Household> households, string word)
    {
        var ids = db.NameTokens.StartingWith(word).Select(token => token.HouseholdId);
        return households.Where(h => ids.Contains(h.Id));
    }
}
