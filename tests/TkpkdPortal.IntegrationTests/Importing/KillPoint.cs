using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>
/// A moment at which the process is killed: when it is seen to come, and what the file must show afterwards, so that a kill that came too
/// early or too late is known and done again.
/// </summary>
internal sealed record KillPoint(Func<ImportProgress, int, bool> HasCome, Func<ImportProgress, bool> WasHit)
{
    public const int Families = 5_000;

    /// <summary>What is visible afterwards.</summary>
    public int Visible { get; private init; }

    public static IReadOnlyDictionary<string, KillPoint> All { get; } = new Dictionary<string, KillPoint>
    {
        ["before the file is queued"] = new((_, _) => true, now => now.State is null),
        ["before the first row is staged"] = new((now, _) => now.State is not null, now => now is { State: ImportState.Queued or ImportState.Staging, StagedRows: 0 }),
        ["after the first rows"] = Staged(1),
        ["after a third"] = Staged(1_600),
        ["after two thirds"] = Staged(3_300),
        ["before the last rows"] = Staged(4_200),
        ["after the last row"] = new((now, _) => now is { StagedRows: Families }, now => now is { State: ImportState.Staging, StagedRows: Families }),
        ["as publication begins"] = new((now, _) => now.State is ImportState.Publishing, now => now is { State: ImportState.Publishing, StagedRows: Families }),
        ["inside the publishing transaction"] = new((now, process) => now.State is ImportState.Publishing && ImportDatabase.IsWriting(process),
            now => now is { State: ImportState.Publishing, StagedRows: Families }),
        ["after publication, before the verb has answered"] = new((now, _) => now.State is ImportState.Published, now => now.State is ImportState.Published) { Visible = Families },
    };

    private static KillPoint Staged(int rows) =>
        new((now, _) => now.StagedRows >= rows, now => now.State is ImportState.Staging && now.StagedRows >= rows && now.StagedRows < Families);
}
