using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Overlapping;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Overlaps;

/// <summary>What somebody says of a finding; the mark tells which pieces were seen.</summary>
public sealed record OverlapForm
{
    public string? Mark { get; init; }

    [Required(ErrorMessage = "Pilih putusan")]
    public OverlapVerdict? Verdict { get; init; }

    /// <summary>The piece that is one too many.</summary>
    public Guid? Surplus { get; init; }

    [Required(ErrorMessage = "Tulis alasan"), StringLength(OverlapDecision.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }
}

/// <summary>Why a decision is taken back.</summary>
public sealed record OverlapWithdrawForm
{
    [Required(ErrorMessage = "Tulis mengapa putusan ini dicabut"), StringLength(OverlapDecision.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public int Version { get; init; }
}

/// <summary>One piece of aid beside its program, OPD and receiver.</summary>
public sealed record OverlapPiece(Guid Id, long Key, string Program, string Opd, FundSource FundSource, string Period, DateOnly On, decimal? Amount, string? Goods, InterventionState State, Guid Household, string HeadName, string? Member);

/// <summary>A finding with its pieces, and who decided of it.</summary>
public sealed record OverlapCase(OverlapFinding Finding, IReadOnlyList<OverlapPiece> Pieces, string? DecidedBy);

/// <summary>All overlaps of one household in a budget year, one below the other.</summary>
public sealed record OverlapPage(Guid Household, string HeadName, string AreaCode, int Year, IReadOnlyList<OverlapCase> Cases)
{
    public OverlapForm Form { get; init; } = new();

    public OverlapWithdrawForm Withdraw { get; init; } = new();

    public static async Task<OverlapPage?> ForAsync(PortalDbContext db, OverlapSearch search, Guid id, int year, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().Where(household => household.PublicId == id).Select(household => new { household.Id, household.HeadName, household.AreaCode }).SingleOrDefaultAsync(ct) is not { } household)
            return null;
        var found = await search.OfHouseholdAsync(year, household.Id, ct);
        var pieces = (await PiecesAsync(db, [.. found.SelectMany(finding => finding.Pieces).Select(piece => piece.Id).Distinct()], ct)).ToDictionary(piece => piece.Key);
        var deciders = found.Select(finding => finding.Decision?.UserId).OfType<long>().Distinct().ToList();
        var names = await db.Users.Where(user => deciders.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct);
        return new OverlapPage(id, household.HeadName, household.AreaCode, year,
            [.. found.Select(finding => new OverlapCase(finding, [.. finding.Pieces.Select(piece => pieces[piece.Id])], finding.Decision is { } decision ? names.GetValueOrDefault(decision.UserId) : null))]);
    }

    private static async Task<IEnumerable<OverlapPiece>> PiecesAsync(PortalDbContext db, List<long> ids, CancellationToken ct)
    {
        var rows = await (from aid in db.Interventions.AsNoTracking()
                          join program in db.AidPrograms on aid.ProgramId equals program.Id
                          join opd in db.Opds on program.OpdId equals opd.Id
                          join household in db.Households on aid.HouseholdId equals household.Id
                          where ids.Contains(aid.Id)
                          select new
                          {
                              Aid = aid,
                              Program = program.Name,
                              Opd = opd.Name,
                              program.FundSource,
                              Household = household.PublicId,
                              household.HeadName,
                              Member = db.Persons.Where(person => person.Id == aid.PersonId).Select(person => person.Name).FirstOrDefault(),
                          }).ToListAsync(ct);
        return rows.Select(row => new OverlapPiece(row.Aid.PublicId, row.Aid.Id, row.Program, row.Opd, row.FundSource, row.Aid.Period.Label, row.Aid.On, row.Aid.Amount, row.Aid.Goods, row.Aid.State,
            row.Household, row.HeadName, row.Member));
    }
}
