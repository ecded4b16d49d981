using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Photos;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>What was proved of a restored backup.</summary>
public sealed record ProvenBackup(BackupManifest Manifest)
{
    /// <summary>A sealed number was opened with the keys; false when the office holds none yet.</summary>
    public bool NumberOpened { get; init; }
}

/// <summary>
/// Restores a backup into an empty directory and proves it there: every file's hash, SQLite's own checks, the rows of every table, the audit
/// from the first line to the last, and one sealed number opened.
/// </summary>
public sealed class BackupProof(PortalPaths paths, TimeProvider clock, IConfiguration configuration)
{
    /// <summary>Proves in a scratch place and leaves nothing behind.</summary>
    public async Task<ProvenBackup> VerifyAsync(string directory, string keysDirectory, CancellationToken ct)
    {
        using var scratch = ScratchPlace.In(paths, clock.GetUtcNow().UtcDateTime);
        return await RestoreAsync(directory, BackupKeys.Require(keysDirectory), scratch.FullPath, ct);
    }

    internal async Task<ProvenBackup> RestoreAsync(string directory, SealingKeys keys, string target, CancellationToken ct)
    {
        BackupMaker.RequireSqlite(configuration);
        var manifest = BackupManifest.Read(directory, keys);
        foreach (var file in manifest.Files)
            await CopyAsync(directory, target, file, ct);
        var database = Path.Combine(target, BackupManifest.DatabaseName);
        var (faults, content) = await Task.Run(() => (SqliteSnapshot.FaultsOf(database), SqliteSnapshot.ContentOf(database)), ct);
        if (faults is [var first, ..])
            throw new BackupException($"Basis data di {directory} rusak menurut SQLite: {first}.");
        if (!IsSame(content.Counts, manifest.Counts) || content.AuditEntries != manifest.AuditEntries || content.AuditHead != manifest.AuditHead)
            throw new BackupException($"Isi basis data di {directory} tidak sama dengan manifesnya.");
        return await ProveContentAsync(manifest, database, keys, target, ct);
    }

    private static bool IsSame(SortedDictionary<string, long> counts, SortedDictionary<string, long> others) =>
        counts.Count == others.Count && counts.All(count => others.TryGetValue(count.Key, out var other) && other == count.Value);

    private static async Task CopyAsync(string directory, string target, BackedUpFile file, CancellationToken ct)
    {
        var source = Path.Combine(directory, file.Path);
        if (!File.Exists(source))
            throw new BackupException($"Cadangan tidak lengkap: {file.Path} tidak ada di {directory}.");
        var (length, hash) = await DurableFile.CopyAsync(source, Path.Combine(target, file.Path), ct);
        if (length != file.Length || hash != file.Sha256)
            throw new BackupException($"{file.Path} di {directory} bukan berkas yang dicadangkan: isinya berubah atau diganti (misalnya disalin dengan cp). Pakai cadangan lain.");
    }

    private async Task<ProvenBackup> ProveContentAsync(BackupManifest manifest, string database, SealingKeys keys, string target, CancellationToken ct)
    {
        var scope = new UserScope();
        scope.KeepHouse(AreaCode.Parse(manifest.Office));
        var sealer = new Sealer(keys);
        var trail = new AuditTrail(scope, sealer, clock);
        await using var db = new SqlitePortalDbContext(OptionsFor(database), scope, new ChangeWriter(scope, trail, clock));
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new BackupException($"Cadangan ini dari program yang lebih baru ({manifest.Program}, {unknown}). Pakai versi program itu.");
        await db.Database.MigrateAsync(ct);
        var verdict = await trail.VerifyAsync(db, ct);
        if (verdict.BrokenAt is { } at)
            throw new BackupException($"Rantai audit dalam cadangan putus pada catatan nomor {at}.");
        foreach (var upload in await db.ImportBatches.Where(batch => batch.UploadName != null).Select(batch => batch.UploadName).ToListAsync(ct))
        {
            if (!File.Exists(Path.Combine(target, "uploads", upload!)))
                throw new BackupException($"Unggahan {upload} tercatat dalam basis data, tetapi berkasnya tidak ada dalam cadangan.");
        }
        await ProvePhotosAsync(db, keys, Path.Combine(target, "photos"), ct);
        return new ProvenBackup(manifest) { NumberOpened = await OpenOneAsync(db, sealer, ct) };
    }

    // Every photo that a row names is there, and the newest opens: the hashes of the files are the manifest's to prove.
    private static async Task ProvePhotosAsync(SqlitePortalDbContext db, SealingKeys keys, string photos, CancellationToken ct)
    {
        var files = await db.VisitPhotos.Where(photo => photo.FileId != null).OrderBy(photo => photo.Id).Select(photo => photo.FileId!.Value).ToListAsync(ct);
        if (files.Find(file => !File.Exists(PhotoStore.PathOf(photos, file))) is var lost && lost != Guid.Empty)
            throw new BackupException($"Foto {lost:N} tercatat dalam basis data, tetapi berkasnya tidak ada dalam cadangan.");
        if (files.Count == 0)
            return;
        try
        {
            await using var photo = PhotoStore.OpenRead(photos, keys, files[^1]);
            await photo.CopyToAsync(Stream.Null, ct);
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or InvalidDataException)
        {
            throw new BackupException($"Foto {files[^1]:N} dalam cadangan tidak dapat dibuka dengan kunci ini.");
        }
    }

    private static async Task<bool> OpenOneAsync(SqlitePortalDbContext db, Sealer sealer, CancellationToken ct)
    {
        var person = await db.Persons.AsNoTracking().Where(p => p.NikIndex != null).OrderBy(p => p.Id).FirstOrDefaultAsync(ct);
        if (person?.Nik is not { } nik)
            return false;
        try
        {
            if (Nik.TryParse(sealer.Open(nik.Bytes, SealedField.PersonNik, person.PublicId), out _))
                return true;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Said below in words that a clerk can act on.
        }
        throw new BackupException("Nomor yang tersegel dalam cadangan tidak dapat dibuka dengan kunci ini.");
    }

    private static DbContextOptions<SqlitePortalDbContext> OptionsFor(string database) => new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString())
        // One file again when it is closed: no log beside it.
        .AddInterceptors(new SqliteConnectionSettings(SqliteJournal.Truncate)).Options;
}
