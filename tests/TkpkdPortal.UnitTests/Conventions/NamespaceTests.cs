namespace TkpkdPortal.UnitTests.Conventions;

public sealed class NamespaceTests
{
    /// <summary>
    /// Siblings of every folder, each together with what lies inside it. A folder and its own sub-folders are one thing: the inner may use
    /// the outer's words and the outer opens the inner.
    /// </summary>
    public static TheoryData<string> Folders { get; } =
        [.. CodeGraph.Namespaces.Keys.Select(Parent).Where(folder => folder.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Folders))]
    public void Folders_side_by_side_need_each_other_in_one_direction_only(string folder)
    {
        var needs = CodeGraph.Namespaces
            .SelectMany(from => from.Value.Select(to => (From: Child(folder, from.Key), To: Child(folder, to.Key), to.Value)))
            .Where(need => need.From is not null && need.To is not null && need.From != need.To)
            .ToLookup(need => need.From ?? "", need => (To: need.To ?? "", need.Value));

        var circles = needs.Select(from => Circle(from.Key, needs)).Where(circle => circle is not null);

        Assert.Empty(circles);
    }

    [Fact]
    public void The_graph_sees_what_only_a_method_body_needs() =>
        Assert.Contains("TkpkdPortal.Domain.Wording", CodeGraph.NeedsOf(typeof(TkpkdPortal.Domain.Imports.ListedDate)).Select(CodeGraph.NamespaceOf));

    [Fact]
    public void What_two_features_share_lies_below_them()
    {
        const string root = "TkpkdPortal.Features";
        var sideways = CodeGraph.Namespaces
            .SelectMany(from => from.Value.Select(to => (From: Child(root, from.Key), To: Child(root, to.Key), to.Value)))
            .Where(need => need.From is not null && need.To is not null && need.From != need.To)
            // The frame of all pages is below the features, though its views lie beside them.
            .Where(need => need.To != "Shared");

        Assert.Empty(sideways);
    }

    [Fact]
    public void The_domain_sees_no_framework_and_nothing_of_the_portal() =>
        Assert.All(CodeGraph.Domain.GetReferencedAssemblies(), reference =>
            Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name != "System.Web", reference.Name));

    /// <summary>The way from a folder back to itself, with the types that lead on, or null.</summary>
    private static string? Circle(string start, ILookup<string, (string To, string Value)> needs)
    {
        var ways = new Queue<(string At, string Way)>([(start, start)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var here))
        {
            foreach (var (to, why) in needs[here.At])
            {
                var way = $"{here.Way} → {to} ({why})";
                if (to == start)
                    return way;
                if (seen.Add(to))
                    ways.Enqueue((to, way));
            }
        }
        return null;
    }

    private static string Parent(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";

    private static string? Child(string folder, string name) =>
        name.StartsWith(folder + ".", StringComparison.Ordinal) ? name[(folder.Length + 1)..].Split('.')[0] : null;
}
