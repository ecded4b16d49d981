using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TkpkdPortal.Data;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Health;

/// <summary>Ready to serve: the database answers, on this version, and there is room to write. Says no more than that to anybody.</summary>
internal sealed class ReadyCheck(IServiceScopeFactory scopes, PortalPaths paths) : IHealthCheck
{
    private const long RoomNeeded = 200L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var hasOffice = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Offices.AnyAsync(limit.Token);
            return hasOffice && new DriveInfo(paths.Data).AvailableFreeSpace > RoomNeeded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or OperationCanceledException or IOException)
        {
            return HealthCheckResult.Unhealthy(exception: exception);
        }
    }
}

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
