using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data;

/// <summary>Conditions that become a half-open range of an index, never a LIKE.</summary>
public static class RangeQueries
{
    /// <summary>Rows in an area, itself included.</summary>
    public static IQueryable<T> In<T>(this IQueryable<T> rows, AreaCode area)
        where T : class, IHasArea => rows.In(AreaRange.Of(area));

    public static IQueryable<T> In<T>(this IQueryable<T> rows, AreaRange range)
        where T : class, IHasArea => rows.Where(row => string.Compare(row.AreaCode, range.From) >= 0 && string.Compare(row.AreaCode, range.To) < 0);

    /// <summary>Cases that the person accompanies, and those of some areas; at most as many as the scope has ranges.</summary>
    public static IQueryable<FamilyCase> AccompaniedOrIn(this IQueryable<FamilyCase> cases, long companionId, IReadOnlyList<AreaCode> areas)
    {
        (string From, string To) Range(int i) => i < areas.Count ? (AreaRange.Of(areas[i]).From, AreaRange.Of(areas[i]).To) : ("", "");
        var ((from1, to1), (from2, to2), (from3, to3), (from4, to4)) = (Range(0), Range(1), Range(2), Range(3));
        return cases.Where(one => one.CompanionId == companionId
            || (string.Compare(one.AreaCode, from1) >= 0 && string.Compare(one.AreaCode, to1) < 0) || (string.Compare(one.AreaCode, from2) >= 0 && string.Compare(one.AreaCode, to2) < 0)
            || (string.Compare(one.AreaCode, from3) >= 0 && string.Compare(one.AreaCode, to3) < 0) || (string.Compare(one.AreaCode, from4) >= 0 && string.Compare(one.AreaCode, to4) < 0));
    }

    /// <summary>Lines of the audit about an area; those about none are left out.</summary>
    public static IQueryable<AuditEntry> In(this IQueryable<AuditEntry> entries, AreaCode area)
    {
        var range = AreaRange.Of(area);
        return entries.Where(entry => string.Compare(entry.AreaCode, range.From) >= 0 && string.Compare(entry.AreaCode, range.To) < 0);
    }

    /// <summary>Words that begin with the given letters.</summary>
    public static IQueryable<NameToken> StartingWith(this IQueryable<NameToken> tokens, string letters)
    {
        var end = letters[..^1] + (char)(letters[^1] + 1);
        return tokens.Where(token => string.Compare(token.Word, letters) >= 0 && string.Compare(token.Word, end) < 0);
    }

    /// <summary>Families of a list behind the one with the id, for a walk in the order of ids.</summary>
    public static IQueryable<ListedHousehold> Behind(this IQueryable<ListedHousehold> rows, string familyListId) => rows.Where(row => string.Compare(row.FamilyListId, familyListId) > 0);

    /// <summary>Hand-overs to an area of the scope; the Area filter shows those that leave one as well.</summary>
    public static IQueryable<HandOver> ComingInto(this IQueryable<HandOver> offers, UserScope scope) => offers.Where(offer =>
        (string.Compare(offer.ToAreaCode, scope.From1) >= 0 && string.Compare(offer.ToAreaCode, scope.To1) < 0)
        || (string.Compare(offer.ToAreaCode, scope.From2) >= 0 && string.Compare(offer.ToAreaCode, scope.To2) < 0)
        || (string.Compare(offer.ToAreaCode, scope.From3) >= 0 && string.Compare(offer.ToAreaCode, scope.To3) < 0)
        || (string.Compare(offer.ToAreaCode, scope.From4) >= 0 && string.Compare(offer.ToAreaCode, scope.To4) < 0));

    /// <summary>Pairs of families of which either lives in the area.</summary>
    public static IQueryable<DoublePair> In(this IQueryable<DoublePair> pairs, AreaCode area)
    {
        var range = AreaRange.Of(area);
        return pairs.Where(pair => (string.Compare(pair.FirstAreaCode, range.From) >= 0 && string.Compare(pair.FirstAreaCode, range.To) < 0)
            || (string.Compare(pair.SecondAreaCode, range.From) >= 0 && string.Compare(pair.SecondAreaCode, range.To) < 0));
    }
}
