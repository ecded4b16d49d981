using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Matching;

/// <summary>Settles a difference; where the register takes over what the civil registry has, both are saved in one transaction.</summary>
public sealed class MatchingDesk(PortalDbContext db, ActingUser user, Sealer sealer, OfficeClock clock)
{
    public static readonly Outcome Stale = Outcome.Refuse("Perbedaan ini atau keluarganya berubah sejak halaman dibuka. Periksa lagi, lalu simpan.");

    public async Task<Outcome> SettleAsync(DifferencePage page, SettlementForm form, CivilMatchSettlement settlement, CancellationToken ct)
    {
        if (form.Version != page.Answer.Version)
            return Stale;
        var outcome = page.Answer.Settle(settlement, form.Note, user.Id, clock.UtcNow);
        if (outcome.IsAccepted && settlement is CivilMatchSettlement.TakenOver)
            outcome = TakeOver(page, form.Note, await db.NeedRulesAsync(clock.Today, ct));
        if (!outcome.IsAccepted)
            return outcome;
        try
        {
            await db.SaveChangesAsync(ct);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale;
        }
    }

    private Outcome TakeOver(DifferencePage page, string? reason, NeedRules rules)
    {
        var (answer, household, person) = (page.Answer, page.Household, page.Person);
        var number = answer.ToldNik is { } told && Nik.TryParse(sealer.Open(told.Bytes, SealedField.AnswerToldNik, answer.PublicId), out var nik)
            ? sealer.Seal(nik, SealedField.PersonNik, person.PublicId) : null;
        var outcome = household.TakeOver(person, answer, number, reason);
        if (!outcome.IsAccepted)
            return outcome;
        household.JudgeNeeds(rules);
        db.Changes.Declare(ChangeSource.Page, answer.PublicId, $"Diperbaiki menurut Dukcapil, {answer.ReleaseName}");
        return outcome;
    }
}
