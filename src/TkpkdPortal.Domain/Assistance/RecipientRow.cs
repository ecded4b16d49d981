using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>
/// What an OPD's file says of one recipient. Rows are immutable but for what they were matched with; the same fact delivered again with other
/// content supersedes the old row. Without a match it is listed, and found when the register has the person.
/// </summary>
public sealed class RecipientRow : IHasPublicId, IHasArea, IHoldsPersonalData
{
    public const int KeyLength = 32;

    public long Id { get; init; }

    public Guid PublicId { get; init; }

    /// <summary>Name of the release, as the order to load it says: "Triwulan I 2024".</summary>
    public required string ReleaseName { get; init; }

    public long BatchId { get; init; }

    public long ChangeSetId { get; init; }

    public long? SupersededById { get; set; }

    /// <summary>Record number in the file, as a spreadsheet shows it.</summary>
    public int RowNumber { get; init; }

    public long OpdId { get; init; }

    public required string Program { get; init; }

    public FundSource FundSource { get; init; }

    public required AidPeriod Period { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>Village that the file names.</summary>
    public required string AreaCode { get; init; }

    public SealedNumber? Nik { get; init; }

    public byte[]? NikIndex { get; init; }

    public decimal? Amount { get; init; }

    public string? Note { get; init; }

    public AidMark Marks { get; init; }

    /// <summary>Keyed hash of OPD, program, period, NIK and how often the file has said so before: which fact the row is, in every release.</summary>
    public required byte[] FactKey { get; init; }

    public required byte[] ContentHash { get; init; }

    /// <summary>The cells as they were delivered, sealed.</summary>
    public required byte[] SealedRaw { get; init; }

    /// <summary>The aid that was recorded for it; null while the register does not have the person.</summary>
    public long? InterventionId { get; set; }
}

/// <summary>Rows of one import that may be double aid, by their numbers; marked and never stopped.</summary>
public sealed class RecipientOverlap
{
    public const int RowsMaxLength = 400;

    private RecipientOverlap() => (Kind, Rows) = ("", "");

    public RecipientOverlap(long batchId, AidOverlap overlap)
    {
        (BatchId, Kind) = (batchId, overlap.Kind);
        var rows = string.Join(", ", overlap.Keys);
        Rows = rows.Length > RowsMaxLength ? rows[..(RowsMaxLength - 1)] + "…" : rows;
    }

    public long Id { get; private set; }

    public long BatchId { get; private set; }

    public string Kind { get; private set; }

    /// <summary>"29, 230".</summary>
    public string Rows { get; private set; }

    /// <summary>A bulk load reserves the keys of its rows.</summary>
    public RecipientOverlap WithId(long id)
    {
        Id = id;
        return this;
    }
}
