using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>A village with families to visit and somebody who does.</summary>
internal static class FieldOffice
{
    public const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    /// <summary>Loads so many families into the village; answers them by the ids that leave the program.</summary>
    public static async Task<IReadOnlyList<Guid>> FamiliesAsync(this TestPortal portal, int count)
    {
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            [.. Enumerable.Range(1, count).Select(n => new FamilyRow($"6271{n:00000000}", "6271041004") { HeadName = $"UJI {n:0000}" })]);
        return await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
            async services => await services.GetRequiredService<PortalDbContext>().Households.OrderBy(h => h.Id).Select(h => h.PublicId).ToListAsync());
    }

    public static async Task<FieldPhone> PhoneAsync(this TestPortal portal, Account enumerator) => new(await portal.SignInAsync(enumerator));

    public static Task<T> AskAsync<T>(this TestPortal portal, Func<PortalDbContext, Task<T>> ask) =>
        portal.Scenario.AsConsoleAsync(Permission.ViewVisits, services => ask(services.GetRequiredService<PortalDbContext>()));

    /// <summary>Writes what was seen, as the portal does every few seconds.</summary>
    public static Task WriteAccessesAsync(this TestPortal portal) => portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AccessWriter>().Single().WriteAsync(default);
}
