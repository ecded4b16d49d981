using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Graduations;

/// <summary>Writes down what somebody decides: that a family graduates or not yet, that it has fallen back, or other terms of the rule.</summary>
public sealed class GraduationDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    private static readonly Outcome Overtaken = Outcome.Refuse("Keputusan lain baru saja disimpan. Lihat keadaannya sekarang.");

    public async Task<Outcome> DecideAsync(GraduationPage page, GraduationForm form, CancellationToken ct)
    {
        var before = await db.Graduations.AsNoTracking().Where(one => one.HouseholdId == page.Household.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(ct);
        if (form.Number != (before?.Number ?? 0))
            return Overtaken;
        // The form is valid, so it names a kind.
        var outcome = Graduation.Decide(page.Household, page.Rule, page.Conditions, new GraduationVerdict(form.Kind!.Value, form.Reason, form.Evidence), before, user.Id, clock.Today, clock.UtcNow, out var decided);
        if (decided is null)
            return outcome;
        db.Graduations.Add(decided);
        return await SaveAsync(ct);
    }

    public async Task<Outcome> WeighAsync(GraduationPage page, RelapseForm form, CancellationToken ct)
    {
        var standing = page.Standing?.Id;
        if (await db.Graduations.SingleOrDefaultAsync(found => found.Id == standing, ct) is not { } one || one.Version != form.Version)
            return Overtaken;
        return one.Weigh(form.HasRelapsed!.Value, form.Reason, page.Household, user.Id, clock.Today, clock.UtcNow) is { IsAccepted: false } refused ? refused : await SaveAsync(ct);
    }

    public async Task<Outcome> AdoptAsync(GraduationRuleForm form, CancellationToken ct)
    {
        var rule = await GraduationLines.RuleAsync(db, ct);
        if (form.Number != rule.Number)
            return Overtaken;
        var outcome = rule.Follow(form.Terms(), form.Source, form.Reason, user.Id, clock.Today, clock.UtcNow, out var next);
        if (next is null)
            return outcome;
        db.GraduationRules.Add(next);
        db.Changes.Note("Graduation.RuleAdopted", detail: AuditDetail.Of(("number", next.Number), ("source", next.Source), ("reason", next.Reason)));
        return await SaveAsync(ct);
    }

    // Two who decide the same at once write the same number or version, and the second is told.
    private async Task<Outcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Outcome.Accepted;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            return Overtaken;
        }
    }
}
