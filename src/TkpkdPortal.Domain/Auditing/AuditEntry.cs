namespace TkpkdPortal.Domain.Auditing;

/// <summary>
/// One line of the audit: who did what to which record, when, and what was refused. Entries are only ever appended; each carries a keyed
/// hash over itself and the one before, so that a changed, missing or inserted line shows. It never holds a personal number.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionMaxLength = 60, SubjectMaxLength = 60, ActorMaxLength = 256, DetailMaxLength = 4000, TraceMaxLength = 64;

    public const int HashLength = 32;

    private AuditEntry() => (Action, Actor, Hash, PreviousHash) = ("", "", [], []);

    public AuditEntry(string action, string actor, long? userId)
        : this() => (Action, Actor, UserId) = (action, actor, userId);

    public long Id { get; private set; }

    /// <summary>Place in the chain, from 1 without a gap.</summary>
    public long Sequence { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Account, and for a verb the operating-system user behind it.</summary>
    public string Actor { get; private set; }

    public long? UserId { get; private set; }

    public string Action { get; private set; }

    public string? Subject { get; init; }

    public Guid? SubjectId { get; init; }

    public string? AreaCode { get; init; }

    public Guid? ChangeSetId { get; init; }

    /// <summary>Names of changed fields, counts, reason; JSON.</summary>
    public string? Detail { get; init; }

    public string? TraceId { get; init; }

    public byte[] PreviousHash { get; private set; }

    public byte[] Hash { get; private set; }

    /// <summary>Puts the entry at the end of the chain.</summary>
    public void Chain(long sequence, DateTime at, byte[] previousHash, Func<AuditEntry, byte[]> hash)
    {
        (Sequence, At, PreviousHash) = (sequence, at, previousHash);
        Hash = hash(this);
    }

    /// <summary>The text that the hash covers: every field, in a fixed order, with lengths so that no two entries share one.</summary>
    public string Canonical()
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        string?[] fields =
        [
            Sequence.ToString(culture), At.Ticks.ToString(culture), Actor, UserId?.ToString(culture), Action, Subject, SubjectId?.ToString("N"),
            AreaCode, ChangeSetId?.ToString("N"), Detail, TraceId,
        ];
        return string.Concat(fields.Select(field => field is null ? "-;" : FormattableString.Invariant($"{field.Length}:{field};")));
    }
}

/// <summary>The end of the audit chain; its one row is locked by every writer, so that two nodes append one after the other.</summary>
public sealed class AuditHead
{
    public const long TheOnlyId = 1;

    private AuditHead() => Hash = [];

    public long Id { get; private set; }

    public long Sequence { get; private set; }

    public byte[] Hash { get; private set; }

    public void MoveTo(AuditEntry last) => (Sequence, Hash) = (last.Sequence, last.Hash);
}
