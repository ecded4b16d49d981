using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>The connections that nobody uses just now; each is lent to one request, job or verb at a time.</summary>
public sealed class ConnectionShelf(string connectionString) : IDisposable
{
    // As many as work at once on a busy server; each keeps its own pages of the file in memory.
    private const int MostKept = 16;

    private readonly ConcurrentStack<KeptConnection> _free = new();
    private volatile bool _isClosed;

    internal KeptConnection Take() => _free.TryPop(out var connection) ? connection : Made();

    internal void GiveBack(KeptConnection connection)
    {
        // One that was left open may still be in the middle of something.
        if (_isClosed || connection.State is not ConnectionState.Closed || _free.Count >= MostKept)
            connection.End();
        else
            _free.Push(connection);
    }

    // SQLite has no decimal numbers. EF Core teaches them to a connection that the options name, with each context again; ours are told once and keep it.
    private KeptConnection Made()
    {
        var connection = new KeptConnection(connectionString);
        using var teacher = new DbContext(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        teacher.Database.GetDbConnection();
        return connection;
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_free.TryPop(out var connection))
            connection.End();
    }
}

/// <summary>The connection of one scope, given back when the scope ends.</summary>
public sealed class LentConnection(ConnectionShelf shelf) : IDisposable
{
    private KeptConnection? _connection;

    internal KeptConnection Connection => _connection ??= shelf.Take();

    public void Dispose()
    {
        if (_connection is not null)
            shelf.GiveBack(_connection);
        _connection = null;
    }
}

/// <summary>Gives a query the statement that its text was prepared to before.</summary>
public sealed class StatementInterceptor : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        eventData is { CommandSource: CommandSource.LinqQuery, Connection: KeptConnection connection } && result is SqliteCommand command ? connection.Prepared(command) : result;
}
