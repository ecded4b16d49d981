using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Rounds;
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
public sealed class ReviewDesk(PortalDbContext db, ActingUser user, Sealer sealer, RoundVisits rounds, OfficeClock clock)
{
    public async Task<(Deciding, Outcome)> DecideAsync(ReviewPage page, DecisionForm form, CancellationToken ct)
    {
        if (form.VisitVersion != page.Visit.Version || form.HouseholdVersion != page.Household.Version
            || (form.Decision is Decision.Approve && !page.Others.Select(other => KeyValuePair.Create(other.PublicId.ToString(), other.Version)).ToHashSet().SetEquals(form.Others)))
            return (Deciding.Stale, default);
        if (await rounds.MayBeDecidedAsync(page.Visit, ct) is { IsAccepted: false } over)
            return (Deciding.Refused, over);
        IReadOnlyDictionary<Visit, HouseholdField> entering = new Dictionary<Visit, HouseholdField>();
        var outcome = form.Decision is Decision.Return
            ? page.Visit.Return(user.Id, form.Note, clock.UtcNow)
            : page.Conflict.Settle(page.ChoicesOf(form), user.Id, clock.UtcNow, out entering);
        if (!outcome.IsAccepted)
            return (Deciding.Refused, outcome);
        if (form.Decision is Decision.Approve && !await UpdateRegisterAsync(page, entering, ct))
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

    /// <summary>
    /// Approves all that wait, or the chosen ones, under one change of the register; what needs a look of its own is left and reported. Null where somebody else
    /// decided one of them at the same moment: then nothing has happened.
    /// </summary>
    public async Task<StepReport?> ApproveManyAsync(IReadOnlyCollection<Guid>? chosen, CancellationToken ct)
    {
        var waiting = db.Visits.Where(v => v.Status == VisitStatus.Submitted && (chosen == null || chosen.Contains(v.PublicId)) && db.Households.Any(h => h.Id == v.HouseholdId));
        var visits = await waiting.OrderBy(v => v.SubmittedAt).ThenBy(v => v.Id).Take(StepReport.Most).ToListAsync(ct);
        var households = await HouseholdsOfAsync(visits, ct);
        var before = await VersionsBeforeAsync(visits, households, ct);
        var over = await rounds.TargetsOfEndedRoundsAsync([.. visits.Select(visit => visit.RoundTargetId).OfType<long>()], ct);
        var ids = visits.ConvertAll(visit => visit.HouseholdId);
        var twice = await db.Visits.Where(v => v.Status == VisitStatus.Submitted && ids.Contains(v.HouseholdId)).GroupBy(v => v.HouseholdId).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSetAsync(ct);
        var (refused, rules) = (new List<RefusedStep>(), await db.NeedRulesAsync(clock.Today, ct));
        foreach (var visit in visits)
        {
            var household = households[visit.HouseholdId];
            var outcome = visit.RoundTargetId is { } target && over.Contains(target) ? RoundVisits.RoundIsOver
                : twice.Contains(visit.HouseholdId) ? Outcome.Refuse("Dua kunjungan menunggu untuk keluarga ini. Periksa dan putuskan isian yang berbeda.")
                : MayBeApprovedUnseen(visit, household, before.GetValueOrDefault((visit.HouseholdId, visit.BaseHouseholdVersion)));
            if (outcome.IsAccepted)
                outcome = visit.Approve(user.Id, clock.UtcNow);
            if (outcome.IsAccepted)
                UpdateRegister(visit, household, (HouseholdField)~0, rules);
            else
                refused.Add(new RefusedStep(household.PublicId, household.HeadName, household.AreaCode, outcome.Refusal!));
        }
        if (visits.Count == refused.Count)
            return new StepReport(0, refused);
        var left = await waiting.CountAsync(ct) - visits.Count;
        return await SaveManyAsync(visits.Count - refused.Count, AreaCode.Parse(visits[0].AreaCode), ct) ? new StepReport(visits.Count - refused.Count, refused) { Left = left } : null;
    }

    private async Task<bool> SaveManyAsync(int approved, AreaCode area, CancellationToken ct)
    {
        db.Changes.Declare(ChangeSource.Visit, null, $"{Role.VillageHead.Title(area.AtLevel(AreaLevel.Village))} menyetujui kunjungan, {approved} sekaligus");
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    // Whatever two people said differently about one family is looked at, never waved through.
    private static Outcome MayBeApprovedUnseen(Visit visit, Household household, HouseholdFacts? atBeginning) =>
        FieldChange.Of(visit, household, atBeginning ?? household).Any(change => change.IsClash)
            ? Outcome.Refuse("Data keluarga ini berubah di dua tempat sejak kunjungan dibuka. Periksa kunjungannya satu per satu.") : Outcome.Accepted;

    private async Task<Dictionary<long, Household>> HouseholdsOfAsync(List<Visit> visits, CancellationToken ct)
    {
        var ids = visits.Select(visit => visit.HouseholdId).Distinct().ToList();
        return await db.Households.Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
    }

    // What the register said when each visit was opened, of those that have changed since.
    private async Task<Dictionary<(long, int), HouseholdVersion>> VersionsBeforeAsync(List<Visit> visits, Dictionary<long, Household> households, CancellationToken ct)
    {
        var ids = visits.Where(visit => households[visit.HouseholdId].Version != visit.BaseHouseholdVersion).Select(visit => visit.HouseholdId).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        return await db.HouseholdVersions.AsNoTracking().Where(v => ids.Contains(v.HouseholdId)).ToDictionaryAsync(v => (v.HouseholdId, v.Version), ct);
    }

    private (Deciding, Outcome) Stale()
    {
        db.ChangeTracker.Clear();
        return (Deciding.Stale, default);
    }

    // False when the household is another than the page showed: it was read again, to be changed.
    private async Task<bool> UpdateRegisterAsync(ReviewPage page, IReadOnlyDictionary<Visit, HouseholdField> entering, CancellationToken ct)
    {
        var (visit, area) = (page.Visit, AreaCode.Parse(page.Visit.AreaCode));
        var household = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == visit.HouseholdId, ct);
        if (household.Version != page.Household.Version)
            return false;
        var rules = await db.NeedRulesAsync(clock.Today, ct);
        foreach (var (source, fields) in entering)
            UpdateRegister(source, household, fields, rules);
        db.Changes.Declare(ChangeSource.Visit, visit.PublicId,
            $"{Role.VillageHead.Title(area.AtLevel(AreaLevel.Village))} menyetujui kunjungan ke-{string.Join(" dan ke-", entering.Keys.Select(one => one.Number).Order())}");
        return true;
    }

    private void UpdateRegister(Visit visit, Household household, HouseholdField fields, NeedRules rules)
    {
        household.TakeFrom(visit, fields);
        if (fields.HasFlag(HouseholdField.HeadNik) && visit.CorrectedNik is { } nik && Nik.TryParse(sealer.Open(nik.Bytes, SealedField.VisitNik, visit.PublicId), out var number))
            household.IdentifyHead(sealer.Seal(number, SealedField.PersonNik, household.Head.PublicId));
        if (fields.HasFlag(HouseholdField.FamilyCard) && visit.CorrectedFamilyCard is { } card && FamilyCardNumber.TryParse(sealer.Open(card.Bytes, SealedField.VisitFamilyCard, visit.PublicId), out var cardNumber))
            household.Identify(sealer.Seal(cardNumber, SealedField.HouseholdFamilyCard, household.PublicId));
        household.JudgeNeeds(rules);
    }
}
