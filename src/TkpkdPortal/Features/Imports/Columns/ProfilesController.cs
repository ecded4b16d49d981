using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Imports.Columns;

/// <summary>The choices of columns that the office has kept.</summary>
[Route("impor/profil"), RequirePermission(Permission.ImportLists)]
public sealed class ProfilesController(PortalDbContext db) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Profiles(CancellationToken ct) => View(nameof(Profiles), await ProfileList.ForAsync(db, ct));

    [HttpPost("{profile:guid}")]
    public async Task<IActionResult> Rename(Guid profile, string? name, CancellationToken ct)
    {
        if (await FindAsync(profile, ct) is not { } kept)
            return NotFound();
        var outcome = await ProfileDesk.RenameAsync(db, kept, name, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Profiles), (await ProfileList.ForAsync(db, ct)).Typed(profile, name), kept);
        SayDone("Nama profil diubah.");
        return RedirectToAction(nameof(Profiles));
    }

    [HttpPost("{profile:guid}/hapus")]
    public async Task<IActionResult> Remove(Guid profile, CancellationToken ct)
    {
        if (await FindAsync(profile, ct) is not { } kept)
            return NotFound();
        var outcome = await ProfileDesk.RemoveAsync(db, kept, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Profiles), await ProfileList.ForAsync(db, ct), kept);
        SayDone("Profil dihapus. Data yang pernah dibaca dengannya tetap.");
        return RedirectToAction(nameof(Profiles));
    }

    private Task<ColumnProfile?> FindAsync(Guid id, CancellationToken ct) => db.ColumnProfiles.SingleOrDefaultAsync(profile => profile.PublicId == id, ct);
}

/// <summary>All kept choices with who kept them.</summary>
public sealed record ProfileList(IReadOnlyList<ProfileRow> Rows)
{
    public static async Task<ProfileList> ForAsync(PortalDbContext db, CancellationToken ct)
    {
        var rows = await db.ColumnProfiles.AsNoTracking().OrderBy(profile => profile.Kind).ThenBy(profile => profile.Name)
            .Select(profile => new { Profile = profile, User = db.Users.Where(user => user.Id == profile.CreatedById).Select(user => user.FullName).First() }).ToListAsync(ct);
        return new ProfileList(rows.ConvertAll(row => new ProfileRow(row.Profile.PublicId, row.Profile.Kind, row.Profile.Name, row.Profile.Headings, row.Profile.CreatedAt, row.User)));
    }

    /// <summary>The list with what was typed at one of them, so that it can be put right.</summary>
    public ProfileList Typed(Guid id, string? name) => new([.. Rows.Select(row => row.Id == id ? row with { Name = name ?? "" } : row)]);
}

public sealed record ProfileRow(Guid Id, ImportKind Kind, string Name, IReadOnlyDictionary<string, string> Headings, DateTime CreatedAt, string User);
