using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Data.Bulk;

/// <summary>
/// Indexes whose order is not that of a file, put aside while a verb fills an empty SQLite register and made anew in one sorted pass: kept up row by row, each family of a million
/// changes four pages somewhere in some hundred megabytes. Only where nobody else has the database open. What was put aside stands in the database itself, word for word, and is
/// given back before anything else by whoever opens the file next, however the load ended.
/// </summary>
public static class LateIndexes
{
    private const string Aside = "__IndexesPutAside";

    private static readonly (Type Entity, string[] Columns)[] Scattered =
    [
        (typeof(ListedHousehold), [nameof(ListedHousehold.ReleaseId), nameof(ListedHousehold.AreaCode)]),
        (typeof(Household), [nameof(Household.AreaCode), nameof(Household.Id)]),
        (typeof(Person), [nameof(Person.NikIndex)]),
        (typeof(NameToken), [nameof(NameToken.Word), nameof(NameToken.AreaCode), nameof(NameToken.HouseholdId)]),
    ];

    /// <summary>Puts them aside; false where this database keeps them up all the time.</summary>
    public static async Task<bool> PutAsideAsync(PortalDbContext db, CancellationToken ct)
    {
        // With any other journal several processes may share the file.
        if (!db.Database.IsSqlite() || !await IsWalAsync(db, ct))
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RunAsync(db, $"CREATE TABLE \"{Aside}\" (\"Name\" TEXT NOT NULL, \"Sql\" TEXT NOT NULL)", ct);
        foreach (var name in Scattered.Select(index => NameOf(db, index.Entity, index.Columns)))
        {
            await RunAsync(db, $"INSERT INTO \"{Aside}\" SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name = '{name}'", ct);
            await RunAsync(db, $"DROP INDEX \"{name}\"", ct);
        }
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Makes what was put aside, one index in each transaction, and forgets it.</summary>
    public static async Task RestoreAsync(PortalDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return;
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            if (!await AreAsideAsync(db, ct))
                return;
            // SQLite sorts an index in memory, since no personal data may lie in a temporary file; what the load itself held is no longer wanted.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            while (await OneAsync(db, $"SELECT \"Name\" FROM \"{Aside}\" LIMIT 1", ct) is { } name)
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                if (await OneAsync(db, $"SELECT \"Sql\" FROM \"{Aside}\" WHERE \"Name\" = '{name}'", ct) is { } sql)
                    await RunAsync(db, sql, ct);
                await RunAsync(db, $"DELETE FROM \"{Aside}\" WHERE \"Name\" = '{name}'", ct);
                await transaction.CommitAsync(ct);
            }
            await using var last = await db.Database.BeginTransactionAsync(ct);
            await RunAsync(db, $"DROP TABLE \"{Aside}\"", ct);
            await last.CommitAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static async Task<bool> AreAsideAsync(PortalDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return false;
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await OneAsync(db, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{Aside}'", ct) is not null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<bool> IsWalAsync(PortalDbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await OneAsync(db, "PRAGMA journal_mode", ct) is "wal";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string NameOf(PortalDbContext db, Type type, string[] columns) => db.Model.FindEntityType(type)!.GetIndexes()
        .Single(index => index.Properties.Select(property => property.Name).Take(columns.Length).SequenceEqual(columns)).GetDatabaseName()!;

    private static async Task RunAsync(PortalDbContext db, string sql, CancellationToken ct)
    {
        await using var command = Command(db, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<string?> OneAsync(PortalDbContext db, string sql, CancellationToken ct)
    {
        await using var command = Command(db, sql);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private static DbCommand Command(PortalDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        // Only names of the model and what the database itself says of its indexes are ever put into it.
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        // To sort a million entries takes longer than any question of a page.
        command.CommandTimeout = 0;
        return command;
    }
}
