using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Comparing;

/// <summary>
/// Ketidakselarasan: households of which two sources say different things. Nothing of it is stored; the database finds it whenever it is asked, so that an import, its undo, a visit and a
/// decision count at once. What a source does not say is no difference, and neither are capitals.
/// </summary>
public sealed record Misalignments(ComparedSource First, ComparedSource Second)
{
    private static readonly Expression<Func<StatedFields, string>>[] Texts = [stated => stated.HeadName, stated => stated.Address, stated => stated.Village];

    private static readonly Expression<Func<StatedFields, int?>>[] Codes =
    [
        stated => stated.Tenure, stated => stated.Roof, stated => stated.Wall, stated => stated.Floor, stated => stated.Lighting, stated => stated.CookingFuel, stated => stated.DrinkingWater,
        stated => stated.Toilet, stated => stated.HasSavings,
    ];

    /// <summary>Households of the own area that both sources name, with the fields in which they differ.</summary>
    public IQueryable<ComparedHousehold> Households(PortalDbContext db, AreaCode? area)
    {
        var own = area is { } place ? db.Households.AsNoTracking().In(place) : db.Households.AsNoTracking();
        return own.Join(First.Of(db), household => household.Id, stated => stated.HouseholdId, (household, first) => new { household, first })
            .Join(Second.Of(db), one => one.household.Id, stated => stated.HouseholdId, (one, second) => new StatedPair { Household = one.household, First = one.first, Second = second })
            .Select(Weighed(Decisions(db)));
    }

    /// <summary>Households (KK) by area and by the fields in which they differ: every count of a page comes from these. Counted here as they come, since SQLite would sort a million rows in memory to group them.</summary>
    public async Task<MisalignmentCounts> CountAsync(PortalDbContext db, CancellationToken ct)
    {
        var counts = new Dictionary<(string AreaCode, int Open, int Large), int>();
        await foreach (var one in Households(db, null).Select(one => new { one.AreaCode, one.Open, Large = one.Open & one.Large }).AsAsyncEnumerable().WithCancellation(ct))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (one.AreaCode, one.Open, one.Large), out _)++;
        return new MisalignmentCounts([.. counts.Select(count => new MisalignmentCount(count.Key.AreaCode, (HouseholdField)count.Key.Open, (HouseholdField)count.Key.Large, count.Value))]);
    }

    // Both sources are asked as of one instant.
    private IQueryable<FieldDecision> Decisions(PortalDbContext db) => First.At is { } at
        ? db.FieldDecisions.AsNoTracking().Where(decision => decision.At <= at && (decision.WithdrawnAt == null || decision.WithdrawnAt > at))
        : db.FieldDecisions.AsNoTracking().Where(decision => decision.WithdrawnAt == null);

    private static Expression<Func<StatedPair, ComparedHousehold>> Weighed(IQueryable<FieldDecision> decisions)
    {
        Expression<Func<long, HouseholdField, string, string, bool>> decided = (household, field, first, second) => decisions.Any(decision => decision.HouseholdId == household
            && decision.Field == field && ((decision.FirstValue == first && decision.SecondValue == second) || (decision.FirstValue == second && decision.SecondValue == first)));
        Expression<Func<StatedPair, int, int, ComparedHousehold>> shown = (pair, open, large) => new ComparedHousehold
        {
            HouseholdId = pair.Household.Id,
            PublicId = pair.Household.PublicId,
            AreaCode = pair.Household.AreaCode,
            HeadName = pair.Household.HeadName,
            First = pair.First,
            Second = pair.Second,
            Open = open,
            Large = large,
        };
        var pair = shown.Parameters[0];
        var fields = Texts.Select(text => new Difference(Field(text), TextDiffers(text, pair), TextIsLarge(text, pair), Of(text, pair, first: true), Of(text, pair, first: false)))
            .Concat(Codes.Select(code => new Difference(Field(code), CodeDiffers(code, pair), CodeIsLarge(code, pair), InText(Of(code, pair, first: true)), InText(Of(code, pair, first: false))))).ToList();
        var household = Expression.Property(Expression.Property(pair, nameof(StatedPair.Household)), nameof(Household.Id));
        var open = Sum(fields, field => Expression.AndAlso(field.Differs, Expression.Not(decided.Body.With(decided.Parameters[0], household)
            .With(decided.Parameters[1], Expression.Constant(field.Field)).With(decided.Parameters[2], field.First).With(decided.Parameters[3], field.Second))));
        var large = Sum(fields, field => field.IsLarge is { } isLarge ? Expression.AndAlso(field.Differs, isLarge) : null);
        return Expression.Lambda<Func<StatedPair, ComparedHousehold>>(shown.Body.With(shown.Parameters[1], open).With(shown.Parameters[2], large), pair);
    }

    private static Expression Sum(IEnumerable<Difference> fields, Func<Difference, Expression?> condition) => fields
        .Select(field => (field.Field, Condition: condition(field))).Where(field => field.Condition is not null)
        .Select(field => (Expression)Expression.Condition(field.Condition!, Expression.Constant((int)field.Field), Expression.Constant(0))).Aggregate(Expression.Add);

    private static HouseholdField Field(LambdaExpression column) => Enum.Parse<HouseholdField>(((MemberExpression)column.Body).Member.Name);

    private static Expression Of(LambdaExpression column, Expression pair, bool first) =>
        column.Body.With(column.Parameters[0], Expression.Property(pair, first ? nameof(StatedPair.First) : nameof(StatedPair.Second)));

    private static Expression TextDiffers(Expression<Func<StatedFields, string>> text, Expression pair)
    {
        Expression<Func<string, string, bool>> differs = (first, second) => first != "" && second != "" && first != second;
        return Between(differs, InCapitals(Of(text, pair, first: true)), InCapitals(Of(text, pair, first: false)));
    }

    // Spaces and stops make no other name; another village is never a small matter.
    private static Expression TextIsLarge(Expression<Func<StatedFields, string>> text, Expression pair)
    {
        Expression<Func<string, string, bool>> differs = (first, second) =>
            first.Replace(" ", "").Replace(".", "").Replace(",", "").Replace("'", "").Replace("-", "") != second.Replace(" ", "").Replace(".", "").Replace(",", "").Replace("'", "").Replace("-", "");
        return Between(differs, InCapitals(Of(text, pair, first: true)), InCapitals(Of(text, pair, first: false)));
    }

    private static Expression CodeDiffers(Expression<Func<StatedFields, int?>> code, Expression pair)
    {
        Expression<Func<int?, int?, bool>> differs = (first, second) => first != null && second != null && first != second;
        return Between(differs, Of(code, pair, first: true), Of(code, pair, first: false));
    }

    private static Expression? CodeIsLarge(Expression<Func<StatedFields, int?>> code, Expression pair)
    {
        var lacking = FieldValues.LackingCodes(Field(code)).Select(value => (int?)value).ToList();
        if (lacking.Count == 0)
            return null;
        Expression<Func<int?, int?, bool>> differs = (first, second) => (lacking.Contains(first) && !lacking.Contains(second)) || (!lacking.Contains(first) && lacking.Contains(second));
        return Between(differs, Of(code, pair, first: true), Of(code, pair, first: false));
    }

    private static Expression Between(LambdaExpression differs, Expression first, Expression second) => differs.Body.With(differs.Parameters[0], first).With(differs.Parameters[1], second);

    // As the database writes capitals: no culture of this program has a say.
    private static MethodCallExpression InCapitals(Expression text) => Expression.Call(text, ToCapitals);

    private static MethodCallExpression InText(Expression code) => Expression.Call(Expression.Property(code, nameof(Nullable<int>.Value)), ToText);

    private static readonly MethodInfo ToCapitals = typeof(string).GetMethod(nameof(string.ToUpper), Type.EmptyTypes)!;

    private static readonly MethodInfo ToText = typeof(int).GetMethod(nameof(int.ToString), Type.EmptyTypes)!;

    private sealed record Difference(HouseholdField Field, Expression Differs, Expression? IsLarge, Expression First, Expression Second);
}

