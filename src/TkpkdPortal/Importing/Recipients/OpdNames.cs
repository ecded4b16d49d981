using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing.Recipients;

/// <summary>The office's OPD by the letters of their name or short name, as files write them.</summary>
internal sealed class OpdNames
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    public static async Task<OpdNames> OfAsync(PortalDbContext db, CancellationToken ct)
    {
        var names = new OpdNames();
        foreach (var opd in await db.Opds.AsNoTracking().OrderBy(o => o.Id).Select(o => new { o.Id, o.Name, o.ShortName }).ToListAsync(ct))
        {
            names._ids.TryAdd(CellText.Letters(opd.Name), opd.Id);
            names._ids.TryAdd(CellText.Letters(opd.ShortName), opd.Id);
        }
        return names;
    }

    public long? Find(string written) => _ids.TryGetValue(CellText.Letters(written), out var id) ? id : null;
}
