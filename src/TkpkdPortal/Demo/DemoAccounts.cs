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

    private static readonly (string Email, string Opd)[] Agencies =
    [
        ("disperkim", "Disperkim"), ("dpupr", "DPUPR"), ("dpmd", "DPMD"), ("disdik", "Disdik"), ("dinkes", "Dinkes"), ("dinkop", "Dinkop"), ("distan", "Distan"), ("diskan", "Diskan"),
    ];

    public static IReadOnlyList<DemoAccount> Of(DemoStory story)
    {
        var (office, village) = (story.Office, story.MainVillage);
        (string Email, Role Role, AreaCode Area, string? Opd)[] seats =
        [
            ("admin", Role.Admin, office, null), ("bappeda", Role.Analyst, office, null), ("dinsos", Role.SocialService, office, "Dinsos"), ("disdukcapil", Role.CivilRegistry, office, "Disdukcapil"),
            ("opd", Role.Opd, office, "Disnaker"), ("camat", Role.DistrictHead, village.AtLevel(AreaLevel.District), null), ("lurah", Role.VillageHead, village, null),
            ("petugas", Role.Enumerator, village, null), ("pimpinan", Role.Leadership, office, null), ("auditor", Role.Auditor, office, null), ("dpo", Role.DataProtectionOfficer, office, null),
        ];
        return [.. seats.Zip(story.Staff, (seat, name) => new DemoAccount(seat.Email + Domain, seat.Role, seat.Area, name, seat.Opd))];
    }

    /// <summary>Enumerator and head of every village that is being verified, and the OPD with programs; nobody can sign in as them.</summary>
    public static IReadOnlyList<DemoAccount> ColleaguesOf(DemoStory story)
    {
        var random = new Random(story.Places.Count);
        var peoples = Enumerable.Range(0, DemoNames.PeopleCount).Where(people => story.Locale.Peoples[people] > 0).ToList();
        string Name(bool isWoman) => InSentenceCase(DemoNames.Of(random, peoples[random.Next(peoples.Count)], isWoman));
        var villages = story.Places.Where(place => place.IsUnderVerification && place.Village != story.MainVillage).Select(place => place.Village);
        var agencies = Agencies.Where(agency => story.Programs.Any(program => program.Email == agency.Email));
        return
        [
            .. villages.SelectMany(village => new[]
            {
                new DemoAccount(EnumeratorOf(village), Role.Enumerator, village, Name(true)), new DemoAccount(HeadOf(village), Role.VillageHead, village, Name(false)),
            }),
            .. agencies.Select((agency, i) => new DemoAccount(agency.Email + Domain, Role.Opd, story.Office, Name(i % 2 == 0), agency.Opd)),
        ];
    }

    private static string InSentenceCase(string name) => string.Join(' ', name.ToLowerInvariant().Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

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