/// <summary>A household beside what each of two sources says of it.</summary>
internal sealed class StatedPair
{
    public required Household Household { get; init; }

    public required StatedFields First { get; init; }

    public required StatedFields Second { get; init; }
}

/// <summary>The same, with the fields in which they differ and nobody has decided.</summary>
public sealed class ComparedHousehold
{
    public long HouseholdId { get; init; }

    public Guid PublicId { get; init; }

    public string AreaCode { get; init; } = "";

    public string HeadName { get; init; } = "";

    public StatedFields First { get; init; } = new();

    public StatedFields Second { get; init; } = new();

    /// <summary>Numbers, since a database adds no flags: the fields that are open.</summary>
    public int Open { get; init; }

    /// <summary>The fields whose difference is large, decided or not.</summary>
    public int Large { get; init; }
}

/// <summary>Households (KK) of an RT, or of a village where it is not known, that differ in exactly these fields.</summary>
public sealed record MisalignmentCount(string AreaCode, HouseholdField Open, HouseholdField Large, int Households);

/// <summary>Counts over areas and fields, in KK. A household counts once for each field in which it differs, and once as different.</summary>
public sealed record MisalignmentCounts(IReadOnlyList<MisalignmentCount> Groups)
{
    public int InBoth(Func<string, bool>? inArea = null) => Sum(_ => true, inArea);

    public int Of(HouseholdField fields, bool largeOnly = false, Func<string, bool>? inArea = null) => Sum(group => ((largeOnly ? group.Large : group.Open) & fields) != 0, inArea);

    public IReadOnlyList<string> Villages => [.. Groups.Select(group => group.AreaCode[..AreaCode.VillageLength]).Distinct().Order(StringComparer.Ordinal)];

    private int Sum(Func<MisalignmentCount, bool> counts, Func<string, bool>? inArea) => Groups.Where(group => counts(group) && inArea?.Invoke(group.AreaCode) is not false).Sum(group => group.Households);
}

/// <summary>Puts one expression in the place of another.</summary>
internal static class ExpressionParts
{
    public static Expression With(this Expression whole, Expression part, Expression instead) => new Replacing(part, instead).Visit(whole)!;

    private sealed class Replacing(Expression part, Expression instead) : ExpressionVisitor
    {
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node is not null && node == part ? instead : base.Visit(node);
    }
}
