using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Interventions;

[Route("intervensi")]
public sealed class InterventionsController(PortalDbContext db, InterventionDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Index(InterventionFilter filter, ListAsk ask, [FromServices] ActingUser user, CancellationToken ct) =>
        View(nameof(Index), await InterventionList.ForAsync(db, filter, ask, user.OpdOf(Permission.RecordInterventions), clock.Today, ct));

    [HttpPost("cari"), RequirePermission(Permission.ViewPrograms)]
    public Task<IActionResult> Seek(InterventionFilter filter, ListAsk ask, [FromServices] ActingUser user, CancellationToken ct) => Index(filter, ask, user, ct);

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await InterventionDetails.ForAsync(db, id, null, ct) is not { } details)
            return NotFound();
        accesses.Note(details.HouseholdId, AccessChannel.AidRecord);
        return View(details);
    }

    [HttpGet("baru"), RequirePermission(Permission.RecordInterventions)]
    public async Task<IActionResult> Record(Guid keluarga, CancellationToken ct)
    {
        if (await FindAsync(keluarga, ct) is not { } household)
            return NotFound();
        accesses.Note(keluarga, AccessChannel.AidForm);
        return View(await PageAsync(household, new InterventionForm { HouseholdId = keluarga, On = clock.Today }, ct));
    }

    [HttpPost("baru"), RequirePermission(Permission.RecordInterventions)]
    public async Task<IActionResult> Record([Bind(Prefix = nameof(InterventionPage.Form))] InterventionForm form, CancellationToken ct)
    {
        if (await FindAsync(form.HouseholdId, ct) is not { } household)
            return NotFound();
        if (await ReadAsync(form, household, ct) is not { } aid)
            return Incomplete(nameof(Record), await PageAsync(household, form, ct));
        var outcome = await desk.RecordAsync(aid.Program, household, aid.Terms, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Record), await PageAsync(household, form, ct), household);
        SayDone($"Bantuan {aid.Program.Name} untuk keluarga {household.HeadName} tercatat.");
        return LocalRedirect($"/keluarga/{household.PublicId}#bantuan");
    }

    [HttpPost("{id:guid}/langkah"), RequirePermission(Permission.RecordInterventions)]
    public async Task<IActionResult> Move(Guid id, [Bind(Prefix = nameof(InterventionDetails.Step))] StepForm form, CancellationToken ct)
    {
        if (await desk.FindOwnAsync(id, ct) is not { } aid)
            return NotFound();
        // The aid was found above; nobody removes one.
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), (await InterventionDetails.ForAsync(db, id, form, ct))!);
        var outcome = await desk.MoveAsync(aid, form, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Details), (await InterventionDetails.ForAsync(db, id, form, ct))!, aid);
        SayDone($"Keadaan bantuan: {InterventionStateWords.Values.Label(aid.State)}.");
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>The program and the terms of a complete form; of any other, what is missing is said beside its fields.</summary>
    private async Task<(AidProgram Program, InterventionTerms Terms)?> ReadAsync(InterventionForm form, Household household, CancellationToken ct)
    {
        var terms = form.Read(ModelState, household.Members);
        var program = await desk.OwnPrograms().SingleOrDefaultAsync(p => p.PublicId == form.ProgramId, ct);
        if (program is null)
            ModelState.AddModelError($"{nameof(InterventionPage.Form)}.{nameof(InterventionForm.ProgramId)}", "Pilih program OPD Anda");
        return program is not null && terms is not null ? (program, terms) : null;
    }

    private Task<Household?> FindAsync(Guid id, CancellationToken ct) => db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.PublicId == id, ct);

    private async Task<InterventionPage> PageAsync(Household household, InterventionForm form, CancellationToken ct) =>
        new(household.PublicId, household.HeadName, household.AreaCode, form)
        {
            Programs = await desk.OwnPrograms().Where(p => p.ClosedOn == null).OrderByDescending(p => p.Year).ThenBy(p => p.Name)
                .Select(p => new ProgramChoice(p.PublicId, p.Name, p.Year, p.FundSource)).ToListAsync(ct),
            Members = [.. household.Members.OrderBy(m => m.IsHead ? 0 : 1).ThenBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice(m.PublicId.ToString(), m.Name, null))],
        };
}
