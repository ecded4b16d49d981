using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Visits.Paper;

/// <summary>
/// Finds the household of a sheet by its code and opens its visit in the name of the enumerator who made it; the form itself is that of every visit.
/// </summary>
public sealed class PaperDesk(PortalDbContext db, ActingUser user, RoundVisits rounds, OfficeClock clock)
{
    public Outcome Refusal { get; private set; } = Outcome.Accepted;

    /// <summary>The page for the next sheet: the day stays as with the one before, since sheets come back in piles; who visited is asked of each.</summary>
    public async Task<PaperPage> PageAsync(PaperForm? form, string? code, CancellationToken ct)
    {
        var since = clock.StartOfToday;
        var typed = db.Visits.AsNoTracking().Where(visit => visit.TypedById == user.Id);
        var open = TargetsToVisit.OfOpenRounds(db);
        var last = await typed.Where(visit => visit.CreatedAt >= since).OrderByDescending(visit => visit.Id).Select(visit => visit.VisitedOn).FirstOrDefaultAsync(ct);
        return new PaperPage(form ?? new PaperForm { Code = code, VisitedOn = last }, await EnumeratorsAsync(ct),
            await typed.CountAsync(visit => visit.SubmittedAt >= since, ct), await typed.CountAsync(visit => visit.Status == VisitStatus.Draft, ct))
        {
            Rounds = [.. (await db.Rounds.AsNoTracking().Where(round => open.Any(target => target.RoundId == round.Id)).OrderByDescending(round => round.Id).Select(round => new { round.PublicId, round.Name }).ToListAsync(ct))
                .Select(round => (round.PublicId, round.Name))],
        };
    }

    /// <summary>The target whose sheet has this code; null where there is none in the area of the reader.</summary>
    public Task<RoundTarget?> FindAsync(string code, CancellationToken ct) => db.RoundTargets.SingleOrDefaultAsync(target => db.FormSheets.Any(sheet => sheet.TargetId == target.Id && sheet.Code == code), ct);

    /// <summary>The visit that the sheet is typed into; null with sentences at the fields or a refusal where it cannot be.</summary>
    public async Task<Guid?> OpenAsync(RoundTarget target, PaperForm form, ModelStateDictionary errors, CancellationToken ct)
    {
        if (form.VisitedOn > clock.Today)
            errors.AddModelError($"{nameof(PaperPage.Form)}.{nameof(PaperForm.VisitedOn)}", "Tanggal kunjungan belum terjadi. Isi tanggal yang tertulis di lembar.");
        var enumerator = form.Enumerator is null ? target.EnumeratorId : await EnumeratorAsync(form.Enumerator.Value, target.AreaCode, ct);
        if (enumerator is null)
            errors.AddModelError($"{nameof(PaperPage.Form)}.{nameof(PaperForm.Enumerator)}", form.Enumerator is null ? "Lembar ini belum ditugaskan. Pilih petugas yang mengunjungi." : "Petugas ini tidak bertugas di desa atau kelurahan lembar ini.");
        return errors.IsValid ? await OpenAsync(target, enumerator!.Value, form.VisitedOn!.Value, ct) : null;
    }

    private async Task<Guid?> OpenAsync(RoundTarget target, long enumeratorId, DateOnly visitedOn, CancellationToken ct)
    {
        if (await rounds.FindAsync(target.HouseholdId, ct) is not { } call || call.Target.Id != target.Id)
            return Refuse("Periode lembar ini sudah selesai, atau keluarganya sudah masuk ke periode yang lebih baru. Lembar ini tidak diketik lagi.");
        Refusal = target.MayBeVisited(enumeratorId, call.Round, visitedOn);
        if (!Refusal.IsAccepted)
            return null;
        var household = await db.Households.SingleAsync(h => h.Id == target.HouseholdId, ct);
        var last = await db.Visits.IgnoreQueryFilters([FilterNames.Area]).Where(v => v.HouseholdId == household.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (last is { IsOpen: true } && last.EnumeratorId != enumeratorId)
            return Refuse("Kunjungan keluarga ini sudah dibuka petugas lain. Selesaikan kunjungan itu dulu, atau minta dikembalikan.");
        if (last is { Status: VisitStatus.Submitted })
            return Refuse("Kunjungan keluarga ini sudah diajukan dan menunggu keputusan. Lembar ini tidak diketik lagi.");
        var visit = last is { IsOpen: true } ? last : household.OpenVisit(Guid.CreateVersion7(), enumeratorId, (last?.Number ?? 0) + 1);
        if (visit != last)
        {
            visit.Save(new VisitAnswers { VisitedOn = visitedOn }, clock.UtcNow);
            target.Take(visit, call.Questionnaire);
            db.Visits.Add(visit);
        }
        Refusal = visit.TypedFromPaper(user.Id);
        return Refusal.IsAccepted ? await SaveAsync(visit, ct) : null;
    }

    private async Task<Guid?> SaveAsync(Visit visit, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return visit.PublicId;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            return Refuse("Kunjungan keluarga ini baru saja dibuka di tempat lain. Ketik kodenya sekali lagi.");
        }
    }

    // Enumerators of the villages where the reader types.
    private async Task<IReadOnlyList<Choice>> EnumeratorsAsync(CancellationToken ct)
    {
        var found = new Dictionary<Guid, string>();
        foreach (var village in user.AreasOf(Permission.RecordVisits).Select(area => area.AtLevel(AreaLevel.Village)).Distinct())
        {
            foreach (var one in await VillageEnumerators.OfAsync(db, village, clock.Today, ct))
                found[one.PublicId] = one.FullName;
        }
        return [.. found.OrderBy(one => one.Value, StringComparer.Ordinal).Select(one => new Choice(one.Key.ToString(), one.Value))];
    }

    private async Task<long?> EnumeratorAsync(Guid id, string areaCode, CancellationToken ct)
    {
        var today = clock.Today;
        var held = await db.Assignments.AsNoTracking().Where(a => a.Role == Role.Enumerator && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
            && db.Users.Any(u => u.Id == a.UserId && u.PublicId == id && u.DisabledAt == null)).ToListAsync(ct);
        return held.Find(assignment => assignment.Areas.Any(area => AreaRange.Of(area).Contains(areaCode)))?.UserId;
    }

    private Guid? Refuse(string sentence)
    {
        Refusal = Outcome.Refuse(sentence);
        return null;
    }
}
