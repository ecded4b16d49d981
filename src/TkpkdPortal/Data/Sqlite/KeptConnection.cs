using System.Data;
using Microsoft.Data.Sqlite;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// A connection that stays open behind its closing, and its statements prepared behind their disposing: SQLite takes longer to read the SQL of a
/// page, with all that the filters add, than to answer it. To whoever uses it it opens and closes as any other.
/// </summary>
public sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostStatements = 100;

    private readonly Dictionary<string, KeptCommand> _idle = new(StringComparer.Ordinal);
    private bool _isOpen, _isEnding;
    private long _uses;

    public override ConnectionState State => _isOpen ? base.State : ConnectionState.Closed;

    public override void Open()
    {
        _isOpen = true;
        try
        {
            if (base.State is not ConnectionState.Open)
                base.Open();
        }
        catch
        {
            _isOpen = false;
            throw;
        }
    }

    /// <summary>What was not committed is rolled back, as at any closing.</summary>
    public override void Close()
    {
        if (_isEnding)
            base.Close();
        else
            Transaction?.Dispose();
        _isOpen = false;
    }

    /// <summary>Closes in earnest.</summary>
    internal void End()
    {
        (_isEnding, _isOpen) = (true, base.State is ConnectionState.Open);
        Dispose();
    }

    /// <summary>The same command with the statement of its last use, and what is given to it now.</summary>
    internal SqliteCommand Prepared(SqliteCommand fresh)
    {
        if (!_idle.Remove(fresh.CommandText, out var command))
            command = new KeptCommand(fresh.CommandText, this);
        (command.Transaction, command.CommandTimeout) = (fresh.Transaction, fresh.CommandTimeout);
        foreach (SqliteParameter parameter in fresh.Parameters)
            command.Parameters.Add(parameter);
        fresh.Dispose();
        return command;
    }

    private bool Keep(KeptCommand command)
    {
        if (_isEnding || !_idle.TryAdd(command.CommandText, command))
            return false;
        command.Parameters.Clear();
        (command.Transaction, command.LastUse) = (null, ++_uses);
        if (_idle.Count > MostStatements && _idle.Values.MinBy(idle => idle.LastUse) is { } oldest)
        {
            _idle.Remove(oldest.CommandText);
            oldest.End();
        }
        return true;
    }

    private sealed class KeptCommand(string text, KeptConnection owner) : SqliteCommand(text, owner)
    {
        public long LastUse { get; set; }

        public void End() => base.Dispose(disposing: true);

        protected override void Dispose(bool disposing)
        {
            if (!disposing || !owner.Keep(this))
                base.Dispose(disposing);
        }
    }
}
