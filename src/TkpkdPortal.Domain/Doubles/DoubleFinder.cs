using System.Runtime.InteropServices;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>
/// Seeks families that stand in the register twice. No two are compared unless they answer one narrow question alike
/// (<see cref="BlockQuestion"/>), so a register ten times as large takes little more than ten times as long.
/// </summary>
public sealed class DoubleFinder(DoubleWeights weights)
{
    /// <summary>
    /// So many persons answer a question alike and are still compared with each other. Of more, each is compared with those of its own village; where even
    /// these are more, the question is too common to tell anybody apart, and is counted.
    /// </summary>
    public const int MostOfAKey = 400;

    /// <summary>So far below the threshold two members still support what others of their families say.</summary>
    private const int Support = 20;

    private readonly CompareTable _table = new();
    private readonly Dictionary<(int First, int Second), List<AlikePair>> _alike = [];

    public int Persons => _table.Count;

    /// <summary>Pairs of persons that were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Answers of persons that were too common to compare by them; the person's other answers have to find it.</summary>
    public int TooCommon { get; private set; }

    public void Add(ComparedFamily family) => _table.Add(family);

    /// <summary>All families that are alike enough, in the order of the register; the progress says how many of all questions are answered.</summary>
    public IEnumerable<FoundDouble> Find(Action<int, int>? onProgress = null, CancellationToken ct = default)
    {
        var questions = Enum.GetValues<BlockQuestion>();
        var score = new PairScore(_table, weights);
        var (keys, rows) = (new ulong[_table.Count * BlockKey.MostOfOne], new int[_table.Count * BlockKey.MostOfOne]);
        foreach (var (done, question) in questions.Index())
        {
            ct.ThrowIfCancellationRequested();
            onProgress?.Invoke(done, questions.Length);
            Compare(question, keys, rows, score, ct);
        }
        onProgress?.Invoke(questions.Length, questions.Length);
        return _alike.OrderBy(pair => pair.Key).Select(pair => Judge(pair.Value, score)).OfType<FoundDouble>();
    }

    private void Compare(BlockQuestion question, ulong[] keys, int[] rows, PairScore score, CancellationToken ct)
    {
        var count = 0;
        Span<ulong> own = stackalloc ulong[BlockKey.MostOfOne];
        for (var row = 0; row < _table.Count; row++)
        {
            foreach (var key in own[..BlockKey.Of(question, _table, row, own)])
                (keys[count], rows[count++]) = (key, row);
        }
        Array.Sort(keys, rows, 0, count);
        for (var (from, to) = (0, 0); from < count; from = to)
        {
            for (to = from + 1; to < count && keys[to] == keys[from];)
                to++;
            if (to - from > 1)
                CompareBlock(rows.AsSpan(from, to - from), score);
            if ((from & 0xfff) == 0)
                ct.ThrowIfCancellationRequested();
        }
    }

    private void CompareBlock(Span<int> block, PairScore score)
    {
        if (block.Length <= MostOfAKey)
        {
            CompareAll(block, score);
            return;
        }
        block.Sort((a, b) => (_table.HouseOf(_table[a]).Village, a).CompareTo((_table.HouseOf(_table[b]).Village, b)));
        for (var (from, to) = (0, 0); from < block.Length; from = to)
        {
            for (to = from + 1; to < block.Length && _table.HouseOf(_table[block[to]]).Village == _table.HouseOf(_table[block[from]]).Village;)
                to++;
            if (to - from <= MostOfAKey)
                CompareAll(block[from..to], score);
            else
                TooCommon += to - from;
        }
    }

    private void CompareAll(ReadOnlySpan<int> block, PairScore score)
    {
        for (var i = 0; i < block.Length; i++)
        {
            for (var j = i + 1; j < block.Length; j++)
                Compare(Math.Min(block[i], block[j]), Math.Max(block[i], block[j]), score);
        }
    }

    private void Compare(int one, int other, PairScore score)
    {
        ref readonly var a = ref _table[one];
        ref readonly var b = ref _table[other];
        // Two of one family are no double family: twins, and father and son of one name, live together.
        if (a.House == b.House || !(_table.HouseOf(a).IsFresh || _table.HouseOf(b).IsFresh))
            return;
        Compared++;
        var points = score.Of(one, other);
        if (points < weights.Threshold - Support)
            return;
        ref var pairs = ref CollectionsMarshal.GetValueRefOrAddDefault(_alike, (a.House, b.House), out _);
        pairs ??= new List<AlikePair>(1);
        if (!pairs.Exists(pair => pair.One == one && pair.Other == other))
            pairs.Add(new AlikePair(one, other, points));
    }

    private FoundDouble? Judge(List<AlikePair> pairs, PairScore score)
    {
        var best = pairs.OrderByDescending(pair => pair.Points).ThenBy(pair => pair.One).ThenBy(pair => pair.Other).First();
        var others = Math.Min(pairs.Select(pair => pair.One).Distinct().Count(), pairs.Select(pair => pair.Other).Distinct().Count()) - 1;
        var more = Math.Min(weights.OtherMembersMost, weights.OtherMember * others);
        var points = Math.Min(DoubleWeights.Most, best.Points + more);
        if (points < weights.Threshold)
            return null;
        score.Of(best.One, best.Other);
        List<ScorePart> parts = [.. score.Parts];
        if (more > 0)
            parts.Add(new ScorePart(DoublePart.OtherMembers, more));
        ref readonly var a = ref _table[best.One];
        ref readonly var b = ref _table[best.Other];
        var kind = parts.Exists(part => part.Part is DoublePart.SameNik or DoublePart.SameCard) ? DoubleKind.Number : others > 0 || (a.IsHead && b.IsHead) ? DoubleKind.Family : DoubleKind.Member;
        return _table.HouseOf(a).Id < _table.HouseOf(b).Id
            ? new FoundDouble(_table.HouseOf(a).Id, _table.HouseOf(b).Id, a.PersonId, b.PersonId, kind, points, parts)
            : new FoundDouble(_table.HouseOf(b).Id, _table.HouseOf(a).Id, b.PersonId, a.PersonId, kind, points, parts);
    }

    private readonly record struct AlikePair(int One, int Other, int Points);
}
