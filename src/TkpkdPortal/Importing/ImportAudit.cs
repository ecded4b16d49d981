using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing;

/// <summary>What the audit keeps of a bulk change: one line with counts and the content hash.</summary>
internal static class ImportAudit
{
    public static string AuditDetail(this ImportBatch batch) => Data.History.AuditDetail.Of(("release", batch.ReleaseName), ("rows", batch.Counts.Rows), ("new", batch.Counts.New),
        ("changed", batch.Counts.Changed), ("same", batch.Counts.Same), ("review", batch.Counts.Review), ("rejected", batch.Counts.Rejected),
        ("matched", batch.Counts.Matched), ("contentHash", batch.ContentHash is { } hash ? Convert.ToHexString(hash) : null));
}
