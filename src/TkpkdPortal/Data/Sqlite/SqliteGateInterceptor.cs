using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// Puts every write of every context through the gate: a transaction holds it until it ends, a single statement while it runs. A transaction
/// that is disposed without an end closes its connection, and that opens the gate again.
/// </summary>
public sealed class SqliteGateInterceptor(WriterGate gate) : DbCommandInterceptor, IDbTransactionInterceptor, IDbConnectionInterceptor
{
    private readonly ConcurrentDictionary<DbConnection, bool> _holders = new(ReferenceEqualityComparer.Instance);

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(connection, cancellationToken);
        return result;
    }

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result)
    {
        if (!_holders.ContainsKey(connection))
        {
            gate.Enter();
            _holders[connection] = true;
        }
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Ended(eventData);

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ended(eventData);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Ended(eventData);

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Ended(eventData);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            await EnterAsync(command.Connection!, cancellationToken);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result,
        CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return Task.CompletedTask;
    }

    private async Task EnterAsync(DbConnection connection, CancellationToken ct)
    {
        if (_holders.ContainsKey(connection))
            return;
        await gate.EnterAsync(ct);
        _holders[connection] = true;
    }

    private Task Ended(TransactionEndEventData eventData)
    {
        if (eventData.Context?.Database.GetDbConnection() is { } connection)
            Leave(connection);
        return Task.CompletedTask;
    }

    private void LeaveAfter(DbCommand command)
    {
        if (command.Transaction is null)
            Leave(command.Connection!);
    }

    private void Leave(DbConnection connection)
    {
        if (_holders.TryRemove(connection, out _))
            gate.Leave();
    }
}
