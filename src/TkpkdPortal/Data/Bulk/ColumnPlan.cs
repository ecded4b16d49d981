using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TkpkdPortal.Data.Bulk;

/// <summary>Table and columns of an entity as the model has them, and how a row's value is read for each: bulk writing follows every migration by itself.</summary>
internal sealed class ColumnPlan
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, ColumnPlan>> Known = [];

    public required string Table { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    public static ColumnPlan Of<T>(DbContext db) => Known.GetOrCreateValue(db.Model).GetOrAdd(typeof(T), type => Of(db.Model, type));

    private static ColumnPlan Of(IModel model, Type type)
    {
        var entity = model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no entity.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return new ColumnPlan
        {
            Table = table.Name,
            Columns = [.. entity.GetFlattenedProperties().Select(property => new Column(property, property.GetColumnName(table)!))],
        };
    }

    public Column? Find(string name) => Columns.SingleOrDefault(column => column.Name == name);

    public sealed class Column(IProperty property, string name)
    {
        public string Name => name;

        public IProperty Property => property;

        public object Read(object row)
        {
            var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
            var stored = value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
            return stored ?? DBNull.Value;
        }
    }
}
