using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Data.Bulk;

/// <summary>
/// Writes many rows of one table without tracking them, inside the transaction that is open. Together with the migrations this folder is the
/// only place with SQL of its own. The area of every row is checked here as the change writer checks it for pages.
/// </summary>
public abstract class BulkWriter(PortalDbContext db)
{
    protected PortalDbContext Db => db;

    protected DbConnection Connection => db.Database.GetDbConnection();

    protected DbTransaction Transaction =>
        (db.Database.CurrentTransaction ?? throw new InvalidOperationException("Bulk writing needs an open transaction.")).GetDbTransaction();

    public static BulkWriter For(PortalDbContext db) => db.Database.IsSqlite() ? new SqliteBulkWriter(db) : new SqlServerBulkWriter(db);

    /// <summary>The first of so many ids that nobody else will get while the transaction is open.</summary>
    public async Task<long> ReserveIdsAsync<T>(CancellationToken ct)
    {
        await using var command = Command(LastIdSql(ColumnPlan.Of<T>(db).Table));
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct) ?? 0L, System.Globalization.CultureInfo.InvariantCulture) + 1;
    }

    /// <summary>
    /// Keeps the ids below the given one for rows that are written only after this transaction: whoever adds a row in between gets a later one.
    /// </summary>
    public async Task KeepIdsBelowAsync<T>(long next, CancellationToken ct)
    {
        await using var command = Command(KeepIdsSql(ColumnPlan.Of<T>(db).Table, next));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Inserts the rows under the ids they carry.</summary>
    public Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        RefuseOutsideScope(rows);
        return rows.Count == 0 ? Task.CompletedTask : InsertRowsAsync(ColumnPlan.Of<T>(db), rows, ct);
    }

    /// <summary>Writes all columns of existing rows; a row whose version has moved since it was read stops everything.</summary>
    public async Task UpdateAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class, IHasVersion
    {
        RefuseOutsideScope(rows);
        if (rows.Count == 0)
            return;
        var plan = ColumnPlan.Of<T>(db);
        var set = plan.Columns.Where(column => column.Name is not (nameof(IHasVersion.Version) or "Id")).ToList();
        await using var command = Command($"UPDATE {Quote(plan.Table)} SET {string.Join(", ", set.Select((column, i) => $"{Quote(column.Name)} = @p{i}"))}, "
            + $"{Quote("Version")} = @version + 1 WHERE {Quote("Id")} = @id AND {Quote("Version")} = @version{OwnArea(plan)}");
        var parameters = set.Select((column, i) => AddParameter(command, $"@p{i}", column)).ToList();
        var id = AddParameter(command, "@id", plan.Columns.Single(column => column.Name == "Id"));
        var version = AddParameter(command, "@version", plan.Columns.Single(column => column.Name == "Version"));
        AddOwnArea(command, plan);
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            for (var i = 0; i < set.Count; i++)
                parameters[i].Value = set[i].Read(row);
            (id.Value, version.Value) = (plan.Columns.Single(column => column.Name == "Id").Read(row), row.Version);
            if (await command.ExecuteNonQueryAsync(ct) != 1)
                throw new DbUpdateConcurrencyException($"A row of {plan.Table} changed while the import was published.");
        }
    }

    /// <summary>
    /// Brings back the rows of a list that one change set replaced, as new rows of another: what was known in between stays, and what held before holds again. Sealed numbers
    /// go along, since a copy keeps the public id under which they are sealed. Refused where a row lies outside the scope.
    /// </summary>
    public async Task RestoreAsync<T>(long supersededById, long changeSetId, CancellationToken ct)
        where T : ListedRow
    {
        var replaced = db.Set<T>().IgnoreQueryFilters([FilterNames.Area]).Where(row => row.SupersededById == supersededById);
        if (await replaced.CountAsync(ct) != await db.Set<T>().CountAsync(row => row.SupersededById == supersededById, ct))
            throw new History.OutsideScopeException(typeof(T).Name);
        var plan = ColumnPlan.Of<T>(db);
        var columns = plan.Columns.Where(column => column.Name is not nameof(ListedRow.Id)).ToList();
        string Value(ColumnPlan.Column column) => column.Name switch
        {
            nameof(ListedRow.ChangeSetId) => "@change",
            nameof(ListedRow.SupersededById) => "NULL",
            nameof(ListedRow.RestoredFromId) => $"COALESCE({Quote(nameof(ListedRow.RestoredFromId))}, {Quote(nameof(ListedRow.ChangeSetId))})",
            _ => Quote(column.Name),
        };
        await using var command = Command($"INSERT INTO {Quote(plan.Table)} ({string.Join(", ", columns.Select(column => Quote(column.Name)))}) "
            + $"SELECT {string.Join(", ", columns.Select(Value))} FROM {Quote(plan.Table)} WHERE {Quote(nameof(ListedRow.SupersededById))} = @replaced ORDER BY {Quote(nameof(ListedRow.Id))}");
        AddParameter(command, "@change", plan.Columns.Single(column => column.Name is nameof(ListedRow.ChangeSetId))).Value = changeSetId;
        AddParameter(command, "@replaced", plan.Columns.Single(column => column.Name is nameof(ListedRow.ChangeSetId))).Value = supersededById;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Makes room for a load of many rows, as far as the database lets a connection ask for it; outside a transaction.</summary>
    public virtual Task ExpectManyAsync(bool expected, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Selects the last id the table has given out.</summary>
    protected abstract string LastIdSql(string table);

    /// <summary>Moves the table on to where it gives out no id below the next one.</summary>
    protected abstract string KeepIdsSql(string table, long next);

    protected abstract string Quote(string name);

    internal abstract Task InsertRowsAsync<T>(ColumnPlan plan, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class;

    protected DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        // Only names from the model and parameters are ever put into it.
        command.CommandText = sql;
        command.Transaction = Transaction;
        return command;
    }

    internal static DbParameter AddParameter(DbCommand command, string name, ColumnPlan.Column column)
    {
        var mapping = (RelationalTypeMapping)column.Property.GetTypeMapping();
        var parameter = mapping.CreateParameter(command, name, null, nullable: true);
        command.Parameters.Add(parameter);
        return parameter;
    }

    // What the row was must lie in the scope as well as what it becomes.
    private string OwnArea(ColumnPlan plan) => plan.Find(nameof(IHasArea.AreaCode)) is not { } area ? ""
        : $" AND ({string.Join(" OR ", Db.Scope.Ranges.Select((_, i) => $"({Quote(area.Name)} >= @from{i} AND {Quote(area.Name)} < @to{i})"))})";

    private void AddOwnArea(DbCommand command, ColumnPlan plan)
    {
        if (plan.Find(nameof(IHasArea.AreaCode)) is not { } area)
            return;
        foreach (var (i, range) in Db.Scope.Ranges.Index())
        {
            AddParameter(command, $"@from{i}", area).Value = range.From;
            AddParameter(command, $"@to{i}", area).Value = range.To;
        }
    }

    private void RefuseOutsideScope<T>(IEnumerable<T> rows)
    {
        if (typeof(IHasArea).IsAssignableFrom(typeof(T)) && rows.Cast<IHasArea>().Any(row => !db.Scope.Covers(row.AreaCode)))
            throw new History.OutsideScopeException(typeof(T).Name);
    }
}
