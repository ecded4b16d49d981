namespace TkpkdPortal.Access;

/// <summary>What the phone asks for by script: it is answered in JSON, and never sent to another page.</summary>
public static class FieldRequests
{
    public const string Root = "lapangan";

    public static bool Are(string? path) => path?.StartsWith($"/{Root}/", StringComparison.Ordinal) is true;
}
