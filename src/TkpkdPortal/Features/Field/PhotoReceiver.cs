using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Photos;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Field;

/// <summary>Puts the pieces of a photo together. A piece and how far the photo has come are one transaction, so that neither a killed process nor a second request doubles one.</summary>
public sealed class PhotoReceiver(PortalDbContext db, ActingUser user, PhotoStore store, Sealer sealer, OfficeClock clock)
{
    /// <summary>The photo of an own visit; null for anybody else's.</summary>
    public async Task<VisitPhoto?> FindAsync(Guid visitId, Guid photoId, CancellationToken ct) =>
        await db.VisitPhotos.SingleOrDefaultAsync(p => p.PublicId == photoId && db.Visits.Any(v => v.Id == p.VisitId && v.PublicId == visitId && v.EnumeratorId == user.Id), ct);

    public async Task<(PhotoReceipt Receipt, int StatusCode)?> TakeAsync(Guid visitId, Guid photoId, int start, byte[] piece, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await FindAsync(visitId, photoId, ct) is not { } photo)
                return null;
            if (photo.State is PhotoState.Refused)
                return (PhotoReceipt.Of(photo) with { Message = photo.Refusal }, StatusCodes.Status422UnprocessableEntity);
            if (photo.Take(start, piece.Length) is { IsAccepted: false } refused)
                return (PhotoReceipt.Of(photo) with { Message = refused.Refusal }, StatusCodes.Status409Conflict);
            var row = Guid.CreateVersion7();
            db.PhotoPieces.Add(new PhotoPiece(row, photo.Id, start, sealer.Seal(piece, SealedField.PhotoPiece, row)));
            await db.SaveChangesAsync(ct);
            var answer = photo.Received == photo.Length ? await FinishAsync(photo, ct) : (PhotoReceipt.Of(photo), StatusCodes.Status200OK);
            await transaction.CommitAsync(ct);
            return answer;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return await FindAsync(visitId, photoId, ct) is { } photo ? (PhotoReceipt.Of(photo), StatusCodes.Status409Conflict) : null;
        }
    }

    // Whole: compared with what was announced, judged, stripped, sealed. The pieces are no longer needed whatever comes of it.
    private async Task<(PhotoReceipt, int)> FinishAsync(VisitPhoto photo, CancellationToken ct)
    {
        var bytes = await JoinAsync(photo, ct);
        await db.PhotoPieces.Where(piece => piece.PhotoId == photo.Id).ExecuteDeleteAsync(ct);
        var isSame = SHA256.HashData(bytes).AsSpan().SequenceEqual(photo.Sha256);
        if (!isSame)
            photo.StartOver();
        else if (CleanPhoto.Of(bytes, out var clean) is { IsAccepted: false } refused)
            photo.Refuse(refused.Refusal!, clock.UtcNow);
        else
            photo.Keep(await store.WriteAsync(clean!, ct), clean!.Format, clean.Width, clean.Height, clean.Turn, clock.UtcNow);
        if (isSame)
        {
            var visit = await db.Visits.AsNoTracking().SingleAsync(v => v.Id == photo.VisitId, ct);
            db.Changes.Note(photo.State is PhotoState.Kept ? "Photo.Kept" : "Photo.Refused", visit, visit.AreaCode, AuditDetail.Of(("kind", PhotoWords.Kinds.Label(photo.Kind))));
        }
        await db.SaveChangesAsync(ct);
        var receipt = PhotoReceipt.Of(photo);
        return photo.State switch
        {
            PhotoState.Kept => (receipt, StatusCodes.Status200OK),
            PhotoState.Refused => (receipt with { Message = photo.Refusal }, StatusCodes.Status422UnprocessableEntity),
            _ => (receipt with { Message = "Foto ini berubah di jalan. Kirim lagi dari awal." }, StatusCodes.Status409Conflict),
        };
    }

    private async Task<byte[]> JoinAsync(VisitPhoto photo, CancellationToken ct)
    {
        using var whole = new MemoryStream(photo.Length);
        foreach (var piece in await db.PhotoPieces.AsNoTracking().Where(piece => piece.PhotoId == photo.Id).OrderBy(piece => piece.Start).ToListAsync(ct))
            whole.Write(sealer.OpenBytes(piece.Bytes, SealedField.PhotoPiece, piece.PublicId));
        return whole.ToArray();
    }
}
