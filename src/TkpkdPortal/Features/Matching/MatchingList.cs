using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Matching;

/// <summary>How far the register is matched, and the differences to work off, the oldest answer first.</summary>
public sealed record MatchingList(string? Shown, ListAsk Ask, IReadOnlyList<DifferenceRow> Rows, Paging Paging)
{
    public const string Settled = "selesai";

    public ListTools Tools => new("/pemadanan", Ask, "Cari nama orang", ("lama", "Jawaban paling lama"), ("nama", "Nama"), ("wilayah", "Wilayah")) { Kept = [("hasil", Shown)] };

    public required MatchingCounts Counts { get; init; }

    /// <summary>Open differences of each kind.</summary>
    public required IReadOnlyDictionary<CivilMatch, int> Open { get; init; }

    public required int SettledCount { get; init; }

    public static async Task<MatchingList> ForAsync(PortalDbContext db, string? shown, ListAsk ask, CancellationToken ct)
    {
        CivilMatch? wanted = Enum.TryParse<CivilMatch>(shown, out var match) && Enum.IsDefined(match) ? match : null;
        var open = WaitingRows.OpenDifferences(db);
        var settled = db.CivilRegistryAnswers.Where(answer => answer.SettledAt != null && db.Persons.Any(person => person.Id == answer.PersonId));
        var chosen = ask.Patterns.Aggregate(shown == Settled ? settled : wanted is null ? open : open.Where(answer => answer.Match == wanted),
            (found, word) => found.Where(answer => db.Persons.Any(person => person.Id == answer.PersonId && EF.Functions.Like(person.Name, word, LikePatterns.Escape))));
        var paging = ask.Paging(await chosen.CountAsync(ct));
        return new MatchingList(wanted is null && shown != Settled ? null : shown, ask, await DifferenceRow.From(db, chosen, ask.Order).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging)
        {
            Counts = await MatchingCounts.OfAsync(db, ct),
            Open = await open.GroupBy(answer => answer.Match).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct),
            SettledCount = await settled.CountAsync(ct),
        };
    }
}

/// <summary>Persons (jiwa) of the register by what the civil registry said of the number that is there now.</summary>
public sealed record MatchingCounts(int Agreeing, int Differing, int NotAsked, int WithoutNik)
{
    public static async Task<MatchingCounts> OfAsync(PortalDbContext db, CancellationToken ct)
    {
        var counts = await db.Persons.GroupBy(person => new { HasNik = person.NikIndex != null, person.CivilMatch }).Select(g => new { g.Key.HasNik, g.Key.CivilMatch, Count = g.Count() }).ToListAsync(ct);
        int Sum(Func<bool, CivilMatch?, bool> which) => counts.Where(group => which(group.HasNik, group.CivilMatch)).Sum(group => group.Count);
        return new MatchingCounts(Sum((_, match) => match is CivilMatch.Agrees), Sum((_, match) => match is not null and not CivilMatch.Agrees),
            Sum((hasNik, match) => hasNik && match is null), Sum((hasNik, match) => !hasNik && match is null));
    }
}

public sealed record DifferenceRow(Guid Id, string Name, string? NikMask, string AreaCode, CivilMatch Match, CivilMatchFields Fields, DateOnly AnsweredOn, string ReleaseName, CivilMatchSettlement? Settlement)
{
    public static IQueryable<DifferenceRow> From(PortalDbContext db, IQueryable<CivilRegistryAnswer> answers, string? order)
    {
        var rows = answers.AsNoTracking().Join(db.Persons, answer => answer.PersonId, person => person.Id, (answer, person) => new { answer, person });
        var ordered = order switch
        {
            "nama" => rows.OrderBy(row => row.person.Name).ThenBy(row => row.answer.Id),
            "wilayah" => rows.OrderBy(row => row.person.AreaCode).ThenBy(row => row.answer.Id),
            _ => rows.OrderBy(row => row.answer.AnsweredOn).ThenBy(row => row.answer.Id),
        };
        // The number is a complex property: null where the row has none.
        return ordered.Select(row => new DifferenceRow(row.answer.PublicId, row.person.Name, row.person.Nik!.Mask, row.person.AreaCode, row.answer.Match, row.answer.Fields, row.answer.AnsweredOn,
            row.answer.ReleaseName, row.answer.Settlement));
    }
}
