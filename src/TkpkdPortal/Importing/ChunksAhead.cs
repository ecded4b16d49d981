using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing;

/// <summary>
/// Reads a file chunk by chunk ahead of whoever writes it: while one chunk is written the next is sealed and made, and the one after it is read and judged. Each of the two is done
/// for one chunk after the other, in the file's order.
/// </summary>
internal sealed class ChunksAhead(IEnumerator<RawRecord> records, Func<RawRecord, JudgedRow> judge, Func<List<(JudgedRow Judged, RawRecord Raw)>, StagedChunk> prepare, int ahead)
{
    // A chunk is what a transaction writes: small at first, so that the progress is seen and a short file goes in steps, then growing with the file, since each costs the
    // disk a flush and every index the pages that it touches.
    private const int Least = 500, Most = 2_000, ChunksSoFar = 10;

    private readonly Queue<Task<StagedChunk>> _coming = new();
    private Task<List<(JudgedRow, RawRecord)>> _read = Task.FromResult<List<(JudgedRow, RawRecord)>>([]);
    private Task<StagedChunk> _prepared = Task.FromResult(new StagedChunk([], null));
    private int _soFar;

    /// <summary>The next chunk; one without rows is the end.</summary>
    public Task<StagedChunk> NextAsync()
    {
        while (_coming.Count <= ahead)
            _coming.Enqueue(Begin());
        return _coming.Dequeue();
    }

    /// <summary>Waits until nobody reads on in a file that is about to be closed, whatever broke off.</summary>
    public Task EndAsync() => Task.WhenAll(Task.WhenAny(_read), Task.WhenAny(_prepared));

    private Task<StagedChunk> Begin() => _prepared = PrepareAfterAsync(_prepared, _read = ReadAfterAsync(_read));

    private async Task<List<(JudgedRow, RawRecord)>> ReadAfterAsync(Task before)
    {
        await before;
        return await Task.Run(() =>
        {
            var most = Math.Clamp(_soFar / ChunksSoFar, Least, Most);
            var rows = new List<(JudgedRow, RawRecord)>(most);
            while (rows.Count < most && records.MoveNext())
                rows.Add((judge(records.Current), records.Current));
            _soFar += rows.Count;
            return rows;
        });
    }

    private async Task<StagedChunk> PrepareAfterAsync(Task before, Task<List<(JudgedRow, RawRecord)>> read)
    {
        await before;
        var rows = await read;
        return await Task.Run(() => prepare(rows));
    }
}
