using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Interventions.Realisations;

/// <summary>Which planned aid has arrived, by what paper and on which day.</summary>
public sealed record RealisationForm
{
    /// <summary>Each with the version that was shown.</summary>
    public IList<string> Keys { get; init; } = [];

    /// <summary>All that is planned under the program.</summary>
    public bool IsAll { get; init; }

    [Required(ErrorMessage = "Isi tanggal tersalur")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Isi nomor bukti"), StringLength(Intervention.EvidenceMaxLength, ErrorMessage = "Bukti paling panjang 200 huruf"), WithoutNumber]
    public string? Evidence { get; init; }
}

/// <summary>Aid of a program that has not arrived, and whose it is.</summary>
public sealed record PlannedAid
{
    public required Guid Id { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public required InterventionState State { get; init; }

    public required DateOnly On { get; init; }

    public decimal? Amount { get; init; }

    public string? Goods { get; init; }

    public required int Version { get; init; }

    public string Key => FormattableString.Invariant($"{Id}|{Version}");
}

/// <summary>Aid under one program that may be marked as delivered, the day that is over longest first.</summary>
public sealed record RealisationPage(AidProgram Program, IReadOnlyList<PlannedAid> Rows, int Total, RealisationForm Form)
{
    /// <summary>As many as are listed to tick, and as many as go in one go; both are said on the page.</summary>
    public const int ListMax = 100, GoMax = 1_000;

    public static async Task<RealisationPage> ForAsync(PortalDbContext db, AidProgram program, RealisationForm form, CancellationToken ct)
    {
        var planned = Planned(db, program);
        var rows = from aid in planned.AsNoTracking()
                   join household in db.Households on aid.HouseholdId equals household.Id
                   orderby aid.On, aid.Id
                   select new PlannedAid { Id = aid.PublicId, HeadName = household.HeadName, AreaCode = household.AreaCode, State = aid.State, On = aid.On, Amount = aid.Amount, Goods = aid.Goods, Version = aid.Version };
        return new RealisationPage(program, await rows.Take(ListMax).ToListAsync(ct), await planned.CountAsync(ct), form);
    }

    public static IQueryable<Intervention> Planned(PortalDbContext db, AidProgram program) => db.Interventions.Where(aid => aid.ProgramId == program.Id
        && (aid.State == InterventionState.Planned || aid.State == InterventionState.Budgeted || aid.State == InterventionState.InProgress));
}

/// <summary>Aid that was not marked, and why.</summary>
public sealed record RealisationLeft(string HeadName, string Reason);

/// <summary>What became of the aid that was to be marked as delivered.</summary>
public sealed record RealisationReport(AidProgram Program, int Done, int More, IReadOnlyList<RealisationLeft> Left);
