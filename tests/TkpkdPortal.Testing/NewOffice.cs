using System.Collections.Concurrent;

namespace TkpkdPortal.Testing;

/// <summary>
/// An office as the portal leaves it after its first start, made once in a test run and copied for each test: migrating and filling the reference tables is a third of
/// what a test portal costs. The migrations themselves are tested by the verbs and by the tests of the start, which take no copy.
/// </summary>
internal static class NewOffice
{
    private static readonly ConcurrentDictionary<string, Lazy<TempDirectory>> Made = new(StringComparer.Ordinal);

    static NewOffice() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var made in Made.Values)
            made.Value.Dispose();
    };

    /// <summary>A directory with the office's data and keys in it.</summary>
    public static TempDirectory Copy(string office) => Made.GetOrAdd(office, code => new(() => Make(code))).Value.Copy();

    private static TempDirectory Make(string office)
    {
        var place = new TempDirectory();
        TestPortal.MakeOffice(place, office);
        Directory.Delete(Path.Combine(place["data"], "logs"), recursive: true);
        return place;
    }
}
