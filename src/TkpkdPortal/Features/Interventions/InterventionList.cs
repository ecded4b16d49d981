using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Interventions;

/// <summary>All aid in the own area and duty, newest first.</summary>
public sealed record InterventionList(InterventionFilter Filter, ListAsk Ask, IReadOnlyList<InterventionRow> Rows, Paging Paging)
{
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Name of the program that the list is narrowed to.</summary>
    public string? Program { get; init; }

    public ListTools Tools => new("/intervensi", Ask, "Cari nama kepala keluarga", ("terbaru", "Terbaru"), ("terlama", "Terlama"), ("nama", "Nama"), ("jumlah", "Nilai terbesar")) { Kept = Filter.Kept };

    public static async Task<InterventionList> ForAsync(PortalDbContext db, InterventionFilter filter, ListAsk ask, long? ownOpd, DateOnly today, CancellationToken ct)
    {
        var all = from aid in Chosen(filter.OnlyOverdue ? WaitingRows.Overdue(db, ownOpd, today) : db.Interventions, db, filter)
                  join household in db.Households on aid.HouseholdId equals household.Id
                  join program in db.AidPrograms on aid.ProgramId equals program.Id
                  join opd in db.Opds on program.OpdId equals opd.Id
                  select new { aid, household, program, opd };
        var sought = ask.Patterns.Aggregate(all, (found, word) => found.Where(row => EF.Functions.Like(row.household.HeadName, word, LikePatterns.Escape)));
        var ordered = ask.Order switch
        {
            "terlama" => sought.OrderBy(row => row.aid.On).ThenBy(row => row.aid.Id),
            "nama" => sought.OrderBy(row => row.household.HeadName).ThenByDescending(row => row.aid.Id),
            "jumlah" => sought.OrderByDescending(row => row.aid.Amount).ThenByDescending(row => row.aid.Id),
            _ => sought.OrderByDescending(row => row.aid.On).ThenByDescending(row => row.aid.Id),
        };
        var paging = ask.Paging(await sought.CountAsync(ct));
        var rows = await ordered.Skip(paging.Skip).Take(paging.PageSize).Select(row => new InterventionRow(row.aid.PublicId, row.household.PublicId, row.household.HeadName,
            db.Persons.Where(p => p.Id == row.aid.PersonId).Select(p => p.Name).FirstOrDefault(), row.aid.AreaCode, row.program.Name, row.opd.Name, row.aid.On, row.aid.Amount, row.aid.Goods,
            row.aid.State, row.aid.Marks)).ToListAsync(ct);
        return new InterventionList(filter, ask, rows, paging)
        {
            Years = await db.AidPrograms.Select(p => p.Year).Distinct().OrderByDescending(year => year).ToListAsync(ct),
            Program = await db.AidPrograms.Where(p => p.PublicId == filter.Program).Select(p => p.Name).SingleOrDefaultAsync(ct),
        };
    }

    private static IQueryable<Intervention> Chosen(IQueryable<Intervention> all, PortalDbContext db, InterventionFilter filter)
    {
        var aid = all.AsNoTracking();
        if (filter.Year is { } year)
            aid = aid.Where(i => i.Period.Year == year);
        if (filter.State is { } state)
            aid = aid.Where(i => i.State == state);
        if (filter.Program is { } program)
            aid = aid.Where(i => db.AidPrograms.Any(p => p.Id == i.ProgramId && p.PublicId == program));
        if (filter.OnlySurplus)
            aid = aid.Where(i => db.OverlapDecisions.Any(decision => decision.SurplusAidId == i.Id && decision.WithdrawnAt == null));
        return filter.OnlyMarked ? aid.Where(i => i.Marks != AidMark.None) : aid;
    }
}

public sealed record InterventionRow(Guid Id, Guid HouseholdId, string HeadName, string? Member, string AreaCode, string Program, string Opd, DateOnly On, decimal? Amount, string? Goods,
    InterventionState State, AidMark Marks);
