using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Reviews;

/// <summary>Many visits approved at once, with a report of those that need a look of their own.</summary>
[Route("periksa/sekaligus"), RequirePermission(Permission.ReviewVisits)]
public sealed class ManyReviewsController(PortalDbContext db, ReviewDesk desk) : PortalController
{
    [HttpPost("")]
    public async Task<IActionResult> Approve(ManyReviewsForm form, CancellationToken ct)
    {
        if (!form.IsAll && form.Ids.Count == 0)
            return BackWith("Belum ada kunjungan yang dipilih. Beri tanda pada kunjungan, lalu setujui.");
        if (await desk.ApproveManyAsync(form.IsAll ? null : form.Ids, ct) is not { } report)
            return BackWith("Salah satu kunjungan baru saja diputuskan orang lain; belum ada yang disetujui. Ulangi.");
        if (report.Refused.Count > 0)
            await db.Changes.RecordAsync(db, "Rule.Refused", detail: AuditDetail.Of(("refused", report.Refused.Count), ("done", report.Done)), ct: ct);
        return View("Approved", report);
    }

    private RedirectToActionResult BackWith(string sentence)
    {
        SayDone(sentence);
        return RedirectToAction("Index", "Reviews");
    }
}

/// <summary>Which visits to approve: all that wait, or the marked ones.</summary>
public sealed record ManyReviewsForm
{
    public bool IsAll { get; set; }

    public List<Guid> Ids { get; set; } = [];
}
