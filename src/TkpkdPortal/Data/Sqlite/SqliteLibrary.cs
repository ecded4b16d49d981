using SQLitePCL;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>What SQLite's library is told once for the whole process.</summary>
internal static class SqliteLibrary
{
    private const int MemoryStatistics = 9;

    /// <summary>
    /// Nobody asks how much memory SQLite has in hand, and to count it takes a lock of the whole process for each allocation. Heard only before the first connection; whoever comes
    /// later, as a test that has opened one of its own, is refused and loses nothing but time.
    /// </summary>
    public static void Prepare()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MemoryStatistics, 0);
    }
}
