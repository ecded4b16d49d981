using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Privacy;

[Route("privasi/permohonan"), RequirePermission(Permission.HandleSubjectRequests)]
public sealed class SubjectRequestsController(PortalDbContext db, ActingUser user, OfficeSettings office, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> List(string? keadaan, ListAsk ask, CancellationToken ct) =>
        View(nameof(List), await SubjectRequestList.ForAsync(db, clock.UtcNow, onlyOpen: keadaan == "terbuka", ask, ct));

    [HttpPost("cari")]
    public Task<IActionResult> Seek(string? keadaan, ListAsk ask, CancellationToken ct) => List(keadaan, ask, ct);

    [HttpGet("baru")]
    public async Task<IActionResult> Record(Guid? keluarga, CancellationToken ct)
    {
        var household = await FindAsync(keluarga, ct);
        if (keluarga is not null && household is null)
            return NotFound();
        return View(new SubjectRequestForm
        {
            ReceivedOn = clock.Today,
            ReceivedTime = Indonesian.Time(clock.Zone.ToLocal(clock.UtcNow)),
            HouseholdId = keluarga,
            HouseholdName = household?.HeadName,
        });
    }

    [HttpPost("baru")]
    public async Task<IActionResult> Record(SubjectRequestForm form, CancellationToken ct)
    {
        var household = await FindAsync(form.HouseholdId, ct);
        if (form.HouseholdId is not null && household is null)
            return NotFound();
        form.HouseholdName = household?.HeadName;
        var receivedAt = form.ReceivedAt(clock, ModelState);
        if (!ModelState.IsValid)
            return Incomplete(nameof(Record), form);
        return await AddAsync(form, new SubjectRequestTerms(form.Kind!.Value, receivedAt!.Value, form.RequesterName!, form.Contact!, form.Statement!, household?.Id,
            household?.AreaCode ?? office.Area.Stored), ct);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await SubjectRequestPage.ForAsync(db, id, ct) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, [Bind(Prefix = nameof(SubjectRequestPage.Form))] RequestDecisionForm form, CancellationToken ct)
    {
        if (await SubjectRequestPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        page = page with { Form = form };
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page);
        if (form.Version != page.Request.Version)
            return Overtaken(page);
        if (form.Apply(page.Request, user.Id, clock.UtcNow) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), page, page.Request);
        return await SaveAsync(page, ct);
    }

    private Task<FoundHousehold?> FindAsync(Guid? id, CancellationToken ct) => db.Households.AsNoTracking().Where(h => h.PublicId == id)
        .Select(h => new FoundHousehold(h.Id, h.HeadName, h.AreaCode)).SingleOrDefaultAsync(ct);

    private async Task<IActionResult> AddAsync(SubjectRequestForm form, SubjectRequestTerms terms, CancellationToken ct)
    {
        if (SubjectRequest.Record(terms, clock.UtcNow, user.Id, out var request) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Record), form);
        // Recorded means that it is neither null nor refused.
        db.SubjectRequests.Add(request!);
        await db.SaveChangesAsync(ct);
        SayDone($"Permohonan {request!.RequesterName} tercatat; jawab sebelum {clock.Spelled(request.DueAt)}.");
        return RedirectToAction(nameof(Details), new { id = request.PublicId });
    }

    private async Task<IActionResult> SaveAsync(SubjectRequestPage page, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(page.Request).ReloadAsync(ct);
            return Overtaken(page);
        }
        SayDone($"Permohonan {page.Request.RequesterName}: {SubjectRequestWords.States.Label(page.Request.State).ToLowerInvariant()}.");
        return RedirectToAction(nameof(Details), new { id = page.Request.PublicId });
    }

    private ViewResult Overtaken(SubjectRequestPage page)
    {
        ModelState.Clear();
        ModelState.AddModelError("", "Permohonan ini baru saja diubah orang lain. Halaman ini memuat keadaan terbaru; yang Anda tulis masih ada.");
        page.Form.Version = page.Request.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Details), page);
    }

    private sealed record FoundHousehold(long Id, string HeadName, string AreaCode);
}
