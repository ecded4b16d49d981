using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Cases;

/// <summary>Opens cases and works on them; two who write at once take turns, and whoever saw an older state is told.</summary>
public sealed class CaseDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    private static readonly Outcome Overtaken = Outcome.Refuse("Kasus ini baru saja diubah rekan Anda. Lihat keadaannya sekarang, lalu simpan lagi.");

    public async Task<CaseDraft?> DraftAsync(Guid household, CaseForm? form, CancellationToken ct)
    {
        if (await CaseFamily.Of(db.Households.Where(one => one.PublicId == household)).SingleOrDefaultAsync(ct) is not { } family)
            return null;
        var standing = await db.Cases.Where(one => one.HouseholdId == family.HouseholdId && one.Ending == null).Select(one => (Guid?)one.PublicId).SingleOrDefaultAsync(ct);
        var own = await db.Users.Where(one => one.Id == user.Id).Select(one => one.PublicId).SingleAsync(ct);
        return new CaseDraft(family, standing, await CaseChoices.ForAsync(db, family.AreaCode, [user.Id], clock.Today, ct),
            form ?? new CaseForm { Owner = own, ReviewOn = clock.Today.AddDays(FamilyCase.UsualReviewDays) });
    }

    public async Task<(Outcome Outcome, FamilyCase? Case)> OpenAsync(CaseDraft draft, CaseForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        if (await TermsAsync(draft.Choices, form, ct) is not { } terms)
            return (Outcome.Refuse("Pilih pemilik dan pendamping dari daftar."), null);
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(one => one.Id == draft.Family.HouseholdId, ct) is not { } household)
            return (Outcome.Refuse("Keluarga ini baru saja ditutup atau pindah dari wilayah Anda."), null);
        var before = await db.Cases.AsNoTracking().Where(one => one.HouseholdId == household.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(ct);
        if (before is { IsOpen: true })
            return (Outcome.Refuse("Keluarga ini sudah punya kasus yang terbuka."), null);
        var outcome = FamilyCase.Open(household, terms, form.Reason, (before?.Number ?? 0) + 1, user.Id, clock.Today, out var opened);
        if (opened is null)
            return (outcome, null);
        db.Cases.Add(opened);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (outcome, opened);
    }

    public async Task<Outcome> ReviewAsync(CasePage page, CaseForm form, CancellationToken ct) => await TermsAsync(page.Choices, form, ct) is { } terms
        ? await ChangeAsync(page, form.Version, one => one.Review(terms, clock.Today), ct) : Outcome.Refuse("Pilih pemilik dan pendamping dari daftar.");

    public async Task<Outcome> PlanAsync(CasePage page, CaseStepForm form, CancellationToken ct)
    {
        var opd = form.Opd is { } id ? await db.Opds.AsNoTracking().SingleOrDefaultAsync(one => one.PublicId == id, ct) : null;
        if (form.Opd is not null && opd is null)
            return Outcome.Refuse("Pilih OPD dari daftar.");
        return await ChangeAsync(page, null, one => one.Plan(new CaseStepTerms(form.Text, form.Need, opd, form.DueOn), clock.Today), ct);
    }

    // The form is valid, so it names a kind.
    public Task<Outcome> NoteAsync(CasePage page, CaseContactForm form, CancellationToken ct) =>
        ChangeAsync(page, null, one => one.Note(new CaseContactTerms(form.Kind!.Value, form.On, form.Text), user.Id, clock.Today, clock.UtcNow), ct);

    public Task<Outcome> CloseAsync(CasePage page, CaseCloseForm form, CancellationToken ct) =>
        ChangeAsync(page, form.Version, one => one.Close(form.Ending!.Value, form.Note, user.Id, clock.Today), ct);

    /// <summary>Settles one step; an OPD's person settles those of the own OPD.</summary>
    public async Task<Outcome> SettleAsync(CasePage page, CaseSettleForm form, CancellationToken ct)
    {
        if (!page.Case.IsOpen)
            return Outcome.Refuse("Kasus ini sudah ditutup.");
        if (await db.CaseSteps.SingleOrDefaultAsync(step => step.CaseId == page.Case.Id && step.PublicId == form.Step, ct) is not { } step)
            return Outcome.Refuse("Pilih langkah dari daftar.");
        if (!CaseReach.MaySettle(user, page.Case, step))
            return Outcome.Refuse("Langkah ini milik OPD; OPD itu atau pemilik kasus yang mencatat hasilnya.");
        var outcome = step.Settle(form.State!.Value, form.Note, user.Id, clock.Today);
        try
        {
            if (outcome.IsAccepted)
                await db.SaveChangesAsync(ct);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Overtaken;
        }
    }

    private async Task<Outcome> ChangeAsync(CasePage page, int? version, Func<FamilyCase, Outcome> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        if (await db.Cases.Include(found => found.Steps).SingleOrDefaultAsync(found => found.Id == page.Case.Id, ct) is not { } one)
            return Outcome.Refuse("Keluarga ini baru saja pindah dari wilayah Anda.");
        if (version is { } seen && seen != one.Version)
            return Overtaken;
        if (change(one) is { IsAccepted: false } refused)
            return refused;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    private async Task<CaseTerms?> TermsAsync(CaseChoices choices, CaseForm form, CancellationToken ct)
    {
        bool Offered(IReadOnlyList<Choice> offered, Guid? id) => offered.Any(choice => choice.Value == id?.ToString());
        if (!Offered(choices.Owners, form.Owner) || (form.Companion is not null && !Offered(choices.Companions, form.Companion)))
            return null;
        var people = await db.Users.Where(one => one.PublicId == form.Owner || one.PublicId == form.Companion).Select(one => new { one.Id, one.PublicId }).ToListAsync(ct);
        return new CaseTerms(form.Assessment, people.Single(one => one.PublicId == form.Owner).Id, people.Find(one => one.PublicId == form.Companion)?.Id, form.ReviewOn);
    }
}
