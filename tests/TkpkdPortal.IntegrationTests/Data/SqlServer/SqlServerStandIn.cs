using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>
/// Stands where a SQL Server would: no connection is opened and no command sent. The text of every command is kept; queries are answered from
/// the tape, and statements that save with what SQL Server would return for them.
/// </summary>
internal sealed class SqlServerStandIn(CommandTape tape, CommandTape startTape, IReadOnlyList<string> migrations) : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    private readonly SavedRows _saved = new();

    public ConcurrentDictionary<string, CommandSource> Statements { get; } = new(StringComparer.Ordinal);

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new StandInTransaction(connection, eventData.IsolationLevel)));

    public ValueTask<InterceptionResult> CreatingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult> RollingBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default) => ValueTask.FromResult(InterceptionResult.Suppress());

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new StandInCommand());

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command, eventData);
        var reader = eventData.CommandSource switch
        {
            CommandSource.Migrations => new ResultReader(new ResultRows(["MigrationId", "ProductVersion"], [.. migrations.Select(migration => new object[] { migration, "10.0" })])),
            CommandSource.SaveChanges => new ResultReader(_saved.ResultsOf(command.CommandText)),
            _ => new ResultReader(Answer(ResultRows.Empty)),
        };
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(reader));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Keep(command, eventData);
        var rows = eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete ? Answer(0) : 0;
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(rows));
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result,
        CancellationToken cancellationToken = default)
    {
        Keep(command, eventData);
        return ValueTask.FromResult(InterceptionResult<object>.SuppressWithResult(1));
    }

    private T Answer<T>(T otherwise) => (startTape.IsStarting ? startTape : tape).Next(otherwise);

    private void Keep(DbCommand command, CommandEventData eventData) => Statements.TryAdd(command.CommandText, eventData.CommandSource);
}
