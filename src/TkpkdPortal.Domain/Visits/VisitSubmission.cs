namespace TkpkdPortal.Domain.Visits;

/// <summary>
/// Kiriman kunjungan: one revision of a visit that arrived from a phone, with the answer that it got. The same revision with the same body
/// gets the same answer for ever, whoever repeats it and however often.
/// </summary>
public sealed class VisitSubmission
{
    public const int HashLength = 32, AnswerMaxLength = 8000;

    private VisitSubmission() => (BodyHash, Answer) = ([], "");

    public VisitSubmission(Guid visitId, int revision, long userId, byte[] bodyHash, string answer, DateTime at) =>
        (VisitId, Revision, UserId, BodyHash, Answer, At) = (visitId, revision, userId, bodyHash, answer, at);

    public long Id { get; private set; }

    /// <summary>The visit by the id that the phone gave it.</summary>
    public Guid VisitId { get; private set; }

    public int Revision { get; private set; }

    public long UserId { get; private set; }

    /// <summary>Keyed hash of the body: unkeyed it would let a corrected number be tried out.</summary>
    public byte[] BodyHash { get; private set; }

    /// <summary>The answer as it was sent, byte for byte.</summary>
    public string Answer { get; private set; }

    public DateTime At { get; private set; }

    public bool IsRepeatedBy(ReadOnlySpan<byte> bodyHash) => bodyHash.SequenceEqual(BodyHash);
}
