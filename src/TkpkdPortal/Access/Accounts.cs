using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>
/// Opens and closes accounts. A password is only ever chosen by its owner, over a link that works once; nobody does anything to the own
/// account, and nobody to one that holds a role outside the areas in which the acting user manages accounts.
/// </summary>
public sealed class Accounts(PortalDbContext db, UserManager<PortalUser> users, AssignmentDesk assignments, ActingUser acting, OfficeClock clock, PublicAddress address)
{
    private const string ConsoleStays = "Akun konsol milik perintah di server; tugasnya tetap dan tidak bisa ditutup.";

    /// <summary>Adds the account where it is new, and the assignment; answers the one-time link where no password has been chosen yet.</summary>
    public async Task<(Outcome Outcome, string? Link)> AddAsync(NewAccount account, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(account.Email) is not { } user)
            return await OpenAsync(account, ct);
        if (await AssignAsync(user, account, ct) is { IsAccepted: false } refused)
            return (refused, null);
        return (Outcome.Accepted, user.PasswordHash is null ? await SetupLinkAsync(user) : null);
    }

    /// <summary>Opens an account with its first role; refused where there is one already.</summary>
    public async Task<(Outcome Outcome, string? Link)> OpenAsync(NewAccount account, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var user = new PortalUser { UserName = account.Email, Email = account.Email, FullName = account.FullName ?? account.Email.Split('@')[0] };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
            return (RefusalOf(created), null);
        if (await assignments.GiveAsync(user, account, ct) is { IsAccepted: false } refused)
            return (refused, null);
        if (transaction is not null)
            await transaction.CommitAsync(ct);
        return (Outcome.Accepted, await SetupLinkAsync(user));
    }

    public async Task<Outcome> AssignAsync(PortalUser user, NewAssignment given, CancellationToken ct) =>
        await RefusalAsync(user, mustBeOpen: true, ct) is { } refusal ? Outcome.Refuse(refusal) : await assignments.GiveAsync(user, given, ct);

    public async Task<Outcome> EndAsync(PortalUser user, Assignment assignment, DateOnly lastDay, CancellationToken ct) =>
        await RefusalAsync(user, mustBeOpen: false, ct) is { } refusal ? Outcome.Refuse(refusal) : await assignments.EndAsync(user, assignment, lastDay, ct);

    /// <summary>Closes the account; every session of it is over with the same transaction.</summary>
    public async Task<Outcome> CloseAsync(PortalUser user, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RefusalAsync(user, mustBeOpen: true, ct) is { } refusal)
            return Outcome.Refuse(refusal);
        if (await assignments.IsLastAdminAsync(user, ct))
            return Outcome.Refuse(AssignmentDesk.LastAdminStays);
        user.Disable(clock.UtcNow);
        Note("Account.Closed", user);
        if (await users.UpdateSecurityStampAsync(user) is { Succeeded: false } overtaken)
            return RefusalOf(overtaken);
        await SessionStore.EndAllAsync(db, user.Id, ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> ReopenAsync(PortalUser user, CancellationToken ct)
    {
        if (await RefusalAsync(user, mustBeOpen: false, ct) is { } refusal)
            return Outcome.Refuse(refusal);
        user.Enable();
        Note("Account.Reopened", user);
        await db.SaveChangesAsync(ct);
        return Outcome.Accepted;
    }

    /// <summary>Puts a new one-time link in the place of the password: the old one, old links and all sessions are over.</summary>
    public async Task<(Outcome Outcome, string? Link)> RenewAsync(PortalUser user, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RefusalAsync(user, mustBeOpen: true, ct) is { } refusal)
            return (Outcome.Refuse(refusal), null);
        user.ForgetTries();
        Note("Account.LinkRenewed", user);
        if (await users.RemovePasswordAsync(user) is { Succeeded: false } overtaken)
            return (RefusalOf(overtaken), null);
        await SessionStore.EndAllAsync(db, user.Id, ct);
        await transaction.CommitAsync(ct);
        return (Outcome.Accepted, await SetupLinkAsync(user));
    }

    /// <summary>Takes the password that its owner chose over the link. Every session of the account ends, and a lock opens.</summary>
    public async Task<IdentityResult> ChoosePasswordAsync(Guid id, string? code, string password, CancellationToken ct)
    {
        if (await users.Users.SingleOrDefaultAsync(u => u.PublicId == id, ct) is not { CanSignIn: true } user)
            return IdentityResult.Failed(users.ErrorDescriber.InvalidToken());
        var result = await users.ResetPasswordAsync(user, ReadCode(code), password);
        if (!result.Succeeded)
            return result;
        user.ForgetTries();
        await db.SaveChangesAsync(ct);
        await SessionStore.EndAllAsync(db, user.Id, ct);
        return result;
    }

    // Also where somebody else has changed the account at the same moment: Identity answers that, it does not throw.
    private static Outcome RefusalOf(IdentityResult failed) => Outcome.Refuse(string.Join(' ', failed.Errors.Select(error => error.Description).Distinct()));

    private void Note(string action, PortalUser user) => db.Changes.Note(action, user, detail: AuditDetail.Of(("account", user.Email)));

    private async Task<string?> RefusalAsync(PortalUser user, bool mustBeOpen, CancellationToken ct)
    {
        if (user.IsConsole)
            return ConsoleStays;
        if (user.Id == acting.Id)
            return "Akun Anda sendiri diurus admin lain, juga perannya.";
        if (mustBeOpen && user.DisabledAt is not null)
            return $"Akun {user.Email} ditutup. Buka dahulu.";
        return await assignments.HoldsElsewhereAsync(user, ct) ? $"Akun {user.Email} juga memegang peran di luar wilayah yang Anda kelola. Minta admin yang mengelola wilayah itu." : null;
    }

    private async Task<string> SetupLinkAsync(PortalUser user)
    {
        var code = await users.GeneratePasswordResetTokenAsync(user);
        return address.Of($"/akun/siapkan/{user.PublicId}?kode={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(code))}");
    }

    /// <summary>The code of a link back in the form that Identity checks; an unreadable one is simply wrong.</summary>
    private static string ReadCode(string? code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
