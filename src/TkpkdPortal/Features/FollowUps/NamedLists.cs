using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>The lists of households that a decision names, as far as the reader sees households, whatever else the page was opened for.</summary>
public sealed class NamedLists(PortalDbContext db, CountCache cache, ActingUser user, AreaDirectory areas, OfficeClock clock)
{
    public async Task<IReadOnlyList<NamedListNow>> OfAsync(MeetingDecision decision, CancellationToken ct)
    {
        // Leaders see counts of the whole office and no household.
        var permission = user.Can(Permission.ViewHouseholds) ? Permission.ViewHouseholds : Permission.ViewFollowUps;
        using var asReader = db.Scope.Meanwhile(user.Grants, permission);
        var lists = new List<NamedListNow>();
        foreach (var list in decision.Lists.OrderBy(list => list.Id))
            lists.Add(await NowAsync(list, user.HomeOf(permission), permission is Permission.ViewHouseholds, ct));
        return lists;
    }

    private async Task<NamedListNow> NowAsync(DecisionList list, AreaCode home, bool hasPage, CancellationToken ct)
    {
        var named = new NamedListNow(list.Words, list.Families);
        if (HouseholdFilter.FromAddress(list.Address) is not { Area: { } code } filter || !areas.TryFind(code, out var found) || found is not { } area)
            return named with { IsLost = true };
        if (!home.Contains(area) && !area.Contains(home))
            return named;
        // Of a wider list the reader finds what lies at home.
        var own = home.Contains(area) ? area : home;
        var address = (filter with { Area = own.Official }).With();
        var now = await cache.GetAsync((nameof(NamedLists), address, clock.Today), async () => new Counted(await HouseholdNarrowing.Of(db, own, filter, clock.Today).CountAsync(ct)), ct);
        return named with { Address = hasPage ? address : null, Now = now.Families, IsWhole = own == area && db.Scope.Covers(area.Stored) && !db.Scope.IsDutyBound };
    }

    private sealed record Counted(int Families);
}
