using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Photos;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Field;

/// <summary>Photos come in pieces, so that what has arrived over a weak signal is not sent again.</summary>
[Route(FieldRequests.Root + "/kunjungan/{visit:guid}/foto/{photo:guid}"), RequirePermission(Permission.RecordVisits)]
public sealed class FieldPhotosController(PhotoReceiver receiver) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> State(Guid visit, Guid photo, CancellationToken ct) =>
        await receiver.FindAsync(visit, photo, ct) is { } found ? FieldJson.Answer(PhotoReceipt.Of(found)) : NotFound();

    [HttpPost(""), RequestSizeLimit(PhotoLimits.MostOfAPiece)]
    public async Task<IActionResult> Receive(Guid visit, Guid photo, int mulai, CancellationToken ct)
    {
        if (await BoundedBody.ReadAsync(Request, PhotoLimits.MostOfAPiece, ct) is not { } piece)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        return await receiver.TakeAsync(visit, photo, mulai, piece, ct) is { } answer ? FieldJson.Answer(answer.Receipt, answer.StatusCode) : NotFound();
    }
}
