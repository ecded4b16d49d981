using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>Lets the invented people act: as one of the accounts, with one of its permissions, at a time of the past.</summary>
public sealed class DemoStage(IServiceScopeFactory scopes)
{
    public async Task AsAsync(string email, Permission permission, DateTime at, Func<IServiceProvider, Task> act, CancellationToken ct)
    {
        DemoTime.Pretend(at);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var userId = await services.GetRequiredService<PortalDbContext>().Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(ct);
            var user = services.GetRequiredService<ActingUser>();
            await user.BecomeAsync(userId, osUser: null, ct);
            user.LookWith(permission);
            await act(services);
        }
        finally
        {
            DemoTime.Return();
        }
    }

    /// <summary>As whoever sets the office up, before anybody holds a role.</summary>
    public async Task SetUpAsync(AreaCode office, DateTime at, Func<IServiceProvider, Task> act)
    {
        DemoTime.Pretend(at);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<UserScope>().KeepHouse(office);
            await act(scope.ServiceProvider);
        }
        finally
        {
            DemoTime.Return();
        }
    }

    /// <summary>The invented people do nothing that the portal would refuse them.</summary>
    public static void Require(Outcome outcome)
    {
        if (!outcome.IsAccepted)
            throw new InvalidOperationException(outcome.Refusal);
    }
}
