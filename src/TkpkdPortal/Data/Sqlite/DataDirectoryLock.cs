namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// Held by the process that writes the embedded database, freed by the system when it ends however it ends. With the journal TRUNCATE several
/// processes may share the file and nobody holds it.
/// </summary>
public sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream? _file;

    private DataDirectoryLock(FileStream? file) => _file = file;

    /// <summary>Takes the lock, or returns null while another process has it.</summary>
    public static DataDirectoryLock? TryTake(string dataDirectory, SqliteJournal journal)
    {
        if (journal is SqliteJournal.Truncate)
            return new DataDirectoryLock(null);
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new DataDirectoryLock(new FileStream(Path.Combine(dataDirectory, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();
}
