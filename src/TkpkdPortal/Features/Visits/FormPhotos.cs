using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Photos;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Visits;

/// <summary>
/// Takes the photos of a posted form, each by itself, so that one that cannot be used takes none of the others with it; and those out that the form wants to
/// be rid of.
/// </summary>
public sealed class FormPhotos(PortalDbContext db, PhotoStore store, OfficeClock clock)
{
    private readonly List<Guid> _removed = [];

    public static string FieldOf(PhotoKind kind) => $"Foto.{kind}";

    public async Task TakeAsync(Visit visit, IFormFileCollection files, ModelStateDictionary errors, CancellationToken ct)
    {
        foreach (var kind in Enum.GetValues<PhotoKind>())
        {
            // A field in which nothing was chosen comes along as a file without a name.
            foreach (var file in files.GetFiles(FieldOf(kind)).Where(file => file.FileName.Length > 0))
            {
                if (await TakeAsync(visit, kind, file, ct) is { IsAccepted: false } refused)
                    errors.AddModelError(FieldOf(kind), $"{PhotoWords.Kinds.Label(kind)}: {refused.Refusal}");
            }
        }
    }

    /// <summary>Takes photos out of the visit; their files follow when the rows are gone for good.</summary>
    public void Remove(Visit visit, IEnumerable<Guid> ids, ModelStateDictionary errors)
    {
        foreach (var id in ids.Distinct())
        {
            if (visit.RemovePhoto(id, out var removed) is { IsAccepted: false } refused)
                errors.AddModelError("", refused.Refusal!);
            if (removed is null)
                continue;
            db.VisitPhotos.Remove(removed);
            db.Changes.Note("Photo.Removed", visit, visit.AreaCode, AuditDetail.Of(("kind", PhotoWords.Kinds.Label(removed.Kind))));
            if (removed.FileId is { } file)
                _removed.Add(file);
        }
    }

    /// <summary>Called once the save has succeeded: before, a row would name a file that is gone.</summary>
    public void DeleteRemoved()
    {
        _removed.ForEach(store.Delete);
        _removed.Clear();
    }

    private async Task<Outcome> TakeAsync(Visit visit, PhotoKind kind, IFormFile file, CancellationToken ct)
    {
        if (file.Length > PhotoLimits.MostFromForm)
            return Outcome.Refuse($"Foto ini lebih besar daripada {PhotoLimits.MostFromForm / 1024 / 1024} MB. Pilih foto yang lebih kecil, atau kecilkan di ponsel.");
        var bytes = new byte[file.Length];
        await using (var source = file.OpenReadStream())
            await source.ReadExactlyAsync(bytes, ct);
        if (CleanPhoto.Of(bytes, out var clean) is { IsAccepted: false } unusable)
            return unusable;
        if (visit.Announce(Guid.CreateVersion7(), kind, bytes.Length, SHA256.HashData(bytes), clock.UtcNow, out var photo) is { IsAccepted: false } tooMany)
            return tooMany;
        photo!.Keep(await store.WriteAsync(clean!, ct), clean!.Format, clean.Width, clean.Height, clean.Turn, clock.UtcNow);
        db.Changes.Note("Photo.Kept", visit, visit.AreaCode, AuditDetail.Of(("kind", PhotoWords.Kinds.Label(kind))));
        return Outcome.Accepted;
    }
}
