using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data;

/// <summary>The model on the embedded database.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, UserScope scope, ChangeWriter changes)
    : PortalDbContext(options, scope, changes)
{
    private const int SqliteConstraint = 19;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint };
}
