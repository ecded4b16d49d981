using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>Where the rows of one run belong: list, release and the change set under which they wait for publication.</summary>
internal sealed record StagingTarget(long BatchId, string AreaCode, ImportKind Kind, SourceList List, long ReleaseId, long ChangeSetId, bool IsDryRun)
{
    /// <summary>The list whose family ids the file uses.</summary>
    public SourceList KeyList => List.KeysOf();
}

/// <summary>A judged row with its cells as they came, and what can be known of it before the register is asked: both hashes are keyed.</summary>
internal sealed record StagedRow(JudgedRow Judged, RawRecord Raw, byte[] Hash, byte[]? NikIndex)
{
    /// <summary>What is stored of it sealed; made ahead where nearly every row will be stored.</summary>
    public SealedFamily? Sealed { get; set; }
}

/// <summary>Rows that are staged in one transaction, and what they most probably bring to the register, where it could be made ahead.</summary>
internal sealed record StagedChunk(List<StagedRow> Rows, MadeFamilies? Made);

/// <summary>The numbers and cells of a family's row sealed for the row, and the number of its head sealed for the person that it may become.</summary>
internal sealed record SealedFamily(Guid PublicId, IndexedNumber? Nik, IndexedNumber? Card, byte[] Raw, Guid HeadId, IndexedNumber? HeadNik);

/// <summary>What an accepted row is beside what the release already said.</summary>
internal enum RowNews : byte
{
    /// <summary>The row was not accepted, or is none.</summary>
    None,
    New,
    Changed,
    Same,
    ForReview,
}
