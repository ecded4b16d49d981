using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

/// <summary>All imports, newest first, or those that somebody still has to deal with.</summary>
public sealed record ImportList(string? Shown, string Path, ListAsk Ask, IReadOnlyList<ImportRow> Rows, Paging Paging)
{
    public const string ToPublish = "terbit", Withheld = "tertahan", Unmatched = "tak-padan";

    public ListTools Tools => new(Path, Ask, "Cari nama rilis atau berkas", ("terbaru", "Terbaru"), ("terlama", "Terlama"), ("tertahan", "Paling banyak tertahan")) { IsPersonal = false, Kept = [("tampil", Shown)] };

    public static async Task<ImportList> ForAsync(PortalDbContext db, long userId, Permission right, string? shown, ListAsk ask, CancellationToken ct)
    {
        var batches = shown switch
        {
            ToPublish when right is Permission.ImportLists => WaitingRows.ToPublish(db, userId),
            Withheld => WaitingRows.WithWithheldRows(db, right),
            Unmatched when right is Permission.ImportLists => WaitingRows.WithUnmatchedRecipients(db),
            _ => ImportRights.Batches(db, right),
        };
        var sought = ask.Patterns.Aggregate(batches.AsNoTracking(), (found, word) =>
            found.Where(b => EF.Functions.Like(b.ReleaseName, word, LikePatterns.Escape) || EF.Functions.Like(b.FileName, word, LikePatterns.Escape)));
        var paging = ask.Paging(await sought.CountAsync(ct));
        var ordered = ask.Order switch
        {
            "terlama" => sought.OrderBy(b => b.Id),
            "tertahan" => sought.OrderByDescending(b => b.Counts.Review + b.Counts.Rejected).ThenByDescending(b => b.Id),
            _ => sought.OrderByDescending(b => b.Id),
        };
        var rows = await ordered.Skip(paging.Skip).Take(paging.PageSize)
            .Select(b => new ImportRow(b.PublicId, b.Kind, b.ReleaseName, b.FileName, b.State, b.CreatedAt, b.Counts.Rows, b.Counts.New, b.Counts.Changed, b.Counts.Same,
                b.Counts.Review, b.Counts.Rejected, db.Users.Where(u => u.Id == b.UserId).Select(u => u.FullName).First())).ToListAsync(ct);
        return new ImportList(shown is ToPublish or Withheld or Unmatched ? shown : null, right is Permission.ImportLists ? "/impor" : "/pemadanan/jawaban", ask, rows, paging);
    }
}

public sealed record ImportRow(Guid Id, ImportKind Kind, string ReleaseName, string FileName, ImportState State, DateTime CreatedAt, int Rows, int New, int Changed, int Same,
    int Review, int Rejected, string User)
{
    public string Title => Kind.Title(ReleaseName);
}

/// <summary>One import: how far it is, what it counted, and what was found, row by row.</summary>
public sealed record ImportDetails(ImportBatch Batch, string User, IReadOnlyList<ImportFinding> Findings, Paging Paging, IReadOnlyList<(string Kind, FindingLevel Level, int Count)> Kinds)
{
    public bool CanFetchWithheld { get; init; }

    /// <summary>Rows wait because nobody knows for sure which village they mean.</summary>
    public bool AwaitsAreas { get; init; }

    /// <summary>The import whose waiting rows this one loads.</summary>
    public Guid? Continues { get; init; }

    public required IReadOnlyList<RecipientOverlap> Overlaps { get; init; }

    /// <summary>Who published it, or has decided to; null for a verb's file.</summary>
    public string? Publisher { get; init; }

    public bool IsOwn { get; init; }

    /// <summary>A published list can be taken back, with a reason.</summary>
    public bool CanBeUndone => Batch is { State: ImportState.Published, IsUndoAsked: false } && Batch.Kind.IsOfList();

    public UndoForm Undo { get; init; } = new();

    /// <summary>Who took it back.</summary>
    public string? Undoer { get; init; }

    public bool CanBeCancelled => Batch.UploadName is not null && !Batch.HasEnded && !Batch.IsCancelRequested && Batch.PublisherId is null;

    /// <summary>"1.250 baris per detik, kira-kira 3 menit lagi"; null while there is nothing to go by.</summary>
    public string? Pace
    {
        get
        {
            if (Batch is not { State: ImportState.Staging, StartedAt: { } started, AliveAt: { } alive, RecordsRead: > 0 } || (alive - started).TotalSeconds < 1)
                return null;
            var rate = Batch.RecordsRead / (alive - started).TotalSeconds;
            var left = Batch.RecordsTotal is { } total && total > Batch.RecordsRead ? TimeSpan.FromSeconds((total - Batch.RecordsRead) / rate) : (TimeSpan?)null;
            return $"{Indonesian.Number((long)rate)} baris per detik{(left is { } time ? $", kira-kira {Indonesian.TimeLeft(time)} lagi" : "")}";
        }
    }

    public static async Task<ImportDetails?> ForAsync(PortalDbContext db, long userId, Permission right, Guid id, int? page, CancellationToken ct)
    {
        if (await ImportRights.Batches(db, right).AsNoTracking().SingleOrDefaultAsync(b => b.PublicId == id, ct) is not { } batch)
            return null;
        var findings = db.ImportFindings.AsNoTracking().Where(f => f.BatchId == batch.Id);
        var paging = Paging.Of(page, await findings.CountAsync(ct), 50);
        var kinds = await findings.GroupBy(f => new { f.Kind, f.Level }).Select(g => new { g.Key.Kind, g.Key.Level, Count = g.Count() }).ToListAsync(ct);
        return new ImportDetails(batch, await db.Users.Where(u => u.Id == batch.UserId).Select(u => u.FullName).SingleAsync(ct),
            await findings.OrderBy(f => f.Level).ThenBy(f => f.Row).ThenBy(f => f.Id).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging,
            [.. kinds.OrderBy(k => k.Level).ThenByDescending(k => k.Count).Select(k => (k.Kind, k.Level, k.Count))])
        {
            Publisher = await db.Users.Where(u => u.Id == batch.PublisherId).Select(u => u.FullName).SingleOrDefaultAsync(ct),
            IsOwn = batch.UserId == userId,
            Undoer = await db.Users.Where(u => u.Id == batch.UndoerId).Select(u => u.FullName).SingleOrDefaultAsync(ct),
            Overlaps = await db.RecipientOverlaps.AsNoTracking().Where(overlap => overlap.BatchId == batch.Id).OrderBy(overlap => overlap.Id).ToListAsync(ct),
            CanFetchWithheld = await db.WithheldRows.AnyAsync(row => row.BatchId == batch.Id, ct),
            AwaitsAreas = batch is { Kind: ImportKind.Deliberation, State: ImportState.Published } && await db.WithheldRows.AnyAsync(row => row.BatchId == batch.Id && row.Level == FindingLevel.Review
                && findings.Any(f => f.Row == row.Row && f.Kind == FindingKind.AreaToChoose), ct),
            Continues = await db.ImportBatches.Where(b => b.Id == batch.ContinuesId).Select(b => (Guid?)b.PublicId).SingleOrDefaultAsync(ct),
        };
    }
}

/// <summary>Why a published import is taken back.</summary>
public sealed record UndoForm
{
    [StringLength(ImportBatch.ReasonMaxLength), WithoutNumber]
    public string? Reason { get; init; }
}
