using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Features.Imports.Columns;

/// <summary>Keeps, renames and removes profiles; a name is there once for each kind of file.</summary>
internal static class ProfileDesk
{
    /// <summary>Keeps the choice and lets the upload take its turn again, in one step.</summary>
    public static async Task<Outcome> KeepAsync(PortalDbContext db, ColumnMatching matching, long userId, DateTime at, CancellationToken ct)
    {
        if (matching.Keep(userId, at, out var profile) is { IsAccepted: false } refused)
            return refused;
        var kept = profile!; // An accepted choice has its profile.
        if (await IsTakenAsync(db, kept.Kind, kept.Name, kept.PublicId, ct))
            return Taken;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ColumnProfiles.Add(kept);
        db.Changes.Note("Import.ProfileKept", matching.Batch, detail: AuditDetail.Of(("profile", kept.Name)));
        try
        {
            await db.SaveChangesAsync(ct);
            matching.Batch.ReadBy(kept);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return Taken;
        }
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    public static async Task<Outcome> RenameAsync(PortalDbContext db, ColumnProfile profile, string? name, CancellationToken ct)
    {
        var before = profile.Name;
        if (profile.Rename(name) is { IsAccepted: false } refused)
            return refused;
        if (await IsTakenAsync(db, profile.Kind, profile.Name, profile.PublicId, ct))
            return Taken;
        db.Changes.Note("Import.ProfileRenamed", profile, detail: AuditDetail.Of(("from", before), ("to", profile.Name)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return Taken;
        }
        return Outcome.Accepted;
    }

    /// <summary>What was read by it stays as it is; only a file that still waits for its turn needs it.</summary>
    public static async Task<Outcome> RemoveAsync(PortalDbContext db, ColumnProfile profile, CancellationToken ct)
    {
        if (await db.ImportBatches.AnyAsync(batch => batch.ProfileId == profile.Id && (batch.State == ImportState.Queued || batch.State == ImportState.Staging), ct))
            return Outcome.Refuse("Profil ini sedang dipakai impor yang belum selesai. Tunggu sampai impornya selesai, lalu hapus.");
        db.ColumnProfiles.Remove(profile);
        db.Changes.Note("Import.ProfileRemoved", profile, detail: AuditDetail.Of(("profile", profile.Name)));
        await db.SaveChangesAsync(ct);
        return Outcome.Accepted;
    }

    private static Outcome Taken => Outcome.Refuse("Nama profil itu sudah dipakai untuk jenis berkas yang sama. Pilih nama lain.");

    private static Task<bool> IsTakenAsync(PortalDbContext db, ImportKind kind, string name, Guid id, CancellationToken ct) =>
        db.ColumnProfiles.AsNoTracking().AnyAsync(profile => profile.Kind == kind && profile.Name == name && profile.PublicId != id, ct);
}
