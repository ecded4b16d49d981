using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Reviews;

public enum Deciding
{
    Done,
    Refused,
    Stale,
}

/// <summary>Decides a submitted visit. Approval changes the register in the same transaction, with the visit as its source.</summary>
public sealed class ReviewDesk(PortalDbContext db, ActingUser user, Sealer sealer, OfficeClock clock)
{
    public async Task<(Deciding, Outcome)> DecideAsync(ReviewPage page, DecisionForm form, CancellationToken ct)
    {
        if (form.VisitVersion != page.Visit.Version || form.HouseholdVersion != page.Household.Version)
            return (Deciding.Stale, default);
        var outcome = form.Decision is Decision.Return
            ? page.Visit.Return(user.Id, form.Note, clock.UtcNow)
            : page.Visit.Approve(user.Id, clock.UtcNow);
        if (!outcome.IsAccepted)
            return (Deciding.Refused, outcome);
        if (form.Decision is Decision.Approve && !await UpdateRegisterAsync(page, ct))
            return Stale();
        try
        {
            await db.SaveChangesAsync(ct);
            return (Deciding.Done, outcome);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale();
        }
    }

    private (Deciding, Outcome) Stale()
    {
        db.ChangeTracker.Clear();
        return (Deciding.Stale, default);
    }

    // False when the household is another than the page showed: it was read again, to be changed.
    private async Task<bool> UpdateRegisterAsync(ReviewPage page, CancellationToken ct)
    {
        var (visit, area) = (page.Visit, AreaCode.Parse(page.Visit.AreaCode));
        var household = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == visit.HouseholdId, ct);
        if (household.Version != page.Household.Version)
            return false;
        household.TakeFrom(visit);
        if (visit.CorrectedNik is { } nik && Nik.TryParse(sealer.Open(nik.Bytes, SealedField.VisitNik, visit.PublicId), out var number))
            household.IdentifyHead(sealer.Seal(number, SealedField.PersonNik, household.Head.PublicId));
        if (visit.CorrectedFamilyCard is { } card && FamilyCardNumber.TryParse(sealer.Open(card.Bytes, SealedField.VisitFamilyCard, visit.PublicId), out var cardNumber))
            household.Identify(sealer.Seal(cardNumber, SealedField.HouseholdFamilyCard, household.PublicId));
        household.JudgeNeeds(clock.Today);
        db.Changes.Declare(ChangeSource.Visit, visit.PublicId,
            $"{Role.VillageHead.Title(area.AtLevel(AreaLevel.Village))} menyetujui kunjungan ke-{visit.Number}");
        return true;
    }
}
