using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;

namespace TkpkdPortal.Features.Errors;

/// <summary>Pages for what went wrong; without any detail of why.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    // Without parameters, so that nothing is bound: the failed request's body comes along, and may be half read or name a field "code".
    [Route("/galat/{code:int}")]
    public IActionResult Show()
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture); // The route lets only a number through.
        Response.StatusCode = code is >= 400 and < 600 ? code : 500;
        var page = ErrorPage.Of(code);
        if (FieldRequests.Are(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path))
            return Json(new { message = page.Sentence });
        return View("Error", page with { TraceCode = code >= 500 ? System.Diagnostics.Activity.Current?.TraceId.ToString()[..8] : null });
    }
}
