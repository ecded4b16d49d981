using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data.Configurations;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data;

/// <summary>The model on SQL Server; codes and search words compare by their bytes there too, so that a range means the same.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options, UserScope scope, ChangeWriter changes)
    : PortalDbContext(options, scope, changes)
{
    public override bool IsUniqueViolation(DbUpdateException exception) => exception.InnerException is SqlException { Number: 2601 or 2627 };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(ByteOrder.Wanted))
            property.SetCollation("Latin1_General_100_BIN2");
    }
}
