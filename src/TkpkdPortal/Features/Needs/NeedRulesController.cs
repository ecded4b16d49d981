using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Needs;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Needs;

/// <summary>By which rules the portal finds the needs of households: to read, to try, and to adopt.</summary>
[Route("kebutuhan/aturan")]
public sealed class NeedRulesController(PortalDbContext db, NeedRuleDesk desk) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewNeedRules)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await NeedRuleList.ForAsync(db, ct));

    [HttpGet("{nomor:int}"), RequirePermission(Permission.ViewNeedRules)]
    public async Task<IActionResult> Details(int nomor, CancellationToken ct) =>
        (await NeedRuleList.ForAsync(db, ct)).Rows.FirstOrDefault(row => row.Set.Number == nomor) is { } row ? View(row) : NotFound();

    [HttpGet("baru"), RequirePermission(Permission.SetNeedRules)]
    public async Task<IActionResult> Compose(CancellationToken ct) => View(NeedRuleForm.Of(await desk.InForceAsync(ct)));

    /// <summary>What the terms would change; nothing is saved.</summary>
    [HttpPost("pratinjau"), RequirePermission(Permission.SetNeedRules)]
    public async Task<IActionResult> Preview(NeedRuleForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(Compose), form);
        return form.Read().Check() is { IsAccepted: false } refused ? await RefusedAsync(db, refused, nameof(Compose), form) : View(await PreviewAsync(form, ct));
    }

    [HttpPost("tetapkan"), RequirePermission(Permission.SetNeedRules)]
    public async Task<IActionResult> Adopt([Bind(Prefix = "Form")] NeedRuleForm form, CancellationToken ct)
    {
        if (form.Read().Check() is { IsAccepted: false } wrong)
            return await RefusedAsync(db, wrong, nameof(Compose), form);
        if (!ModelState.IsValid)
            return Incomplete(nameof(Preview), await PreviewAsync(form, ct));
        var adoption = await desk.AdoptAsync(form.Read(), form.Number, form.Source, form.Reason, ct);
        if (adoption is not { Set: { } set, Changed: { } changed })
            return await RefusedAsync(db, adoption.Outcome, nameof(Preview), await PreviewAsync(form, ct));
        SayDone($"Aturan kebutuhan nomor {set.Number} berlaku. {Indonesian.Number(changed.Changed)} KK dari {Indonesian.Number(changed.Households)} KK berubah.");
        return RedirectToAction(nameof(Index));
    }

    // Shown with the number of the set that it is compared with: whoever adopts has seen that one.
    private async Task<NeedRulePreview> PreviewAsync(NeedRuleForm form, CancellationToken ct)
    {
        var inForce = await desk.InForceAsync(ct);
        return new NeedRulePreview(form with { Number = inForce.Number }, inForce, form.Read(), await desk.PreviewAsync(form.Read(), ct));
    }
}
