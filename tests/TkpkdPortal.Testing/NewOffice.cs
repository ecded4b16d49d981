using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Xunit;

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
        var data = place["data"];
        Assert.True(SpinWait.SpinUntil(() => HasEnded(data), TimeSpan.FromSeconds(30)), "The first start of the office did not end.");
        Directory.Delete(Path.Combine(data, "logs"), recursive: true);
        PutIntoOneFile(Path.Combine(data, "portal.db"));
        return place;
    }

    // The portal leaves its journal beside the file when it ends.
    private static void PutIntoOneFile(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", connection);
        command.ExecuteNonQuery();
    }

    // The portal's own thread may still be closing after its host has ended: then it holds the lock.
    private static bool HasEnded(string data)
    {
        try
        {
            using var held = File.Open(Path.Combine(data, "portal.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
