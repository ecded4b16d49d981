using System.Runtime.CompilerServices;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Exporting;

/// <summary>
/// Lets a table out of the office: notes it in the audit before the first row leaves, writes onto it who takes it for what, and looks again at
/// the rights of the user while it runs.
/// </summary>
public sealed class ExportDesk(PortalDbContext db, ActingUser user, UserScope scope, IServiceScopeFactory scopes, OfficeSettings office, OfficeClock clock)
{
    /// <summary>After so many rows the rights are looked at again.</summary>
    public const int RowsBetweenLooks = 500;

    /// <summary>Notes the export and puts the head above its rows.</summary>
    public async Task<ExportTable> OpenAsync(ExportOrder order, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<ExportCell>> rows, CancellationToken ct)
    {
        await db.Changes.RecordAsync(db, "List.Exported", areaCode: order.AreaCode,
            detail: AuditDetail.Of(("list", order.FileName), ("format", order.Format.ToString()), ("filter", order.Filter), ("rows", order.RowCount), ("purpose", order.Purpose)), ct: ct);
        (string, ExportCell)[] head =
        [
            (office.TeamName, ExportCell.Of(order.Title)), ("Daftar", ExportCell.Of(order.Source)), ("Saringan", ExportCell.Of(order.Filter)),
            ("Keadaan", ExportCell.Of(order.State)), ("Baris", ExportCell.Of(order.RowCount)), ("Diunduh", ExportCell.Of($"{clock.Spelled(clock.UtcNow)}, oleh {user.FullName}")),
            ("Tujuan", ExportCell.Of(order.Purpose)), ("Sifat", ExportCell.Of(order.Note)),
        ];
        var name = FormattableString.Invariant($"{order.FileName}-{office.Zone.DayOf(clock.UtcNow):yyyyMMdd}{TableWriter.Extension(order.Format)}");
        return new ExportTable(name, head, headings, WatchedAsync(rows, order.Permission, ct));
    }

    /// <summary>The rows, for as long as their reader may see them: a closed account, an ended or another assignment ends them.</summary>
    public async IAsyncEnumerable<T> WatchedAsync<T>(IAsyncEnumerable<T> rows, Permission permission, [EnumeratorCancellation] CancellationToken ct)
    {
        var count = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (count++ % RowsBetweenLooks == 0 && !await StillHoldsAsync(permission, ct))
                throw new ExportEndedException(count - 1);
            yield return row;
        }
    }

    /// <summary>Notes that an export was ended, and after how many rows.</summary>
    public Task NoteEndAsync(int rows, CancellationToken ct) => db.Changes.RecordAsync(db, "List.ExportEnded", detail: AuditDetail.Of(("rows", rows)), ct: ct);

    private async Task<bool> StillHoldsAsync(Permission permission, CancellationToken ct)
    {
        await using var now = scopes.CreateAsyncScope();
        var again = now.ServiceProvider.GetRequiredService<ActingUser>();
        if (!await again.BecomeAsync(user.Id, osUser: null, ct) || !again.Can(permission))
            return false;
        again.LookWith(permission);
        return now.ServiceProvider.GetRequiredService<UserScope>().SeesAs(scope);
    }
}

/// <summary>What is taken out, by which right, in which form, and for what.</summary>
public sealed record ExportOrder(string Title, string FileName, Permission Permission, ExportFormat Format, string Purpose)
{
    public string? AreaCode { get; init; }

    /// <summary>List and date of the figures or names.</summary>
    public required string Source { get; init; }

    public required string Filter { get; init; }

    /// <summary>"keadaan 25 November 2026".</summary>
    public required string State { get; init; }

    public required int RowCount { get; init; }

    public string Note { get; init; } = "Angka; tidak memuat nama atau nomor orang";
}

/// <summary>The reader lost the right to the rows while they ran.</summary>
public sealed class ExportEndedException(int rows) : InvalidOperationException("The export ended since its user may no longer see the rows.")
{
    public int Rows => rows;
}
