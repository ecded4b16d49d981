using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security;

namespace TkpkdPortal.Importing;

/// <summary>Who loads which kind of file: lists are the secretariat's, answers of the civil registry its own; neither sees the other's.</summary>
public static class ImportRights
{
    public static Permission For(ImportKind kind) => kind is ImportKind.CivilRegistry ? Permission.MatchCivilRegistry : Permission.ImportLists;

    public static IQueryable<ImportBatch> Batches(PortalDbContext db, Permission right) => right is Permission.MatchCivilRegistry
        ? db.ImportBatches.Where(batch => batch.Kind == ImportKind.CivilRegistry)
        : db.ImportBatches.Where(batch => batch.Kind != ImportKind.CivilRegistry);
}
