using System.Data;
using Microsoft.Data.SqlClient;

namespace TkpkdPortal.Data.Bulk;

/// <summary>SqlBulkCopy with the ids that the rows carry. Written against the documentation; not run, since no SQL Server is at hand (docs/operations.md).</summary>
internal sealed class SqlServerBulkWriter(PortalDbContext db) : BulkWriter(db)
{
    // The exclusive table lock keeps every other writer from taking the same ids until the transaction ends.
    protected override string LastIdSql(string table) =>
        $"DECLARE @lock int; SELECT TOP (1) @lock = 1 FROM [{table}] WITH (TABLOCKX, HOLDLOCK); "
        + $"SELECT CASE WHEN EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID('[{table}]') AND last_value IS NULL) THEN 0 ELSE IDENT_CURRENT('[{table}]') END";

    // A table that never had a row begins with the very number, any other with the one after it.
    protected override string KeepIdsSql(string table, long next) =>
        FormattableString.Invariant($"IF IDENT_CURRENT('[{table}]') < {next} DBCC CHECKIDENT ('[{table}]', RESEED, {next}) WITH NO_INFOMSGS");

    protected override string Quote(string name) => $"[{name}]";

    internal override async Task InsertRowsAsync<T>(ColumnPlan plan, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        using var table = new DataTable();
        foreach (var column in plan.Columns)
        {
            var mapping = column.Property.GetTypeMapping();
            var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            table.Columns.Add(column.Name, Nullable.GetUnderlyingType(type) ?? type);
        }
        foreach (var row in rows)
            table.Rows.Add([.. plan.Columns.Select(column => column.Read(row))]);
        using var copy = new SqlBulkCopy((SqlConnection)Connection, SqlBulkCopyOptions.KeepIdentity | SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)Transaction);
        copy.DestinationTableName = plan.Table;
        foreach (var column in plan.Columns)
            copy.ColumnMappings.Add(column.Name, column.Name);
        await copy.WriteToServerAsync(table, ct);
    }
}
