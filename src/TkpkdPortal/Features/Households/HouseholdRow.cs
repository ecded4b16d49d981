using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Households;

/// <summary>A household as a list shows it.</summary>
public sealed record HouseholdRow
{
    public Guid Id { get; init; }

    public required string HeadName { get; init; }

    public string? NikMask { get; init; }

    public required string AreaCode { get; init; }

    public int MemberCount { get; init; }

    public byte? DecileCode { get; init; }

    public VisitStatus? VisitStatus { get; init; }

    public DateOnly? VisitedOn { get; init; }

    public int MembersWithoutNik { get; init; }

    public string Decile => DecileCode is { } code ? WelfareDecile.FromCode(code).Label : "–";

    public static IQueryable<HouseholdRow> From(PortalDbContext db, IQueryable<Household> households) => households.Select(h => new HouseholdRow
    {
        Id = h.PublicId,
        HeadName = h.HeadName,
        AreaCode = h.AreaCode,
        MemberCount = h.MemberCount,
        DecileCode = h.DecileCode,
        NikMask = h.Members.Where(m => m.Relationship == Relationship.Head).Select(m => m.Nik!.Mask).FirstOrDefault(),
        VisitStatus = db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.Number).Select(v => (VisitStatus?)v.Status).FirstOrDefault(),
        VisitedOn = db.Visits.Where(v => v.HouseholdId == h.Id && v.VisitedOn != null).OrderByDescending(v => v.Number).Select(v => v.VisitedOn).FirstOrDefault(),
        MembersWithoutNik = h.Members.Count(m => m.NikIndex == null),
    });
}
