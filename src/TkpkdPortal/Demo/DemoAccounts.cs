using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>One account of a demo office that can be signed in with.</summary>
public sealed record DemoAccount(string Email, Role Role, AreaCode Area, string FullName, string? Opd = null);

/// <summary>The accounts of a demo office: those that a visitor signs in with, and the colleagues who have done the rest of the work.</summary>
public sealed class DemoAccounts(PortalDbContext db, UserManager<PortalUser> users, Accounts accounts, IPasswordHasher<PortalUser> hasher)
{
    public const string Domain = "@demo.invalid";

    private static readonly string[] Words =
        ["rakit", "sungai", "lontar", "kabut", "perahu", "ulin", "gaharu", "rotan", "meranti", "haluan", "dermaga", "jukung", "tambak", "delta", "hulu", "muara"];

    public static IReadOnlyList<DemoAccount> Of(DemoStory story)
    {
        var (office, village) = (story.Office, story.MainVillage);
        return
        [
            new("admin" + Domain, Role.Admin, office, "Dewi Anggraini"), new("bappeda" + Domain, Role.Analyst, office, "Rahmat Hidayat"),
            new("dinsos" + Domain, Role.SocialService, office, "Siti Maulida", "Dinsos"), new("disdukcapil" + Domain, Role.CivilRegistry, office, "Hendra Wijaya", "Disdukcapil"),
            new("opd" + Domain, Role.Opd, office, "Fitriani Noor", "Disnaker"), new("camat" + Domain, Role.DistrictHead, village.AtLevel(AreaLevel.District), "Yusran Effendi"),
            new("lurah" + Domain, Role.VillageHead, village, "Lukas Jalung"), new("petugas" + Domain, Role.Enumerator, village, "Norhayati Karim"),
            new("pimpinan" + Domain, Role.Leadership, office, "Bahtiar Mansyur"), new("auditor" + Domain, Role.Auditor, office, "Ratna Purnomo"),
            new("dpo" + Domain, Role.DataProtectionOfficer, office, "Agustina Liah"),
        ];
    }

    /// <summary>Enumerator and head of every village that is being verified, and the OPD with programs; nobody can sign in as them.</summary>
    public static IReadOnlyList<DemoAccount> ColleaguesOf(DemoStory story)
    {
        var random = new Random(story.Places.Count);
        string Name(bool isWoman) => string.Join(' ', DemoNames.Of(random, random.Next(DemoNames.PeopleCount), isWoman).ToLowerInvariant().Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var villages = story.Places.Where(place => place.IsUnderVerification && place.Village != story.MainVillage).Select(place => place.Village);
        return
        [
            .. villages.SelectMany(village => new[]
            {
                new DemoAccount(EnumeratorOf(village), Role.Enumerator, village, Name(true)), new DemoAccount(HeadOf(village), Role.VillageHead, village, Name(false)),
            }),
            new("disperkim" + Domain, Role.Opd, story.Office, "Eko Prasetyo", "Disperkim"), new("dpupr" + Domain, Role.Opd, story.Office, "Sri Handayani", "DPUPR"),
            new("dpmd" + Domain, Role.Opd, story.Office, "Jainudin Fauzi", "DPMD"),
        ];
    }

    public static string EnumeratorOf(AreaCode village) => $"petugas.{village.Digits}{Domain}";

    public static string HeadOf(AreaCode village) => $"lurah.{village.Digits}{Domain}";

    public Task<bool> AnyAsync(CancellationToken ct) => db.Users.AnyAsync(user => user.Email == "bappeda" + Domain, ct);

    public async Task OpenAsync(IEnumerable<DemoAccount> wanted, CancellationToken ct)
    {
        foreach (var account in wanted)
        {
            if (await users.FindByEmailAsync(account.Email) is not null)
                continue;
            var (outcome, _) = await accounts.AddAsync(new NewAccount(account.Email, account.Role, account.Area) { FullName = account.FullName, Opd = account.Opd }, ct);
            if (!outcome.IsAccepted)
                throw new InvalidOperationException($"{account.Email}: {outcome.Refusal}");
        }
    }

    /// <summary>The password of all of them, until the next start.</summary>
    public async Task<string> SetPasswordAsync(DemoStory story, string? wanted, CancellationToken ct)
    {
        var password = wanted ?? string.Join('-', Enumerable.Range(0, 3).Select(_ => Words[RandomNumberGenerator.GetInt32(Words.Length)])) + RandomNumberGenerator.GetInt32(1000, 10000);
        // Hashed once: eleven hashes of full strength would hold up the start for seconds.
        var hash = hasher.HashPassword(new PortalUser(), password);
        var emails = Of(story).Select(account => account.Email).ToList();
        foreach (var user in await db.Users.Where(user => emails.Contains(user.Email!)).ToListAsync(ct))
            user.PasswordHash = hash;
        await db.SaveChangesAsync(ct);
        return password;
    }
}
