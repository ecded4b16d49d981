using System.Xml.Linq;

namespace TkpkdPortal.UnitTests.Conventions;

public sealed class DomainTypeTests
{
    /// <summary>Endings that say nothing of what a type is.</summary>
    private static readonly string[] Empty = ["Manager", "Util", "Utils", "Helpers", "Dto", "Info", "ViewModel", "Repository", "Impl"];

    [Fact]
    public void Every_public_type_of_the_domain_says_what_the_office_means_by_it()
    {
        var documented = XDocument.Load(Path.ChangeExtension(CodeGraph.Domain.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary")?.Value.Trim().Length > 0).Select(member => member.Attribute("name")?.Value).ToHashSet();

        Assert.NotEmpty(documented);
        Assert.Empty(CodeGraph.Domain.GetExportedTypes().Where(type => !documented.Contains("T:" + type.FullName?.Replace('+', '.'))).Select(type => type.FullName));
    }

    [Fact]
    public void No_type_is_named_by_a_word_that_says_nothing() =>
        Assert.Empty(CodeGraph.Types.Where(type => Empty.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))).Select(type => type.FullName));

    [Fact]
    public void An_interface_of_ours_has_more_than_one_implementation() =>
        Assert.Empty(CodeGraph.Types.Where(type => type.IsInterface && CodeGraph.Types.Count(other => other.IsClass && type.IsAssignableFrom(other)) < 2)
            .Select(type => type.FullName));

    [Fact]
    public void A_value_of_the_domain_is_changed_only_by_its_own_verbs()
    {
        using var db = new Data.SqliteDesignTimeFactory().CreateDbContext([]);
        var settable = db.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == CodeGraph.Domain)
            .SelectMany(entity => entity.ClrType.GetProperties()).Where(property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType?.Name}.{property.Name}").Distinct().Order(StringComparer.Ordinal);

        // A bulk load finds what a row belongs to after the row is made, and says later which row replaced it.
        Assert.Equal(["ListedPerson.PersonId", "ListedRow.HouseholdId", "ListedRow.SupersededById", "RecipientRow.InterventionId", "RecipientRow.SupersededById"], settable);
    }
}
