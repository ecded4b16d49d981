using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Conventions;

/// <summary>docs/data-model.md and the model of EF Core say the same.</summary>
public sealed class DataModelTests : IDisposable
{
    private static readonly IReadOnlyList<MarkdownRow> Rows = MarkdownRow.Read("data-model.md");

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "data-model.md"));

    private readonly PortalDbContext _db = new SqliteDesignTimeFactory().CreateDbContext([]);

    // What only looks at another's table has none of its own.
    private IEnumerable<IEntityType> Entities => _db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null);

    public void Dispose() => _db.Dispose();

    [Fact]
    public void Every_table_is_described_and_nothing_that_is_none() =>
        Assert.Equal(Entities.Select(entity => entity.GetTableName()).Order(StringComparer.Ordinal),
            Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_column_is_described_and_nothing_that_is_none() =>
        Assert.Equal(Entities.SelectMany(entity => ColumnsOf(entity).Select(column => $"{entity.GetTableName()}.{column}")).Order(StringComparer.Ordinal),
            Rows.Select(row => $"{row.Heading}.{row.CodeIn(0).Single()}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_column_has_a_meaning() => Assert.All(Rows, row => Assert.True(row.Cells[1].Length > 1, $"{row.Heading}: {row.Cells[0]}"));

    [Fact]
    public void Key_personal_data_and_filters_of_a_table_are_those_of_the_model() =>
        Assert.Equal(Entities.Select(Summary).Order(StringComparer.Ordinal),
            Lines.Where(line => line.StartsWith("Row `", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static string Summary(IEntityType entity)
    {
        string[] filters = [.. new[] { FilterNames.Area, FilterNames.Duty, FilterNames.Open, FilterNames.Published }.Where(name => entity.FindDeclaredQueryFilter(name) is not null)];
        return $"Row `{entity.ClrType.Name.Split('`')[0]}` · key {string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => $"`{property.Name}`"))}"
            + $" · personal: {(entity.ClrType.IsAssignableTo(typeof(IHoldsPersonalData)) ? "yes" : "no")}"
            + $" · filters: {(filters.Length == 0 ? "none" : string.Join(", ", filters))}";
    }

    private static IEnumerable<string> ColumnsOf(IEntityType entity) => entity.GetProperties().Select(property => property.Name)
        .Concat(entity.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties().Select(property => $"{part.Name}.{property.Name}")));
}
