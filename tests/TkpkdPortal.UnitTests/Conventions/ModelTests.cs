using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Conventions;

public sealed class ModelTests : IDisposable
{
    /// <summary>Names of columns that no table holds unless its rows are those of persons.</summary>
    private static readonly string[] Personal = ["BirthDate", "NikIndex", "FamilyCardIndex", "HeadName", "SealedRaw", "Respondent", "Word"];

    private readonly PortalDbContext _db = new SqliteDesignTimeFactory().CreateDbContext([]);

    public void Dispose() => _db.Dispose();

    [Fact]
    public void Nobody_sees_a_person_of_another_area()
    {
        var personal = _db.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IHoldsPersonalData))).ToList();

        Assert.NotEmpty(personal);
        Assert.Empty(personal.Where(entity => entity.FindDeclaredQueryFilter(FilterNames.Area) is null).Select(entity => entity.Name));
    }

    [Fact]
    public void Every_row_that_lies_in_an_area_is_filtered_by_it() =>
        Assert.Empty(_db.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IHasArea))
            && entity.FindDeclaredQueryFilter(FilterNames.Area) is null).Select(entity => entity.Name));

    [Fact]
    public void A_table_with_a_number_a_birth_date_or_a_name_of_a_person_says_that_it_holds_personal_data() =>
        Assert.Empty(_db.Model.GetEntityTypes()
            .Where(entity => entity.GetComplexProperties().Any(property => property.ClrType == typeof(SealedNumber))
                || entity.GetProperties().Any(property => Personal.Contains(property.Name)))
            .Where(entity => !entity.ClrType.IsAssignableTo(typeof(IHoldsPersonalData))).Select(entity => entity.Name));

    [Fact]
    public void No_text_is_of_unlimited_length() =>
        Assert.Empty(_db.Model.GetEntityTypes().SelectMany(entity => entity.GetFlattenedProperties())
            // What Identity leaves open in its own tables is not ours to limit.
            .Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null && property.PropertyInfo?.DeclaringType?.Assembly is { } owner
                && (owner == CodeGraph.Domain || owner == CodeGraph.Web))
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}"));
}
