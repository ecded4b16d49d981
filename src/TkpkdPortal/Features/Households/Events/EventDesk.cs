using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households.Events;

/// <summary>How posting an event ended.</summary>
public enum Recording
{
    Done,
    ToConfirm,
    Incomplete,
    Refused,
    Stale,
}

/// <summary>
/// Records an event in two steps with one and the same judgement: first the event is tried on the loaded household and shown, then it is tried
/// again and saved with its change set.
/// </summary>
public sealed class EventDesk(PortalDbContext db, EventTrial trial, OfficeClock clock)
{
    public Outcome Refusal { get; private set; }

    public async Task<(Recording, EventPage)> RecordAsync(EventPage page, ModelStateDictionary errors, CancellationToken ct)
    {
        if (page.Form.Stamp != page.Stamp)
            return (Recording.Stale, page);
        var tried = await trial.TryAsync(page, errors, ct);
        if (errors.ErrorCount > 0 || page.Form.Step == EventForm.Change)
            return (Recording.Incomplete, page with { Candidates = tried.Candidates });
        Refusal = await WaitingVisitAsync(page, tried, ct) ?? tried.Outcome;
        if (!Refusal.IsAccepted)
            return (Recording.Refused, page);
        if (page.Form.Step != EventForm.Record)
            return (Recording.ToConfirm, page with { After = After(page, tried) });
        return (await SaveAsync(page, tried, ct), page);
    }

    private static List<HouseholdAfter> After(EventPage page, Tried tried)
    {
        var after = new List<HouseholdAfter> { HouseholdAfter.Of(page.Household, $"Keluarga {page.HeadName}") };
        if (tried.Other is { } other)
            after.Add(HouseholdAfter.Of(other, page.Choice.Kind is FamilyEventKind.Split ? $"Keluarga baru {other.HeadName}" : $"Keluarga {other.HeadName}"));
        return after;
    }

    // A family that closes leaves no household that an approval could change.
    private async Task<Outcome?> WaitingVisitAsync(EventPage page, Tried tried, CancellationToken ct)
    {
        if (!tried.Outcome.IsAccepted || page.Household.Closure is null)
            return null;
        return await db.Visits.AnyAsync(v => v.HouseholdId == page.Household.Id && v.Status == VisitStatus.Submitted, ct)
            ? Outcome.Refuse("Kunjungan keluarga ini masih menunggu persetujuan. Setujui atau kembalikan dulu, lalu catat peristiwanya.")
            : null;
    }

    private async Task<Recording> SaveAsync(EventPage page, Tried tried, CancellationToken ct)
    {
        var (household, form, rules) = (page.Household, page.Form, await db.NeedRulesAsync(clock.Today, ct));
        // The form has checked both.
        var happened = new FamilyEvent(page.Choice.Kind, household, form.On!.Value, tried.Subject, form.Note!, clock.UtcNow);
        db.FamilyEvents.Add(happened);
        household.JudgeNeeds(rules);
        tried.Other?.JudgeNeeds(rules);
        if (page.Choice.Kind is FamilyEventKind.Split && tried.Other is { } split)
            db.Households.Add(split);
        db.Changes.Declare(ChangeSource.FamilyEvent, happened.PublicId, FamilyEventWords.Values.Label(page.Choice.Kind));
        try
        {
            await db.SaveChangesAsync(ct);
            return Recording.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Recording.Stale;
        }
    }
}
