using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Data;

/// <summary>Conditions that become a half-open range of an index, never a LIKE.</summary>
public static class RangeQueries
{
    /// <summary>Rows in an area, itself included.</summary>
    public static IQueryable<T> In<T>(this IQueryable<T> rows, AreaCode area)
        where T : class, IHasArea
    {
        var range = AreaRange.Of(area);
        return rows.Where(row => string.Compare(row.AreaCode, range.From) >= 0 && string.Compare(row.AreaCode, range.To) < 0);
    }

    /// <summary>Words that begin with the given letters.</summary>
    public static IQueryable<NameToken> StartingWith(this IQueryable<NameToken> tokens, string letters)
    {
        var end = letters[..^1] + (char)(letters[^1] + 1);
        return tokens.Where(token => string.Compare(token.Word, letters) >= 0 && string.Compare(token.Word, end) < 0);
    }
}
