using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Settings;

/// <summary>Legal bases between two days: a paper cites those in force on its day, so that none is ever changed or removed.</summary>
[Route("pengaturan/dasar-hukum"), RequirePermission(Permission.ManageSettings)]
public sealed class LegalBasesController(PortalDbContext db, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public IActionResult Add() => View(new BasisForm());

    [HttpPost("")]
    public async Task<IActionResult> Add(BasisForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(Add), form);
        var next = 1 + (await db.LegalBases.MaxAsync(b => (int?)b.Number, ct) ?? 0);
        if (LegalBasis.Add(next, form.Text, form.From, out var basis) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Add), form);
        // Added means that it is neither null nor refused.
        db.LegalBases.Add(basis!);
        await db.SaveChangesAsync(ct);
        return Done("Dasar hukum tersimpan; dokumen mengutipnya mulai hari berlakunya.");
    }

    [HttpGet("{nomor:int}")]
    public async Task<IActionResult> End(int nomor, CancellationToken ct) =>
        await FindAsync(nomor, ct) is { } basis ? View(FormOf(basis, clock.Today)) : NotFound();

    [HttpPost("{nomor:int}")]
    public async Task<IActionResult> End(int nomor, BasisEndForm form, CancellationToken ct)
    {
        if (await FindAsync(nomor, ct) is not { } basis)
            return NotFound();
        if (!ModelState.IsValid || form.LastDay is not { } lastDay)
            return Incomplete(nameof(End), FormOf(basis, form.LastDay));
        if (basis.EndOn(lastDay) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(End), FormOf(basis, lastDay));
        await db.SaveChangesAsync(ct);
        return Done($"Dasar hukum itu berlaku sampai {Indonesian.Date(lastDay)}.");
    }

    private Task<LegalBasis?> FindAsync(int number, CancellationToken ct) => db.LegalBases.SingleOrDefaultAsync(b => b.Number == number, ct);

    private static BasisEndForm FormOf(LegalBasis basis, DateOnly? lastDay) => new() { LastDay = lastDay, Basis = new BasisLine(basis.Number, basis.Text, basis.ValidFrom, basis.ValidUntil) };

    private LocalRedirectResult Done(string sentence)
    {
        SayDone(sentence);
        return LocalRedirect("/pengaturan");
    }
}
