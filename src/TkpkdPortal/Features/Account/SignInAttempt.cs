using Microsoft.AspNetCore.Identity;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Account;

/// <summary>One try to sign in. An unknown account costs the same time and gets the same sentence as a wrong password.</summary>
public sealed class SignInAttempt(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, IPasswordHasher<PortalUser> hasher, PortalDbContext db)
{
    private const string Mismatch = "Pos-el atau kata sandi tidak cocok. Periksa keduanya, atau minta tautan baru kepada admin.";

    // A hash of the current cost that no password meets, verified where there is no account.
    private static string? _decoy;

    public async Task<Outcome> TryAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is not { CanSignIn: true })
        {
            hasher.VerifyHashedPassword(new PortalUser(), _decoy ??= hasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString()), password);
            await RecordAsync("Session.Refused", null, ct);
            return Outcome.Refuse(Mismatch);
        }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        await RecordAsync(result.Succeeded ? "Session.SignedIn" : "Session.Refused", user, ct);
        if (result.IsLockedOut)
            return Outcome.Refuse("Akun ini ditutup 15 menit karena lima kali kata sandi tidak cocok. Tunggu, atau minta tautan baru kepada admin.");
        return result.Succeeded ? Outcome.Accepted : Outcome.Refuse(Mismatch);
    }

    private Task RecordAsync(string action, PortalUser? user, CancellationToken ct) =>
        db.Changes.RecordAsync(db, action, user, detail: user is null ? AuditDetail.Of(("account", "unknown")) : AuditDetail.Of(("account", user.Email)), ct: ct);
}
