using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Data.History;

/// <summary>Walks the chain from the first line to the last, for the verb and for the page, and says what was found in one sentence.</summary>
public sealed class AuditCheck(PortalDbContext db, AuditTrail trail, AuditAnchor anchor)
{
    public const string Action = "Audit.Verified";

    public async Task<AuditFinding> RunAsync(CancellationToken ct)
    {
        var reached = anchor.Read();
        var verdict = await trail.VerifyAsync(db, ct, reached);
        return new AuditFinding(verdict.Entries, verdict.BrokenAt, FaultOf(verdict, reached));
    }

    /// <summary>Keeps the finding as a line of its own.</summary>
    public Task RecordAsync(AuditFinding found, CancellationToken ct) =>
        db.Changes.RecordAsync(db, Action, detail: AuditDetail.Of(("entries", found.Entries), ("brokenAt", found.BrokenAt), ("sentence", found.Sentence)), ct: ct);

    private static string? FaultOf(AuditVerdict verdict, AuditMark? reached)
    {
        if (reached?.Sequence > verdict.Entries && verdict.BrokenAt == verdict.Entries + 1)
        {
            return $"Catatan audit yang utuh berakhir pada nomor {Indonesian.Number(verdict.Entries)}, padahal pernah sampai nomor {Indonesian.Number(reached.Sequence)}. "
                + "Bagian akhirnya hilang atau diubah, atau ini bukan basis data yang semula.";
        }
        if (verdict.BrokenAt is { } at)
            return $"Rantai audit putus pada catatan nomor {Indonesian.Number(at)}; {Indonesian.Number(verdict.Entries)} catatan sebelumnya utuh.";
        return reached is null
            ? $"{Indonesian.Number(verdict.Entries)} catatan audit utuh, tetapi jangkarnya ({AuditAnchor.FileName}) tidak ada di direktori kunci: akhir yang hilang tidak akan terlihat."
            : null;
    }
}

/// <summary>What a walk of the chain found; <see cref="Fault"/> is null when all is whole.</summary>
public sealed record AuditFinding(long Entries, long? BrokenAt, string? Fault)
{
    public string Sentence => Fault ?? $"{Indonesian.Number(Entries)} catatan audit utuh.";
}
