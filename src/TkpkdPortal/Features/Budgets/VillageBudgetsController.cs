using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Budgets;

/// <summary>What a program of the own OPD may spend in each village, kecamatan by kecamatan.</summary>
[Route("program/{id:guid}/anggaran-desa"), RequirePermission(Permission.ManagePrograms)]
public sealed class VillageBudgetsController(PortalDbContext db, AreaDirectory areas, VillageBudgetDesk desk, ActingUser user, OfficeSettings office) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Villages(Guid id, string? wilayah, CancellationToken ct) => await OwnAsync(id, ct) is { } program && DistrictOf(wilayah) is { } district
        ? View(await VillageBudgetPage.ForAsync(db, areas, program, office.Area, district, null, isRefused: false, ct)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid id, [Bind(Prefix = nameof(VillageBudgetPage.Form))] VillageBudgetForm form, CancellationToken ct)
    {
        if (await OwnAsync(id, ct) is not { } program || DistrictOf(form.Area) is not { } district || !AreOf(form, district))
            return NotFound();
        if (form.Read(ModelState) is not { } read)
            return Incomplete(nameof(Villages), await VillageBudgetPage.ForAsync(db, areas, program, office.Area, district, form, isRefused: false, ct));
        if (await desk.SetAsync(program.Id, read, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Villages), await VillageBudgetPage.ForAsync(db, areas, program, office.Area, district, form, isRefused: true, ct), program);
        SayDone($"Anggaran {program.Name} {program.Year} di {areas.TitleOf(district)} tersimpan.");
        return LocalRedirect($"/program/{id}/anggaran-desa?wilayah={district.Official}");
    }

    // The budgets of a program are one whole: whoever sees a part of the office would share out the ceiling without knowing the rest.
    private async Task<AidProgram?> OwnAsync(Guid id, CancellationToken ct)
    {
        var opd = user.OpdOf(Permission.ManagePrograms);
        return user.CanAt(Permission.ManagePrograms, office.Area.Stored) ? await db.AidPrograms.AsNoTracking().SingleOrDefaultAsync(p => p.PublicId == id && p.OpdId == opd, ct) : null;
    }

    private AreaCode? DistrictOf(string? asked)
    {
        var districts = VillageBudgetPage.DistrictsOf(areas, office.Area).ToList();
        return string.IsNullOrWhiteSpace(asked) ? districts[0] : areas.TryFind(asked, out var code) && districts.Contains(code.Value) ? code : null;
    }

    private bool AreOf(VillageBudgetForm form, AreaCode district) =>
        form.Rows.All(row => areas.TryFind(row.Village, out var village) && village.Value.Level is AreaLevel.Village && district.Contains(village.Value))
        && form.Rows.Select(row => AreaCode.Parse(row.Village!)).Distinct().Count() == form.Rows.Count;
}
