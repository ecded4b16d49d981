using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Proposals;

/// <summary>Which proposals are looked at: where, how far, the own ones, those that wait for the reader.</summary>
public sealed record ProposalFilter
{
    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "tahap")]
    public ProposalState? State { get; init; }

    [FromQuery(Name = "saya")]
    public bool IsOwn { get; init; }

    /// <summary>Exactly those that the menu counts.</summary>
    [FromQuery(Name = "periksa")]
    public bool IsToCheck { get; init; }

    public IReadOnlyList<(string Name, string? Value)> Kept => [("wilayah", Area), ("tahap", State?.ToString()), ("saya", IsOwn ? "true" : null), ("periksa", IsToCheck ? "true" : null)];

    public string At(string path) => PageAddress.Of(path, Kept);
}

/// <summary>Proposals of the own area, those that wait first.</summary>
public sealed record ProposalList(ProposalFilter Filter, AreaCode? Area, ListAsk Ask, IReadOnlyList<ProposalRow> Rows, Paging Paging, IReadOnlyDictionary<ProposalState, int> Counts)
{
    public const string Path = "/usulan";

    public ListTools Tools => new(Path, Ask, "Cari nama kepala keluarga", ("menunggu", "Yang menunggu dulu"), ("terbaru", "Terbaru"), ("nama", "Nama"), ("wilayah", "RT dan wilayah")) { Kept = Filter.Kept };

    public static async Task<ProposalList> ForAsync(PortalDbContext db, ActingUser user, ProposalFilter filter, AreaCode? area, ListAsk ask, CancellationToken ct)
    {
        var proposals = filter.IsToCheck ? WaitingRows.ToCheck(db, user.Id, user.Can(Permission.ReviewVisits)) : db.Proposals;
        if (area is { } place)
            proposals = proposals.In(place);
        if (filter.IsOwn)
            proposals = proposals.Where(proposal => proposal.ProposedById == user.Id);
        var all = ProposalRow.Of(db, proposals);
        var counts = await all.GroupBy(row => new { row.Check, row.TargetState }).Select(g => new { g.Key.Check, g.Key.TargetState, Count = g.Count() }).ToListAsync(ct);
        var chosen = ask.Patterns.Aggregate(filter.State is { } state ? In(all, state) : all, (found, word) => found.Where(row => EF.Functions.Like(row.HeadName, word, LikePatterns.Escape)));
        var paging = ask.Paging(await chosen.CountAsync(ct));
        return new ProposalList(filter, area, ask, await Ordered(chosen, ask.Order).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging,
            counts.GroupBy(group => ProposalWords.StateOf(group.Check, group.TargetState)).ToDictionary(group => group.Key, group => group.Sum(part => part.Count)));
    }

    private static IQueryable<ProposalRow> In(IQueryable<ProposalRow> rows, ProposalState state)
    {
        var targets = ProposalWords.TargetsIn(state).Select(target => (VerificationState?)target).ToList();
        return state switch
        {
            ProposalState.Proposed => rows.Where(row => row.Check == ProposalCheck.Waiting),
            ProposalState.Duplicate => rows.Where(row => row.Check == ProposalCheck.Duplicate),
            ProposalState.Refused => rows.Where(row => row.Check == ProposalCheck.TurnedDown || (row.Check == ProposalCheck.Cleared && targets.Contains(row.TargetState))),
            _ => rows.Where(row => row.Check == ProposalCheck.Cleared && targets.Contains(row.TargetState)),
        };
    }

    private static IOrderedQueryable<ProposalRow> Ordered(IQueryable<ProposalRow> rows, string? order) => order switch
    {
        "terbaru" => rows.OrderByDescending(row => row.ProposedAt).ThenBy(row => row.Key),
        "nama" => rows.OrderBy(row => row.HeadName).ThenBy(row => row.Key),
        "wilayah" => rows.OrderBy(row => row.AreaCode).ThenBy(row => row.Key),
        _ => rows.OrderBy(row => row.Check == ProposalCheck.Waiting ? 0 : 1).ThenBy(row => row.Check == ProposalCheck.Waiting ? row.ProposedAt : default).ThenByDescending(row => row.ProposedAt).ThenBy(row => row.Key),
    };
}

/// <summary>One proposal of the list.</summary>
public sealed record ProposalRow
{
    public long Key { get; init; }

    public Guid Id { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public required string Address { get; init; }

    public ProposalCheck Check { get; init; }

    public VerificationState? TargetState { get; init; }

    public string? CheckNote { get; init; }

    public DateTime ProposedAt { get; init; }

    public string? ProposedBy { get; init; }

    public ProposalState State => ProposalWords.StateOf(Check, TargetState);

    public static IQueryable<ProposalRow> Of(PortalDbContext db, IQueryable<Proposal> proposals) =>
        proposals.AsNoTracking().LeftJoin(db.RoundTargets, proposal => proposal.TargetId, target => (long?)target.Id, (proposal, target) => new ProposalRow
        {
            Key = proposal.Id,
            Id = proposal.PublicId,
            HeadName = proposal.HeadName,
            AreaCode = proposal.AreaCode,
            Address = proposal.Address,
            Check = proposal.Check,
            TargetState = target!.State,
            CheckNote = proposal.CheckNote,
            ProposedAt = proposal.ProposedAt,
            ProposedBy = db.Users.Where(u => u.Id == proposal.ProposedById).Select(u => u.FullName).FirstOrDefault(),
        });
}
