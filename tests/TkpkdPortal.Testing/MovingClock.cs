namespace TkpkdPortal.Testing;

/// <summary>A clock that stands still until a test moves it; timers go on with the real one.</summary>
public sealed class MovingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
