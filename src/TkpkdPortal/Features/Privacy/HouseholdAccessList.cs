using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Privacy;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Privacy;

/// <summary>Who saw a household, newest first: what was noted, and every opening of full numbers from the audit.</summary>
public sealed record HouseholdAccessList(Guid Id, string HeadName, string AreaCode, ListAsk Ask, IReadOnlyList<SeenLine> Lines, Paging Paging)
{
    public ListTools Tools => new($"/keluarga/{Id}/akses", Ask, "Cari nama pegawai", ("terbaru", "Terbaru"), ("terlama", "Terlama")) { IsPersonal = false };

    private const int PageSize = 50;

    public static async Task<HouseholdAccessList?> ForAsync(PortalDbContext db, Guid id, ListAsk ask, CancellationToken ct)
    {
        var household = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => h.PublicId == id).Select(h => new { h.Id, h.HeadName, h.AreaCode }).SingleOrDefaultAsync(ct);
        if (household is null)
            return null;
        // A household is seen hundreds of times at most, in rows of a few bytes.
        var lines = await SeenLine.OfAsync(db, household.Id, id, ct);
        var sought = lines.Where(line => line.User.Contains(ask.Text?.Trim() ?? "", StringComparison.OrdinalIgnoreCase)).ToList();
        if (ask.Order == "terlama")
            sought.Reverse();
        var paging = ask.Paging(sought.Count, PageSize);
        return new HouseholdAccessList(id, household.HeadName, household.AreaCode, ask, [.. sought.Skip(paging.Skip).Take(paging.PageSize)], paging);
    }
}
