using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>A village with families and the people who work there. Long checks take a small village, and the whole one with TKPKD_FULL=1.</summary>
public static class FieldOffice
{
    public const string Office = "62.71", Village = "62.71.04.1004";

    private static readonly string[] FirstNames = ["SITI", "AHMAD", "NORHAYATI", "JUHRANSYAH", "DARMA", "RUSDIANA", "MASNIAH", "YANTO"];

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    public static async Task<FieldStaff> FillAsync(TestPortal portal, int families)
    {
        var batch = await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(0, families).Select(i =>
            new FamilyRow($"627123{i:000000}", Village.Replace(".", "", StringComparison.Ordinal)) { HeadName = NameOf(i), Nik = $"627199030280{i + 1:0000}", Address = $"GANG HAUR {i} RT {1 + (i % 9):00} RW 01" })]);
        Assert.Equal(families, batch.Counts.New);
        return new FieldStaff(await portal.Scenario.AccountAsync(Role.Enumerator, Village), await portal.Scenario.AccountAsync(Role.Enumerator, Village),
            await portal.Scenario.AccountAsync(Role.VillageHead, Village));
    }

    /// <summary>"SITI CAB UJI": told apart by one word, so that a search finds exactly this family.</summary>
    public static string NameOf(int family) => $"{FirstNames[family % FirstNames.Length]} {WordOf(family)} UJI";

    /// <summary>The word that only this family has.</summary>
    public static string WordOf(int family) => $"X{Letter(family / 676)}{Letter(family / 26)}{Letter(family)}";

    /// <summary>Looks into the register as the console does.</summary>
    public static Task<T> AskAsync<T>(TestPortal portal, Func<PortalDbContext, Task<T>> question) =>
        portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => question(services.GetRequiredService<PortalDbContext>()));

    public static Task<int> VisitsAsync(TestPortal portal) => AskAsync(portal, db => db.Visits.CountAsync());

    private static char Letter(int number) => (char)('A' + (number % 26));
}

/// <summary>Two petugas of one village, and its head.</summary>
public sealed record FieldStaff(Account First, Account Second, Account VillageHead);
