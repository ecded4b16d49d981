using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Photos;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Visits;

/// <summary>Takes the photos of a posted form: each by itself, so that one that cannot be used takes none of the others with it.</summary>
public sealed class FormPhotos(PortalDbContext db, PhotoStore store, OfficeClock clock)
{
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
