using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Waiting;

/// <summary>One thing that waits: what and where it is, since when, and for whom where that is somebody else.</summary>
public sealed record WaitingItem
{
    public required WaitingKind Kind { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? AreaCode { get; init; }

    /// <summary>Who wrote it, or what it belongs to.</summary>
    public string? From { get; init; }

    /// <summary>What is asked for: why a visit came back.</summary>
    public string? Note { get; init; }

    /// <summary>Null where only the day is known.</summary>
    public DateTime? SinceAt { get; init; }

    /// <summary>Day since which it waits, at the office.</summary>
    public DateOnly Since { get; init; }

    public int Days { get; init; }

    /// <summary>Whom it waits for; null for the reader.</summary>
    public string? WaitsFor { get; init; }

    public string Path => Kind.Path(Id);

    /// <summary>Last day to answer, where the law counts in working days.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Last instant to answer, where the law sets one.</summary>
    public DateTime? DueAt => Kind is WaitingKind.SubjectRequest ? SinceAt + SubjectRequest.TimeToAnswer : null;
}

/// <summary>How many of a kind wait.</summary>
public sealed record WaitingCount(WaitingKind Kind, int Count);
