using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Overlapping;

/// <summary>One piece of aid as the search reads it.</summary>
public sealed record AidPiece
{
    public long Id { get; init; }

    public long HouseholdId { get; init; }

    public long? PersonId { get; init; }

    public long ProgramId { get; init; }

    public long OpdId { get; init; }

    public required AidPeriod Period { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>Where the household lives now.</summary>
    public required string AreaCode { get; init; }
}

/// <summary>
/// Aid that a rule takes for double, of one household or, where persons or cards stand twice, of two. It is found when asked, so that a new, corrected or dropped piece counts at once; only what a
/// person decided of it is kept.
/// </summary>
public sealed record OverlapFinding(OverlapRule Rule, string Kind, IReadOnlyList<AidPiece> Pieces)
{
    public OverlapDecision? Decision { get; init; }

    /// <summary>The household on whose page it is decided: that of the first piece.</summary>
    public long HouseholdId => Pieces[0].HouseholdId;

    public string AreaCode => Pieces[0].AreaCode;

    /// <summary>Nobody has decided, or the OPDs have not answered yet.</summary>
    public bool IsOpen => Decision is null or { Verdict: OverlapVerdict.Asked };

    /// <summary>What all pieces together are worth, in rupiah; goods without a price count nothing.</summary>
    public decimal Amount => Pieces.Sum(piece => piece.Amount ?? 0m);

    public string Mark { get; } = MarkOf(Kind, Pieces);

    public SeenOverlap Seen => new(Kind, HouseholdId, Mark, [.. Pieces.Select(piece => piece.Id)]);

    private static string MarkOf(string kind, IReadOnlyList<AidPiece> pieces) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', pieces.Select(piece => piece.Id).Order().Select(id => id.ToString(CultureInfo.InvariantCulture)).Prepend(kind)))).AsSpan(0, OverlapDecision.MarkLength / 2));
}
