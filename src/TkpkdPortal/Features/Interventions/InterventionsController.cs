using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Interventions;

[Route("intervensi")]
public sealed class InterventionsController(PortalDbContext db, ActingUser user, OfficeClock clock, AreaDirectory areas) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Index(int? halaman, CancellationToken ct) => View(await InterventionList.ForAsync(db, halaman, ct));

    [HttpGet("baru"), RequirePermission(Permission.RecordInterventions)]
    public async Task<IActionResult> Record(Guid keluarga, CancellationToken ct)
    {
        if (await FindAsync(keluarga, ct) is not { } household)
            return NotFound();
        return View(await PageAsync(household, new InterventionForm { HouseholdId = keluarga, On = clock.Today }, ct));
    }

    [HttpPost("baru"), RequirePermission(Permission.RecordInterventions)]
    public async Task<IActionResult> Record([Bind(Prefix = nameof(InterventionPage.Form))] InterventionForm form, CancellationToken ct)
    {
        if (await FindAsync(form.HouseholdId, ct) is not { } household)
            return NotFound();
        if (await ReadAsync(form, ct) is not { } aid)
            return Incomplete(nameof(Record), await PageAsync(household, form, ct));
        var outcome = Intervention.Record(aid.Program, household, aid.Terms, VillageOf(household), clock.Today, clock.UtcNow, out var intervention);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Record), await PageAsync(household, form, ct), household);
        await SaveOnceAsync(intervention!, ct);
        SayDone($"Bantuan {aid.Program.Name} untuk keluarga {household.HeadName} tercatat.");
        return LocalRedirect($"/keluarga/{household.PublicId}#bantuan");
    }

    private async Task SaveOnceAsync(Intervention intervention, CancellationToken ct)
    {
        db.Interventions.Add(intervention);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // The second of two clicks: the first has recorded this very form, and the answer is the same.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The program and the terms of a complete form; of any other, what is missing is said beside its fields.</summary>
    private async Task<(AidProgram Program, InterventionTerms Terms)?> ReadAsync(InterventionForm form, CancellationToken ct)
    {
        var terms = form.Read(ModelState);
        var program = await OwnPrograms().SingleOrDefaultAsync(p => p.PublicId == form.ProgramId, ct);
        if (program is null)
            ModelState.AddModelError(Field(nameof(InterventionForm.ProgramId)), "Pilih program OPD Anda");
        return ModelState.IsValid && program is not null && terms is not null ? (program, terms) : null;
    }

    private static string Field(string name) => $"{nameof(InterventionPage.Form)}.{name}";

    private Task<Household?> FindAsync(Guid id, CancellationToken ct) => db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.PublicId == id, ct);

    private IQueryable<AidProgram> OwnPrograms()
    {
        var opd = user.OpdOf(Permission.RecordInterventions);
        return db.AidPrograms.AsNoTracking().Where(p => p.OpdId == opd);
    }

    private async Task<InterventionPage> PageAsync(Household household, InterventionForm form, CancellationToken ct) =>
        new(household.PublicId, household.HeadName, household.AreaCode, form)
        {
            Programs = await OwnPrograms().OrderByDescending(p => p.Year).ThenBy(p => p.Name).Select(p => new ProgramChoice(p.PublicId, p.Name, p.Year, p.FundSource)).ToListAsync(ct),
        };

    private string VillageOf(Household household) => areas.NameOf(AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village));
}
