using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using TkpkdPortal.Data;

namespace TkpkdPortal.UnitTests.Conventions;

/// <summary>docs/glossary.md and the code say the same: one concept, one word.</summary>
public sealed partial class GlossaryTests
{
    private const int Identifier = 1, Route = 2, Meaning = 3, DoNotUse = 4;

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<MarkdownRow> Rows = MarkdownRow.Read("glossary.md");

    private static readonly HashSet<string> Identifiers = [.. Rows.SelectMany(row => row.CodeIn(Identifier))];

    private static readonly IReadOnlyList<Type> Types =
        [.. CodeGraph.Types.Where(type => type.Namespace?.StartsWith("TkpkdPortal", StringComparison.Ordinal) is true && IsWritten(type))];

    [Fact]
    public void Every_row_has_a_word_an_identifier_and_a_meaning_and_no_identifier_stands_twice()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row => Assert.True(row.Cells is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }, { Length: > 0 }, { Length: > 0 }], string.Join(" | ", row.Cells)));
        Assert.Distinct(Rows.SelectMany(row => row.CodeIn(Identifier)));
    }

    [Fact]
    public void Every_identifier_of_the_glossary_is_in_the_code()
    {
        var known = Types.Select(NameOf).Concat(Types.SelectMany(type => type.GetMembers(All).Select(member => $"{NameOf(type)}.{member.Name}"))).ToHashSet();

        Assert.Empty(Identifiers.Except(known));
    }

    [Fact]
    public void Every_concept_of_the_domain_and_every_table_is_in_the_glossary()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        // A static class is how the office writes something, no thing that it talks about.
        var concepts = CodeGraph.Domain.GetExportedTypes().Where(type => !(type.IsAbstract && type.IsSealed) && !type.IsNested)
            .Concat(db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(Types.Contains));

        Assert.Empty(concepts.Select(NameOf).Except(Identifiers));
    }

    [Fact]
    public void Every_address_of_the_portal_is_in_the_glossary_and_every_address_of_the_glossary_in_the_portal()
    {
        var routes = CodeGraph.Types.Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract).SelectMany(RoutesOf).ToHashSet();

        Assert.Equal(routes.Order(StringComparer.Ordinal), Rows.SelectMany(row => row.CodeIn(Route)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_identifier_holds_a_word_that_the_glossary_rules_out()
    {
        var forbidden = Rows.SelectMany(row => row.CodeIn(DoNotUse)).Select(Words).ToList();
        Assert.NotEmpty(forbidden);

        Assert.Empty(Types.SelectMany(NamesIn).Distinct().Select(name => (Name: name, Words: Words(name)))
            .SelectMany(name => forbidden.Where(word => Holds(name.Words, word)).Select(word => $"{name.Name}: {string.Concat(word)}")));
    }

    [Theory]
    [InlineData("GetKunjunganList", "Kunjungan", true)]
    [InlineData("kunjungan", "Kunjungan", true)]
    [InlineData("SurveyDate", "Survey", true)]
    [InlineData("Surveys", "Survey", true)]
    [InlineData("MyRumahTanggaId", "RumahTangga", true)]
    [InlineData("Surveyor", "Survey", false)]
    [InlineData("Tangga", "RumahTangga", false)]
    public void A_word_is_found_whole_and_in_any_place(string name, string word, bool isHeld) => Assert.Equal(isHeld, Holds(Words(name), Words(word)));

    private static IEnumerable<string> NamesIn(Type type) => type.GetMembers(All).Where(member => !member.Name.Contains('<', StringComparison.Ordinal))
        .SelectMany(member => ParametersOf(member).Append(member.Name))
        .Append(NameOf(type)).Concat((type.Namespace ?? "").Split('.'));

    // The parameters of an action are part of its address, which a person reads: they are Indonesian.
    private static IEnumerable<string> ParametersOf(MemberInfo member) =>
        member is not MethodBase method || (method.IsPublic && member.DeclaringType!.IsAssignableTo(typeof(ControllerBase)) && !method.IsConstructor)
            ? [] : method.GetParameters().Select(parameter => parameter.Name ?? "");

    private static IEnumerable<string> RoutesOf(Type controller)
    {
        var templates = controller.GetCustomAttributes<RouteAttribute>().Cast<IRouteTemplateProvider>().ToList();
        if (templates.Count == 0)
            templates = [.. controller.GetMethods(All).SelectMany(method => method.GetCustomAttributes().OfType<IRouteTemplateProvider>())];
        return templates.Select(route => "/" + (route.Template ?? "").Trim('/', '~').Split('/')[0]);
    }

    private static bool Holds(List<string> name, List<string> word) => Enumerable.Range(0, Math.Max(0, name.Count - word.Count + 1)).Any(at =>
        word.Index().All(part => name[at + part.Index] == part.Item || name[at + part.Index] == part.Item + "s"));

    private static List<string> Words(string name) => [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static bool IsWritten(Type type) => !type.Name.Contains('<', StringComparison.Ordinal) && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")]
    private static partial Regex Word();
}
