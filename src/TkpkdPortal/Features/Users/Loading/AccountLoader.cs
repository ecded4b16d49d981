using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Users.Loading;

/// <summary>Opens all accounts of a file in one transaction, or none of them.</summary>
public sealed class AccountLoader(PortalDbContext db, Accounts accounts, AccountFinder finder, AreaDirectory areas, OfficeClock clock)
{
    /// <summary>Judges without opening anything.</summary>
    public async Task<AccountTrial> TryAsync(IReadOnlyList<TypedAccount> rows, CancellationToken ct)
    {
        var emails = rows.Select(row => row.Email.ToUpperInvariant()).Distinct().ToList();
        var taken = await db.Users.Where(u => emails.Contains(u.NormalizedEmail!)).Select(u => u.NormalizedEmail!).ToListAsync(ct);
        var judge = new AccountJudge(areas, finder.Home, await db.Opds.OrderBy(o => o.ShortName).Select(o => o.ShortName).ToListAsync(ct), taken.ToHashSet(StringComparer.Ordinal), clock.Today);
        return new AccountTrial(rows, judge.Judge(rows), judge.Faults);
    }

    /// <summary>Opens them; the links are in the answer and nowhere else.</summary>
    public async Task<AccountDelivery> OpenAsync(AccountTrial trial, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var delivered = new List<DeliveredAccount>();
        foreach (var (row, account) in trial.Accounts)
        {
            var (outcome, link) = await accounts.OpenAsync(account, ct);
            if (link is null)
                return new AccountDelivery([], new RowFault(row, AccountFile.Email, outcome.Refusal ?? ""));
            delivered.Add(new DeliveredAccount(account.FullName ?? account.Email, account.Email, $"{account.Role.Title(account.Area)}, {areas.TitleOf(account.Area)}", link));
            // Hundreds of rows that are saved would be looked through again with every next one.
            db.ChangeTracker.Clear();
        }
        await db.Changes.RecordAsync(db, "Account.Loaded", areaCode: finder.Home.Stored, detail: AuditDetail.Of(("rows", delivered.Count)), ct: ct);
        await transaction.CommitAsync(ct);
        return new AccountDelivery(delivered, Fault: null);
    }
}

/// <summary>What a file would do: the accounts that it would open, or why it opens none.</summary>
public sealed record AccountTrial(IReadOnlyList<TypedAccount> Rows, IReadOnlyList<(int Row, NewAccount Account)> Accounts, IReadOnlyList<RowFault> Faults);

/// <summary>The opened accounts with their one-time links, or the row on which it ended.</summary>
public sealed record AccountDelivery(IReadOnlyList<DeliveredAccount> Accounts, RowFault? Fault);

public sealed record DeliveredAccount(string FullName, string Email, string Title, string Link);
