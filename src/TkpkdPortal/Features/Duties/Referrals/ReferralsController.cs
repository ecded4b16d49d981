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

namespace TkpkdPortal.Features.Duties.Referrals;

/// <summary>Needs that one OPD asks another to take, and what that answers.</summary>
[Route("tugas-opd/rujukan")]
public sealed class ReferralsController(PortalDbContext db, DutyDesk duties, ReferralDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDuties)]
    public async Task<IActionResult> Index([FromQuery(Name = "tampil")] string? tampil, [FromQuery(Name = "halaman")] int? halaman, CancellationToken ct)
    {
        var page = await ReferralList.ForAsync(db, tampil, (await duties.OwnAsync(ct))?.Id, halaman, ct);
        accesses.Note(page.Rows.Select(row => row.Household).Distinct(), AccessChannel.Duty);
        return View(page);
    }

    [HttpGet("baru/{id:guid}"), RequirePermission(Permission.AnswerDuties)]
    public async Task<IActionResult> Compose(Guid id, CancellationToken ct)
    {
        if (await duties.OwnAsync(ct) is not { } opd || await FindAsync(id, ct) is not { } household)
            return NotFound();
        accesses.Note(id, AccessChannel.Duty);
        return View(await ReferralDraft.ForAsync(db, household, opd.Id, new ReferralForm { DueOn = clock.Today.AddDays(Referral.UsualDays) }, ct));
    }

    [HttpPost("baru/{id:guid}"), RequirePermission(Permission.AnswerDuties)]
    public async Task<IActionResult> Send(Guid id, [Bind(Prefix = nameof(ReferralDraft.Form))] ReferralForm form, CancellationToken ct)
    {
        if (await duties.OwnAsync(ct) is not { } opd || await FindAsync(id, ct) is not { } household)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Compose), await ReferralDraft.ForAsync(db, household, opd.Id, form, ct));
        var (outcome, referral) = await desk.SendAsync(opd, household, form, ct);
        if (referral is null)
            return await RefusedAsync(db, outcome, nameof(Compose), await ReferralDraft.ForAsync(db, household, opd.Id, form, ct));
        SayDone("Rujukan dikirim; OPD yang dituju melihat keluarga ini sampai menjawab.");
        return RedirectToAction(nameof(Details), new { id = referral.PublicId });
    }

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewDuties)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await ReferralPage.ForAsync(db, id, (await duties.OwnAsync(ct))?.Id, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Row.Household, AccessChannel.Duty);
        return View(page);
    }

    [HttpPost("{id:guid}"), RequirePermission(Permission.AnswerDuties)]
    public async Task<IActionResult> Reply(Guid id, [Bind(Prefix = nameof(ReferralPage.Form))] ReferralReplyForm form, CancellationToken ct)
    {
        if (await duties.OwnAsync(ct) is not { } opd || await ReferralPage.ForAsync(db, id, opd.Id, ct) is not { } page || page.Row.Referral.ToOpdId != opd.Id)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        if (await desk.ReplyAsync(opd, id, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), page with { Form = form });
        SayDone("Jawaban disimpan; OPD yang merujuk melihatnya.");
        // Whoever declined no longer sees the household.
        return LocalRedirect($"{ReferralList.Path}?tampil={ReferralList.In}");
    }

    private Task<Household?> FindAsync(Guid id, CancellationToken ct) => db.Households.AsNoTracking().SingleOrDefaultAsync(household => household.PublicId == id, ct);
}
