using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>Microsoft's own parser of T-SQL, grammar of SQL Server 2019: knows the syntax, not the tables.</summary>
internal static class TransactSql
{
    /// <summary>What is wrong with the syntax, by line; empty when it parses.</summary>
    public static IReadOnlyList<string> FaultsOf(string sql)
    {
        Parse(sql, out var errors);
        return [.. errors.Select(error => $"line {error.Line}: {error.Message}")];
    }

    public static IEnumerable<TSqlStatement> StatementsOf(string sql) => Parse(sql, out _).Batches.SelectMany(batch => batch.Statements);

    private static TSqlScript Parse(string sql, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}
