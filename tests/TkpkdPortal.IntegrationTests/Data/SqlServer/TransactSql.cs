using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>Microsoft's own parser of T-SQL, grammar of SQL Server 2019: knows the syntax, not the tables.</summary>
internal static class TransactSql
{
    /// <summary>What is wrong with the syntax, by line, and the subqueries that SQL Server refuses where they stand; empty when it would run.</summary>
    public static IReadOnlyList<string> FaultsOf(string sql)
    {
        var refused = new RefusedSubqueries();
        Parse(sql, out var errors)?.Accept(refused);
        return [.. errors.Select(error => $"line {error.Line}: {error.Message}"), .. refused.Faults];
    }

    public static IEnumerable<TSqlStatement> StatementsOf(string sql) => (Parse(sql, out _) ?? new TSqlScript()).Batches.SelectMany(batch => batch.Statements);

    private static TSqlScript? Parse(string sql, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return (TSqlScript?)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}

/// <summary>What parses and is refused all the same: a subquery in a grouping (error 144) or inside an aggregate (error 130).</summary>
internal sealed class RefusedSubqueries : TSqlFragmentVisitor
{
    private static readonly string[] Aggregates = ["COUNT", "COUNT_BIG", "SUM", "MIN", "MAX", "AVG"];

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public override void Visit(GroupByClause node) => Look(node, "GROUP BY");

    public override void Visit(FunctionCall node)
    {
        if (Aggregates.Contains(node.FunctionName.Value, StringComparer.OrdinalIgnoreCase))
            Look(node, node.FunctionName.Value);
    }

    private void Look(TSqlFragment part, string name)
    {
        var inside = new Subqueries();
        part.Accept(inside);
        if (inside.Any)
            _faults.Add($"line {part.StartLine}: {name} of a subquery");
    }

    private sealed class Subqueries : TSqlFragmentVisitor
    {
        public bool Any { get; private set; }

        public override void Visit(ScalarSubquery node) => Any = true;
    }
}
