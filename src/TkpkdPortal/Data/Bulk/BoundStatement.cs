using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TkpkdPortal.Data.Bulk;

/// <summary>
/// A prepared statement that is run again and again; each kind of value is written as Microsoft.Data.Sqlite writes it. A parameter keeps its value from one run to the next: a
/// number or nothing that is what it was, as with every second column of a file, is not told to SQLite again.
/// </summary>
internal sealed class BoundStatement : IDisposable
{
    // Two numbers that no column has stand for nothing, and for what has to be written each time.
    private const long Null = long.MinValue, Other = long.MinValue + 1;

    private const int ShortText = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly long[] _last;

    public BoundStatement(sqlite3 database, string sql, int parameters)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        _last = new long[parameters + 1];
        // So they begin.
        Array.Fill(_last, Null);
    }

    public void Run()
    {
        var done = raw.sqlite3_step(_statement);
        if (done != raw.SQLITE_DONE)
            Check(done);
        raw.sqlite3_reset(_statement);
    }

    public void BindNull(int index)
    {
        if (_last[index] == Null)
            return;
        Check(raw.sqlite3_bind_null(_statement, index));
        _last[index] = Null;
    }

    public void Bind(int index, long value)
    {
        if (_last[index] == value && value > Other)
            return;
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        _last[index] = value > Other ? value : Other;
    }

    public void Bind(int index, int value) => Bind(index, (long)value);

    public void Bind(int index, short value) => Bind(index, (long)value);

    public void Bind(int index, byte value) => Bind(index, (long)value);

    public void Bind(int index, bool value) => Bind(index, value ? 1L : 0L);

    public void Bind(int index, double value)
    {
        _last[index] = Other;
        Check(raw.sqlite3_bind_double(_statement, index, value));
    }

    // No bytes at all would be bound as NULL.
    public void Bind(int index, byte[] value)
    {
        _last[index] = Other;
        Check(value.Length == 0 ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, value.AsSpan()));
    }

    public void Bind(int index, string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = most > ShortText ? ArrayPool<byte>.Shared.Rent(most) : null;
        var text = rented ?? stackalloc byte[ShortText];
        BindText(index, text[..Encoding.UTF8.GetBytes(value, text)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    public void Bind(int index, Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        BindText(index, text);
    }

    public void Bind(int index, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        BindText(index, text[..written]);
    }

    public void Bind(int index, DateTime value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var written, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
        BindText(index, text[..written]);
    }

    public void Bind(int index, decimal value) => Bind(index, value.ToString("0.0###########################", CultureInfo.InvariantCulture));

    public void Dispose() => _statement?.Dispose();

    // A text of no bytes would be bound as NULL.
    private void BindText(int index, ReadOnlySpan<byte> text)
    {
        _last[index] = Other;
        Check(text.IsEmpty ? raw.sqlite3_bind_text(_statement, index, "") : raw.sqlite3_bind_text(_statement, index, text));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
