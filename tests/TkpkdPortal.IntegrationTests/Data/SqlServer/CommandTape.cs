using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>
/// What the database of one portal answered, in order, so that another portal can be given the same answers to the same questions. It runs
/// while a portal starts and while it answers a request; what its workers or the test itself ask in between is not on it.
/// </summary>
public sealed class CommandTape
{
    private static readonly HttpContextAccessor Http = new();

    private readonly ConcurrentQueue<object> _answers = new();

    public bool IsStarting { get; private set; } = true;

    public bool IsRunning => IsStarting || Http.HttpContext is not null;

    public int Left => _answers.Count;

    /// <summary>A question that was not asked of the recorded portal.</summary>
    public int Missed { get; private set; }

    public void Record(object answer) => _answers.Enqueue(answer);

    public void EndStart() => IsStarting = false;

    public void Clear()
    {
        _answers.Clear();
        Missed = 0;
    }

    public CommandTape Copy()
    {
        var copy = new CommandTape();
        foreach (var answer in _answers)
            copy.Record(answer);
        return copy;
    }

    public T Next<T>(T otherwise)
    {
        if (IsRunning && _answers.TryDequeue(out var answer))
            return (T)answer;
        if (IsRunning)
            Missed++;
        return otherwise;
    }
}
