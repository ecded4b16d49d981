namespace TkpkdPortal.Domain.Meetings;

/// <summary>
/// Potret: every figure of a published pack as it was known at one instant, with the lists and rules behind it. Later corrections do not touch it; the pack that was printed from it is kept byte for byte. A
/// meeting whose pack is published again has several, numbered.
/// </summary>
public sealed class MeetingSnapshot : IHasPublicId
{
    public const int CodeMaxLength = 40, ListMaxLength = 200, RulesMaxLength = 200, ProgramMaxLength = 60, HashLength = 32;

    private MeetingSnapshot() => (Code, List, Rules, Program, Hash) = ("", "", "", "", []);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long MeetingId { get; private set; }

    /// <summary>1 is the first publication of the meeting's pack.</summary>
    public int Number { get; private set; }

    /// <summary>"PD-6408-20261120-01": stands on every page.</summary>
    public string Code { get; private set; }

    /// <summary>The instant up to which the figures count.</summary>
    public DateTime DataAt { get; private set; }

    /// <summary>Title of the list that ranks, or that there was none.</summary>
    public string List { get; private set; }

    /// <summary>Versions of the rules by which figures were found.</summary>
    public string Rules { get; private set; }

    /// <summary>Version of the portal that printed it; the same version prints the same bytes.</summary>
    public string Program { get; private set; }

    /// <summary>SHA-256 over the figures, printed in the pack.</summary>
    public byte[] Hash { get; private set; }

    public DateTime TakenAt { get; private set; }

    public long TakenById { get; private set; }

    public static MeetingSnapshot Take(CoordinationMeeting meeting, int number, SnapshotFacts facts, long userId, DateTime at) => new()
    {
        PublicId = Guid.CreateVersion7(),
        MeetingId = meeting.Id,
        Number = number,
        Code = facts.Code,
        DataAt = facts.DataAt,
        List = facts.List,
        Rules = facts.Rules,
        Program = facts.Program,
        Hash = facts.Hash,
        TakenAt = at,
        TakenById = userId,
    };
}

/// <summary>What a snapshot is of: its code, instant, list, rules, the portal's version and the hash.</summary>
public sealed record SnapshotFacts(string Code, DateTime DataAt, string List, string Rules, string Program, byte[] Hash);

/// <summary>The figures of a snapshot as JSON, and the pack that was printed from them, byte for byte.</summary>
public sealed class SnapshotContent
{
    public long SnapshotId { get; init; }

    public required byte[] Figures { get; init; }

    public required byte[] Pack { get; init; }

    /// <summary>The version for the public; null of packs that were published before there was one.</summary>
    public byte[]? PublicPack { get; init; }
}

/// <summary>The minutes of a meeting, byte for byte as they were when it was closed.</summary>
public sealed class MeetingMinutes
{
    public long MeetingId { get; init; }

    public required byte[] Content { get; init; }
}
