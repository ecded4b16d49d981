using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Figures;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households;

[Route("keluarga")]
public sealed class HouseholdsController(PortalDbContext db, ActingUser user, AreaDirectory areas, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewHouseholds)]
    public async Task<IActionResult> Index(HouseholdFilter filter, [FromServices] CountCache counts, [FromServices] DecisionReach reach, CancellationToken ct)
    {
        if (filter.AreaWithin(areas, user.HomeOf(Permission.ViewHouseholds)) is not { } area)
            return NotFound();
        var decisions = filter.IsActive ? await reach.ReadAsync(DecisionLines.OfList(db, filter.Canonical(area, clock.Today.Year).With()), ct) : [];
        return View(await HouseholdList.ForAsync(db, counts, areas, filter, area, clock.Today, ct) with { Decisions = decisions });
    }

    /// <summary>By name: a POST, since names stay out of addresses, logs and browser histories.</summary>
    [HttpPost("cari"), RequirePermission(Permission.ViewHouseholds)]
    public async Task<IActionResult> Search(NameSearchForm form, CancellationToken ct)
    {
        if (form.AreaWithin(areas, user.HomeOf(Permission.ViewHouseholds)) is not { } area)
            return NotFound();
        var search = await HouseholdSearch.ByNameAsync(db, form, area, ct);
        if (!ModelState.IsValid)
            return Incomplete("Search", search);
        accesses.Note(search.Rows.Select(row => row.Id), AccessChannel.NameSearch);
        return View("Search", search);
    }

    [HttpGet("nomor"), RequirePermission(Permission.SearchByNumber)]
    public IActionResult FindByNumber() => View(new NumberSearchForm());

    [HttpPost("nomor"), RequirePermission(Permission.SearchByNumber)]
    public async Task<IActionResult> FindByNumber(NumberSearchForm form, [FromServices] Sealer sealer, [FromServices] SearchLimit limit, CancellationToken ct)
    {
        if (!form.TryRead(out var nik, out var card))
            ModelState.AddModelError(nameof(form.Number), form.Complaint());
        // The page fills a field with what was posted, and this one is not shown again.
        ModelState.SetModelValue(nameof(form.Number), null, null);
        if (!ModelState.IsValid)
            return Incomplete(nameof(FindByNumber), form.WithoutNumber());
        if (await limit.SearchAsync(SearchLimit.NumberSearched, area: null, ct) is { IsAccepted: false } tooMany)
            return await RefusedAsync(db, tooMany, nameof(FindByNumber), form.WithoutNumber());
        form.Found = await HouseholdSearch.ByNumberAsync(db, sealer, nik, card, ct);
        accesses.Note(form.Found.Select(row => row.Id), AccessChannel.NumberSearch);
        return View(form.WithoutNumber());
    }

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewHouseholds)]
    public async Task<IActionResult> Details(Guid id, DateOnly? per, CancellationToken ct)
    {
        if (await HouseholdDetails.ForAsync(db, clock, id, per, ct) is not { } details)
            return NotFound();
        accesses.Note(id, AccessChannel.Page);
        return View(details);
    }

    /// <summary>The same as a sheet of paper, numbers masked.</summary>
    [HttpGet("{id:guid}/lembar.pdf"), RequirePermission(Permission.ViewHouseholds)]
    public async Task<IActionResult> Sheet(Guid id, [FromServices] FontLibrary fonts, [FromServices] OfficeSettings office, CancellationToken ct)
    {
        if (await HouseholdDetails.ForAsync(db, clock, id, null, ct) is not { } details)
            return NotFound();
        accesses.Note(id, AccessChannel.Sheet);
        var bytes = new HouseholdSheet(details, office, areas, office.Zone.ToLocal(clock.UtcNow)).Write(fonts);
        // The name of the file goes with it wherever it is sent: an id, no person.
        return File(bytes, "application/pdf", $"lembar-keluarga-{id.ToString()[..8]}.pdf");
    }

    /// <summary>Opens the full numbers of one household for five minutes, on this answer only, with a reason that the family may see.</summary>
    [HttpPost("{id:guid}/nomor"), RequirePermission(Permission.RevealNumbers)]
    public async Task<IActionResult> Reveal(Guid id, RevealForm form, [FromServices] Sealer sealer, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.PublicId == id, ct) is not { } household)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Reveal), RevealedNumbers.Closed(household));
        await db.Changes.RecordAsync(db, "Number.Opened", household, household.AreaCode, AuditDetail.Of(("reason", form.Reason.ToString())), ct);
        return View(RevealedNumbers.Of(household, sealer));
    }
}
