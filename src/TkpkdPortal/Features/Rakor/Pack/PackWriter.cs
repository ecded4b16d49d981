using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Collects the figures and writes the pack, for the page and the verb alike.</summary>
public sealed class PackWriter(PortalDbContext db, AreaDirectory areas, OfficeSettings office, OfficeClock clock, FontLibrary fonts)
{
    public async Task<byte[]> WriteAsync(CoordinationMeeting? meeting, DateOnly? asOf, CancellationToken ct) =>
        RakorPack.Write(await RakorFigures.CollectAsync(db, areas, office, clock, meeting, asOf, ct), fonts);
}
