using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Cases;

/// <summary>The work on one case: its plan, its notes, its reviews and its end.</summary>
[Route("kasus/{id:guid}")]
public sealed class CaseWorkController(PortalDbContext db, ActingUser user, DecisionReach reach, CaseDesk desk, OfficeClock clock) : PortalController
{
    private const string Page = nameof(CasesController.Details);

    [HttpPost("langkah"), RequirePermission(Permission.ManageCases)]
    public Task<IActionResult> Plan(Guid id, [Bind(Prefix = nameof(CasePage.Step))] CaseStepForm form, CancellationToken ct) =>
        TakeAsync(id, page => page.MayManage, page => page with { Step = form, Refused = nameof(CasePage.Step) }, page => desk.PlanAsync(page, form, ct), "Langkah ditambahkan.", ct);

    [HttpPost("langkah/selesai"), RequirePermission(Permission.SettleCaseSteps)]
    public Task<IActionResult> Settle(Guid id, [Bind(Prefix = nameof(CasePage.Settle))] CaseSettleForm form, CancellationToken ct) =>
        TakeAsync(id, _ => true, page => page with { Settle = form, Refused = nameof(CasePage.Settle) }, page => desk.SettleAsync(page, form, ct), "Hasil langkah dicatat.", ct);

    [HttpPost("kontak"), RequirePermission(Permission.WorkOnCases)]
    public Task<IActionResult> Note(Guid id, [Bind(Prefix = nameof(CasePage.Contact))] CaseContactForm form, CancellationToken ct) =>
        TakeAsync(id, page => page.MayWork, page => page with { Contact = form, Refused = nameof(CasePage.Contact) }, page => desk.NoteAsync(page, form, ct), "Catatan kontak disimpan.", ct);

    [HttpPost("tinjau"), RequirePermission(Permission.ManageCases)]
    public Task<IActionResult> Review(Guid id, [Bind(Prefix = nameof(CasePage.Review))] CaseForm form, CancellationToken ct) =>
        TakeAsync(id, page => page.MayManage, page => page with { Review = form with { Version = page.Case.Version }, Refused = nameof(CasePage.Review) }, page => desk.ReviewAsync(page, form, ct), "Kasus sudah ditinjau.", ct);

    [HttpPost("tutup"), RequirePermission(Permission.ManageCases)]
    public Task<IActionResult> Close(Guid id, [Bind(Prefix = nameof(CasePage.Close))] CaseCloseForm form, CancellationToken ct) =>
        TakeAsync(id, page => page.MayManage, page => page with { Close = form with { Version = page.Case.Version }, Refused = nameof(CasePage.Close) }, page => desk.CloseAsync(page, form, ct), "Kasus ditutup.", ct);

    private async Task<IActionResult> TakeAsync(Guid id, Func<CasePage, bool> may, Func<CasePage, CasePage> typed, Func<CasePage, Task<Outcome>> step, string done, CancellationToken ct)
    {
        if (await CasePage.ForAsync(db, user, reach, id, clock.Today, ct) is not { } page || !may(page))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(Page, typed(page));
        if (await step(page) is { IsAccepted: false } refused)
        {
            db.ChangeTracker.Clear();
            return await CasePage.ForAsync(db, user, reach, id, clock.Today, ct) is { } now ? await RefusedAsync(db, refused, Page, typed(now), page.Case) : NotFound();
        }
        SayDone(done);
        return LocalRedirect($"{CaseList.Path}/{id}");
    }
}
