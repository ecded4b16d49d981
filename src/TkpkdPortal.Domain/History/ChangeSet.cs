namespace TkpkdPortal.Domain.History;

/// <summary>
/// One change of the register: who, when, from which source and why. Its rows are known from <see cref="KnownFrom"/> on;
/// while that is null (an import that is not published) nobody sees them.
/// </summary>
public sealed class ChangeSet : IHasPublicId
{
    public const int ReasonMaxLength = 300;

    private ChangeSet() => Reason = "";

    public ChangeSet(ChangeSource source, Guid? sourceId, string reason, long? userId)
    {
        PublicId = Guid.CreateVersion7();
        Source = source;
        SourceId = sourceId;
        Reason = reason;
        UserId = userId;
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public ChangeSource Source { get; private set; }

    /// <summary>The import batch or visit that caused it.</summary>
    public Guid? SourceId { get; private set; }

    public string Reason { get; private set; }

    public long? UserId { get; private set; }

    public DateTime? KnownFrom { get; private set; }

    public void BecomeKnown(DateTime utc)
    {
        if (KnownFrom is not null)
            throw new InvalidOperationException("A change set becomes known once.");
        KnownFrom = utc;
    }
}

/// <summary>Where a change of the register came from.</summary>
public enum ChangeSource
{
    Import = 1,
    Visit = 2,
    Page = 3,
    Demo = 4,
    FamilyEvent = 5,
    HandOver = 6,
    Proposal = 7,

    /// <summary>Two records of one family became one, or two again.</summary>
    Merge = 8,

    /// <summary>A published import was taken back.</summary>
    ImportUndone = 9,

    /// <summary>Somebody said what stands where sources differ, or took that back.</summary>
    FieldDecision = 10,

    /// <summary>Needs were judged anew, by new rules or because members have grown older.</summary>
    NeedRules = 11,
}
