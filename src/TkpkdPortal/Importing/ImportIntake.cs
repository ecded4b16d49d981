using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Importing;

/// <summary>What to load, as a page or a verb asks for it.</summary>
public sealed record ImportOrder(ImportKind Kind, string FileName, string ReleaseName, DateOnly ReleasedOn)
{
    public int? DataYear { get; init; }

    public string? Sheet { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>The profile by which the columns are found; null where the headings tell.</summary>
    public ColumnProfile? Profile { get; init; }

    /// <summary>The user wants to say which column is which, whatever the headings tell.</summary>
    public bool AsksColumns { get; init; }

    /// <summary>The import whose waiting rows the file holds, after a person has decided on them.</summary>
    public ImportBatch? Continues { get; init; }
}

/// <summary>Takes a file in: the batch is queued, an upload lies sealed until some days after its end.</summary>
public sealed class ImportIntake(PortalDbContext db, ActingUser user, OfficeSettings office, OfficeClock clock, PortalPaths paths, SealingKeys keys)
{
    /// <summary>No office's list is larger; a million families of P3KE are 330 MB.</summary>
    public const long MaxUploadBytes = 1024L * 1024 * 1024;

    /// <summary>Days that a sealed upload and withheld rows are kept after the import ended.</summary>
    public const int KeptDays = 30;

    /// <summary>Queues a file that a verb reads where it lies.</summary>
    public Task<ImportBatch> QueueAsync(ImportOrder order, CancellationToken ct) => AddAsync(order, uploadName: null, ct);

    /// <summary>Stores an upload sealed and queues it for the worker.</summary>
    public async Task<ImportBatch> QueueUploadAsync(ImportOrder order, Stream upload, CancellationToken ct)
    {
        Directory.CreateDirectory(paths.Uploads);
        var id = Guid.CreateVersion7();
        var name = id.ToString("N") + ".sealed";
        await SealedFile.WriteAsync(upload, Path.Combine(paths.Uploads, name), keys, id, MaxUploadBytes, ct);
        return await AddAsync(order, name, ct);
    }

    public Stream OpenUpload(ImportBatch batch) =>
        SealedFile.OpenRead(Path.Combine(paths.Uploads, batch.UploadName!), keys, Guid.ParseExact(Path.GetFileNameWithoutExtension(batch.UploadName!), "N"));

    /// <summary>Removes uploads and withheld rows whose time is over.</summary>
    public async Task ExpireAsync(CancellationToken ct)
    {
        var before = clock.UtcNow.AddDays(-KeptDays);
        foreach (var forgotten in await db.ImportBatches.Where(batch => batch.State == ImportState.AwaitingColumns && batch.CreatedAt < before).ToListAsync(ct))
        {
            File.Delete(Path.Combine(paths.Uploads, forgotten.UploadName!)); // Only uploads wait for their columns.
            forgotten.Fail($"Kolom berkas ini tidak dicocokkan dalam {KeptDays} hari, dan berkasnya sudah dihapus. Muat lagi bila masih perlu.", clock.UtcNow);
            db.Changes.Note("Import.Failed", forgotten, detail: AuditDetail.Of(("reason", forgotten.FailureMessage)));
            await db.SaveChangesAsync(ct);
        }
        var ended = await db.ImportBatches.AsNoTracking().Where(batch => batch.EndedAt != null && batch.EndedAt < before)
            .Select(batch => new { batch.Id, batch.UploadName }).ToListAsync(ct);
        foreach (var batch in ended)
        {
            if (batch.UploadName is { } name)
                File.Delete(Path.Combine(paths.Uploads, name));
            await db.WithheldRows.Where(row => row.BatchId == batch.Id).ExecuteDeleteAsync(ct);
        }
        await RemoveOrphansAsync(ct);
    }

    // A process that was killed while an upload arrived leaves a sealed piece that no batch names.
    private async Task RemoveOrphansAsync(CancellationToken ct)
    {
        if (!Directory.Exists(paths.Uploads))
            return;
        var known = await db.ImportBatches.Where(batch => batch.UploadName != null).Select(batch => batch.UploadName).ToListAsync(ct);
        var arriving = clock.UtcNow.AddDays(-1);
        foreach (var file in Directory.EnumerateFiles(paths.Uploads).Where(file => !known.Contains(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < arriving))
            File.Delete(file);
    }

    // The whole office for its own analysts; a regency for one of its analysts in a provincial office.
    private AreaCode OwnAreaFor(ImportKind kind) => user.AreasOf(ImportRights.For(kind)).OrderBy(area => area != office.Area).First();

    private async Task<ImportBatch> AddAsync(ImportOrder order, string? uploadName, CancellationToken ct)
    {
        var batch = new ImportBatch(order.Kind, OwnAreaFor(order.Kind), NumberBlot.Apply(Path.GetFileName(order.FileName)), order.ReleaseName, order.ReleasedOn, order.DataYear, user.Id, clock.UtcNow)
        {
            Sheet = order.Sheet,
            IsDryRun = order.IsDryRun,
            UploadName = uploadName,
            ContinuesId = order.Continues?.Id,
        };
        if (order.Profile is { } profile)
            batch.ReadBy(profile);
        else if (order.AsksColumns && batch.MayAwaitColumns)
            batch.AwaitColumns(null);
        db.ImportBatches.Add(batch);
        db.Changes.Note("Import.Queued", batch, detail: AuditDetail.Of(("kind", ImportKinds.Codes.Label(order.Kind)), ("release", batch.ReleaseName)));
        await db.SaveChangesAsync(ct);
        return batch;
    }
}
