namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// Held by the process that writes the embedded database, freed by the system when it ends however it ends. With the journal TRUNCATE several
/// processes share the file and the lock; one in WAL wants it alone, since the two journals must never meet.
/// </summary>
public sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or returns null while another process has it in a way that does not go with ours.</summary>
    public static DataDirectoryLock? TryTake(string dataDirectory, SqliteJournal journal)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new DataDirectoryLock(new FileStream(Path.Combine(dataDirectory, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                journal is SqliteJournal.Wal ? FileShare.None : FileShare.ReadWrite));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
