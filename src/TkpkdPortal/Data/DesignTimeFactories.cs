using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Data;

/// <summary>Lets migrations be scaffolded for either database without a server or keys.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=:memory:").Options, DesignTime.Scope, DesignTime.Changes);
}

/// <summary>The same for SQL Server.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=design-time").Options, DesignTime.Scope, DesignTime.Changes);
}

internal static class DesignTime
{
    public static UserScope Scope { get; } = new();

    public static ChangeWriter Changes { get; } =
        new(Scope, new AuditTrail(Scope, new Sealer(SealingKeys.Ephemeral()), TimeProvider.System), TimeProvider.System);
}
