using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Collects the figures and writes the pack, for the page and the verb alike.</summary>
public sealed class PackWriter(PortalDbContext db, NeedTallies tallies, CountCache cache, AreaDirectory areas, OfficeSettings office, OfficeClock clock, FontLibrary fonts, PackQueue queue)
{
    public Task<byte[]> WriteAsync(CoordinationMeeting? meeting, DateOnly? asOf, CancellationToken ct) => queue.TakeTurnAsync(async () => Print(await CollectAsync(meeting, asOf, ct)), ct);

    public Task<RakorFigures> CollectAsync(CoordinationMeeting? meeting, DateOnly? asOf, CancellationToken ct) => RakorFigures.CollectAsync(db, tallies, cache, areas, office, clock, meeting, asOf, ct);

    /// <summary>The same figures, printed by the same version, are the same bytes.</summary>
    public byte[] Print(RakorFigures figures) => RakorPack.Write(figures, fonts);
}
