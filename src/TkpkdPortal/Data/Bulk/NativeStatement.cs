using System.Runtime.InteropServices;

namespace TkpkdPortal.Data.Bulk;

/// <summary>
/// The calls of SQLite's library that are made a hundred times for each family, without the lock, the safe handle and the copy of each value that the provider makes of them.
/// </summary>
/// <remarks>
/// Limits, for whoever calls: the statement is alive and of a connection that no other thread uses meanwhile, so that nobody waits for its lock inside a call that the collector
/// waits for; a text or bytes lie still, in memory that the collector does not move, until the statement has run or got another value; and they are not empty, since a value of
/// no bytes at no address is NULL to SQLite. Opening, preparing, closing and errors stay with the provider, which has loaded the same library.
/// </remarks>
internal static class NativeStatement
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static extern int BindNull(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static extern int BindNumber(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    public static extern int BindDouble(nint statement, int index, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_zeroblob"), SuppressGCTransition]
    public static extern int BindZeros(nint statement, int index, int length);

    /// <summary>No <paramref name="destructor"/> (0) says that the bytes lie still: SQLite reads them where they are.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition]
    public static extern int BindBytes(nint statement, int index, nint bytes, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    public static extern int BindText(nint statement, int index, nint text, int length, nint destructor);

    /// <summary>Writes to the disk, and so leaves the collector free.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset")]
    public static extern int Reset(nint statement);
}
