using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Verbs;

/// <summary>The JSON that <c>import --json</c> answers; scripts rely on its names.</summary>
internal static class ImportAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static async Task<string> ForAsync(PortalDbContext db, ImportBatch batch, double seconds, CancellationToken ct)
    {
        var findings = await db.ImportFindings.AsNoTracking().Where(finding => finding.BatchId == batch.Id).OrderBy(finding => finding.Row).ThenBy(finding => finding.Id)
            .Select(finding => new { finding.Row, Level = finding.Level.ToString().ToLowerInvariant(), finding.Kind, finding.Column, finding.Message }).ToListAsync(ct);
        var counts = batch.Counts;
        var overlaps = batch.Kind is not ImportKind.Recipients ? null : await db.RecipientOverlaps.AsNoTracking().Where(overlap => overlap.BatchId == batch.Id)
            .GroupBy(overlap => overlap.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return JsonSerializer.Serialize(new
        {
            BatchId = batch.PublicId,
            counts.Rows,
            Families = batch.Kind.IsOfList() ? counts.Families : (int?)null,
            Persons = batch.Kind.IsOfPersons() ? counts.Persons : (int?)null,
            counts.New,
            counts.Changed,
            counts.Same,
            counts.Review,
            counts.Rejected,
            counts.AcceptedWithWarning,
            counts.NikAreaUnknown,
            counts.Matched,
            counts.Unmatched,
            Overlaps = overlaps,
            findings,
            ContentHash = batch.ContentHash is { } hash ? Convert.ToHexStringLower(hash) : null,
            DryRun = batch.IsDryRun,
            Seconds = Math.Round(seconds, 2),
        }, Options);
    }
}
