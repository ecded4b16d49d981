using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Privacy;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Visiting;

namespace TkpkdPortal.Features.Visits;

/// <summary>How saving a form ended.</summary>
public enum Saving
{
    Draft,
    Submitted,
    Incomplete,
    Refused,
    Stale,
}

/// <summary>Opens visits and saves their forms; an incomplete submission is kept as a draft, so that nothing typed is lost.</summary>
public sealed class VisitDesk(PortalDbContext db, ActingUser user, VisitNumbers numbers, FormPhotos photos, Notices notices, RoundVisits rounds, OfficeClock clock)
{
    public Outcome Refusal { get; private set; }

    /// <summary>The household's open visit, or a new one; two clicks at once open the same. Null where a round says that it is not to be visited now.</summary>
    public async Task<Guid?> OpenAsync(Household household, CancellationToken ct)
    {
        // Numbers go on wherever the household was visited; a list that moved it has left its visits behind.
        var last = await db.Visits.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(v => v.HouseholdId == household.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (last is { Status: not VisitStatus.Approved } && user.CanAt(Permission.RecordVisits, last.AreaCode) && !await WasLeftBehindAsync(last, ct))
            return await IntoRoundAsync(last, ct);
        var visit = household.OpenVisit(Guid.CreateVersion7(), user.Id, (last?.Number ?? 0) + 1);
        visit.Save(new VisitAnswers { VisitedOn = clock.Today }, clock.UtcNow);
        Refusal = await rounds.TakeAsync(visit, visit.VisitedOn, ct);
        if (!Refusal.IsAccepted)
            return null;
        db.Visits.Add(visit);
        try
        {
            await db.SaveChangesAsync(ct);
            return visit.PublicId;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return await db.Visits.AsNoTracking().Where(v => v.HouseholdId == household.Id && v.Number == visit.Number).Select(v => v.PublicId).SingleAsync(ct);
        }
    }

    // A visit that was begun before a round asked for the family, or outside of its wave, counts in the round from here on.
    private async Task<Guid> IntoRoundAsync(Visit last, CancellationToken ct)
    {
        if (last.EnumeratorId == user.Id && (await rounds.TakeAsync(await db.Visits.SingleAsync(v => v.Id == last.Id, ct), clock.Today, ct)).IsAccepted)
            await db.SaveChangesAsync(ct);
        return last.PublicId;
    }

    // Nobody else may go on with an open visit; where its enumerator works no longer, since the household moved or the assignment ended, a new one begins.
    private async Task<bool> WasLeftBehindAsync(Visit last, CancellationToken ct)
    {
        if (!last.IsOpen || last.EnumeratorId == user.Id)
            return false;
        var today = clock.Today;
        var held = await db.Assignments.AsNoTracking().Where(a => a.UserId == last.EnumeratorId && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).ToListAsync(ct);
        return !held.Any(a => a.Role.Grants(Permission.RecordVisits) && a.Areas.Any(area => AreaRange.Of(area).Contains(last.AreaCode)));
    }

    public async Task<Saving> SaveAsync(VisitPage page, VisitForm form, IFormFileCollection files, ModelStateDictionary errors, CancellationToken ct)
    {
        if (form.Version != page.Visit.Version)
            return Saving.Stale;
        foreach (var field in VisitFields.All.Where(field => form.Choose.GetValueOrDefault(field.Name) == VisitFields.TakeSaved))
            field.Copy(form, page.Form);
        var answers = Read(page.Visit, form, errors);
        foreach (var (field, sentence) in Visit.WithNumbers(answers))
            errors.AddModelError($"{nameof(VisitPage.Form)}.{field}", sentence);
        if (errors.ErrorCount > 0)
            return Saving.Incomplete;
        Refusal = await rounds.MayBeWrittenAsync(page.Visit, ct);
        if (Refusal.IsAccepted)
            Refusal = page.Visit.Save(answers, clock.UtcNow);
        if (!Refusal.IsAccepted)
            return Saving.Refused;
        page.Visit.ToldWith(await notices.ShownAsync(form.NoticeNumber, ct));
        photos.Remove(page.Visit, form.RemovePhotos, errors);
        await photos.TakeAsync(page.Visit, files, errors, ct);
        return await FinishAsync(page.Visit, form, answers, errors, ct);
    }

    private async Task<Saving> FinishAsync(Visit visit, VisitForm form, VisitAnswers answers, ModelStateDictionary errors, CancellationToken ct)
    {
        var wantsSubmit = form.Action == "ajukan";
        var questionnaire = wantsSubmit ? await rounds.QuestionnaireOfAsync(visit, ct) : null;
        IReadOnlyList<MissingAnswer> missing = wantsSubmit ? [.. Visit.Missing(answers, clock.Today), .. questionnaire?.Missing(answers) ?? []] : [];
        foreach (var answer in missing)
        {
            var isPresence = answer.Field == nameof(VisitForm.Presence);
            errors.AddModelError($"{nameof(VisitPage.Form)}.{(isPresence ? form.PresenceField : answer.Field)}", isPresence ? form.PresenceSentence ?? answer.Sentence : answer.Sentence);
        }
        foreach (var kind in questionnaire?.MissingPhotos(answers.Presence, visit.PhotosTaken, visit.Channel) ?? [])
            errors.AddModelError(FormPhotos.FieldOf(kind), $"{PhotoWords.Ask(kind)}. Bila belum ada, simpan dulu sebagai draf.");
        if (wantsSubmit && errors.ErrorCount == 0)
            visit.Submit(clock.Today, clock.UtcNow);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Let go rather than read again: EF Core cannot reload a visit without a position.
            db.ChangeTracker.Clear();
            return Saving.Stale;
        }
        photos.DeleteRemoved();
        form.Version = visit.Version;
        errors.Remove($"{nameof(VisitPage.Form)}.{nameof(VisitForm.Version)}");
        return errors.ErrorCount > 0 ? Saving.Incomplete : wantsSubmit ? Saving.Submitted : Saving.Draft;
    }

    private VisitAnswers Read(Visit visit, VisitForm form, ModelStateDictionary errors) => new()
    {
        VisitedOn = form.VisitedOn,
        Presence = form.Presence,
        Respondent = form.Respondent,
        PresenceNote = form.PresenceNote,
        Eligibility = form.Eligibility,
        Reason = form.Reason,
        ReasonText = form.ReasonText,
        Note = form.Note,
        CorrectedHeadName = form.CorrectedHeadName,
        CorrectedAddress = form.CorrectedAddress,
        CorrectedNik = numbers.ReadNik(visit, form.CorrectedNik, sentence => errors.AddModelError($"{nameof(VisitPage.Form)}.{nameof(VisitForm.CorrectedNik)}", sentence)),
        CorrectedFamilyCard = numbers.ReadFamilyCard(visit, form.CorrectedFamilyCard, sentence => errors.AddModelError($"{nameof(VisitPage.Form)}.{nameof(VisitForm.CorrectedFamilyCard)}", sentence)),
        Housing = form.HousingAnswers(),
        Extra = ExtraAnswers.Of(form.Extra),
    };
}
