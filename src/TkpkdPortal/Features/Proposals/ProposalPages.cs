using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Proposing;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Proposals;

/// <summary>The form of a proposal, and after the search what it found.</summary>
public sealed record ProposalPage(ProposalForm Form, IReadOnlyList<Choice> Places)
{
    /// <summary>Null before the search.</summary>
    public IReadOnlyList<SimilarHousehold>? Found { get; init; }

    /// <summary>The family as it is compared.</summary>
    public ProposedLine? Proposed { get; init; }

    /// <summary>The rounds that run where the user proposes.</summary>
    public IReadOnlyList<string> Rounds { get; init; } = [];

    /// <summary>All that was posted, carried through the page that shows similar families.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Posted { get; init; } = [];

    public static async Task<ProposalPage> ForAsync(ActingUser user, AreaDirectory areas, ProposalDesk desk, ProposalForm form, CancellationToken ct)
    {
        var own = user.AreasOf(Permission.ProposeHouseholds).Distinct().ToList();
        var rounds = new List<string>();
        foreach (var area in own)
        {
            if (await desk.RoundAtAsync(area.Stored, ct) is { } round)
                rounds.Add(round.Name);
        }
        // Whoever works in one place has nothing to choose.
        return new ProposalPage(form with { Area = form.Area ?? (own.Count == 1 ? own[0].Official : null) }, [.. own.Select(area => new Choice(area.Official, area.Level is AreaLevel.Rt ? $"RT {area.Rt}, {areas.TitleOf(area.AtLevel(AreaLevel.Village))}" : areas.TitleOf(area)))])
        {
            Rounds = [.. rounds.Distinct()],
        };
    }
}

/// <summary>A proposed family in the table beside the similar ones.</summary>
public sealed record ProposedLine(string HeadName, string AreaCode, string Address, DateOnly? BirthDate, string? NikMask, string? FamilyCardMask, int MemberCount)
{
    public static ProposedLine Of(ProposalTerms terms) => new(terms.HeadName!, terms.AreaCode, terms.Address!, terms.BirthDate, terms.Nik?.Number.Mask, terms.FamilyCard?.Number.Mask,
        MemberLines.TryRead(terms.Members, out var others, out _) ? 1 + others.Count : 1);

    public static ProposedLine Of(Proposal proposal) => new(proposal.HeadName, proposal.AreaCode, proposal.Address, proposal.BirthDate, proposal.Nik?.Mask, proposal.FamilyCard?.Mask, proposal.MemberCount);
}

/// <summary>One proposal with what is similar to it, who proposed and who checked it, and where it is now.</summary>
public sealed record ProposalDetails(Proposal Proposal, VerificationRound Round, string ProposedBy)
{
    public string? CheckedBy { get; init; }

    public RoundTarget? Target { get; init; }

    /// <summary>The household that it became or doubles, where that lies in the reader's area.</summary>
    public Guid? HouseholdId { get; init; }

    public string? HouseholdName { get; init; }

    /// <summary>Looked for only while somebody has to decide.</summary>
    public IReadOnlyList<SimilarHousehold> Found { get; init; } = [];

    /// <summary>Other proposals that wait, of a family with the same number or name.</summary>
    public IReadOnlyList<Choice> Siblings { get; init; } = [];

    public bool MayCheck { get; init; }

    public CheckForm Form { get; init; } = new();

    /// <summary>Another set of similar families, or somebody's decision, came while the page was open.</summary>
    public bool ChangedMeanwhile { get; init; }

    public ProposalState State => ProposalWords.StateOf(Proposal.Check, Target?.State);

    public static async Task<ProposalDetails?> ForAsync(PortalDbContext db, ActingUser user, SimilarHouseholds similar, Guid id, CancellationToken ct)
    {
        if (await db.Proposals.SingleOrDefaultAsync(p => p.PublicId == id, ct) is not { } proposal)
            return null;
        var isWaiting = proposal.Check is ProposalCheck.Waiting;
        var mayCheck = isWaiting && user.CanAt(Permission.CheckProposals, proposal.AreaCode) && proposal.ProposedById != user.Id
            && proposal.LetsCheck(user.CanAt(Permission.ReviewVisits, proposal.AreaCode)).IsAccepted;
        var found = !isWaiting ? [] : mayCheck ? await similar.FindAsync(SoughtFamily.Of(proposal), ct) : await similar.FindForProposerAsync(SoughtFamily.Of(proposal), ct);
        var household = (proposal.HouseholdId ?? proposal.DuplicateOfId) is { } key ? await db.Households.AsNoTracking().Where(h => h.Id == key).Select(h => new { h.PublicId, h.HeadName }).SingleOrDefaultAsync(ct) : null;
        return new ProposalDetails(proposal, await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == proposal.RoundId, ct), await NameOfAsync(db, proposal.ProposedById, ct))
        {
            CheckedBy = proposal.CheckedById is { } checker ? await NameOfAsync(db, checker, ct) : null,
            Target = proposal.TargetId is { } target ? await db.RoundTargets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == target, ct) : null,
            HouseholdId = household?.PublicId,
            HouseholdName = household?.HeadName,
            Found = found,
            Siblings = isWaiting ? await SiblingsAsync(db, proposal, ct) : [],
            MayCheck = mayCheck,
            Form = new CheckForm { Stamp = SimilarHousehold.StampOf(found), Version = proposal.Version },
        };
    }

    private static Task<string> NameOfAsync(PortalDbContext db, long id, CancellationToken ct) => db.Users.Where(u => u.Id == id).Select(u => u.FullName).SingleAsync(ct);

    // Two who meet the same family on the same day propose it both.
    private static async Task<IReadOnlyList<Choice>> SiblingsAsync(PortalDbContext db, Proposal proposal, CancellationToken ct)
    {
        var village = AreaCode.Parse(proposal.AreaCode).AtLevel(AreaLevel.Village);
        var words = Domain.People.NameWords.Of(proposal.HeadName);
        var waiting = await db.Proposals.AsNoTracking().In(village).Where(p => p.RoundId == proposal.RoundId && p.Id != proposal.Id && p.Check == ProposalCheck.Waiting).OrderBy(p => p.Id).ToListAsync(ct);
        return [.. waiting.Where(other => IsSame(other.NikIndex, proposal.NikIndex) || IsSame(other.FamilyCardIndex, proposal.FamilyCardIndex) || words.All(Domain.People.NameWords.Of(other.HeadName).Contains))
            .Select(other => new Choice(other.PublicId.ToString(), $"Keluarga {other.HeadName}", other.Address))];
    }

    private static bool IsSame(byte[]? one, byte[]? other) => one is not null && other is not null && one.AsSpan().SequenceEqual(other);
}
