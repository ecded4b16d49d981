using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households.HandOvers;

/// <summary>How an answer to a hand-over ended.</summary>
public enum Answering
{
    Done,
    Refused,
    Stale,
}

/// <summary>Offers households to other villages and moves those that are accepted.</summary>
public sealed class HandOverDesk(PortalDbContext db, ActingUser user, UserScope scope, AreaDirectory areas, OfficeSettings office, OfficeClock clock)
{
    private const string VisitWaits = "Kunjungan keluarga ini masih menunggu persetujuan di desa atau kelurahan asal. Setujui atau kembalikan dulu, lalu serahkan.";

    public async Task<Outcome> OfferAsync(OfferPage page, CancellationToken ct)
    {
        var (household, form) = (page.Household, page.Form);
        if (!areas.TryFind(form.To, out var to) || !office.Area.Contains(to.Value))
            return Outcome.Refuse("Pilih desa atau kelurahan tujuan dari daftar.");
        if (await WaitsForReviewAsync(household.Id, ct))
            return Outcome.Refuse(VisitWaits);
        // The form has checked the day.
        var outcome = HandOver.Offer(household, to.Value, form.MovedOn!.Value, form.Reason, clock.Today, user.Id, clock.UtcNow, out var handOver);
        if (handOver is null)
            return outcome;
        db.HandOvers.Add(handOver);
        try
        {
            await db.SaveChangesAsync(ct);
            return outcome;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return Outcome.Refuse("Keluarga ini sudah ditawarkan dan menunggu jawaban. Tarik tawaran itu dulu bila tujuannya keliru.");
        }
    }

    public async Task<(Answering, Outcome)> AnswerAsync(HandOverPage page, CancellationToken ct)
    {
        var (handOver, form) = (page.HandOver, page.Form);
        if (form.Version != handOver.Version)
            return (Answering.Stale, default);
        try
        {
            var outcome = form.Decision switch
            {
                HandOverDecision.Accept when page.MayAnswer => await AcceptAsync(page, ct),
                HandOverDecision.Decline when page.MayAnswer => await DecideAsync(handOver.Decline(user.Id, form.Note, clock.UtcNow), ct),
                HandOverDecision.Withdraw when page.MayWithdraw => await DecideAsync(handOver.Withdraw(user.Id, clock.UtcNow), ct),
                _ => Outcome.Refuse("Serah terima ini tidak menunggu jawaban Anda."),
            };
            return (outcome.IsAccepted ? Answering.Done : Answering.Refused, outcome);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (Answering.Stale, default);
        }
    }

    private async Task<Outcome> DecideAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome.IsAccepted)
            await db.SaveChangesAsync(ct);
        return outcome;
    }

    // The household still lies in the village that offered it: only for this step, and only between the two, the receiver sees and writes it.
    private async Task<Outcome> AcceptAsync(HandOverPage page, CancellationToken ct)
    {
        var (handOver, form) = (page.HandOver, page.Form);
        using var between = scope.MeanwhileBetween(page.From, page.To);
        if (await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == handOver.HouseholdId, ct) is not { } household)
            return Outcome.Refuse("Keluarga ini sudah ditutup di desa atau kelurahan asal.");
        if (await WaitsForReviewAsync(household.Id, ct))
            return Outcome.Refuse(VisitWaits);
        if (handOver.Accept(user.Id, clock.UtcNow) is { IsAccepted: false } refused)
            return refused;
        var happened = new FamilyEvent(FamilyEventKind.MoveWithin, household, handOver.MovedOn, household.HeadName,
            $"Dari {areas.TitleOf(page.From)} ke {areas.TitleOf(page.To)}", clock.UtcNow);
        // The form has checked the address.
        household.MoveTo(form.AreaIn(page.To), form.Address!.Trim());
        household.JudgeNeeds(await db.NeedRulesAsync(clock.Today, ct));
        foreach (var visit in await db.Visits.Where(v => v.HouseholdId == household.Id).ToListAsync(ct))
            household.TakeAlong(visit);
        foreach (var target in await db.RoundTargets.Where(t => t.HouseholdId == household.Id).ToListAsync(ct))
            target.MoveTo(household.AreaCode);
        foreach (var one in await db.Cases.Include(c => c.Steps).Include(c => c.Contacts).Where(c => c.HouseholdId == household.Id).AsSplitQuery().ToListAsync(ct))
            one.MoveTo(household.AreaCode, user.Id);
        foreach (var graduation in await db.Graduations.Where(g => g.HouseholdId == household.Id).ToListAsync(ct))
            graduation.MoveTo(household.AreaCode);
        db.FamilyEvents.Add(happened);
        db.Changes.Declare(ChangeSource.HandOver, happened.PublicId, FamilyEventWords.Values.Label(FamilyEventKind.MoveWithin));
        await db.SaveChangesAsync(ct);
        return Outcome.Accepted;
    }

    private Task<bool> WaitsForReviewAsync(long householdId, CancellationToken ct) =>
        db.Visits.AnyAsync(v => v.HouseholdId == householdId && v.Status == VisitStatus.Submitted, ct);
}
