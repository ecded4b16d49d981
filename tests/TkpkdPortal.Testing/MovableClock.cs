namespace TkpkdPortal.Testing;

/// <summary>The system's clock, which a test moves ahead instead of waiting.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Pass(TimeSpan time) => _ahead += time;
}
