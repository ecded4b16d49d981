namespace TkpkdPortal.Demo;

/// <summary>
/// The system's clock, except for the flow that fills a demo office: it lives through the past weeks, so that the demo has a history to ask
/// about. Never registered in Production.
/// </summary>
public sealed class DemoTime : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Pretended = new();

    public override DateTimeOffset GetUtcNow() => Pretended.Value ?? base.GetUtcNow();

    /// <summary>From here on, in this flow only, it is that time.</summary>
    public static void Pretend(DateTime utc) => Pretended.Value = utc;

    public static void Return() => Pretended.Value = null;
}
