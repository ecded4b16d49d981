using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;

namespace TkpkdPortal.Web;

/// <summary>What the controllers share: how a refusal and a done sentence reach the page.</summary>
public abstract class PortalController : Controller
{
    private const string DoneKey = "selesai";

    /// <summary>Sentence for the next page: what was done, for whom.</summary>
    protected void SayDone(string sentence) => TempData[DoneKey] = sentence;

    /// <summary>Shows the form again with the refusal on top, keeps what was typed, and notes the refusal in the audit.</summary>
    protected async Task<ViewResult> RefusedAsync(PortalDbContext db, Outcome outcome, string view, object model, IHasPublicId? subject = null)
    {
        ModelState.AddModelError("", outcome.Refusal!);
        db.ChangeTracker.Clear();
        await db.Changes.RecordAsync(db, "Rule.Refused", subject, detail: AuditDetail.Of(("sentence", outcome.Refusal)), ct: HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, model);
    }

    /// <summary>Shows the form again with the sentences at its fields.</summary>
    protected ViewResult Incomplete(string view, object model)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, model);
    }
}
