using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households.Members;

[Route("keluarga/anggota/{id:guid}")]
public sealed class MembersController(PortalDbContext db, CorrectionDesk desk, Accesses accesses) : PortalController
{
    /// <summary>The person across households.</summary>
    [HttpGet(""), RequirePermission(Permission.ViewHouseholds)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await PersonPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Stations.Select(station => station.HouseholdId).Distinct(), AccessChannel.Page);
        return View(page);
    }

    [HttpGet("perbaikan"), RequirePermission(Permission.CorrectMembers)]
    public async Task<IActionResult> Correct(Guid id, CancellationToken ct)
    {
        if (await CorrectionPage.ForAsync(db, id, null, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Household.PublicId, AccessChannel.Page, "Perbaikan data kependudukan");
        return View(page);
    }

    [HttpPost("perbaikan"), RequirePermission(Permission.CorrectMembers)]
    public async Task<IActionResult> Correct(Guid id, [Bind(Prefix = nameof(CorrectionPage.Form))] CorrectionForm form, CancellationToken ct)
    {
        if (await CorrectionPage.ForAsync(db, id, form, ct) is not { } page)
            return NotFound();
        var (correcting, refusal) = await desk.CorrectAsync(page, ModelState, ct);
        return correcting switch
        {
            Correcting.Stale => await StaleAsync(id, form, ct),
            Correcting.Incomplete => Incomplete(nameof(Correct), page),
            Correcting.Refused => await RefusedAsync(db, refusal, nameof(Correct), page, page.Member),
            _ => Done(id, $"Data {page.Member.Name} diperbaiki."),
        };
    }

    private RedirectResult Done(Guid id, string sentence)
    {
        SayDone(sentence);
        return Redirect($"/keluarga/anggota/{id}");
    }

    private async Task<IActionResult> StaleAsync(Guid id, CorrectionForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        ModelState.Clear();
        if (await CorrectionPage.ForAsync(db, id, form, ct) is not { } page)
            return NotFound();
        form.Version = page.Member.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Correct), page with { ChangedMeanwhile = true });
    }
}
