using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Domain.Households;

/// <summary>
/// Aturan isian: where two sources differ in a field, the one that wins, with the reason. It changes nothing by itself: a person applies it to the differences that it fits, and what a visit
/// has verified stays. One rule at a time holds for a field and two sources; an ended one is kept, since decisions name it.
/// </summary>
public sealed class FieldRule : IHasPublicId, IHasVersion
{
    public const int ReasonMaxLength = 300;

    private FieldRule() => Reason = "";

    public FieldRule(HouseholdField field, SourceList? winner, SourceList? loser, string reason, long userId, DateTime at)
    {
        if (winner == loser)
            throw new ArgumentException("A source does not win over itself.", nameof(loser));
        PublicId = Guid.CreateVersion7();
        (Field, Winner, Loser, Reason, UserId, At) = (field, winner, loser, reason.Trim(), userId, at);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public HouseholdField Field { get; private set; }

    /// <summary>The list that wins; null for the register.</summary>
    public SourceList? Winner { get; private set; }

    public SourceList? Loser { get; private set; }

    public string Reason { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long? EndedById { get; private set; }

    public int Version { get; private set; }

    public bool Concerns(HouseholdField field, SourceList? one, SourceList? other) =>
        Field == field && ((Winner == one && Loser == other) || (Winner == other && Loser == one));

    public Outcome End(long userId, DateTime at)
    {
        if (EndedAt is not null)
            return Outcome.Refuse("Aturan ini sudah diakhiri.");
        (EndedAt, EndedById) = (at, userId);
        return Outcome.Accepted;
    }
}
