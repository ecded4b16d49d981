using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Security;

namespace TkpkdPortal.Access;

/// <summary>Keeps sign-in tickets in the database: the cookie holds a random key, of which only the hash is stored.</summary>
public sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("TkpkdPortal.Sessions.v1");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await InDatabaseAsync(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync();
            db.Sessions.Add(new UserSession(HashOf(key), UserIdOf(ticket), Protect(ticket), now, ExpiryOf(ticket)));
            await db.SaveChangesAsync();
        });
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => InDatabaseAsync(async db =>
    {
        var hash = HashOf(key);
        if (await db.Sessions.SingleOrDefaultAsync(session => session.KeyHash == hash) is not { } session)
            return;
        // A session is never handed on: whoever copied the cookie of the one before would be the one after.
        if (session.UserId == UserIdOf(ticket))
            session.Renew(Protect(ticket), ExpiryOf(ticket));
        else
            db.Sessions.Remove(session);
        await db.SaveChangesAsync();
    });

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        AuthenticationTicket? ticket = null;
        await InDatabaseAsync(async db => ticket = await FindAsync(db, key, CancellationToken.None));
        return ticket;
    }

    /// <summary>With each request, so through the database that the request opens anyway, and together with the account behind it.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        await httpContext.RequestServices.GetRequiredService<ActingUser>().OpenSessionAsync(HashOf(key), clock.GetUtcNow().UtcDateTime, cancellationToken) is { } bytes ? Unprotect(bytes) : null;

    public Task RemoveAsync(string key) => InDatabaseAsync(db =>
    {
        var hash = HashOf(key);
        return db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
    });

    /// <summary>Ends every session of an account.</summary>
    public static Task EndAllAsync(PortalDbContext db, long userId, CancellationToken ct) =>
        db.Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(ct);

    private async Task<AuthenticationTicket?> FindAsync(PortalDbContext db, string key, CancellationToken ct)
    {
        var (hash, now) = (HashOf(key), clock.GetUtcNow().UtcDateTime);
        var bytes = await db.Sessions.AsNoTracking().Where(session => session.KeyHash == hash && session.ExpiresAt > now).Select(session => session.Ticket).SingleOrDefaultAsync(ct);
        return bytes is null ? null : Unprotect(bytes);
    }

    // The store serves the cookie handler before any request has a scope of its own rights.
    private async Task InDatabaseAsync(Func<PortalDbContext, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    private byte[] Protect(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private AuthenticationTicket? Unprotect(byte[] bytes)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(bytes));
        }
        catch (CryptographicException)
        {
            // The keys were renewed: the session is over, and the user signs in again.
            return null;
        }
    }

    private DateTime ExpiryOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc?.UtcDateTime ?? clock.GetUtcNow().UtcDateTime.AddHours(8);

    private static long? UserIdOf(AuthenticationTicket ticket) =>
        long.TryParse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
