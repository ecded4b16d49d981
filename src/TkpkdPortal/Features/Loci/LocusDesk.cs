using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Loci;

/// <summary>Adopts another method as the one after the one that was shown.</summary>
public sealed class LocusDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    private const string Overtaken = "Cara lain baru saja ditetapkan. Lihat yang sekarang berlaku, lalu ubah lagi.";

    public async Task<Outcome> AdoptAsync(LocusForm form, CancellationToken ct)
    {
        var method = await LocusFigures.MethodAsync(db, ct);
        if (form.Number != method.Number)
            return Outcome.Refuse(Overtaken);
        if (method.Follow(form.Weights(), form.Source, form.Reason, user.Id, clock.UtcNow, out var next) is { IsAccepted: false } refused)
            return refused;
        // Accepted means that it is there.
        db.LocusMethods.Add(next!);
        db.Changes.Note("Locus.MethodAdopted", detail: AuditDetail.Of(("number", next!.Number), ("source", next.Source), ("reason", next.Reason)));
        try
        {
            await db.SaveChangesAsync(ct);
            return Outcome.Accepted;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return Outcome.Refuse(Overtaken);
        }
    }
}
