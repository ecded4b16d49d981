using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Households.HandOvers;

[Route("serah-terima"), RequirePermission(Permission.HandOverHouseholds)]
public sealed class HandOversController(PortalDbContext db, HandOverDesk desk, ActingUser user, AreaDirectory areas, OfficeSettings office, OfficeClock clock,
    Accesses accesses) : PortalController
{
    private const string Purpose = "Serah terima keluarga";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? tampil, ListAsk ask, CancellationToken ct) => View(nameof(Index), await HandOverList.ForAsync(db, tampil == HandOverList.Waiting, ask, ct));

    [HttpPost("cari")]
    public Task<IActionResult> Seek(string? tampil, ListAsk ask, CancellationToken ct) => Index(tampil, ask, ct);

    [HttpGet("keluarga/{id:guid}")]
    public async Task<IActionResult> Offer(Guid id, CancellationToken ct)
    {
        if (await OfferPage.ForAsync(db, areas, office.Area, id, new OfferForm { MovedOn = clock.Today }, ct) is not { } page)
            return NotFound();
        accesses.Note(id, AccessChannel.Page, Purpose);
        return View(page);
    }

    [HttpPost("keluarga/{id:guid}")]
    public async Task<IActionResult> Offer(Guid id, [Bind(Prefix = nameof(OfferPage.Form))] OfferForm form, CancellationToken ct)
    {
        if (await OfferPage.ForAsync(db, areas, office.Area, id, form, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Offer), page);
        if (await desk.OfferAsync(page, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Offer), page, page.Household);
        SayDone($"Keluarga {page.Household.HeadName} ditawarkan kepada {areas.TitleOf(AreaCode.Parse(form.To ?? ""))}; sampai diterima keluarga ini tetap di wilayah Anda.");
        return Redirect($"/keluarga/{id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Answer(Guid id, CancellationToken ct)
    {
        if (await HandOverPage.ForAsync(db, user, id, null, ct) is not { } page)
            return NotFound();
        accesses.Note(page.HouseholdId, AccessChannel.Page, Purpose);
        return View(page);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Answer(Guid id, [Bind(Prefix = nameof(HandOverPage.Form))] HandOverDecisionForm form, CancellationToken ct)
    {
        if (await HandOverPage.ForAsync(db, user, id, form, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Answer), page);
        var (answering, refusal) = await desk.AnswerAsync(page, ct);
        if (answering is Answering.Done)
            return Done(page);
        db.ChangeTracker.Clear();
        // Found above, and a hand-over is never deleted.
        var now = (await HandOverPage.ForAsync(db, user, id, form, ct))!;
        return answering is Answering.Stale ? Stale(now) : await RefusedAsync(db, refusal, nameof(Answer), now, now.HandOver);
    }

    private RedirectResult Done(HandOverPage page)
    {
        SayDone(page.Form.Decision switch
        {
            HandOverDecision.Accept => $"Keluarga {page.HandOver.HeadName} diterima dan sekarang ada di wilayah Anda.",
            HandOverDecision.Decline => $"Serah terima keluarga {page.HandOver.HeadName} ditolak; keluarga tetap di {areas.TitleOf(page.From)}.",
            _ => $"Tawaran keluarga {page.HandOver.HeadName} ditarik kembali.",
        });
        return Redirect("/serah-terima");
    }

    private ViewResult Stale(HandOverPage page)
    {
        ModelState.Clear();
        page.Form.Version = page.HandOver.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Answer), page with { ChangedMeanwhile = true });
    }
}
