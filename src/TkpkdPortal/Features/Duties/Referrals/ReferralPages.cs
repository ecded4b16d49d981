using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Duties.Referrals;

/// <summary>One referral as a line: whose need, from whom to whom, and how far it is.</summary>
public sealed record ReferralRow
{
    public required Guid Id { get; init; }

    public required Guid Household { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required Referral Referral { get; init; }
}

/// <summary>Referrals from and to the own OPD, or between all; those that wait longest first.</summary>
public sealed record ReferralList(string? Show, IReadOnlyList<ReferralRow> Rows, Paging Paging)
{
    public const string Path = "/tugas-opd/rujukan", ToAnswer = "jawab", In = "masuk", Out = "keluar";

    private const int PageSize = 50;

    public static async Task<ReferralList> ForAsync(PortalDbContext db, string? show, long? opdId, int? page, CancellationToken ct)
    {
        // Whoever is of an OPD sees its own; the secretariat, which is of none, sees all.
        var referrals = opdId is { } own ? db.Referrals.Where(referral => referral.ToOpdId == own || referral.FromOpdId == own) : db.Referrals;
        referrals = show switch
        {
            ToAnswer => referrals.Where(referral => referral.State == ReferralState.Sent && (opdId == null || referral.ToOpdId == opdId)),
            In => referrals.Where(referral => referral.ToOpdId == opdId),
            Out => referrals.Where(referral => referral.FromOpdId == opdId),
            _ => referrals,
        };
        var rows = RowsOf(db, referrals);
        var paging = Paging.Of(page, await rows.CountAsync(ct), PageSize);
        return new ReferralList(show, await rows.OrderBy(row => row.Referral.State).ThenBy(row => row.Referral.DueOn).ThenBy(row => row.Referral.Id).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }

    internal static IQueryable<ReferralRow> RowsOf(PortalDbContext db, IQueryable<Referral> referrals) =>
        from referral in referrals.AsNoTracking()
        join household in db.Households on referral.HouseholdId equals household.Id
        join sender in db.Opds on referral.FromOpdId equals sender.Id
        join asked in db.Opds on referral.ToOpdId equals asked.Id
        select new ReferralRow { Id = referral.PublicId, Household = household.PublicId, HeadName = household.HeadName, AreaCode = household.AreaCode, From = sender.ShortName, To = asked.ShortName, Referral = referral };
}

/// <summary>A referral with the names of who sent and who answered it.</summary>
public sealed record ReferralPage(ReferralRow Row, Need Needs, string SentBy, string? AnsweredBy, bool MayAnswer, ReferralReplyForm Form)
{
    public static async Task<ReferralPage?> ForAsync(PortalDbContext db, Guid id, long? opdId, CancellationToken ct)
    {
        if (await ReferralList.RowsOf(db, db.Referrals.Where(referral => referral.PublicId == id)).SingleOrDefaultAsync(ct) is not { } row)
            return null;
        var people = new[] { row.Referral.SentById, row.Referral.AnsweredById ?? 0 };
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct);
        return new ReferralPage(row, await db.Households.Where(household => household.PublicId == row.Household).Select(household => household.Needs).SingleAsync(ct), names.GetValueOrDefault(row.Referral.SentById, "–"),
            names.GetValueOrDefault(row.Referral.AnsweredById ?? 0), row.Referral.State is ReferralState.Sent && row.Referral.ToOpdId == opdId, new ReferralReplyForm { Version = row.Referral.Version });
    }
}

/// <summary>A referral that is being written: the household's needs, and the OPDs that may be asked.</summary>
public sealed record ReferralDraft(Guid Household, string HeadName, string AreaCode, Need Needs, IReadOnlyList<Choice> Opds, ReferralForm Form)
{
    public static async Task<ReferralDraft> ForAsync(PortalDbContext db, Household household, long opdId, ReferralForm form, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Id != opdId).OrderBy(opd => opd.Name).Select(opd => new { opd.PublicId, opd.Name, opd.Duty }).ToListAsync(ct);
        return new ReferralDraft(household.PublicId, household.HeadName, household.AreaCode, household.Needs, [.. opds.Select(opd => new Choice(opd.PublicId.ToString(), opd.Duty is Need.None ? opd.Name : $"{opd.Name} ({NeedWords.List(opd.Duty)})"))], form);
    }
}
