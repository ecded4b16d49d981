using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>A person to give an account and a role in an area.</summary>
public sealed record NewAccount(string Email, Role Role, AreaCode Area)
{
    public string? FullName { get; init; }

    /// <summary>Short name of the OPD.</summary>
    public string? Opd { get; init; }
}

/// <summary>Opens and closes accounts. A password is only ever chosen by its owner, over a link that works once.</summary>
public sealed class Accounts(PortalDbContext db, UserManager<PortalUser> users, AreaDirectory areas, OfficeSettings office, OfficeClock clock, IConfiguration configuration)
{
    private const string ConsoleStays = "Akun konsol milik perintah di server; tugasnya tetap dan tidak bisa ditutup.";

    /// <summary>Adds the account where it is new, and the assignment; answers the one-time link.</summary>
    public async Task<(Outcome Outcome, string? Link)> AddAsync(NewAccount account, CancellationToken ct)
    {
        if (!office.Area.Contains(account.Area) || (account.Area.Level <= AreaLevel.Village && !areas.Knows(account.Area)))
            return (Outcome.Refuse($"Wilayah {account.Area.Official} tidak ada di {office.RegionName}."), null);
        var opdName = account.Opd ?? account.Role switch { Role.SocialService => "Dinsos", Role.CivilRegistry => "Disdukcapil", _ => null };
        var opdId = await db.Opds.Where(o => o.ShortName == opdName).Select(o => (long?)o.Id).SingleOrDefaultAsync(ct);
        if (opdName is not null && opdId is null)
            return (Outcome.Refuse($"OPD {opdName} tidak dikenal. Yang ada: {string.Join(", ", await db.Opds.Select(o => o.ShortName).ToListAsync(ct))}."), null);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var user = await users.FindByEmailAsync(account.Email);
        if (user is { IsConsole: true })
            return (Outcome.Refuse(ConsoleStays), null);
        if (user is null)
        {
            user = new PortalUser { UserName = account.Email, Email = account.Email, FullName = account.FullName ?? account.Email.Split('@')[0] };
            var created = await users.CreateAsync(user);
            if (!created.Succeeded)
                return (Outcome.Refuse(string.Join(' ', created.Errors.Select(error => error.Description))), null);
        }
        if (Assignment.Make(user.Id, account.Role, account.Area, clock.Today, null, opdId, [], out var assignment) is { IsAccepted: false } refused)
            return (refused, null);
        db.Assignments.Add(assignment!);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (Outcome.Accepted, await SetupLinkAsync(user));
    }

    public async Task<Outcome> DisableAsync(string email, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
            return Outcome.Refuse($"Akun {email} tidak ada.");
        if (user.IsConsole)
            return Outcome.Refuse(ConsoleStays);
        user.Disable(clock.UtcNow);
        await users.UpdateSecurityStampAsync(user);
        await SessionStore.EndAllAsync(db, user.Id, ct);
        return Outcome.Accepted;
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

    private async Task<string> SetupLinkAsync(PortalUser user)
    {
        var code = await users.GeneratePasswordResetTokenAsync(user);
        var address = configuration["Portal:PublicUrl"] is { Length: > 0 } url ? url : (configuration["urls"] ?? "http://localhost:5080").Split(';')[0];
        return $"{address.TrimEnd('/')}/akun/siapkan/{user.PublicId}?kode={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(code))}";
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
