using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Misalignments;

/// <summary>Where two sources say different things of one household, field by field, until somebody says what stands.</summary>
[Route("kualitas-data/ketidakselarasan")]
public sealed class MisalignmentsController(PortalDbContext db, AreaDirectory areas, CountCache cache, SettlingDesk desk, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Index(MisalignmentAsk ask, ListAsk list, CancellationToken ct)
    {
        if (!TryArea(ask, out var area))
            return NotFound();
        return Shown(await MisalignmentList.ForAsync(db, cache, ask, area, list, ct));
    }

    [HttpPost("cari"), RequirePermission(Permission.ViewDataQuality)]
    public Task<IActionResult> Seek(MisalignmentAsk ask, ListAsk list, CancellationToken ct) => Index(ask, list, ct);

    /// <summary>How many where, by village and field, now and at the ends of the last months.</summary>
    [HttpGet("hitungan"), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Counts(MisalignmentAsk ask, [FromServices] OfficeClock clock, CancellationToken ct) =>
        TryArea(ask, out var area) ? View(await MisalignmentTrend.ForAsync(db, cache, clock, ask, area, ct)) : NotFound();

    [HttpPost("putus"), RequirePermission(Permission.DecideFields)]
    public async Task<IActionResult> Settle(MisalignmentAsk ask, [Bind(Prefix = "Form")] SettleForm form, CancellationToken ct)
    {
        if (!TryArea(ask, out var area) || await SourcePair.ForAsync(db, ask, ct) is not { IsThere: true } sources)
            return NotFound();
        var keys = form.Keys.Select(text => DifferenceKey.TryParse(text, out var key) ? key : null).OfType<DifferenceKey>().ToList();
        if (ModelState.IsValid && keys.Count == 0 && !form.IsAll)
            ModelState.AddModelError("", "Beri tanda pada perbedaan yang diputuskan, atau pilih semua.");
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), await AgainAsync(ask, area, form, ct));
        var settled = form.IsAll ? await desk.SettleAllAsync(sources, ask, area, form.Chosen!.Value, form.Reason, null, ct) : await desk.SettleAsync(sources, keys, form.Chosen!.Value, form.Reason, ct);
        if (settled.Refusal is { } refusal)
            return await RefusedAsync(db, Outcome.Refuse(refusal), nameof(Index), await AgainAsync(ask, area, form, ct));
        SayDone(settled.Sentence);
        return Redirect(ask.At(MisalignmentAsk.Path));
    }

    // What was ticked and written stays, beside what is open now.
    private async Task<MisalignmentList> AgainAsync(MisalignmentAsk ask, AreaCode? area, SettleForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await MisalignmentList.ForAsync(db, cache, ask, area, new ListAsk(), ct) with { Form = form };
    }

    private bool TryArea(MisalignmentAsk ask, out AreaCode? area)
    {
        area = null;
        return string.IsNullOrWhiteSpace(ask.Area) || areas.TryFind(ask.Area, out area);
    }

    private ViewResult Shown(MisalignmentList list)
    {
        accesses.Note(list.Rows.Select(row => row.Id), AccessChannel.FieldCheck);
        return View(nameof(Index), list);
    }
}
