using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>
/// A moment at which the process is killed: when it is seen to come, and what the file must show afterwards, so that a kill that came too
/// early or too late is known and done again.
/// </summary>
internal sealed record KillPoint(Func<ImportProgress, int, bool> HasCome, Func<ImportProgress, bool> WasHit)
{
    private const int StagedPoints = 24, IndexesPutAside = 4;

    /// <summary>What is visible afterwards.</summary>
    public int Visible { get; private init; }

    /// <summary>Where a list is killed that comes into an empty office.</summary>
    public static IReadOnlyDictionary<string, KillPoint> OfFirstRelease { get; } = new Dictionary<string, KillPoint>(
    [
        new("before the file is queued", new((_, _) => true, now => now.State is null)),
        new("before the first row is staged", new((now, _) => now.State is not null, now => now is { State: ImportState.Queued or ImportState.Staging, StagedRows: 0 })),
        .. (UndisturbedImport.IsFull ? Enumerable.Range(0, StagedPoints).Select(point => 100 * point / StagedPoints) : [30, 80]).Select(percent =>
            KeyValuePair.Create($"after {percent} per cent of the rows", Staged(Math.Max(1, UndisturbedImport.Families / 100 * percent)))),
        .. UndisturbedImport.IsFull ? Enumerable.Range(1, IndexesPutAside).Select(left => KeyValuePair.Create($"while {left} indexes are still to be made", IndexesLeft(left))) : [],
        new("after the last row", new((now, _) => now.StagedRows == UndisturbedImport.Families, now => now.State is ImportState.Staging && now.StagedRows == UndisturbedImport.Families)),
        new("as publication begins", new((now, _) => now.State is ImportState.Publishing, IsPublishing)),
        new("inside the publishing transaction", new((now, process) => now.State is ImportState.Publishing && ImportDatabase.IsWriting(process), IsPublishing)),
        new("after publication, before the verb has answered", new((now, _) => now.State is ImportState.Published, now => now.State is ImportState.Published) { Visible = UndisturbedImport.Families }),
    ]);

    /// <summary>A release that changes what is there takes its time to be published: killed so many hundredths after its beginning.</summary>
    public static KillPoint InPublication { get; } = new((now, _) => now.State is ImportState.Publishing, IsPublishing);

    public static IReadOnlyList<int> PercentsOfPublication { get; } = UndisturbedImport.IsFull ? [.. Enumerable.Range(0, 16).Select(point => 5 * point)] : [10, 50];

    private static bool IsPublishing(ImportProgress now) => now.State is ImportState.Publishing;

    private static KillPoint Staged(int rows) =>
        new((now, _) => now.StagedRows >= rows, now => now.State is ImportState.Staging && now.StagedRows >= rows && now.StagedRows < UndisturbedImport.Families);

    private static KillPoint IndexesLeft(int left) => new((now, _) => now.IndexesPutAside == left && now.StagedRows == UndisturbedImport.Families,
        now => now.State is ImportState.Staging && now.IndexesPutAside == left && now.StagedRows == UndisturbedImport.Families);
}
