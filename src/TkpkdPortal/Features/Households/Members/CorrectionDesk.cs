using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households.Members;

/// <summary>How a correction ended.</summary>
public enum Correcting
{
    Done,
    Incomplete,
    Refused,
    Stale,
}

/// <summary>Puts right what the register says of a member, as the civil registry knows it.</summary>
public sealed class CorrectionDesk(PortalDbContext db, Sealer sealer, OfficeClock clock)
{
    public async Task<(Correcting, Outcome)> CorrectAsync(CorrectionPage page, ModelStateDictionary errors, CancellationToken ct)
    {
        var (member, form) = (page.Member, page.Form);
        if (form.Version != member.Version)
            return (Correcting.Stale, default);
        var nik = ReadNik(member, form.Nik, errors);
        if (!errors.IsValid)
            return (Correcting.Incomplete, default);
        // The form has checked name and note.
        var details = new PersonDetails(form.Name!.Trim(), member.Relationship)
        {
            Nik = nik,
            Sex = form.Sex,
            BirthDate = form.BirthDate,
            MaritalStatus = form.MaritalStatus,
            MatchesCivilRegistry = form.Matches,
        };
        var outcome = page.Household.Correct(member, details, clock.Today);
        if (!outcome.IsAccepted)
            return (Correcting.Refused, outcome);
        var happened = new FamilyEvent(FamilyEventKind.Correction, page.Household, clock.Today, member.Name, form.Note!, clock.UtcNow);
        db.FamilyEvents.Add(happened);
        page.Household.JudgeNeeds(await db.NeedRulesAsync(clock.Today, ct));
        // Whoever has the family open on another form is told, also where only the member's own row has changed.
        db.Entry(page.Household).Property(h => h.Version).IsModified = true;
        db.Changes.Declare(ChangeSource.FamilyEvent, happened.PublicId, FamilyEventWords.Values.Label(FamilyEventKind.Correction));
        try
        {
            await db.SaveChangesAsync(ct);
            return (Correcting.Done, outcome);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (Correcting.Stale, default);
        }
    }

    // An empty field keeps the number: a known number is never written back into the form.
    private IndexedNumber? ReadNik(Person member, string? typed, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Nik.TryParse(typed, out var nik))
            return sealer.Seal(nik, SealedField.PersonNik, member.PublicId);
        errors.AddModelError($"{nameof(CorrectionPage.Form)}.{nameof(CorrectionForm.Nik)}", "NIK ini bukan nomor yang mungkin: 16 angka seperti pada KTP atau KK");
        return null;
    }
}
