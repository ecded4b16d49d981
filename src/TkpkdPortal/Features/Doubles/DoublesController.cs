using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Doubles;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Doubles;

/// <summary>Families that may stand in the register twice, and the search that finds them.</summary>
[Route("kualitas-data/ganda")]
public sealed class DoublesController(PortalDbContext db, AreaDirectory areas, DoubleSearchDesk desk) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.DecideDoubles)]
    public async Task<IActionResult> Index(DoubleFilter filter, ListAsk ask, CancellationToken ct)
    {
        AreaCode? area = null;
        if (!string.IsNullOrWhiteSpace(filter.Area))
        {
            if (!areas.TryFind(filter.Area, out area))
                return NotFound();
        }
        return View(nameof(Index), await DoubleList.ForAsync(db, areas, filter, area, ask, ct));
    }

    [HttpPost("cari"), RequirePermission(Permission.DecideDoubles)]
    public Task<IActionResult> Seek(DoubleFilter filter, ListAsk ask, CancellationToken ct) => Index(filter, ask, ct);

    [HttpPost("pencarian"), RequirePermission(Permission.SeekDoubles)]
    public async Task<IActionResult> Search(bool semua, CancellationToken ct)
    {
        var (outcome, search) = await desk.AskAsync(semua, isForWorker: true, ct);
        if (search is null)
            return await RefusedAsync(db, outcome, nameof(Index), await DoubleList.ForAsync(db, areas, new DoubleFilter(), null, new ListAsk(), ct));
        SayDone("Pencarian ganda diantrekan. Anda boleh menutup halaman ini.");
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("pencarian/{search:guid}/batal"), RequirePermission(Permission.SeekDoubles)]
    public async Task<IActionResult> Cancel(Guid search, CancellationToken ct)
    {
        if (await db.DoubleSearches.SingleOrDefaultAsync(s => s.PublicId == search, ct) is not { } found)
            return NotFound();
        if (await desk.CancelAsync(found, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), await DoubleList.ForAsync(db, areas, new DoubleFilter(), null, new ListAsk(), ct), found);
        SayDone("Pencarian dibatalkan; tidak ada pasangan yang berubah.");
        return RedirectToAction(nameof(Index));
    }
}
