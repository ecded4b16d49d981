using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkdPortal.Data.History;

/// <summary>Moves the anchor when the transaction that holds the new lines has ended well, whoever opened it.</summary>
public sealed class AuditAnchorInterceptor(AuditAnchor anchor) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if ((eventData.Context as PortalDbContext)?.Changes.EndOf(eventData.TransactionId) is { } end)
            anchor.Raise(end);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }
}
