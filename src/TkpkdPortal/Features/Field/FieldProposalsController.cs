using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Proposing;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Field;

/// <summary>Proposals that were written on a phone without a signal, and those that were thrown away there.</summary>
[Route(FieldRequests.Root), RequirePermission(Permission.ProposeHouseholds)]
public sealed class FieldProposalsController(PortalDbContext db, FieldProposalDesk desk, ProposalDesk proposals) : Controller
{
    private const int MostOfABody = 16 * 1024;

    [HttpPost("usulan/{proposal:guid}/{revision:int:min(1)}"), RequestSizeLimit(MostOfABody)]
    public async Task<IActionResult> Propose(Guid proposal, int revision, CancellationToken ct)
    {
        if (await BoundedBody.ReadAsync(Request, MostOfABody, ct) is not { } bytes)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (FieldJson.Read<FieldProposal>(bytes, out var faulty) is { } body)
            return await desk.TakeAsync(proposal, revision, body, ct);
        return faulty is null ? FieldJson.Answer(new FieldMessage("Kiriman ini tidak terbaca."), StatusCodes.Status400BadRequest)
            : FieldJson.Answer(new FieldRefusal("refused", "Ada isian yang tidak terbaca. Perbaiki, lalu kirim lagi.", new Dictionary<string, string> { [faulty] = "Isian ini tidak dikenal." }), StatusCodes.Status422UnprocessableEntity);
    }

    [HttpPost("usulan/{proposal:guid}/buang"), RequestSizeLimit(MostOfABody)]
    public async Task<IActionResult> Discard(Guid proposal, CancellationToken ct)
    {
        if (await BoundedBody.ReadAsync(Request, MostOfABody, ct) is not { } bytes || FieldJson.Read<DiscardedProposal>(bytes, out _) is not { } discarded)
            return FieldJson.Answer(new FieldMessage("Kiriman ini tidak terbaca."), StatusCodes.Status400BadRequest);
        if (proposals.ReadPlace(discarded.Area, rt: null, rw: null, (_, _) => { }) is not { } place)
            return FieldJson.Answer(new FieldMessage("Wilayah ini tidak ada, atau bukan wilayah tugas Anda."), StatusCodes.Status404NotFound);
        await db.Changes.RecordAsync(db, "Proposal.Discarded", subject: null, place.Stored, AuditDetail.Of(("proposal", proposal), ("recordedAt", discarded.RecordedAt?.UtcDateTime)), ct);
        return FieldJson.Answer(new FieldMessage("Penghapusan dicatat."));
    }
}
