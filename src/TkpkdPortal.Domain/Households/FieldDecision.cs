using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Domain.Households;

/// <summary>Whose value somebody chose where two sources say different things of one field.</summary>
public enum ChosenSide
{
    First = 1,
    Second = 2,

    /// <summary>Neither of two lists: what the register has stands.</summary>
    Register = 3,
}

/// <summary>
/// Putusan isian: of one field of one household somebody has said which of two differing values stands, with the reason. The same two values are never asked about again, whichever release
/// brings them; another value is. It can be taken back, and both acts stay to be read.
/// </summary>
public sealed class FieldDecision : IHasPublicId, IHasVersion, IHoldsPersonalData
{
    public const int ReasonMaxLength = 300, ValueMaxLength = HouseholdFacts.AddressMaxLength;

    private FieldDecision() => (FirstValue, SecondValue, Value, Former, Reason) = ("", "", "", "", "");

    private FieldDecision(Household household, MisalignedField seen, ChosenSide chosen, string reason, long userId, DateTime at)
        : this()
    {
        (PublicId, HouseholdId, Field) = (Guid.CreateVersion7(), household.Id, seen.Field);
        (FirstList, SecondList, FirstValue, SecondValue) = (seen.FirstList, seen.SecondList, seen.FirstValue, seen.SecondValue);
        (Chosen, Reason, UserId, At) = (chosen, reason.Trim(), userId, at);
        Former = FieldValues.TextOf(household, seen.Field) ?? "";
        (WasVerified, WasDecided) = (household.Verified.HasFlag(seen.Field), household.Decided.HasFlag(seen.Field));
        Value = ChosenValue(household, seen, chosen);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    public HouseholdField Field { get; private set; }

    /// <summary>The list whose value was shown first; null for the register.</summary>
    public SourceList? FirstList { get; private set; }

    public SourceList? SecondList { get; private set; }

    /// <summary>As <see cref="FieldValues"/> writes them.</summary>
    public string FirstValue { get; private set; }

    public string SecondValue { get; private set; }

    public ChosenSide Chosen { get; private set; }

    /// <summary>What stands by this decision.</summary>
    public string Value { get; private set; }

    /// <summary>What the register had before; empty where it knew nothing.</summary>
    public string Former { get; private set; }

    /// <summary>The former value had been verified by a visit.</summary>
    public bool WasVerified { get; private set; }

    /// <summary>The former value had been decided before.</summary>
    public bool WasDecided { get; private set; }

    /// <summary>The rule by which many were decided at once; null where a person looked at this one.</summary>
    public long? RuleId { get; private set; }

    public string Reason { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public long? WithdrawnById { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public int Version { get; private set; }

    public bool IsInForce => WithdrawnAt is null;

    /// <summary>The list whose value stands; null where it is the register's own.</summary>
    public SourceList? ChosenList => Chosen switch { ChosenSide.First => FirstList, ChosenSide.Second => SecondList, _ => null };

    /// <summary>The choice would put another value in the place of one that a visit has verified: only for a person who looks at this household, never for a rule or many at once.</summary>
    public static bool Overrules(Household household, MisalignedField seen, ChosenSide chosen) =>
        household.Verified.HasFlag(seen.Field) && ChosenValue(household, seen, chosen) != (FieldValues.TextOf(household, seen.Field) ?? "");

    /// <summary>
    /// Decides, and puts the chosen value into the register. Another village is not chosen from a list: the village that takes the family has to agree, by a hand-over.
    /// </summary>
    public static Outcome Take(Household household, MisalignedField seen, ChosenSide chosen, string? reason, long? ruleId, long userId, DateTime at, out FieldDecision? decision)
    {
        decision = null;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis alasan: dari mana diketahui nilai mana yang benar.");
        var taken = new FieldDecision(household, seen, chosen, reason, userId, at) { RuleId = ruleId };
        var isChange = taken.Value != taken.Former;
        if (isChange && seen.Field is HouseholdField.Village)
            return Outcome.Refuse("Keluarga tidak dipindahkan dari sini. Catat pindah desa/kelurahan pada halaman keluarga, supaya yang menerima menyetujui; atau putuskan bahwa register yang benar.");
        household.Settle(seen.Field, isChange ? taken.Value : null);
        decision = taken;
        return Outcome.Accepted;
    }

    private static string ChosenValue(Household household, MisalignedField seen, ChosenSide chosen) => chosen switch
    {
        ChosenSide.First => seen.FirstValue,
        ChosenSide.Second => seen.SecondValue,
        _ => FieldValues.TextOf(household, seen.Field) ?? "",
    };

    /// <summary>Takes the decision back: what the register had before comes back where nobody has changed it since, and the difference is open again.</summary>
    public Outcome Withdraw(Household household, string? reason, long userId, DateTime at)
    {
        if (WithdrawnAt is not null)
            return Outcome.Refuse("Putusan ini sudah dicabut.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis mengapa putusan ini dicabut.");
        if (household.Id != HouseholdId)
            throw new InvalidOperationException("A decision is taken back of its own household.");
        (WithdrawnById, WithdrawnAt, WithdrawnReason) = (userId, at, reason.Trim());
        household.Unsettle(this);
        return Outcome.Accepted;
    }
}

/// <summary>A field in which two sources differ about a household, as the page showed it.</summary>
public sealed record MisalignedField(HouseholdField Field, SourceList? FirstList, SourceList? SecondList, string FirstValue, string SecondValue);
