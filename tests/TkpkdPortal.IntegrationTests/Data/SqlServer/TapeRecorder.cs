using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>Listens at the embedded database of a portal and writes down what its queries answer.</summary>
internal sealed class TapeRecorder(CommandTape tape) : DbCommandInterceptor
{
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result,
        CancellationToken cancellationToken = default)
    {
        if (!tape.IsRunning || eventData.CommandSource is not CommandSource.LinqQuery)
            return result;
        await using (result)
        {
            var rows = ResultRows.Of(result);
            tape.Record(rows);
            return new ResultReader(rows);
        }
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (tape.IsRunning && eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete)
            tape.Record(result);
        return ValueTask.FromResult(result);
    }
}
