using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data.History;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data;

/// <summary>The model on the embedded database.</summary>
public sealed class SqlitePortalDbContext : PortalDbContext
{
    private const int SqliteConstraint = 19;

    public SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, UserScope scope, ChangeWriter changes)
        : base(options, scope, changes)
    {
    }

    /// <summary>On the connection of the current request, job or verb.</summary>
    public SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, UserScope scope, ChangeWriter changes, LentConnection lent)
        : base(options, scope, changes) => Database.SetDbConnection(lent.Connection);

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint };
}
