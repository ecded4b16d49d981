using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Needs;

/// <summary>Households (KK) that gain and lose one need, and of which it becomes or stops being unknown.</summary>
public sealed record NeedMove(int Gained, int Lost, int NoLongerKnown, int Known)
{
    public static NeedMove None { get; } = new(0, 0, 0, 0);

    public bool IsNone => this == None;

    internal NeedMove And(NeedState before, NeedState after) => new(
        Gained + (after is NeedState.Present ? 1 : 0), Lost + (before is NeedState.Present ? 1 : 0),
        NoLongerKnown + (after is NeedState.Unknown ? 1 : 0), Known + (before is NeedState.Unknown ? 1 : 0));
}

/// <summary>What a set of rules would change: in all and by village, in KK. It counts households one by one and keeps none.</summary>
public sealed class NeedPreview
{
    private readonly Dictionary<(AreaCode Village, Need Need), NeedMove> _moves = [];
    private readonly Dictionary<AreaCode, int> _changed = [];

    /// <summary>Households that were judged.</summary>
    public int Households { get; private set; }

    /// <summary>Households whose profile changes in any need.</summary>
    public int Changed { get; private set; }

    public IReadOnlyList<AreaCode> Villages => [.. _changed.Keys.OrderBy(village => village.Stored, StringComparer.Ordinal)];

    /// <summary>The needs in which something changes, in their order.</summary>
    public IReadOnlyList<Need> Needs => [.. NeedWords.Of((Need)~0).Where(need => _moves.Keys.Any(key => key.Need == need))];

    public int ChangedIn(AreaCode village) => _changed.GetValueOrDefault(village);

    public NeedMove Of(AreaCode village, Need need) => _moves.GetValueOrDefault((village, need)) ?? NeedMove.None;

    public NeedMove Of(Need need) => _moves.Where(move => move.Key.Need == need).Select(move => move.Value)
        .Aggregate(NeedMove.None, (sum, move) => new NeedMove(sum.Gained + move.Gained, sum.Lost + move.Lost, sum.NoLongerKnown + move.NoLongerKnown, sum.Known + move.Known));

    public void Read(int households) => Households += households;

    public void Add(ChangedNeeds change)
    {
        var village = AreaCode.Parse(change.AreaCode).AtLevel(AreaLevel.Village);
        Changed++;
        _changed[village] = ChangedIn(village) + 1;
        foreach (var need in NeedWords.Of((Need)~0))
        {
            var (before, after) = (change.Before.Of(need), change.After.Of(need));
            if (before != after)
                _moves[(village, need)] = Of(village, need).And(before, after);
        }
    }
}
