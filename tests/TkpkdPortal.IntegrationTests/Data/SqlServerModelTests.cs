using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>What SQL Server would refuse when the script is applied, read from the model since no server is at hand.</summary>
public sealed class SqlServerModelTests(ITestOutputHelper output)
{
    private const int MaxIndexBytes = 1_700, MaxClusteredBytes = 900;

    [Fact]
    public void No_deletion_reaches_a_table_over_two_ways()
    {
        using var db = SqlServer();

        Assert.Empty(CascadePaths.SecondPathsIn(Model(db)));
    }

    [Fact]
    public void A_second_way_would_be_seen()
    {
        using var db = new TwoWays(new DbContextOptionsBuilder<TwoWays>().UseSqlServer("Server=nowhere.invalid").Options);

        Assert.Contains("FK_Leaf", Assert.Single(CascadePaths.SecondPathsIn(Model(db)).Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public void No_index_is_wider_than_SQL_Server_takes()
    {
        using var db = SqlServer();
        var tables = Model(db).Tables.ToList();
        var indexes = tables.SelectMany(table => table.Indexes.Select(index => (Name: $"{table.Name}.{index.Name}", Bytes: index.Columns.Sum(BytesOf), Most: MaxIndexBytes))
            .Concat(table.UniqueConstraints.Select(key => (Name: $"{table.Name}.{key.Name}", Bytes: key.Columns.Sum(BytesOf), Most: ReferenceEquals(key, table.PrimaryKey) ? MaxClusteredBytes : MaxIndexBytes)))).ToList();

        var widest = indexes.MaxBy(index => index.Bytes);
        output.WriteLine($"{indexes.Count} keys and indexes, the widest {widest.Name} with {widest.Bytes} bytes");
        Assert.DoesNotContain(indexes, index => index.Bytes > index.Most);
    }

    [Fact]
    public void Area_codes_are_compared_by_their_bytes()
    {
        using var db = SqlServer();
        var codes = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(entity => typeof(IHasArea).IsAssignableFrom(entity.ClrType))
            .Select(entity => entity.FindProperty(nameof(IHasArea.AreaCode))!).ToList();

        Assert.True(codes.Count >= 12, $"{codes.Count} tables with an area");
        Assert.All(codes, code => Assert.Equal("Latin1_General_100_BIN2", code.GetCollation()));
    }

    private static SqlServerPortalDbContext SqlServer() => new SqlServerDesignTimeFactory().CreateDbContext([]);

    private static IRelationalModel Model(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static int BytesOf(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.StoreTypeNameBase;
        return type switch
        {
            "bigint" or "datetime2" or "float" => 8,
            "int" or "date" or "real" => 4,
            "smallint" => 2,
            "tinyint" or "bit" => 1,
            "uniqueidentifier" => 16,
            "decimal" => 17,
            "nvarchar" => mapping.Size is { } size ? size * 2 : int.MaxValue / 8,
            "varchar" or "varbinary" => mapping.Size ?? int.MaxValue / 8,
            _ => throw new NotSupportedException($"{column.Table.Name}.{column.Name}: {type}"),
        };
    }

    private sealed class TwoWays(DbContextOptions<TwoWays> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Root>();
            modelBuilder.Entity<Branch>().HasOne<Root>().WithMany().HasForeignKey(branch => branch.RootId).OnDelete(DeleteBehavior.Cascade);
            modelBuilder.Entity<Leaf>().HasOne<Branch>().WithMany().HasForeignKey(leaf => leaf.BranchId).OnDelete(DeleteBehavior.Cascade);
            modelBuilder.Entity<Leaf>().HasOne<Root>().WithMany().HasForeignKey(leaf => leaf.RootId).OnDelete(DeleteBehavior.SetNull);
        }
    }

    private sealed record Root(long Id);

    private sealed record Branch(long Id, long RootId);

    private sealed record Leaf(long Id, long BranchId, long? RootId);
}
