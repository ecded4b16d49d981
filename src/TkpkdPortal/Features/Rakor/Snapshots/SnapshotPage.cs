using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor.Snapshots;

/// <summary>A family whose record was corrected after a snapshot.</summary>
public sealed record CorrectedFamily(Guid Id, string HeadName, string AreaCode);

/// <summary>Families of the reader's area whose record, or that of a member, was changed after an instant: counted for everybody, by village, and named for the secretariat.</summary>
public sealed record CorrectedSince(int Count, IReadOnlyList<(string AreaCode, int Count)> Villages, IReadOnlyList<CorrectedFamily> Families, Paging Paging)
{
    private static readonly string[] AlsoClosed = [FilterNames.Open];

    public static async Task<CorrectedSince> OfAsync(PortalDbContext db, ActingUser user, AreaCode office, DateTime at, int? page, CancellationToken ct)
    {
        var later = db.ChangesAfter(at);
        var changed = db.Households.IgnoreQueryFilters(AlsoClosed).AsNoTracking().Where(household => later.Contains(household.ChangeSetId) || db.Persons.Any(person => person.HouseholdId == household.Id && later.Contains(person.ChangeSetId)));
        var villages = await changed.GroupBy(household => household.AreaCode.Substring(0, AreaCode.VillageLength)).Select(group => new { group.Key, Count = group.Count() }).OrderBy(group => group.Key).ToListAsync(ct);
        var total = villages.Sum(village => village.Count);
        var paging = Paging.Of(page, total);
        // The secretariat, which sees every family of the office: another role that sees some is not asked here.
        var named = user.CanAt(Permission.ManageMeetings, office.Stored) && user.CanAt(Permission.ViewHouseholds, office.Stored) ? await changed.OrderBy(household => household.AreaCode).ThenBy(household => household.Id).Skip(paging.Skip).Take(paging.PageSize)
            .Select(household => new CorrectedFamily(household.PublicId, household.HeadName, household.AreaCode)).ToListAsync(ct) : [];
        return new CorrectedSince(total, [.. villages.Select(village => (village.Key, village.Count))], named, paging);
    }
}

/// <summary>A snapshot: what it is of, whether its stored figures are still those of its hash, whether they print the same bytes (null where another version of the portal printed it), and what has changed since (null where that version kept other figures).</summary>
public sealed record SnapshotPage(CoordinationMeeting Meeting, MeetingSnapshot Snapshot, bool IsSound, bool? PrintsTheSame, IReadOnlyList<FigureChange>? Changes, CorrectedSince Corrected)
{
    public required string TakenBy { get; init; }

    public required bool HasPublicPack { get; init; }
}
