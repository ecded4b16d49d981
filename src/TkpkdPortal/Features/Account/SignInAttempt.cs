using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Account;

/// <summary>One try to sign in. An unknown, closed or locked account costs the same time and gets the same sentence as a wrong password.</summary>
public sealed class SignInAttempt(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, IPasswordHasher<PortalUser> hasher, PortalDbContext db, TimeProvider clock)
{
    private static readonly string Mismatch = $"Pos-el atau kata sandi tidak cocok. Sesudah {PortalUser.TriesBeforeLock} kali tidak cocok, akun ditutup "
        + $"{PortalUser.LockLength.TotalMinutes:0} menit. Periksa keduanya, tunggu sebentar, atau minta tautan baru kepada admin.";

    // A hash of the current cost that no password meets, verified where there is nothing to verify.
    private static string? _decoy;

    public async Task<Outcome> TryAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is not { CanSignIn: true, PasswordHash: not null } || !await InLineAsync(user, () => user.TakeTry(clock.GetUtcNow()), ct))
        {
            hasher.VerifyHashedPassword(new PortalUser(), _decoy ??= hasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString()), password);
            return await RefuseAsync(user, ct);
        }
        if (!await users.CheckPasswordAsync(user, password))
            return await RefuseAsync(user, ct);
        var proved = user.PasswordHash;
        if (!await InLineAsync(user, () => Admit(user, proved), ct))
            return await RefuseAsync(user, ct);
        await signIn.SignInAsync(user, isPersistent: false);
        await RecordAsync("Session.SignedIn", user, ct);
        return Outcome.Accepted;
    }

    // While the password was looked at the account may have been closed, or a link may have taken the place of the very password.
    private bool Admit(PortalUser user, string? proved)
    {
        if (!user.CanSignIn || user.PasswordHash != proved)
            return false;
        user.SignedIn(clock.GetUtcNow().UtcDateTime);
        return true;
    }

    // Whoever touches the account's row first makes the others wait, on both databases; no password is looked at meanwhile.
    private async Task<bool> InLineAsync(PortalUser user, Func<bool> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(row => row.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount), ct);
        await db.Entry(user).ReloadAsync(ct);
        var answer = change();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<Outcome> RefuseAsync(PortalUser? user, CancellationToken ct)
    {
        await RecordAsync("Session.Refused", user, ct);
        return Outcome.Refuse(Mismatch);
    }

    private Task RecordAsync(string action, PortalUser? user, CancellationToken ct) =>
        db.Changes.RecordAsync(db, action, user, detail: AuditDetail.Of(("account", user?.Email ?? "unknown"), ("locked", user?.LockoutEnd > clock.GetUtcNow())), ct: ct);
}
