using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TkpkdPortal.Data.Bulk;

/// <summary>Gives the values of a row to a prepared statement, the first of them at the index.</summary>
internal delegate void BindRow<in T>(BoundStatement statement, int first, T row);

/// <summary>
/// How a row of an entity is bound, compiled once from the model: a million rows have some hundred million values, and a box, a parameter and a string for each of them
/// took more time than SQLite did.
/// </summary>
internal static class SqliteRowBinding
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, Delegate>> Known = [];

    public static BindRow<T> Of<T>(IModel model, ColumnPlan plan) =>
        (BindRow<T>)Known.GetOrCreateValue(model).GetOrAdd(typeof(T), _ => Compile<T>(plan));

    private static BindRow<T> Compile<T>(ColumnPlan plan)
    {
        var (statement, first, row) = (Expression.Parameter(typeof(BoundStatement)), Expression.Parameter(typeof(int)), Expression.Parameter(typeof(T)));
        var binds = plan.Columns.Select((column, i) => BindOf(column.Property, row, statement, Expression.Add(first, Expression.Constant(i))));
        return Expression.Lambda<BindRow<T>>(Expression.Block(binds), statement, first, row).Compile();
    }

    private static Expression BindOf(IProperty property, Expression row, Expression statement, Expression index)
    {
        var (owner, isNull) = OwnerOf(property.DeclaringType, row);
        Expression value = Expression.Property(owner, MemberOf(property));
        if (Nullable.GetUnderlyingType(value.Type) is not null)
            (isNull, value) = (Or(isNull, Expression.Not(Expression.Property(value, "HasValue"))), Expression.Property(value, "Value"));
        else if (!value.Type.IsValueType)
            isNull = Or(isNull, Expression.ReferenceEqual(value, Expression.Constant(null)));
        if (property.GetTypeMapping().Converter is { } converter)
            value = Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType));
        var bind = typeof(BoundStatement).GetMethod(nameof(BoundStatement.Bind), [typeof(int), value.Type])
            ?? throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} is a {value.Type.Name}, which bulk writing does not know yet.");
        var known = Expression.Call(statement, bind, index, value);
        return isNull is null ? known : Expression.IfThenElse(isNull, Expression.Call(statement, nameof(BoundStatement.BindNull), null, index), known);
    }

    // A number that is sealed or a house lies inside the row, and may not be there.
    private static (Expression Owner, Expression? IsNull) OwnerOf(ITypeBase type, Expression row)
    {
        if (type is not IComplexType { ComplexProperty: { } inside })
            return (row, null);
        var (outer, isNull) = OwnerOf(inside.DeclaringType, row);
        var owner = Expression.Property(outer, MemberOf(inside));
        return (owner, inside.IsNullable ? Or(isNull, Expression.ReferenceEqual(owner, Expression.Constant(null))) : isNull);
    }

    private static PropertyInfo MemberOf(IPropertyBase property) =>
        property.PropertyInfo ?? throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} cannot be read from its row.");

    private static Expression Or(Expression? first, Expression second) => first is null ? second : Expression.OrElse(first, second);
}
