using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Importing;

/// <summary>Where the rows of one run belong: list, release and the change set under which they wait for publication.</summary>
internal sealed record StagingTarget(long BatchId, string AreaCode, ImportKind Kind, SourceList List, long ReleaseId, long ChangeSetId, bool IsDryRun)
{
    /// <summary>The list whose family ids the file uses.</summary>
    public SourceList KeyList => List.KeysOf();
}

/// <summary>A judged row with its cells as they came.</summary>
internal sealed record StagedRow(JudgedRow Judged, RawRecord Raw);

/// <summary>What an accepted row is beside what the release already said.</summary>
internal enum RowNews
{
    New,
    Changed,
    Same,
    ForReview,
}
