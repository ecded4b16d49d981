using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Features.Interventions.Targets;

/// <summary>Judges one set of terms for many households, and records it for all of them or, where anything has changed since the preview, for none.</summary>
public sealed class TargetDesk(PortalDbContext db, InterventionDesk desk)
{
    public async Task<TargetPreview> PreviewAsync(AidProgram program, TargetForm form, InterventionTerms terms, AreaCode area, CancellationToken ct) =>
        (await JudgeAsync(program, form, terms, area, ct)).Preview;

    /// <summary>Accepted only when every household that was previewed as accepted still is.</summary>
    public async Task<(Outcome Outcome, TargetPreview Preview)> RecordAsync(AidProgram program, TargetForm form, InterventionTerms terms, AreaCode area, CancellationToken ct)
    {
        var (preview, aid) = await JudgeAsync(program, form, terms, area, ct);
        if (preview.Refused.Count > 0 || aid.Count == 0)
            return (Outcome.Refuse("Belum ada yang disimpan: keadaan berubah sejak pratinjau. Periksa daftarnya sekali lagi."), preview);
        db.Interventions.AddRange(aid);
        await db.SaveChangesAsync(ct);
        return (Outcome.Accepted, preview);
    }

    private async Task<(TargetPreview Preview, List<Intervention> Aid)> JudgeAsync(AidProgram program, TargetForm form, InterventionTerms terms, AreaCode area, CancellationToken ct)
    {
        var ids = form.Households.Distinct().ToList();
        var meant = form.All ? TargetPage.Fitting(db, form.Filter, area) : TargetPage.Targets(db).Where(h => ids.Contains(h.PublicId)).OrderBy(h => h.Id);
        var total = await meant.CountAsync(ct);
        var households = await meant.Include(h => h.Members).Take(TargetPage.GoMax).ToListAsync(ct);
        var period = terms.Period ?? new AidPeriod(program.Year);
        var helped = await HelpedAsync(program, households, period, ct);
        var (accepted, refused, aid, committed) = (new List<TargetLine>(), new List<TargetLine>(), new List<Intervention>(), await desk.CommittedAsync(program.Id, ct));
        foreach (var household in households)
        {
            var own = terms with { Id = Guid.CreateVersion7(), Person = program.Target is AidTarget.Person ? household.Head : null };
            Intervention? intervention = null;
            var outcome = helped.Contains(household.Id) ? Outcome.Refuse($"Sudah ada bantuan program ini untuk {period.Label}.") : desk.Judge(program, household, own, committed, out intervention);
            (outcome.IsAccepted ? accepted : refused).Add(new TargetLine(household.PublicId, household.HeadName, household.AreaCode, outcome.Refusal));
            if (intervention is null)
                continue;
            aid.Add(intervention);
            committed += intervention.Amount ?? 0m;
        }
        return (new TargetPreview(program, form, accepted, refused) { BeyondCap = total - households.Count }, aid);
    }

    private async Task<HashSet<long>> HelpedAsync(AidProgram program, List<Household> households, AidPeriod period, CancellationToken ct)
    {
        var ids = households.Select(h => h.Id).ToList();
        return [.. await db.Interventions.Where(i => i.ProgramId == program.Id && ids.Contains(i.HouseholdId) && i.Period.Year == period.Year && i.Period.Quarter == period.Quarter
            && i.Period.Month == period.Month && i.State != InterventionState.Cancelled && i.State != InterventionState.NotDelivered).Select(i => i.HouseholdId).ToListAsync(ct)];
    }
}
