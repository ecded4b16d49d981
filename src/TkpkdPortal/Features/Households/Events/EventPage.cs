using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Households.Events;

/// <summary>A household with the event that is about to be recorded for it.</summary>
public sealed record EventPage(Household Household, EventChoice Choice, EventForm Form)
{
    public required string HeadName { get; init; }

    public required string Stamp { get; init; }

    /// <summary>Households that fit what was sought, to choose the target from.</summary>
    public IReadOnlyList<HouseholdRow> Candidates { get; init; } = [];

    /// <summary>What the register would say afterwards.</summary>
    public IReadOnlyList<HouseholdAfter> After { get; init; } = [];

    /// <summary>All that was posted, carried through the page that asks to confirm.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Posted { get; init; } = [];

    /// <summary>What somebody else did to the family after the form was opened.</summary>
    public HistoryLine? ChangedMeanwhile { get; init; }

    public IReadOnlyList<Choice> MemberChoices => [.. Household.Members.OrderBy(m => m.Relationship).ThenBy(m => m.Id)
        .Select(m => new Choice(m.PublicId.ToString(), $"{m.Name} ({PersonWords.Relationships.Label(m.Relationship).ToLowerInvariant()})"))];

    public static async Task<EventPage?> ForAsync(PortalDbContext db, Guid id, EventChoice choice, EventForm? form, CancellationToken ct)
    {
        if (await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.PublicId == id, ct) is not { } household)
            return null;
        var stamp = StampOf(household);
        return new EventPage(household, choice, form ?? new EventForm { Stamp = stamp }) { HeadName = household.HeadName, Stamp = stamp };
    }

    /// <summary>Differs as soon as the household or any of its members has changed.</summary>
    public static string StampOf(Household household) =>
        FormattableString.Invariant($"{household.Version}:{string.Join(',', household.Members.OrderBy(m => m.Id).Select(m => m.Version))}");
}

/// <summary>A household as it would stand after the event.</summary>
public sealed record HouseholdAfter(Guid Id, string Title, IReadOnlyList<string> Members)
{
    public static HouseholdAfter Of(Household household, string title) => new(household.PublicId, household.Closure is { } closure ? $"{title}: ditutup, {ClosureWords.Values.Label(closure).ToLowerInvariant()}" : title,
        [.. household.Members.OrderBy(m => m.Relationship).Select(m => $"{m.Name}, {PersonWords.Relationships.Label(m.Relationship).ToLowerInvariant()}")]);
}
