using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Tautan ketua RT: what a named head of an RT or RW opens without an account, for a few days, to say what he or she knows of the families of one RT. The head of
/// the village makes it and answers for it; it shows names and addresses and nothing else.
/// </summary>
public sealed class NeighbourhoodLink : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int NameMaxLength = 200, HashLength = 32, MostDays = 7;

    private NeighbourhoodLink() => (AreaCode, HolderName, CodeHash) = ("", "", []);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>The one RT that it opens.</summary>
    public string AreaCode { get; private set; }

    public NeighbourhoodOffice Office { get; private set; }

    public string HolderName { get; private set; }

    /// <summary>Keyed hash of the code; the code itself is shown once and kept nowhere.</summary>
    public byte[] CodeHash { get; private set; }

    public long MadeById { get; private set; }

    public DateTime MadeAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public long? RevokedById { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>"Ketua RT 003", as it is said before the name.</summary>
    public string Holder => $"{NeighbourhoodWords.Offices.Label(Office)} {HolderName}";

    public static Outcome Make(VerificationRound round, AreaCode? area, NeighbourhoodOffice office, string? holder, int? days, byte[] codeHash, long userId, DateTime at, out NeighbourhoodLink? link)
    {
        link = null;
        if (round.State is not RoundState.Running)
            return Outcome.Refuse($"{round.Name} tidak sedang berjalan; tautan ketua RT hanya dipakai selama kunjungan.");
        if (area is not { Level: AreaLevel.Rt } rt)
            return Outcome.Refuse("Pilih satu RT dari daftar.");
        if (string.IsNullOrWhiteSpace(holder) || holder.Trim().Length > NameMaxLength)
            return Outcome.Refuse("Tulis nama ketua RT atau RW yang menerima tautan ini.");
        if (days is not (>= 1 and <= MostDays))
            return Outcome.Refuse($"Tautan berlaku 1 sampai {MostDays} hari.");
        link = new NeighbourhoodLink
        {
            PublicId = Guid.CreateVersion7(),
            RoundId = round.Id,
            AreaCode = rt.Stored,
            Office = office,
            HolderName = holder.Trim(),
            CodeHash = codeHash,
            MadeById = userId,
            MadeAt = at,
            ExpiresAt = at.AddDays(days.Value),
        };
        return Outcome.Accepted;
    }

    /// <summary>It opens something now: in time, not revoked, and the households are still being visited.</summary>
    public bool IsOpen(VerificationRound round, DateTime at) => RevokedAt is null && at < ExpiresAt && round.Id == RoundId && round.State is RoundState.Running;

    /// <summary>Ends at once; whoever has it open is shut out with the next step.</summary>
    public Outcome Revoke(long userId, DateTime at)
    {
        if (RevokedAt is not null || at >= ExpiresAt)
            return Outcome.Refuse("Tautan ini sudah tidak berlaku.");
        (RevokedAt, RevokedById) = (at, userId);
        return Outcome.Accepted;
    }
}

/// <summary>Which office the holder of a link has in the neighbourhood.</summary>
public enum NeighbourhoodOffice
{
    Rt = 1,
    Rw = 2,
}

/// <summary>
/// Kata ketua RT: what the holder of a link says of a family, or of one that is missing on the list. It helps the petugas to find the door; it is no visit, moves no
/// target and changes nothing in the register.
/// </summary>
public sealed class NeighbourhoodHint : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int NameMaxLength = 200, DetailMaxLength = 300, MostMissing = 20;

    private NeighbourhoodHint() => AreaCode = "";

    private NeighbourhoodHint(NeighbourhoodLink link, HintAnswer answer, string? detail, DateTime at)
    {
        (PublicId, LinkId, RoundId, AreaCode) = (Guid.CreateVersion7(), link.Id, link.RoundId, link.AreaCode);
        (Answer, Detail, GivenAt) = (answer, TypedText.OrNull(detail), at);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long LinkId { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>Null for a family that is not on the list.</summary>
    public long? HouseholdId { get; private set; }

    /// <summary>The RT of the link.</summary>
    public string AreaCode { get; private set; }

    public HintAnswer Answer { get; private set; }

    /// <summary>Where it moved to, which family it is double with, or any other note.</summary>
    public string? Detail { get; private set; }

    /// <summary>Name of a family that is missing on the list.</summary>
    public string? FamilyName { get; private set; }

    public DateTime GivenAt { get; private set; }

    public int Version { get; private set; }

    public static NeighbourhoodHint Of(NeighbourhoodLink link, long householdId, HintAnswer answer, string? detail, DateTime at) =>
        answer is HintAnswer.Missing ? throw new ArgumentOutOfRangeException(nameof(answer)) : new(link, answer, detail, at) { HouseholdId = householdId };

    public static NeighbourhoodHint OfMissing(NeighbourhoodLink link, string familyName, string? detail, DateTime at) =>
        new(link, HintAnswer.Missing, detail, at) { FamilyName = familyName.Trim() };

    /// <summary>The holder says otherwise; answers whether that is anything new.</summary>
    public bool Change(HintAnswer answer, string? detail, DateTime at)
    {
        if (HouseholdId is null || answer is HintAnswer.Missing || (answer, TypedText.OrNull(detail)) == (Answer, Detail))
            return false;
        (Answer, Detail, GivenAt) = (answer, TypedText.OrNull(detail), at);
        return true;
    }
}

/// <summary>What a head of an RT may say of a family.</summary>
public enum HintAnswer
{
    StillHere = 1,
    Moved = 2,
    Died = 3,
    NotKnown = 4,
    Duplicate = 5,
    Missing = 6,
}

/// <summary>The words of links and hints.</summary>
public static class NeighbourhoodWords
{
    public static CodedValues<NeighbourhoodOffice> Offices { get; } = new((NeighbourhoodOffice.Rt, "Ketua RT"), (NeighbourhoodOffice.Rw, "Ketua RW"));

    public static CodedValues<HintAnswer> Answers { get; } = new(
        (HintAnswer.StillHere, "Masih tinggal di sini"), (HintAnswer.Moved, "Pindah"), (HintAnswer.Died, "Meninggal"), (HintAnswer.NotKnown, "Tidak dikenal"),
        (HintAnswer.Duplicate, "Ganda dengan keluarga lain"), (HintAnswer.Missing, "Belum ada di daftar"));

    /// <summary>What can be said of a family that is on the list.</summary>
    public static IReadOnlyList<HintAnswer> OfFamily { get; } = [.. Answers.All.Where(answer => answer is not HintAnswer.Missing)];
}
