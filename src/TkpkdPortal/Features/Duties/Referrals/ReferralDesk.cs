using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Duties.Referrals;

/// <summary>Sends a need of a household that the own OPD sees to another OPD, and answers what another has sent.</summary>
public sealed class ReferralDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    public async Task<(Outcome Outcome, Referral? Referral)> SendAsync(DutyOpd own, Household household, ReferralForm form, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Id == own.Id || opd.PublicId == form.To).ToListAsync(ct);
        if (opds.Find(opd => opd.PublicId == form.To) is not { } to)
            return (Outcome.Refuse("Pilih OPD yang dituju."), null);
        // The form is valid, so it names a need.
        var outcome = Referral.Send(new ReferralTerms(opds.Single(opd => opd.Id == own.Id), to, household, form.Need!.Value, form.Reason, form.DueOn), user.Id, clock.Today, clock.UtcNow, out var referral);
        if (!outcome.IsAccepted)
            return (outcome, null);
        db.Referrals.Add(referral!);
        try
        {
            await db.SaveChangesAsync(ct);
            return (outcome, referral);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return (Outcome.Refuse($"Kebutuhan ini sudah dirujuk ke {to.ShortName} dan menunggu jawaban."), null);
        }
    }

    public async Task<Outcome> ReplyAsync(DutyOpd own, Guid id, ReferralReplyForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var referral = await db.Referrals.SingleAsync(one => one.PublicId == id, ct);
        if (referral.Version != form.Version)
            return Outcome.Refuse("Rujukan ini sudah dijawab rekan Anda. Lihat keadaannya sekarang.");
        var opd = await db.Opds.AsNoTracking().SingleAsync(one => one.Id == own.Id, ct);
        var household = await db.Households.AsNoTracking().SingleAsync(one => one.Id == referral.HouseholdId, ct);
        var before = await db.DutyAnswers.SingleOrDefaultAsync(answer => answer.HouseholdId == household.Id && answer.OpdId == own.Id && answer.Need == referral.Need && answer.IsInForce, ct);
        // The form is valid, so it names a verdict.
        var outcome = referral.Reply(new DutyQuestion(opd, household, referral.Need, before), new DutyReply(form.Verdict!.Value, form.DueOn, form.Reason), user.Id, clock.Today, clock.UtcNow, out var given);
        if (!outcome.IsAccepted)
            return outcome;
        if (given is not null)
            db.DutyAnswers.Add(given);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }
}
