using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Security;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Households.HandOvers;

/// <summary>The household that is offered, and the villages that it can be offered to.</summary>
public sealed record OfferPage(Household Household, OfferForm Form, IReadOnlyList<Choice> Villages)
{
    public static async Task<OfferPage?> ForAsync(PortalDbContext db, AreaDirectory areas, AreaCode office, Guid id, OfferForm form, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.PublicId == id, ct) is not { } household)
            return null;
        var own = AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village);
        return new OfferPage(household, form, [.. areas.Villages(office).Where(village => village != own)
            .Select(village => new Choice(village.Official, $"{areas.TitleOf(village)}, Kecamatan {areas.NameOf(village.AtLevel(AreaLevel.District))}"))]);
    }
}

/// <summary>One hand-over as either side sees it.</summary>
public sealed record HandOverPage(HandOver HandOver, HandOverDecisionForm Form)
{
    public AreaCode From => AreaCode.Parse(HandOver.FromAreaCode);

    public AreaCode To => AreaCode.Parse(HandOver.ToAreaCode);

    public required Guid HouseholdId { get; init; }

    public required string OfferedBy { get; init; }

    public required bool MayAnswer { get; init; }

    public required bool MayWithdraw { get; init; }

    /// <summary>The other side has been quicker.</summary>
    public bool ChangedMeanwhile { get; init; }

    public static async Task<HandOverPage?> ForAsync(PortalDbContext db, ActingUser user, Guid id, HandOverDecisionForm? form, CancellationToken ct)
    {
        if (await db.HandOvers.SingleOrDefaultAsync(h => h.PublicId == id, ct) is not { } handOver)
            return null;
        var isOpen = handOver.State is HandOverState.Offered;
        return new HandOverPage(handOver, form ?? new HandOverDecisionForm { Version = handOver.Version })
        {
            // Where it lies is not asked: the receiver knows of it by this very offer.
            HouseholdId = await db.Households.IgnoreQueryFilters([FilterNames.Area, FilterNames.Open]).Where(h => h.Id == handOver.HouseholdId).Select(h => h.PublicId).SingleAsync(ct),
            OfferedBy = await db.Users.Where(u => u.Id == handOver.OfferedById).Select(u => u.FullName).SingleAsync(ct),
            MayAnswer = isOpen && user.CanAt(Permission.HandOverHouseholds, handOver.ToAreaCode),
            MayWithdraw = isOpen && user.CanAt(Permission.HandOverHouseholds, handOver.FromAreaCode),
        };
    }
}

/// <summary>The hand-overs of the own village: those that wait, and what became of the others.</summary>
public sealed record HandOverList(bool IsWaiting, ListAsk Ask, IReadOnlyList<HandOverRow> Rows, Paging Paging)
{
    public ListTools Tools => new("/serah-terima", Ask, "Cari nama kepala keluarga", ("menunggu", "Yang menunggu dahulu"), ("terbaru", "Terbaru"), ("terlama", "Terlama"), ("nama", "Nama"))
    {
        Kept = [("tampil", IsWaiting ? Waiting : null)],
    };

    /// <summary>Narrows the list to what waits for the reader.</summary>
    public const string Waiting = "menunggu";

    public static async Task<HandOverList> ForAsync(PortalDbContext db, bool isWaiting, ListAsk ask, CancellationToken ct)
    {
        var all = ask.Patterns.Aggregate((isWaiting ? WaitingRows.Offered(db) : db.HandOvers).AsNoTracking(), (found, word) => found.Where(h => EF.Functions.Like(h.HeadName, word, LikePatterns.Escape)));
        var paging = ask.Paging(await all.CountAsync(ct));
        var ordered = ask.Order switch
        {
            "terbaru" => all.OrderByDescending(h => h.Id),
            "terlama" => all.OrderBy(h => h.Id),
            "nama" => all.OrderBy(h => h.HeadName).ThenBy(h => h.Id),
            _ => all.OrderBy(h => h.State == HandOverState.Offered ? 0 : 1).ThenByDescending(h => h.Id),
        };
        var rows = await ordered.Skip(paging.Skip).Take(paging.PageSize)
            .Select(h => new HandOverRow(h.PublicId, h.HeadName, h.MemberCount, h.FromAreaCode, h.ToAreaCode, h.State, h.OfferedAt)).ToListAsync(ct);
        return new HandOverList(isWaiting, ask, rows, paging);
    }
}

public sealed record HandOverRow(Guid Id, string HeadName, int MemberCount, string From, string To, HandOverState State, DateTime OfferedAt);
