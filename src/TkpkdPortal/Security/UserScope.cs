using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Security;

/// <summary>
/// Whom the current request or job acts for and what it may see: the ranges that feed the Area filter and the duty that feeds the Duty
/// filter. A new scope sees nothing.
/// </summary>
public sealed class UserScope
{
    /// <summary>As many ranges as the filter has parameters for; an assignment beyond that is refused when it is made.</summary>
    public const int MaxRanges = 4;

    private readonly AreaRange[] _ranges = [AreaRange.None, AreaRange.None, AreaRange.None, AreaRange.None];
    private Grant[] _grants = [];

    public long? UserId { get; private set; }

    /// <summary>Name of the account in the audit; a verb adds the operating-system user.</summary>
    public string Actor { get; private set; } = "tanpa akun";

    /// <summary>The narrowest single range around all of them: what lets the index be used, the ranges then decide.</summary>
    public AreaRange Hull { get; private set; } = AreaRange.None;

    public IReadOnlyList<AreaRange> Ranges => _ranges;

    public string From1 => _ranges[0].From;

    public string To1 => _ranges[0].To;

    public string From2 => _ranges[1].From;

    public string To2 => _ranges[1].To;

    public string From3 => _ranges[2].From;

    public string To3 => _ranges[2].To;

    public string From4 => _ranges[3].From;

    public string To4 => _ranges[3].To;

    /// <summary>Only households of the own duty or with the own aid are seen.</summary>
    public bool IsDutyBound { get; private set; }

    public long OpdId { get; private set; }

    public Need Duty { get; private set; }

    /// <summary>A GET changes nothing: saving anything but the audit and the session is a bug and throws.</summary>
    public bool IsReadOnly { get; set; }

    public bool IsEmpty => Hull.IsEmpty;

    /// <summary>Both see the same rows.</summary>
    public bool SeesAs(UserScope other) => _ranges.SequenceEqual(other._ranges) && (IsDutyBound, OpdId, Duty) == (other.IsDutyBound, other.OpdId, other.Duty);

    public bool Covers(string storedAreaCode) => _ranges.Any(range => range.Contains(storedAreaCode));

    /// <summary>Looks after what has no user: uploads whose time is over, work that a killed process left behind.</summary>
    public void KeepHouse(AreaCode office)
    {
        Actor = "portal";
        See([new Grant(Role.Analyst, [office], null, Need.None)]);
    }

    /// <summary>The actor as the audit names it at a place: with "(Plt. Lurah)" behind it where only standing in lets the user act there.</summary>
    public string ActorAt(string? storedAreaCode) => StandingInAt(storedAreaCode) is { } grant ? $"{Actor} ({grant.Title})" : Actor;

    public void ActAs(long userId, string actor) => (UserId, Actor) = (userId, actor);

    /// <summary>Sees what the grants cover that carry the permission, and nothing else.</summary>
    public void See(IEnumerable<Grant> grants, Permission permission) => See([.. grants.Where(grant => grant.Role.Grants(permission))]);

    /// <summary>Sees with another permission until disposed: a count in the menu beside the page's own data.</summary>
    public IDisposable Meanwhile(IEnumerable<Grant> grants, Permission permission) => Meanwhile([.. grants.Where(grant => grant.Role.Grants(permission))]);

    /// <summary>
    /// Sees exactly the two areas until disposed: the one moment in which the receiver of a household reaches into the village that offered it.
    /// Only the acceptance of a hand-over calls this.
    /// </summary>
    public IDisposable MeanwhileBetween(AreaCode from, AreaCode to) => Meanwhile([new Grant(Role.VillageHead, [from, to], null, Need.None, StandingInAt(to.Stored)?.StandIn)]);

    /// <summary>
    /// Sees only what lies in the area as well, until disposed: an index then begins to read there and not at the first row of all that the
    /// user may see.
    /// </summary>
    public IDisposable Within(AreaCode area)
    {
        var restore = Remember();
        var within = AreaRange.Of(area);
        for (var i = 0; i < MaxRanges; i++)
            _ranges[i] = _ranges[i].Common(within);
        Hull = Hull.Common(within);
        return restore;
    }

    /// <summary>The holder of a link, who has no account: sees one RT and nothing above it, and acts under the name of the link. Only the door of links calls this.</summary>
    public void SeeNeighbourhood(AreaCode rt, string actor)
    {
        (UserId, Actor) = (null, actor);
        See(rt.Level is AreaLevel.Rt ? [new Grant(Role.Enumerator, [rt], null, Need.None)] : []);
    }

    /// <summary>Closes everything again.</summary>
    public void SeeNothing() => See([]);

    private Restore Meanwhile(Grant[] grants)
    {
        var restore = Remember();
        See(grants);
        return restore;
    }

    private Restore Remember()
    {
        var before = (Grants: _grants, Ranges: _ranges.ToArray(), Hull, IsDutyBound, OpdId, Duty);
        return new Restore(() =>
        {
            before.Ranges.CopyTo(_ranges, 0);
            _grants = before.Grants;
            (Hull, IsDutyBound, OpdId, Duty) = (before.Hull, before.IsDutyBound, before.OpdId, before.Duty);
        });
    }

    // Null where the own office, or nothing, lets the user act there.
    private Grant? StandingInAt(string? storedAreaCode)
    {
        var used = _grants.Where(grant => storedAreaCode is null || grant.Covers(storedAreaCode)).ToList();
        return used.Count > 0 && used.TrueForAll(grant => grant.StandIn is not null) ? used[0] : null;
    }

    private void See(Grant[] grants)
    {
        _grants = grants;
        var ranges = AreaRange.Cover(grants.SelectMany(grant => grant.Areas));
        for (var i = 0; i < MaxRanges; i++)
            _ranges[i] = i < ranges.Count ? ranges[i] : AreaRange.None;
        // More places than parameters cannot come from assignments; if they do, the filter fails closed.
        if (ranges.Count > MaxRanges)
            Array.Fill(_ranges, AreaRange.None);
        var used = _ranges.Where(range => !range.IsEmpty).ToArray();
        Hull = used.Length == 0 ? AreaRange.None : new AreaRange(used[0].From, used[^1].To);
        // Free of duty only where another role of the same person covers all that the OPD does: a village elsewhere must not open the office.
        var free = grants.Where(grant => grant.Role is not Role.Opd).SelectMany(grant => grant.Areas).ToList();
        IsDutyBound = grants.Where(grant => grant.Role is Role.Opd).SelectMany(grant => grant.Areas).Any(area => !free.Any(other => other.Contains(area)));
        OpdId = grants.Select(grant => grant.OpdId).FirstOrDefault(id => id is not null) ?? 0;
        Duty = grants.Aggregate(Need.None, (duty, grant) => duty | grant.Duty);
    }

    private sealed class Restore(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
