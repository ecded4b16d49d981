using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TkpkdPortal.Data.Bulk;

/// <summary>
/// A prepared statement that is run again and again; each kind of value is written as Microsoft.Data.Sqlite writes it. A parameter keeps its value from one run to the next: a
/// number or nothing that is what it was, as with every second column of a file, is not told to SQLite again. Texts and bytes lie in memory of the statement's own until it has
/// run, from where SQLite copies them into its pages and nowhere else.
/// </summary>
internal sealed class BoundStatement : IDisposable
{
    // Two numbers that no column has stand for nothing, and for what has to be written each time.
    private const long Null = long.MinValue, Other = long.MinValue + 1;

    private const int BlockLength = 64 * 1024, GuidLength = 36, DayLength = 10, TimeMaxLength = 32;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;
    private readonly long[] _last;

    // Memory that never moves is given back to the system late: what one statement has done with, the next one takes.
    private static readonly ConcurrentQueue<byte[]> FreeBlocks = new();

    // A block is never grown, since SQLite knows where its values begin; a run that needs more takes another.
    private readonly List<byte[]> _blocks = [NewBlock()];
    private int _block, _used;

    public BoundStatement(sqlite3 database, string sql, int parameters)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        _handle = _statement.DangerousGetHandle();
        _last = new long[parameters + 1];
        // So they begin.
        Array.Fill(_last, Null);
    }

    public void Run()
    {
        var done = NativeStatement.Step(_handle);
        if (done != raw.SQLITE_DONE)
            Check(done);
        // It only says once more how the run went.
        _ = NativeStatement.Reset(_handle);
        (_block, _used) = (0, 0);
    }

    public void BindNull(int index)
    {
        if (_last[index] == Null)
            return;
        Check(NativeStatement.BindNull(_handle, index));
        _last[index] = Null;
    }

    public void Bind(int index, long value)
    {
        if (_last[index] == value && value > Other)
            return;
        Check(NativeStatement.BindNumber(_handle, index, value));
        _last[index] = value > Other ? value : Other;
    }

    public void Bind(int index, int value) => Bind(index, (long)value);

    public void Bind(int index, short value) => Bind(index, (long)value);

    public void Bind(int index, byte value) => Bind(index, (long)value);

    public void Bind(int index, bool value) => Bind(index, value ? 1L : 0L);

    public void Bind(int index, double value)
    {
        _last[index] = Other;
        Check(NativeStatement.BindDouble(_handle, index, value));
    }

    // No bytes at all would be bound as NULL.
    public void Bind(int index, byte[] value)
    {
        _last[index] = Other;
        if (value.Length == 0)
        {
            Check(NativeStatement.BindZeros(_handle, index, 0));
            return;
        }
        value.CopyTo(Space(value.Length));
        Check(NativeStatement.BindBytes(_handle, index, Address, value.Length, 0));
        _used += value.Length;
    }

    public void Bind(int index, string value) => BindText(index, Encoding.UTF8.GetBytes(value, Space(Encoding.UTF8.GetMaxByteCount(value.Length))));

    public void Bind(int index, Guid value)
    {
        var text = Space(GuidLength);
        value.TryFormat(text, out var written);
        Ascii.ToUpperInPlace(text[..written], out _);
        BindText(index, written);
    }

    public void Bind(int index, DateOnly value)
    {
        value.TryFormat(Space(DayLength), out var written, "O", CultureInfo.InvariantCulture);
        BindText(index, written);
    }

    public void Bind(int index, DateTime value)
    {
        value.TryFormat(Space(TimeMaxLength), out var written, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
        BindText(index, written);
    }

    public void Bind(int index, decimal value) => Bind(index, value.ToString("0.0###########################", CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _statement?.Dispose();
        foreach (var block in _blocks)
        {
            Array.Clear(block);
            if (block.Length == BlockLength)
                FreeBlocks.Enqueue(block);
        }
        _blocks.Clear();
    }

    private static byte[] NewBlock(int length = BlockLength) =>
        length == BlockLength && FreeBlocks.TryDequeue(out var free) ? free : GC.AllocateUninitializedArray<byte>(length, pinned: true);

    private nint Address => Marshal.UnsafeAddrOfPinnedArrayElement(_blocks[_block], _used);

    /// <summary>Room for a value behind those that this run has already; one that may turn out shorter gives the rest back.</summary>
    private Span<byte> Space(int most)
    {
        while (_blocks[_block].Length - _used < most)
        {
            (_block, _used) = (_block + 1, 0);
            if (_block == _blocks.Count)
                _blocks.Add(NewBlock(Math.Max(BlockLength, most)));
        }
        return _blocks[_block].AsSpan(_used, most);
    }

    // Of a text without letters the address of any byte tells that it is one: nothing of it is read.
    private void BindText(int index, int length)
    {
        _last[index] = Other;
        Check(NativeStatement.BindText(_handle, index, Address, length, 0));
        _used += length;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
