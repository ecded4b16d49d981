using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Features.Interventions;

/// <summary>One piece of aid with its whole way so far, and the step that may follow.</summary>
public sealed record InterventionDetails(Intervention Aid, Guid ProgramId, string Program, string Opd, FundSource FundSource, Guid HouseholdId, string HeadName, string? Member, StepForm Step)
{
    /// <summary>Somebody has said that it is one too many; its OPD decides what follows.</summary>
    public OverlapDecision? Surplus { get; init; }

    public static async Task<InterventionDetails?> ForAsync(PortalDbContext db, Guid id, StepForm? step, CancellationToken ct)
    {
        var found = await (from aid in db.Interventions.AsNoTracking()
                           join household in db.Households on aid.HouseholdId equals household.Id
                           join program in db.AidPrograms on aid.ProgramId equals program.Id
                           join opd in db.Opds on program.OpdId equals opd.Id
                           where aid.PublicId == id
                           select new
                           {
                               Aid = aid,
                               ProgramId = program.PublicId,
                               Program = program.Name,
                               Opd = opd.Name,
                               program.FundSource,
                               HouseholdId = household.PublicId,
                               household.HeadName,
                               Member = db.Persons.Where(p => p.Id == aid.PersonId).Select(p => p.Name).FirstOrDefault(),
                           }).SingleOrDefaultAsync(ct);
        return found is null ? null : new InterventionDetails(found.Aid, found.ProgramId, found.Program, found.Opd, found.FundSource, found.HouseholdId, found.HeadName, found.Member,
            step ?? new StepForm { Version = found.Aid.Version, Evidence = found.Aid.Evidence })
        {
            Surplus = await db.OverlapDecisions.AsNoTracking().Where(decision => decision.SurplusAidId == found.Aid.Id && decision.WithdrawnAt == null).OrderByDescending(decision => decision.Id).FirstOrDefaultAsync(ct),
        };
    }
}
