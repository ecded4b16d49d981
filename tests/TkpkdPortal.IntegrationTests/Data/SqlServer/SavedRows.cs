using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>What SQL Server returns to a batch that saves: the new ids, and for each changed row that it was found.</summary>
internal sealed class SavedRows
{
    private long _id = 1_000_000;

    public IReadOnlyList<ResultRows> ResultsOf(string sql)
    {
        var results = new List<ResultRows>();
        var merged = 1;
        foreach (var statement in TransactSql.StatementsOf(sql))
        {
            switch (statement)
            {
                case MergeStatement { MergeSpecification: var merge }:
                    merged = ((InlineDerivedTable)merge.TableReference).RowValues.Count;
                    if (merge.OutputClause is { } ofMerge)
                        results.Add(Rows(ofMerge.SelectColumns, merged));
                    break;
                case InsertStatement { InsertSpecification.OutputClause: { } ofInsert }:
                    results.Add(Rows(ofInsert.SelectColumns, 1));
                    break;
                case UpdateStatement { UpdateSpecification.OutputClause: { } ofUpdate }:
                    results.Add(Rows(ofUpdate.SelectColumns, 1));
                    break;
                case DeleteStatement { DeleteSpecification.OutputClause: { } ofDelete }:
                    results.Add(Rows(ofDelete.SelectColumns, 1));
                    break;
                case SelectStatement { QueryExpression: QuerySpecification select }:
                    results.Add(Rows(select.SelectElements, select.OrderByClause is null ? 1 : merged));
                    break;
            }
        }
        return results;
    }

    private ResultRows Rows(IList<SelectElement> columns, int count) => new([.. columns.Select((_, i) => $"c{i}")],
        [.. Enumerable.Range(0, count).Select(position => columns.Select(column => (object)Value(((SelectScalarExpression)column).Expression, position)).ToArray())]);

    private long Value(ScalarExpression expression, int position) => expression switch
    {
        ColumnReferenceExpression column when column.MultiPartIdentifier.Identifiers[^1].Value == "_Position" => position,
        ColumnReferenceExpression => _id++,
        _ => 1L,
    };
}
